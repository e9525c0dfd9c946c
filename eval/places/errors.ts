import { errorOf, type Pair, RIGHT } from "./score.ts";

/** Missed, too much, not placed, or placed elsewhere; with the rule that found it. */
function kindOf(pair: Pair): string | undefined {
  const { gold, ours } = pair;
  if (!ours) return "missed";
  if (!gold) return `too much, by ${ours.rule ?? "the tool"}`;
  const error = errorOf(pair);
  if (error === null) return "found, not placed";
  return error !== undefined && error > RIGHT ? "found, placed elsewhere" : undefined;
}

/** What is not as the gold has it, by kind, the most frequent kind first; `limit` examples of each. */
export function errorList(pairs: readonly Pair[], limit: number): string[] {
  const kinds = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const kind = kindOf(pair);
    if (kind !== undefined) kinds.set(kind, [...(kinds.get(kind) ?? []), pair]);
  }
  return [...kinds]
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .flatMap(([kind, these]) => [`${kind} (${these.length})`, ...these.slice(0, limit).map(describe)]);
}

function describe({ article, gold, ours }: Pair): string {
  const { start, end } = gold ?? ours ?? { start: 0, end: 0 };
  const line = (from: number, to: number) => article.text.slice(Math.max(0, from), to).replace(/\s+/g, " ");
  const points = [gold, ours].map((place) => (place?.lat == null ? "?" : `${place.lat},${place.lon}`));
  return `  ${article.outlet ?? ""}: …${line(start - 40, start)}[${line(start, end)}]${line(end, end + 30)}… gold ${points[0]}, ours ${points[1]}`;
}
