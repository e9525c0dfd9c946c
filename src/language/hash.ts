/** Multiplier of the mixing step: 2^32 divided by the golden ratio, odd. */
const GOLDEN = 0x9e3779b1;

/** Offset basis of 32-bit FNV-1a. */
const FNV_BASIS = 0x811c9dc5 | 0;

/** Prime of 32-bit FNV-1a. */
const FNV_PRIME = 0x01000193;

/** Mixes `value` into the running 32-bit hash `hash`. */
export function mix(hash: number, value: number): number {
  const product = Math.imul(hash ^ value, GOLDEN);
  return product ^ (product >>> 15);
}

/** 32-bit hash (FNV-1a over UTF-16 code units, then mixed) of `text` between `start` and `end`; never 0. */
export function hashText(text: string, start = 0, end = text.length): number {
  let hash = FNV_BASIS;
  for (let i = start; i < end; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  }
  return mix(hash, end - start) || 1;
}
