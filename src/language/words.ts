import type { Gazetteer } from "./gazetteer.ts";
import { hashText } from "./hash.ts";
import { EMPTY_LEXICON, type Lexicon, lookUp } from "./lexicon.ts";

/** Columns of a word's features. */
export const WORD = {
  lower: 0,
  form: 1,
  suffix1: 2,
  suffix2: 3,
  suffix3: 4,
  suffix4: 5,
  prefix1: 6,
  prefix2: 7,
  prefix3: 8,
  shape: 9,
  cluster: 10,
  coarse: 11,
  tagSet: 12,
} as const;

/** Number of columns in `WORD`. */
export const WORD_COLUMNS = 13;

/** Words learned from raw text and treebanks, by hash: distributional clusters and possible tags. */
export interface WordTables {
  /** Fine cluster of a lower-cased word, 1 and up. */
  readonly clusters: Lexicon;
  /** Coarse cluster of each fine cluster. */
  readonly coarse: Uint16Array;
  /** Lists of names. */
  readonly gazetteer: Gazetteer;
  /** Number of the set of tags that a lower-cased word had in training, 1 and up. */
  readonly tagSets: Lexicon;
}

/** Tables that know no word. */
export const NO_WORD_TABLES: WordTables = {
  clusters: EMPTY_LEXICON,
  coarse: new Uint16Array(1),
  tagSets: EMPTY_LEXICON,
  gazetteer: { words: new Map(), places: new Map() },
};

const NOT_ASCII = /[^\0-\x7f]/;
const CURLY_SINGLE = /[\u2018\u2019\u201a\u201b\u2032\u2039\u203a\u02bc\u00b4]/g;
const CURLY_DOUBLE = /[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/g;
const DASH = /[\u2010-\u2015\u2212]/g;

/** Spells quotation marks, dashes and ellipses as treebanks do; all else as it stands. */
export function normaliseForm(form: string): string {
  if (!NOT_ASCII.test(form)) return form;
  return form
    .replace(CURLY_SINGLE, "'")
    .replace(CURLY_DOUBLE, '"')
    .replace(DASH, "-")
    .replace(/\u2026/g, "...");
}

/** The form with every digit written as 0, so that all years, and all ages, look alike. */
export function withoutDigits(form: string): string {
  return /\d/.test(form) ? form.replace(/\d/g, "0") : form;
}

/** The form lower-cased and normalised: the key under which word tables know it. */
export function wordKey(form: string): string {
  return withoutDigits(normaliseForm(form).toLowerCase());
}

function classOf(code: number, text: string, index: number): number {
  if (code >= 97 && code <= 122) return 1;
  if (code >= 65 && code <= 90) return 2;
  if (code >= 48 && code <= 57) return 3;
  if (code < 128) return 4 + code;
  const char = text.charAt(index);
  if (char.toLowerCase() !== char) return 2;
  return char.toUpperCase() !== char ? 1 : 4;
}

/** Hash of the shape: runs of lower-case, upper-case and digits, longer than two counted as two. */
function shapeOf(form: string): number {
  let hash = 7;
  let last = 0;
  let run = 0;
  for (let i = 0; i < form.length && i < 24; i++) {
    const kind = classOf(form.charCodeAt(i), form, i);
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run <= 2) hash = (Math.imul(hash, 131) + kind) | 0;
  }
  return hash;
}

/** Fills one row of `into` with the features of a word as written. */
export function describeWord(form: string, tables: WordTables, into: Int32Array): void {
  const normal = withoutDigits(normaliseForm(form));
  const lower = normal.toLowerCase();
  const length = lower.length;
  const key = hashText(lower);
  into[WORD.lower] = key;
  into[WORD.form] = lower === normal ? key : hashText(normal);
  for (let k = 1; k <= 4; k++) into[WORD.suffix1 + k - 1] = hashText(lower, Math.max(0, length - k), length);
  for (let k = 1; k <= 3; k++) into[WORD.prefix1 + k - 1] = hashText(lower, 0, Math.min(k, length));
  into[WORD.shape] = shapeOf(normal);
  const cluster = lookUp(tables.clusters, key);
  into[WORD.cluster] = cluster;
  into[WORD.coarse] = tables.coarse[cluster] as number;
  into[WORD.tagSet] = lookUp(tables.tagSets, key);
}
