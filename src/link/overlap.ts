import type { Telling } from "./profile.ts";

/**
 * How much the words tell that two have, as `sharedTelling` finds it: quick where one after the other is compared with the
 * same, because all words lie in one row and those of the one that was asked for last are marked.
 */
export class Overlap {
  /** Words as numbers from 0, of one after the other; where those of each begin, and where the last ones end. */
  readonly #words: Int32Array;
  readonly #begins: Int32Array;
  readonly #tells: Float64Array;
  /** What the words of the one that is marked tell; 0 of all others. */
  readonly #marks: Float64Array;
  #marked = -1;

  constructor(all: readonly Telling[]) {
    const numbers = new Map<number, number>();
    this.#begins = new Int32Array(all.length + 1);
    for (const [i, { words }] of all.entries()) {
      this.#begins[i + 1] = (this.#begins[i] ?? 0) + words.length;
      for (const word of words) if (!numbers.has(word)) numbers.set(word, numbers.size);
    }
    this.#words = Int32Array.from(
      all.flatMap(({ words }) => Array.from(words, (word) => numbers.get(word) ?? 0)),
    );
    this.#tells = Float64Array.from(all.flatMap(({ tells }) => Array.from(tells)));
    this.#marks = new Float64Array(numbers.size);
  }

  /** By the indices of both; the second is the one that is compared with one after the other. */
  shared(a: number, b: number): number {
    if (b !== this.#marked) this.#mark(b);
    let sum = 0;
    const end = this.#begins[a + 1] as number;
    for (let i = this.#begins[a] as number; i < end; i += 1)
      sum += this.#marks[this.#words[i] as number] as number;
    return sum;
  }

  #mark(index: number): void {
    this.#set(this.#marked, () => 0);
    this.#set(index, (i) => this.#tells[i] as number);
    this.#marked = index;
  }

  #set(index: number, tells: (i: number) => number): void {
    const end = this.#begins[index + 1] ?? 0;
    for (let i = this.#begins[index] ?? 0; i < end; i += 1) this.#marks[this.#words[i] as number] = tells(i);
  }
}
