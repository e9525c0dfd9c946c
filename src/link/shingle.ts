import type { Article } from "../model/article.ts";

/** Words in a row that count as one shingle: shorter ones recur by chance, longer ones break at each edit. */
const SHINGLE = 5;
/** Two reports that share fewer shingles than this are not compared: a notice or a motto makes no copy. */
export const FEWEST_SHARED = 25;

const WORD = /[\p{L}\p{N}]+/gu;

/** Start and factor of the FNV-1a hash. */
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

function hashOf(word: string): number {
  let hash = OFFSET;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), PRIME);
  return hash;
}

/** Spreads what differs in few bits over all of them. */
function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  return (once ^ (once >>> 15)) >>> 0;
}

/**
 * Words in a row of the report, within its paragraphs, each once, as numbers of 32 bits: millions of them must
 * be held at once. Two different ones fall together so seldom that no pair of reports becomes a copy by it.
 */
export function shinglesOf({ blocks, text }: Article): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { kind, start, end } of blocks) {
    if (kind !== "paragraph") continue;
    const words = (text.slice(start, end).toLowerCase().match(WORD) ?? []).map(hashOf);
    for (let i = 0; i + SHINGLE <= words.length; i++) {
      const row = words.slice(i, i + SHINGLE);
      found.add(mixed(row.reduce((hash, word) => Math.imul(hash, 31) + mixed(word), OFFSET)));
    }
  }
  return found;
}
