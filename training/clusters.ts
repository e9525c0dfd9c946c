import { hashText } from "../src/language/hash.ts";
import { buildLexicon, type Lexicon } from "../src/language/lexicon.ts";
import { embed, type SparseRows } from "./embed.ts";
import { kMeans } from "./k-means.ts";

/** Words seen at least this often get a cluster. */
const WORD_FROM = 6;

/** At most so many words, the most frequent. */
const WORD_LIMIT = 40_000;

/** The most frequent words serve as contexts, on the left and on the right. */
const CONTEXTS = 2_000;

/**
 * Numbers of fine and coarse clusters. Of 200, 400, 600 and 1000 fine ones, 600 tagged the EWT dev set best.
 * Discounting rare pairs of word and context made it worse.
 */
const FINE = 600;
const COARSE = 80;

/** Clusters of words by the words beside them; 0 is "unknown" in both tables. */
export interface Clusters {
  readonly lexicon: Lexicon;
  /** Coarse cluster of each fine one. */
  readonly coarse: Uint16Array;
  /** Members of each fine cluster, most frequent first, to look at. */
  readonly members: readonly (readonly string[])[];
}

function countWords(paragraphs: Iterable<readonly string[]>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const words of paragraphs) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function countContexts(
  paragraphs: Iterable<readonly string[]>,
  ids: ReadonlyMap<string, number>,
): Map<number, number>[] {
  const rows = Array.from({ length: ids.size }, () => new Map<number, number>());
  const add = (row: number | undefined, column: number | undefined, side: number) => {
    if (row === undefined || column === undefined || column >= CONTEXTS) return;
    const counts = rows[row] as Map<number, number>;
    const key = column + side * CONTEXTS;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (const words of paragraphs) {
    let before: number | undefined;
    for (const word of words) {
      const id = ids.get(word);
      add(id, before, 0);
      add(before, id, 1);
      before = id;
    }
  }
  return rows;
}

/** Positive pointwise mutual information of words and contexts. */
function mutualInformation(rows: readonly Map<number, number>[]): SparseRows {
  const columns = CONTEXTS * 2;
  const rowSums = rows.map((row) => [...row.values()].reduce((a, b) => a + b, 0));
  const columnSums = new Float64Array(columns);
  let total = 0;
  for (const row of rows) {
    for (const [column, n] of row) {
      columnSums[column] = (columnSums[column] as number) + n ** 0.75;
      total += n ** 0.75;
    }
  }
  const start = new Int32Array(rows.length + 1);
  const column: number[] = [];
  const value: number[] = [];
  rows.forEach((row, r) => {
    for (const [c, n] of row) {
      const pmi = Math.log((n * total) / ((rowSums[r] as number) * (columnSums[c] as number)));
      if (pmi <= 0) continue;
      column.push(c);
      value.push(pmi);
    }
    start[r + 1] = column.length;
  });
  return { start, column: Int32Array.from(column), value: Float32Array.from(value), columns };
}

/** Clusters the words of the paragraphs; `paragraphs` is asked for twice. */
export function makeClusters(
  paragraphs: () => Iterable<readonly string[]>,
  options: { readonly seed: number; readonly log?: (line: string) => void },
): Clusters {
  const counts = countWords(paragraphs());
  const frequent = [...counts]
    .filter(([, n]) => n >= WORD_FROM)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const words = frequent.slice(0, WORD_LIMIT).map(([word]) => word);
  options.log?.(`clusters: ${words.length} words of ${[...counts.values()].reduce((a, b) => a + b, 0)}`);
  const ids = new Map(words.map((word, index) => [word, index]));
  const vectors = embed(mutualInformation(countContexts(paragraphs(), ids)), options.seed);
  const fine = kMeans(vectors, { clusters: FINE, seed: options.seed });
  const upper = kMeans(fine.centres, { clusters: COARSE, seed: options.seed });
  const members: string[][] = Array.from({ length: FINE }, () => []);
  words.forEach((word, k) => {
    members[fine.of[k] as number]?.push(word);
  });
  return {
    lexicon: buildLexicon(words.map((word, k) => [hashText(word), (fine.of[k] as number) + 1])),
    coarse: Uint16Array.from([0, ...Array.from(upper.of, (c) => c + 1)]),
    members,
  };
}
