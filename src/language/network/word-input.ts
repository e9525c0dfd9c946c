import { hashText, mix } from "../hash.ts";
import { type Lexicon, lookUp } from "../lexicon.ts";
import { normaliseForm, withoutDigits } from "../words.ts";

/** Endings of 1 to 4 letters, beginnings of 1 to 3, the shape and the whole word. */
export const AFFIXES = 9;

/** Rows that affixes share by their hash; row 0 stays empty. */
export const AFFIX_ROWS = 8192;

/** Words that the network knows by themselves, lower-cased, by hash; 0 is for all others. */
export interface Vocabulary {
  /** Words with a vector from running text. */
  readonly vectors: Lexicon;
  /** Words seen more than once in training. */
  readonly words: Lexicon;
}

/** What the network looks up for a form. */
export interface WordInput {
  readonly vector: number;
  readonly word: number;
  readonly affixes: readonly number[];
}

function classOf(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code >= 97 && code <= 122) return 1;
  if (code >= 65 && code <= 90) return 2;
  if (code >= 48 && code <= 57) return 3;
  if (code < 128) return 4 + code;
  const char = text.charAt(index);
  if (char.toLowerCase() !== char) return 2;
  return char.toUpperCase() !== char ? 1 : 4;
}

/** Characters that the shape looks at. */
const SHAPE_LIMIT = 24;

/** Hash of the shape: runs of lower-case, upper-case and digits, longer than two counted as two. */
function shapeOf(form: string): number {
  let hash = 7;
  let last = 0;
  let run = 0;
  for (let i = 0; i < form.length && i < SHAPE_LIMIT; i++) {
    const kind = classOf(form, i);
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run <= 2) hash = (Math.imul(hash, 131) + kind) | 0;
  }
  return hash;
}

/** The row of affix number `kind` with the given hash. */
function affixRow(hash: number, kind: number): number {
  return 1 + ((mix(hash, kind) >>> 0) % (AFFIX_ROWS - 1));
}

/** Describes a form as written. */
export function describeForm(form: string, { vectors, words }: Vocabulary): WordInput {
  const normal = withoutDigits(normaliseForm(form));
  const lower = normal.toLowerCase();
  const key = hashText(lower);
  const affixes: number[] = [];
  for (let k = 1; k <= 4; k++) affixes.push(hashText(lower, Math.max(0, lower.length - k)));
  for (let k = 1; k <= 3; k++) affixes.push(hashText(lower, 0, Math.min(k, lower.length)));
  affixes.push(shapeOf(normal), key);
  return { vector: lookUp(vectors, key), word: lookUp(words, key), affixes: affixes.map(affixRow) };
}
