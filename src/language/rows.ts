import { listBits } from "./gazetteer.ts";
import { describeWord, WORD, WORD_COLUMNS, type WordTables } from "./words.ts";

/** Columns of a row: one word with all that the models know about it so far. */
export const COLUMN = {
  ...WORD,
  /** Joint tag, 1 and up. */
  tag: WORD_COLUMNS,
  upos: WORD_COLUMNS + 1,
  /** Relation to the head, 1 and up; or the label of the name finder. */
  label: WORD_COLUMNS + 2,
  leftCount: WORD_COLUMNS + 3,
  rightCount: WORD_COLUMNS + 4,
  leftLabels: WORD_COLUMNS + 5,
  rightLabels: WORD_COLUMNS + 6,
  /** What the lists of names say of the word. */
  lists: WORD_COLUMNS + 7,
  /** What the document says of the word elsewhere. */
  memory: WORD_COLUMNS + 8,
  /** How the sentence is written: as usual, as a title, in capitals. */
  style: WORD_COLUMNS + 9,
} as const;

/** Number of columns of a row. */
export const ROW = WORD_COLUMNS + 10;

/** Empty rows before the first word and after the last, so that features may look past the ends. */
export const MARGIN = 4;

/** The rows of a sentence of `count` words, with `MARGIN` empty rows at each end. */
export interface Rows {
  readonly cells: Int32Array;
  readonly count: number;
}

/** How a sentence is written. */
const STYLE = { usual: 0, title: 1, capitals: 2 } as const;

/** A sentence is written as a title when at least this share of its longer words begin with a capital. */
const TITLE_SHARE = 0.7;

function styleOf(forms: readonly string[]): number {
  let words = 0;
  let capitalised = 0;
  let upper = 0;
  for (const form of forms) {
    if (form.length < 4 || !/^\p{L}/u.test(form)) continue;
    words++;
    if (/^\p{Lu}/u.test(form)) capitalised++;
    if (form === form.toUpperCase()) upper++;
  }
  if (words < 3) return STYLE.usual;
  if (upper >= words * TITLE_SHARE) return STYLE.capitals;
  return capitalised >= words * TITLE_SHARE ? STYLE.title : STYLE.usual;
}

/** Where the row of word `index` begins. */
export function rowAt(index: number): number {
  return (index + MARGIN) * ROW;
}

/** Describes the words of a sentence. Empty rows differ by their distance from the sentence. */
export function makeRows(forms: readonly string[], tables: WordTables): Rows {
  const count = forms.length;
  const cells = new Int32Array((count + 2 * MARGIN) * ROW);
  const style = styleOf(forms);
  const lists = listBits(tables.gazetteer, forms);
  for (let i = 0; i < count; i++) {
    const start = rowAt(i);
    describeWord(forms[i] as string, tables, cells.subarray(start, start + WORD_COLUMNS));
    cells[start + COLUMN.style] = style;
    cells[start + COLUMN.lists] = lists[i] as number;
  }
  for (let k = 1; k <= MARGIN; k++) {
    cells.fill(-k, rowAt(-k), rowAt(-k) + WORD_COLUMNS);
    cells.fill(-k - MARGIN, rowAt(count - 1 + k), rowAt(count - 1 + k) + WORD_COLUMNS);
  }
  return { cells, count };
}
