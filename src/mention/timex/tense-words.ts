/** Which way an undated weekday or month lies from the day of publication. */
export type Direction = "past" | "future";

/** Of verbs that move a plan to another day: their own tense says nothing of that day. */
const MOVED = "moved";

/** Of nouns for what is held on an appointed day. */
const HELD = "held";

/** Words, and pairs of words ("about to"), that tell the direction of a clause. */
export class TenseWords {
  readonly #words = new Map<string, Direction>();
  /** By the first of two words: the second. */
  readonly #pairs = new Map<string, Map<string, Direction>>();
  readonly #moves = new Set<string>();
  readonly #held = new Set<string>();

  constructor(rows: readonly { readonly word: string; readonly direction: string }[]) {
    for (const row of rows) {
      if (row.direction === MOVED) this.#moves.add(row.word);
      else if (row.direction === HELD) this.#held.add(row.word);
      else this.#add(row.word.split(" "), row.direction as Direction);
    }
  }

  #add([first = "", second]: readonly string[], direction: Direction): void {
    if (second === undefined) {
      this.#words.set(first, direction);
      return;
    }
    this.#pairs.set(first, (this.#pairs.get(first) ?? new Map()).set(second, direction));
  }

  /** Whether the word, or it and the next one, moves a plan to another day: "moved to Friday", "put off to Friday". */
  moves(word: string, next = ""): boolean {
    return this.#moves.has(word) || this.#moves.has(`${word} ${next}`);
  }

  /** Whether the word names what is held on an appointed day: "march". */
  isHeld(word: string): boolean {
    return this.#held.has(word);
  }

  /** The direction of a word; the pair with the next one goes before. */
  of(word: string, next = ""): Direction | undefined {
    return this.#pairs.get(word)?.get(next) ?? this.#words.get(word);
  }
}
