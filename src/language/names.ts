import type { NameType } from "../model/token.ts";
import { bestClass, type Classes, classesOf, newFeatures, type Weights } from "./linear.ts";
import { COLUMN, type Rows, rowAt } from "./rows.ts";
import { compileTemplates, fillFeatures } from "./templates.ts";

/** Kinds of names that the finder learns; "other" is found by rule. */
export const LEARNED_TYPES: readonly NameType[] = ["person", "organization", "place"];

/** Place of a word in a name: begin, inside, last, or a unit of its own. */
const PART = { begin: 0, inside: 1, last: 2, unit: 3 } as const;

/** Class 0 is "no name"; then begin, inside, last and unit of each type. */
export const NAME_CLASSES = 1 + 4 * LEARNED_TYPES.length;

/** The class of a part of a name of the type with this index. */
export function nameClass(type: number, part: keyof typeof PART): number {
  return 1 + 4 * type + PART[part];
}

/** The class of words that are in no name. */
export const OUTSIDE = 0;

const LINES = [
  "0.lower|0.form|-1.lower|1.lower|-2.lower|2.lower|-1.form 0.form|0.form 1.form|-1.lower 1.lower",
  "0.shape|-1.shape 0.shape|0.shape 1.shape|-1.shape 0.shape 1.shape|0.shape 0.style|0.suffix2|0.suffix3|0.suffix4|0.prefix2|0.prefix3",
  "0.tag|-1.tag 0.tag|0.tag 1.tag|-1.tag 0.tag 1.tag|0.tag 0.shape|1.tag 2.tag|-2.tag -1.tag",
  "0.cluster|-1.cluster|1.cluster|2.cluster|-1.cluster 0.cluster|0.cluster 1.cluster|0.coarse|-1.coarse 0.coarse|0.coarse 1.coarse|-2.coarse -1.coarse",
  "0.lists|-1.lists|1.lists|-1.lists 0.lists|0.lists 1.lists|-1.lists 0.lists 1.lists|2.lists 1.lists|-2.lists -1.lists|0.lists 0.tag|0.lists 1.tag|0.lists -1.tag|0.lists 0.shape",
  "0.lists -1.lower|0.lists 1.lower|0.lists 0.cluster|1.lists 0.tag 0.shape|-1.lists 0.tag 0.shape",
  "-1.label|-1.label -2.label|-1.label 0.lower|-1.label 0.lists|-1.label 0.tag|-1.label 0.shape|-1.label 0.suffix3|-1.label 1.lists|-1.label 0.tag 1.tag|-1.label -1.lower|-1.label 0.cluster|-1.label 1.lower|-1.label 0.lists 1.lists",
  "0.memory|0.memory -1.label|0.memory 0.lists|0.memory 0.shape|1.memory|-1.memory|1.memory 0.tag|0.memory 1.memory",
];

const POSITIONS = ["-3", "-2", "-1", "0", "1", "2", "3"];

const TEMPLATES = compileTemplates(
  LINES.flatMap((line) => line.split("|")),
  { positions: POSITIONS, columns: COLUMN },
);

/** A trained name finder. */
export interface NameFinder {
  readonly weights: Weights;
  readonly mask: number;
}

/** What a document has said so far of its words: form to class type, 1 and up. */
export type NameMemory = Map<string, number>;

/** A name as a half-open range of the words of its sentence. */
export interface NameRange {
  readonly from: number;
  readonly to: number;
  readonly type: NameType;
}

const OPEN_CLASSES = classesOf([
  OUTSIDE,
  ...LEARNED_TYPES.flatMap((_, t) => [nameClass(t, "begin"), nameClass(t, "unit")]),
]);
const CLOSED_CLASSES = classesOf([OUTSIDE, ...LEARNED_TYPES.map((_, t) => nameClass(t, "unit"))]);
const INSIDE_CLASSES = LEARNED_TYPES.map((_, t) => classesOf([nameClass(t, "inside"), nameClass(t, "last")]));
const LAST_CLASSES = LEARNED_TYPES.map((_, t) => classesOf([nameClass(t, "last")]));

/** Whether a name goes on after a word of this class. */
export function isOpen(found: number): boolean {
  const part = (found - 1) % 4;
  return found !== OUTSIDE && (part === PART.begin || part === PART.inside);
}

/** The classes that may follow `previous`; `last` tells that no word follows. */
export function allowedAfter(previous: number, last: boolean): Classes {
  if (!isOpen(previous)) return last ? CLOSED_CLASSES : OPEN_CLASSES;
  const type = (previous - 1) >> 2;
  return (last ? LAST_CLASSES : INSIDE_CLASSES)[type] as Classes;
}

/** Working memory of the finder. */
export interface NameScratch {
  readonly at: Int32Array;
  readonly features: ReturnType<typeof newFeatures>;
  readonly scores: Int32Array;
}

/** Makes the working memory. */
export function newNameScratch(): NameScratch {
  return {
    at: new Int32Array(POSITIONS.length),
    features: newFeatures(TEMPLATES.count),
    scores: new Int32Array(NAME_CLASSES),
  };
}

/** Writes into the rows what the memory says, and clears the labels that the parser left. */
export function prepareRows(rows: Rows, forms: readonly string[], memory: NameMemory): void {
  forms.forEach((form, i) => {
    const start = rowAt(i);
    rows.cells[start + COLUMN.label] = 0;
    rows.cells[start + COLUMN.memory] = memory.get(form) ?? 0;
  });
}

/** The best class for word `index`, given the classes before it. */
export function guessClass(finder: NameFinder, rows: Rows, index: number, scratch: NameScratch): number {
  const { cells, count } = rows;
  for (let k = 0; k < POSITIONS.length; k++) scratch.at[k] = rowAt(index + k - 3);
  fillFeatures(TEMPLATES, { rows: cells, at: scratch.at }, scratch.features, finder.mask);
  const previous =
    index === 0 ? OUTSIDE : Math.max(0, (cells[rowAt(index - 1) + COLUMN.label] as number) - 1);
  const classes = allowedAfter(previous, index === count - 1);
  return bestClass(finder.weights, scratch.features, { classes, scores: scratch.scores });
}

/** Writes the class of a word into its row. */
export function setClass(rows: Rows, index: number, found: number): void {
  rows.cells[rowAt(index) + COLUMN.label] = found + 1;
}

/** The names that the classes of the rows spell. */
export function namesOfRows(rows: Rows): NameRange[] {
  const ranges: NameRange[] = [];
  let from = 0;
  for (let i = 0; i < rows.count; i++) {
    const found = (rows.cells[rowAt(i) + COLUMN.label] as number) - 1;
    if (found <= OUTSIDE) continue;
    const part = (found - 1) % 4;
    const type = LEARNED_TYPES[(found - 1) >> 2] as NameType;
    if (part === PART.begin || part === PART.unit) from = i;
    if (part === PART.last || part === PART.unit) ranges.push({ from, to: i + 1, type });
  }
  return ranges;
}

/** Remembers the words of the names found, for the rest of the document. */
export function remember(memory: NameMemory, forms: readonly string[], ranges: readonly NameRange[]): void {
  for (const { from, to, type } of ranges) {
    for (let i = from; i < to; i++) {
      const form = forms[i] as string;
      if (/^\p{Lu}/u.test(form))
        memory.set(form, 1 + LEARNED_TYPES.indexOf(type) * 2 + (to - from > 1 ? 1 : 0));
    }
  }
}
