import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadLanguage, readLanguage } from "../src/language/language.ts";
import { findTimexes, loadTimexTables } from "../src/mention/timex.ts";
import type { Article } from "../src/model/article.ts";
import { overlaps, type Span } from "../src/model/span.ts";
import type { Timex } from "../src/model/timex.ts";

type SetName = "timebank" | "aquaint";

/** A line of a gold file. */
interface GoldArticle {
  readonly id: string;
  readonly published: string;
  readonly text: string;
  readonly timexes: readonly GoldTimex[];
}

interface GoldTimex extends Span {
  readonly text: string;
  readonly type: string;
  readonly value: string;
}

/** An expression of ours beside the gold one that it overlaps; either may be missing. */
interface Pair {
  readonly article: GoldArticle;
  readonly gold?: GoldTimex;
  readonly ours?: Timex;
}

/** Published figures, and the best package of npm measured on the same files, in percent. */
const PEERS: Readonly<Record<SetName, readonly string[]>> = {
  timebank: [
    "HeidelTime (published, wiki of the project)      84.9     91.6    88.8     79.2",
    "Recognizers-Text 1.3.2 (npm, by paragraph)       73.6     86.1    82.3     66.2",
    "chrono-node 2.10.3 (npm)                         60.6     71.0    67.8     52.3",
  ],
  aquaint: [
    "HeidelTime (published, wiki of the project)      81.0     91.8    83.4     73.0",
    "Recognizers-Text 1.3.2 (npm, by paragraph)       79.6     87.4    79.9     71.4",
    "chrono-node 2.10.3 (npm)                         73.4     82.8    73.4     65.1",
  ],
};

/** Every third article is held out: its errors are not listed, so that no rule is written for them. */
const HELD_OUT = 3;

/**
 * Time expressions by the measures of TempEval-3: F1 with the same span, with overlapping spans (one to one), and
 * the latter times the share of matches with the same type, or value. `dir` holds `timebank.jsonl`, `aquaint.jsonl`.
 */
export async function evalTimes(
  dir: string,
  options: { set?: SetName; errors?: number } = {},
): Promise<string> {
  const sets = options.set ? [options.set] : (["timebank", "aquaint"] as const);
  return sets
    .filter((set) => existsSync(join(dir, `${set}.jsonl`)))
    .map((set) => report(set, readGold(join(dir, `${set}.jsonl`)), options.errors ?? 0))
    .join("\n\n");
}

function readGold(path: string): readonly GoldArticle[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as GoldArticle);
}

function report(set: SetName, articles: readonly GoldArticle[], errors: number): string {
  const plain = articles.flatMap((article) => pairsOf(article, findIn(article, null)));
  const language = loadLanguage(readPackageFile);
  const parsed = articles.flatMap((article) => pairsOf(article, findIn(article, language)));
  const held = new Set(articles.filter((_, i) => i % HELD_OUT === HELD_OUT - 1));
  const lines = [
    `${set}: ${articles.length} articles, ${articles.flatMap((a) => a.timexes).length} time expressions (F1, %)`,
    "                                               strict  relaxed    type    value",
    scoreLine("with the parse", parsed),
    scoreLine("words alone", plain),
    scoreLine(
      "with the parse, held out third",
      parsed.filter((pair) => held.has(pair.article)),
    ),
    scoreLine(
      "with the parse, the rest",
      parsed.filter((pair) => !held.has(pair.article)),
    ),
    ...PEERS[set],
  ];
  if (errors === 0) return lines.join("\n");
  const open = parsed.filter((pair) => !held.has(pair.article));
  return [...lines, "", ...ruleTable(parsed), "", ...errorList(open, errors)].join("\n");
}

function readPackageFile(path: string): Uint8Array {
  return readFileSync(new URL(`../${path}`, import.meta.url));
}

const tables = loadTimexTables(readPackageFile);

function findIn(article: GoldArticle, language: ReturnType<typeof loadLanguage> | null): readonly Timex[] {
  const { text } = article;
  const blocks = paragraphs(text);
  const reading = language ? readLanguage(text, blocks, language) : { sentences: [], tokens: [] };
  const asArticle: Article = {
    id: article.id,
    authors: [],
    published: { value: article.published.slice(0, 10), basis: "given" },
    language: "en",
    text,
    blocks,
    dropped: [],
  };
  return findTimexes({ article: asArticle, ...reading }, tables);
}

