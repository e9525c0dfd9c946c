/** A read-only map from 32-bit word hashes to small numbers, laid over typed arrays (open addressing). */
export interface Lexicon {
  readonly keys: Int32Array;
  readonly values: Uint16Array;
}

/** The value stored for `key`, or 0 where there is none. */
export function lookUp(lexicon: Lexicon, key: number): number {
  const mask = lexicon.keys.length - 1;
  let slot = (key ^ (key >>> 16)) & mask;
  for (let probe = 0; probe <= mask; probe++) {
    const found = lexicon.keys[slot] as number;
    if (found === key) return lexicon.values[slot] as number;
    if (found === 0) return 0;
    slot = (slot + 1) & mask;
  }
  return 0;
}

/** Builds a lexicon at most half full, so that a look-up ends after a step or two. */
export function buildLexicon(entries: Iterable<readonly [number, number]>): Lexicon {
  const list = [...entries].sort((a, b) => a[0] - b[0]);
  let size = 2;
  while (size < list.length * 2) size *= 2;
  const keys = new Int32Array(size);
  const values = new Uint16Array(size);
  for (const [key, value] of list) {
    let slot = (key ^ (key >>> 16)) & (size - 1);
    while (keys[slot] !== 0) slot = (slot + 1) & (size - 1);
    keys[slot] = key;
    values[slot] = value;
  }
  return { keys, values };
}
