import { createHash } from "node:crypto";

/** Fifty bits: among a million things two are alike once in two thousand chronicles. */
const SHORTEST = 10;
/** Ids of events are typed and stand in a column: thirty bits. Two in one part never have the same. */
const SHORTEST_EVENT = 6;
/** Digits and small letters without those that look alike (after Crockford's base 32). */
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

function digestOf(seed: string): string {
  let letters = "";
  for (const byte of createHash("sha256").update(seed).digest()) letters += LETTERS[byte % 32];
  return letters;
}

/**
 * Gives ids that stay the same when more is added: the first letters of a hash of what the thing is made
 * from, longer only where two would be equal.
 */
export class IdMaker {
  readonly #used = new Set<string>();

  make(prefix: string, seed: string): string {
    const digest = digestOf(seed);
    const shortest = prefix === "E" ? SHORTEST_EVENT : SHORTEST;
    for (let length = shortest; length < digest.length; length++) {
      const id = prefix + digest.slice(0, length);
      if (!this.#used.has(id)) {
        this.#used.add(id);
        return id;
      }
    }
    throw new RangeError(`two things are made from the same words: ${seed}`);
  }
}
