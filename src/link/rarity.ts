import type { Ranks } from "./tables.ts";

/** Weights of the commonest noun and of a word that is not among the common ones. */
const LEAST = 1;
const MOST = 5.5;

/**
 * How much a noun or name tells of what a report is about, by the ranks of the commonest nouns. The frequency of words
 * falls with their rank (Zipf), hence the logarithm. It is the same whatever other reports there are: so a report that
 * is added changes nothing between those that were there.
 */
export function rarity(lemma: string, nouns: Ranks): number {
  const rank = nouns.get(lemma);
  if (rank === undefined) return MOST;
  return LEAST + ((MOST - 1) * Math.log(1 + rank)) / Math.log(1 + nouns.size);
}
