import type { Ranks } from "./tables.ts";

/**
 * How little a verb says of what happens, by the ranks of the commonest verbs: from 0 for one that is not common to 1
 * for the commonest. "Go" and "get" tell anything. The frequency of words falls with their rank (Zipf), hence the
 * logarithm.
 */
export function generality(lemma: string, verbs: Ranks): number {
  const rank = verbs.get(lemma);
  return rank === undefined ? 0 : 1 - Math.log(1 + rank) / Math.log(1 + verbs.size);
}