function paragraphs(text: string): Article["blocks"] {
  return [...text.matchAll(/\S[^\n]*(?:\n(?!\s*\n)[^\n]*)*/g)].map((match) => ({
    kind: "paragraph" as const,
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Pairs each gold expression with the first of ours that overlaps it, the same span first. */
function pairsOf(article: GoldArticle, ours: readonly Timex[]): Pair[] {
  const free = new Set(ours);
  const pairs = new Map<GoldTimex, Timex>();
  for (const agrees of [sameSpan, overlaps]) {
    for (const gold of article.timexes) {
      const match = pairs.has(gold)
        ? undefined
        : ours.find((timex) => free.has(timex) && agrees(gold, timex));
      if (match) pairs.set(gold, match);
      if (match) free.delete(match);
    }
  }
  return [
    ...article.timexes.map((gold) => pair(article, gold, pairs.get(gold))),
    ...[...free].map((timex) => pair(article, undefined, timex)),
  ];
}

function pair(article: GoldArticle, gold?: GoldTimex, ours?: Timex): Pair {
  return { article, ...(gold ? { gold } : {}), ...(ours ? { ours } : {}) };
}

function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function scoreLine(name: string, pairs: readonly Pair[]): string {
  const gold = pairs.filter((pair) => pair.gold).length;
  const ours = pairs.filter((pair) => pair.ours).length;
  const both = pairs.filter((pair) => pair.gold && pair.ours);
  const f1 = (hits: number): string => (gold + ours === 0 ? 0 : (200 * hits) / (gold + ours)).toFixed(1);
  const hits = [
    both.filter((pair) => pair.gold && pair.ours && sameSpan(pair.gold, pair.ours)).length,
    both.length,
    both.filter((pair) => pair.gold?.type === pair.ours?.type).length,
    both.filter((pair) => pair.gold?.value === pair.ours?.value).length,
  ];
  const [strict = "", relaxed = "", type = "", value = ""] = hits.map(f1);
  return `${name.padEnd(45)}${strict.padStart(8)}${relaxed.padStart(9)}${type.padStart(8)}${value.padStart(9)}`;
}

/** How often each rule fired, and how often that was a gold expression, with the right value. */
function ruleTable(pairs: readonly Pair[]): string[] {
  const rules = new Map<string, { fired: number; found: number; right: number }>();
  for (const { gold, ours } of pairs) {
    if (!ours) continue;
    const row = rules.get(ours.rule) ?? { fired: 0, found: 0, right: 0 };
    rules.set(ours.rule, row);
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

/** Wrong values, what was missed and what was found too much, each in its words. */
function errorList(pairs: readonly Pair[], limit: number): string[] {
  const wrong = pairs.filter((pair) => pair.gold && pair.ours && pair.gold.value !== pair.ours.value);
  const missed = pairs.filter((pair) => !pair.ours);
  const surplus = pairs.filter((pair) => !pair.gold);
  return [
    `wrong value (${wrong.length})`,
    ...wrong.slice(0, limit).map(describePair),
    `missed (${missed.length})`,
    ...missed.slice(0, limit).map(describePair),
    `too much (${surplus.length})`,
    ...surplus.slice(0, limit).map(describePair),
  ];
}

const AROUND = 30;

function describePair({ article, gold, ours }: Pair): string {
  const span = ours ?? gold ?? { start: 0, end: 0 };
  const [before, words, after] = [
    article.text.slice(Math.max(0, span.start - AROUND), span.start),
    article.text.slice(span.start, span.end),
    article.text.slice(span.end, span.end + AROUND),
  ];
  const values = `${gold ? `${gold.type} ${gold.value}` : "-"} | ${ours ? `${ours.type} ${ours.value} (${ours.rule})` : "-"}`;
  return `  ${article.published.slice(0, 10)} ${values} | ${before}[${words}]${after}`.replace(/\s+/g, " ");
}
