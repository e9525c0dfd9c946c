import type { Terms } from "../model/near.ts";

/** So many reports without a word are thought beside those of the part: in a part of three, a word of all three still tells something. */
export const OTHERS = 5;

/**
 * What each report is about in contrast to the others of its part: a word counts the less, the more of them have it. All
 * reports on earthquakes are alike; those that name one town are on one earthquake. It is the same in whatever order
 * they stand.
 */
export function contrasted(reports: readonly Terms[]): readonly Terms[] {
  const counts = new Map<number, number>();
  for (const { words } of reports) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const total = reports.length + OTHERS;
  return reports.map(({ words, weights }) => {
    const told = weights.map((weight, i) => weight * Math.log(total / (counts.get(words[i] ?? 0) ?? 1)));
    const length = Math.hypot(...told) || 1;
    return { words, weights: told.map((weight) => weight / length) };
  });
}
