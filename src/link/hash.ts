/** Start and factor of the FNV-1a hash. */
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** A number of 32 bits for a word. */
export function hashOf(word: string): number {
  let hash = OFFSET;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), PRIME);
  return mixed(hash);
}

/** Spreads what differs in few bits over all of them. */
export function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  return (once ^ (once >>> 15)) >>> 0;
}

/** A number of 32 bits for numbers in a row. */
export function hashOfRow(numbers: readonly number[]): number {
  return mixed(numbers.reduce((hash, each) => Math.imul(hash, 31) + each, OFFSET));
}
