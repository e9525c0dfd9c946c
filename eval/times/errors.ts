import type { Pair } from "./score.ts";

/** How often each rule fired, and how often that was a gold expression, with the right value. */
export function ruleTable(pairs: readonly Pair[]): string[] {
  const rules = new Map<string, { fired: number; found: number; right: number }>();
  for (const { gold, ours } of pairs) {
    if (!ours) continue;
    const id = ours.rule ?? "";
    const row = rules.get(id) ?? { fired: 0, found: 0, right: 0 };
    rules.set(id, row);
    row.fired += 1;
    row.found += gold ? 1 : 0;
    row.right += gold?.value === ours.value ? 1 : 0;
  }
  const rows = [...rules].sort((a, b) => b[1].fired - b[1].right - (a[1].fired - a[1].right));
  const cells = rows.map(
    ([id, row]) =>
      `${id.padEnd(28)}${String(row.fired).padStart(6)}${String(row.found).padStart(6)}${String(row.right).padStart(6)}`,
  );
  return ["rule                         fired found right value", ...cells];
}

/** The form of a value: `day`, `week`, `quarter`, `duration of months`, `PAST_REF` … */
function formOf(value: string): string {
  const forms: readonly [RegExp, string][] = [
    [/X.*X/, "value with X"],
    [/^\d{4}-\d\d-\d\dT/, "time of day"],
    [/^\d{4}-\d\d-\d\d$/, "day"],
    [/^\d{4}-W/, "week"],
    [/^\d{4}-Q/, "quarter"],
    [/^\d{4}-H/, "half"],
    [/^\d{4}-(?:SP|SU|FA|WI)/, "season"],
    [/^\d{4}-\d\d$/, "month"],
    [/^\d{4}$/, "year"],
    [/^\d{2,3}X?$/, "decade or century"],
    [/^P/, "amount"],
    [/_REF$/, "vague"],
    [/X/, "value with X"],
  ];
  return forms.find(([form]) => form.test(value))?.[1] ?? "other";
}

/** Missed, found too much, or with a wrong value: of which form, and found by which rule. */
function kindOf({ gold, ours }: Pair): string {
  if (!gold) return `too much, by ${ours?.rule ?? ""}`;
  if (!ours) return `missed, ${formOf(gold.value)}`;
  const [want, got] = [formOf(gold.value), formOf(ours.value)];
  return want === got ? `another ${want}` : `${want} read as ${got}`;
}

/** What is not as the gold has it, by kind, the most frequent kind first; `limit` examples of each. */
export function errorList(pairs: readonly Pair[], limit: number): string[] {
  const wrong = pairs.filter(({ gold, ours }) => gold?.value !== ours?.value);
  const kinds = grouped(wrong);
  return [...kinds]
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .flatMap(([kind, these]) => [`${kind} (${these.length})`, ...these.slice(0, limit).map(describe)]);
}

function grouped(pairs: readonly Pair[]): Map<string, Pair[]> {
  const kinds = new Map<string, Pair[]>();
  for (const each of pairs) kinds.set(kindOf(each), [...(kinds.get(kindOf(each)) ?? []), each]);
  return kinds;
}

const AROUND = 40;

function describe({ article, gold, ours }: Pair): string {
  const span = ours ?? gold ?? { start: 0, end: 0 };
  const [before, words, after] = [
    article.text.slice(Math.max(0, span.start - AROUND), span.start),
    article.text.slice(span.start, span.end),
    article.text.slice(span.end, span.end + AROUND),
  ];
  const values = `${gold ? `${gold.type} ${gold.value}` : "-"} | ${ours ? `${ours.type} ${ours.value} (${ours.rule})` : "-"}`;
  return `  ${article.published.slice(0, 10)} ${values} | ${before}[${words}]${after}`.replace(/\s+/g, " ");
}
