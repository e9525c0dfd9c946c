import type { Article } from "../model/article.ts";
import type { Shingles } from "../model/near.ts";
import { hashOf, hashOfRow } from "./hash.ts";

/**
 * Words in a row that count as one shingle. Short, because an editor who changes every third word leaves no
 * longer ones; what recurs by chance is kept out by `says`.
 */
const SHINGLE = 3;
/** One shingle in each row of so many is a print of the report (winnowing). */
const WINDOW = 6;
/** What stands behind so many sentences is not compared. */
const MOST_SENTENCES = 2000;
/** No report has more prints: those of its smallest numbers, which a copy has as well. */
const MOST_PRINTS = 96;

const WORD = /[\p{L}\p{N}]+/gu;
/** Speech in quotation marks, also where the closing mark is missing at the end of a paragraph. */
const QUOTED = /[“"][^“”"]*(?:[”"]|$)/gu;
/**
 * What is told in the first person is somebody's words, which outlets print alike and copy nothing; what speaks
 * to the reader is the page's furniture, as are notices of rights.
 */
const NOT_TOLD =
  /\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us|[Yy]ou|[Yy]our|[Pp]lease|[Cc]opyright|[Aa]ll rights reserved|may not be (?:published|printed|reproduced|copied))\b/u;
const SENTENCE_END = /(?<=[.!?]["”’)]?)\s+(?=\p{Lu})/u;

/** Words without which nothing is said, but that say nothing themselves. */
const FUNCTION_WORDS = new Set(
  `the a an of to in on at for and or but with by from as is was were be been has have had will would that which who
   it its this these those he she they his her their not no are said after before over into than more also about up
   out`.split(/\s+/u),
);

/** What the report tells in its own words, paragraph by paragraph, in stretches that speech does not break. */
export function narrativeOf({ blocks, text }: Article): readonly string[] {
  return blocks
    .filter(({ kind }) => kind === "paragraph")
    .flatMap(({ start, end }) => text.slice(start, end).replace(QUOTED, "\n").split("\n"))
    .flatMap((stretch) => stretch.split(SENTENCE_END))
    .filter((sentence) => !NOT_TOLD.test(sentence));
}

/** A row of names and small words recurs in every report on them: one word that tells something must be in it. */
function says(row: readonly string[], isShouted: boolean): boolean {
  return row.some((word) => (isShouted || /^\p{Ll}/u.test(word)) && !FUNCTION_WORDS.has(word.toLowerCase()));
}

/** The shingles of a sentence, in their order. */
function rowsOf(sentence: string): readonly number[] {
  const words = sentence.match(WORD) ?? [];
  const isShouted = sentence === sentence.toUpperCase();
  const numbers = words.map((word) => hashOf(word.toLowerCase()));
  return numbers.flatMap((_, i) => {
    const row = words.slice(i, i + SHINGLE);
    const isFull = row.length === SHINGLE && says(row, isShouted);
    return isFull ? [hashOfRow(numbers.slice(i, i + SHINGLE))] : [];
  });
}

/** The smallest number of each window, each once: of two texts with a long row of words in common, the same ones. */
function winnow(rows: readonly number[]): readonly number[] {
  const chosen = new Set<number>();
  for (let i = 0; i + WINDOW <= Math.max(rows.length, WINDOW); i++) {
    if (rows.length > 0) chosen.add(Math.min(...rows.slice(i, i + WINDOW)));
  }
  return [...chosen];
}

/** What a text is compared by. */
export interface Shingled {
  readonly shingles: Shingles;
  /** The few by which copies are found. */
  readonly prints: readonly number[];
}

/**
 * Rows of words that the report tells in its own words, within its sentences, as numbers of 32 bits. Two
 * different ones fall together so seldom that no pair of reports becomes a copy by it.
 */
export function shinglesOf(article: Article): Shingled {
  const sentences = narrativeOf(article).map(rowsOf).slice(0, MOST_SENTENCES);
  const at = new Map<number, number>();
  for (const [sentence, rows] of sentences.entries()) {
    for (const row of rows) if (!at.has(row)) at.set(row, sentence);
  }
  const rows = Uint32Array.from(at.keys()).sort();
  const prints = new Set(sentences.flatMap(winnow));
  return {
    shingles: { rows, sentences: Uint16Array.from(rows, (row) => at.get(row) ?? 0) },
    prints: [...prints].sort((a, b) => a - b).slice(0, MOST_PRINTS),
  };
}

/** What two texts have in common. */
export interface Shared {
  readonly rows: number;
  /** How many of them stand outside the one sentence that has most of them. */
  readonly elsewhere: number;
}

/** Rows that stand in both. */
export function sharedRows(a: Shingles, b: Shingles): Shared {
  const bySentence = new Map<number, number>();
  let [i, j, rows] = [0, 0, 0];
  while (i < a.rows.length && j < b.rows.length) {
    const [x, y] = [a.rows[i] ?? 0, b.rows[j] ?? 0];
    if (x === y) {
      rows += 1;
      const sentence = a.sentences[i] ?? 0;
      bySentence.set(sentence, (bySentence.get(sentence) ?? 0) + 1);
    }
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return { rows, elsewhere: rows - Math.max(0, ...bySentence.values()) };
}
