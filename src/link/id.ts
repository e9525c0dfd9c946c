import { createHash } from "node:crypto";

const SHORTEST = 6;

/**
 * Gives ids that stay the same when more is added: the first letters of a hash of what the thing is made
 * from, longer only where two would be equal.
 */
export class IdMaker {
  readonly #used = new Set<string>();

  make(prefix: string, seed: string): string {
    const digest = createHash("sha256").update(seed).digest("hex");
    for (let length = SHORTEST; length < digest.length; length++) {
      const id = prefix + digest.slice(0, length);
      if (!this.#used.has(id)) {
        this.#used.add(id);
        return id;
      }
    }
    throw new RangeError(`two things are made from the same words: ${seed}`);
  }
}
