import type { Analysis } from "../../src/model/layers.ts";
import type { Clustering } from "./scores.ts";

type Vector = ReadonlyMap<string, number>;

function countsOf({ article }: Analysis): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of article.text.toLowerCase().match(/\p{L}{2,}/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** All words of each report, weighed by how few reports have them; of length 1. */
function vectorsOf(analyses: readonly Analysis[]): readonly Vector[] {
  const counts = analyses.map(countsOf);
  const holders = new Map<string, number>();
  for (const each of counts) for (const word of each.keys()) holders.set(word, (holders.get(word) ?? 0) + 1);
  return counts.map((each) => {
    const weighed = [...each].map(
      ([word, count]) =>
        [word, (1 + Math.log(count)) * Math.log(analyses.length / (holders.get(word) ?? 1))] as const,
    );
    const length = Math.hypot(...weighed.map(([, weight]) => weight)) || 1;
    return new Map(weighed.map(([word, weight]) => [word, weight / length]));
  });
}

function cosine(a: Vector, b: Vector): number {
  let sum = 0;
  for (const [word, weight] of a) sum += weight * (b.get(word) ?? 0);
  return sum;
}

/** How alike each two reports are, once for all thresholds. */
export function baselineLikeness(analyses: readonly Analysis[]): readonly (readonly number[])[] {
  const vectors = vectorsOf(analyses);
  return vectors.map((a) => vectors.map((b) => cosine(a, b)));
}

/**
 * The usual baseline: agglomerative clustering by the mean tf-idf cosine between groups, down to the threshold.
 */
export function baselineStories(
  ids: readonly string[],
  alike: readonly (readonly number[])[],
  threshold: number,
): Clustering {
  const groups = ids.map((_, i) => [i]);
  const between = alike.map((row) => [...row]);
  const live = new Set(groups.keys());
  for (;;) {
    let best = { a: -1, b: -1, mean: threshold };
    for (const a of live) {
      for (const b of live) {
        if (a >= b) continue;
        const mean = (between[a]?.[b] ?? 0) / ((groups[a]?.length ?? 1) * (groups[b]?.length ?? 1));
        if (mean >= best.mean) best = { a, b, mean };
      }
    }
    if (best.a < 0) break;
    const [into, from] = [between[best.a] as number[], between[best.b] as number[]];
    for (const other of live) {
      into[other] = (into[other] ?? 0) + (from[other] ?? 0);
      (between[other] as number[])[best.a] = into[other] ?? 0;
    }
    groups[best.a]?.push(...(groups[best.b] ?? []));
    live.delete(best.b);
  }
  return new Map(
    [...live].flatMap((group) => (groups[group] ?? []).map((i) => [ids[i] ?? "", String(group)] as const)),
  );
}
