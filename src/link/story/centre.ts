import type { Terms } from "../../model/near.ts";
import { likeness as likenessOf } from "../terms.ts";

/** The middle of several reports: how like it something is takes one pass, however many they are. */
export class Centre {
  readonly #sums = new Map<number, number>();
  #count = 0;

  constructor(members: Iterable<Terms>) {
    for (const { words, weights } of members) {
      this.#count += 1;
      words.forEach((word, index) => {
        this.#sums.set(word, (this.#sums.get(word) ?? 0) + (weights[index] ?? 0));
      });
    }
  }

  get count(): number {
    return this.#count;
  }

  /** Mean likeness with the members; `without` is one of them that does not count. */
  likeness(terms: Terms, without?: Terms): number {
    const others = this.#count - (without ? 1 : 0);
    if (others === 0) return 0;
    return (this.#with(terms) - (without ? likenessOf(terms, without) : 0)) / others;
  }

  /** Mean likeness of each two of the members; 1 for a single one. */
  get within(): number {
    const { count } = this;
    if (count < 2) return 1;
    // Each member has the length 1, so that its product with itself is 1.
    const all = [...this.#sums.values()].reduce((sum, weight) => sum + weight * weight, 0);
    return (all - count) / (count * (count - 1));
  }

  #with({ words, weights }: Terms): number {
    let sum = 0;
    for (let i = 0; i < words.length; i += 1)
      sum += (weights[i] as number) * (this.#sums.get(words[i] as number) ?? 0);
    return sum;
  }
}
