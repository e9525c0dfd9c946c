import { LIST } from "./gazetteer.ts";
import { bestClass, type Classes, classesOf, newFeatures, type Weights } from "./linear.ts";
import { COLUMN, type Rows, rowAt } from "./rows.ts";
import { compileTemplates, fillFeatures } from "./templates.ts";

/** Positions seen by the tagger, relative to the word. */
const POSITIONS = ["-3", "-2", "-1", "0", "1", "2", "3"];

/** The tagger's features: word and context, affixes, clusters, tags already given, possible tags ahead. */
const TEMPLATES = compileTemplates(
  [
    "0.lower",
    "0.form",
    "0.form -1.tag",
    "0.lower -1.lower",
    "0.lower 1.lower",
    "0.lower -1.tag -2.tag",
    "0.lower 1.tagSet",
    "0.lower 1.cluster",
    "0.lower -1.tag 1.tagSet",
    "-1.lower",
    "-2.lower",
    "1.lower",
    "2.lower",
    "-1.lower 1.lower",
    "1.lower 2.lower",
    "-1.tag",
    "-2.tag",
    "-1.tag -2.tag",
    "-1.tag -2.tag -3.tag",
    "0.suffix1",
    "0.suffix2",
    "0.suffix3",
    "0.suffix4",
    "0.suffix3 -1.tag",
    "0.suffix2 -1.tag",
    "0.suffix3 1.suffix3",
    "0.suffix3 1.tagSet",
    "0.prefix1",
    "0.prefix2",
    "0.prefix3",
    "0.shape",
    "0.shape -1.tag",
    "0.shape 1.shape",
    "0.shape 0.style",
    "0.shape 0.suffix3",
    "0.shape -1.shape 1.shape",
    "0.shape 0.cluster",
    "-1.shape 0.shape 0.style",
    "1.suffix3",
    "-1.suffix3",
    "1.tagSet",
    "2.tagSet",
    "0.tagSet -1.tag",
    "0.tagSet 1.tagSet",
    "0.tagSet -1.tag 1.tagSet",
    "0.tagSet -1.tag -2.tag",
    "0.tagSet 1.tagSet 2.tagSet",
    "-1.tag 1.tagSet",
    "-1.tag 1.lower",
    "-1.lower 0.tagSet",
    "0.tagSet 1.lower",
    "0.cluster",
    "-1.cluster",
    "1.cluster",
    "2.cluster",
    "0.cluster -1.tag",
    "0.cluster 1.cluster",
    "-1.cluster 0.cluster",
    "0.lists",
    "0.lists 0.shape",
    "0.lists 1.lists",
    "-1.lists 0.lists",
    "0.lists 1.lower",
    "0.lists -1.tag",
    "0.lists 0.shape 0.style",
    "0.lists 0.shape 1.tagSet",
    "0.coarse",
    "0.coarse -1.tag",
    "0.coarse 1.coarse",
    "-1.coarse 0.coarse 1.coarse",
  ],
  { positions: POSITIONS, columns: COLUMN },
);

/** Marks a word that no table restricts to some tags. */
const OPEN = 0;

/** A trained tagger. */
export interface Tagger {
  readonly weights: Weights;
  /** Number of slots less one, a power of two less one. */
  readonly mask: number;
  /** Joint tags, "NOUN|NN"; a word's tag in its row is the index here plus 1. */
  readonly tags: readonly string[];
  /** Index of the universal part of speech of each joint tag, from 1. */
  readonly uposOf: ArrayLike<number>;
  /** Tags allowed for each set of possible tags; the first entry holds those of open classes. */
  readonly allowed: readonly Classes[];
  /**
   * The same without the tags of proper nouns, for words written small in a sentence that begins with a capital.
   * Only when reading: who writes "Moscow" does not write "hurricane" for a name, but mail, which the tagger learns
   * from, does.
   */
  readonly common?: readonly Classes[];
}

/** The classes without those of proper nouns; as they are where nothing else is left. */
export function withoutProper(allowed: readonly Classes[], tags: readonly string[]): Classes[] {
  return allowed.map((classes) => {
    const common = [...classes.list].filter((tag) => !/\|NNPS?$/.test(tags[tag] as string));
    return common.length > 0 ? classesOf(common) : classes;
  });
}

/** What each decision of the tagger is told to do; while training, a teacher decides. */
export type TagChooser = (index: number, guess: number) => number;

/** Working memory of the tagger, reused from word to word. */
export interface TagScratch {
  readonly at: Int32Array;
  readonly features: ReturnType<typeof newFeatures>;
  readonly scores: Int32Array;
}

/** Working memory for a tagger of so many tags. */
export function newTagScratch(tags: number): TagScratch {
  return {
    at: new Int32Array(POSITIONS.length),
    features: newFeatures(TEMPLATES.count),
    scores: new Int32Array(tags),
  };
}

function isWrittenSmall(cells: Int32Array, index: number): boolean {
  const start = rowAt(index);
  return cells[start + COLUMN.form] === cells[start + COLUMN.lower];
}

/** Whether the word is small in a sentence that begins with a capital, and is no "bin" or "von" of a name. */
function isSmall(cells: Int32Array, index: number): boolean {
  const lists = cells[rowAt(index) + COLUMN.lists] as number;
  return (
    index > 0 && (lists & LIST.particle) === 0 && isWrittenSmall(cells, index) && !isWrittenSmall(cells, 0)
  );
}

/** Computes the features of word `index` and the best tag for it. */
export function guessTag(tagger: Tagger, rows: Rows, index: number, scratch: TagScratch): number {
  const { cells } = rows;
  for (let k = 0; k < POSITIONS.length; k++) scratch.at[k] = rowAt(index + k - 3);
  fillFeatures(TEMPLATES, { rows: cells, at: scratch.at }, scratch.features, tagger.mask);
  const set = cells[rowAt(index) + COLUMN.tagSet] as number;
  const lists = tagger.common && isSmall(cells, index) ? tagger.common : tagger.allowed;
  const classes = lists[set] ?? (lists[OPEN] as Classes);
  return bestClass(tagger.weights, scratch.features, { classes, scores: scratch.scores });
}

/** Tags the words of a sentence from left to right, into the columns `tag` and `upos`. */
export function tagRows(tagger: Tagger, rows: Rows, choose?: TagChooser, scratch?: TagScratch): void {
  const memory = scratch ?? newTagScratch(tagger.tags.length);
  for (let i = 0; i < rows.count; i++) {
    const guess = guessTag(tagger, rows, i, memory);
    const tag = choose ? choose(i, guess) : guess;
    setTag(tagger, rows, i, tag);
  }
}

/** Writes a tag into a word's row. */
export function setTag(tagger: Pick<Tagger, "uposOf">, rows: Rows, index: number, tag: number): void {
  const start = rowAt(index);
  rows.cells[start + COLUMN.tag] = tag + 1;
  rows.cells[start + COLUMN.upos] = tagger.uposOf[tag] as number;
}
