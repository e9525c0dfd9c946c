/** Which way an undated weekday or month lies from the day of publication. */
export type Direction = "past" | "future";

/** Words, and pairs of words ("about to"), that tell the direction of a clause. */
export class TenseWords {
  readonly #words = new Map<string, Direction>();
  /** By the first of two words: the second. */
  readonly #pairs = new Map<string, Map<string, Direction>>();

  constructor(rows: readonly { readonly word: string; readonly direction: string }[]) {
    for (const row of rows) this.#add(row.word.split(" "), row.direction as Direction);
  }

  #add([first = "", second]: readonly string[], direction: Direction): void {
    if (second === undefined) {
      this.#words.set(first, direction);
      return;
    }
    this.#pairs.set(first, (this.#pairs.get(first) ?? new Map()).set(second, direction));
  }

  /** The direction of a word; the pair with the next one goes before. */
  of(word: string, next = ""): Direction | undefined {
    return this.#pairs.get(word)?.get(next) ?? this.#words.get(word);
  }
}
