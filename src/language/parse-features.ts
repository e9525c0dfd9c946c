import type { Features } from "./linear.ts";
import { NONE, type ParseState, stackAt } from "./parse-state.ts";
import { COLUMN, MARGIN, rowAt } from "./rows.ts";
import { compileTemplates, fillFeatures } from "./templates.ts";

/** Words that the parser looks at: stack, buffer, and their outermost children; and the state as a whole. */
export const PARSE_POSITIONS = [
  ...["s0", "s1", "s2", "b0", "b1", "b2"],
  ...["s0l", "s0l2", "s0r", "s0r2", "s1l", "s1r", "s1r2", "b0l", "b0l2"],
  "state",
];

/** Columns of the row that describes the state as a whole. */
const STATE = { near: 0, far: 1, commas: 2, commasFar: 3, depth: 4 } as const;

const LINES = [
  "s0.lower s0.tag|s0.lower|s0.tag|s0.cluster|s0.coarse s0.upos",
  "b0.lower b0.tag|b0.lower|b0.tag|b0.cluster|b0.coarse b0.upos",
  "s1.lower s1.tag|s1.lower|s1.tag|s1.cluster|b1.lower b1.tag|b1.lower|b1.tag|b2.lower b2.tag|b2.tag|s2.lower s2.tag|s2.tag",
  "s0.lower s0.tag b0.lower b0.tag|s0.lower s0.tag b0.lower|s0.lower b0.lower b0.tag|s0.lower s0.tag b0.tag",
  "s0.tag b0.lower b0.tag|s0.lower b0.lower|s0.tag b0.tag|s0.cluster b0.cluster|s0.cluster b0.tag|s0.tag b0.cluster",
  "s1.lower s0.lower|s1.lower s1.tag s0.tag|s1.tag s0.lower s0.tag|s1.tag s0.tag|s1.cluster s0.cluster|s1.cluster s0.tag|s1.tag s0.cluster",
  "s1.lower b0.lower|s1.tag b0.tag|s1.lower b0.tag|s1.tag b0.lower|b0.tag b1.tag|b0.lower b1.lower|b0.tag b1.lower",
  "s0.tag b0.tag b1.tag|b0.tag b1.tag b2.tag|s1.tag s0.tag b0.tag|s2.tag s1.tag s0.tag|s0.tag b0.tag b2.tag",
  "s1.tag s0.tag b0.tag b1.tag|s1.tag s0.lower b0.tag|s1.lower s0.tag b0.tag|s1.tag s0.tag b0.lower|s0.lower b0.tag b1.tag",
  "s1.lower s0.lower b0.tag|s1.cluster s0.cluster b0.cluster|s1.lower s0.tag b0.lower|s1.tag s0.upos b0.upos b1.upos b2.upos",
  "s0.tag s0l.tag b0.tag|s0.tag s0r.tag b0.tag|s0.tag b0.tag b0l.tag|s1.tag s1r.tag s0.tag|s1.tag s1l.tag s0.tag|s1.tag s0.tag s0r.tag|s1.tag s0.tag s0l.tag",
  "s0l.lower|s0l.tag|s0l.label|s0r.lower|s0r.tag|s0r.label|b0l.lower|b0l.tag|b0l.label|s1r.label|s1l.label|s1r.tag",
  "s0.tag s0l.label s0r.label|s0.lower s0l.label s0r.label|s1.tag s1l.label s1r.label|s1.lower s1r.label|s0.tag s0l.label s0l2.label",
  "s0.tag s0r.label s0r2.label|b0.tag b0l.label b0l2.label|s1.tag s1r.label s1r2.label|s1.tag s1r.label s0.tag|s0l2.tag|s0r2.tag|b0l2.tag|s1r.lower s1.tag",
  "s0.lower s0.leftCount|s0.tag s0.leftCount s0.rightCount|s0.lower s0.rightCount|b0.lower b0.leftCount|b0.tag b0.leftCount|s1.tag s1.rightCount|s1.lower s1.rightCount",
  "s0.tag s0.leftLabels s0.rightLabels|s0.lower s0.leftLabels|s0.lower s0.rightLabels|s1.tag s1.leftLabels s1.rightLabels|s1.lower s1.rightLabels|b0.tag b0.leftLabels|b0.lower b0.leftLabels",
  "s0.tag s0.rightLabels b0.tag|s1.tag s1.rightLabels s0.tag|s0.tag s0.leftLabels b0.tag b0.leftLabels|s1.tag s0.tag b0.tag b0.leftLabels",
  "s0.tag b0.tag state.near|s0.lower state.near|b0.lower state.near|s0.lower b0.lower state.near|s0.tag state.near|s1.tag s0.tag state.far|s0.lower state.far|s1.lower state.far",
  "s0.tag b0.tag state.commas|s1.tag s0.tag state.commasFar|s0.upos b0.upos state.commas state.near|s1.tag s0.tag b0.tag state.commas|state.depth b0.tag|state.depth s0.tag b0.tag",
  "s0.suffix3 b0.suffix3|s1.suffix3 s0.suffix3|s0.suffix2 s0.tag b0.tag|s0.shape b0.shape|s0.tag b0.form|s0.form b0.tag",
];

const TEMPLATES = compileTemplates(
  LINES.flatMap((line) => line.split("|")),
  { positions: PARSE_POSITIONS, columns: { ...COLUMN, ...STATE } },
);

/** Number of features of a state. */
export const PARSE_FEATURES = TEMPLATES.count;

/** Row of words that are not there. */
const NO_WORD = rowAt(-MARGIN);

/** The commas before each word, and where the state's own row lies: what features need beyond the state. */
export interface ParseContext {
  readonly commas: Int32Array;
  readonly stateRow: number;
  readonly at: Int32Array;
}

/** Prepares the features of a sentence. `isComma` tells by its tag whether a word is one. */
export function parseContext(state: ParseState, commaTag: number): ParseContext {
  const { count, cells } = state.rows;
  const commas = new Int32Array(count + 2);
  for (let i = 0; i < count; i++) {
    const here = cells[rowAt(i) + COLUMN.tag] === commaTag ? 1 : 0;
    commas[i + 1] = (commas[i] as number) + here;
  }
  commas[count + 1] = commas[count] as number;
  return { commas, stateRow: rowAt(count + MARGIN - 1), at: new Int32Array(PARSE_POSITIONS.length) };
}

/** Distances of 1 to 4 words apart, 5 to 9, and 10 or more, as Zhang and Nivre (2011) count them. */
function distance(from: number, to: number): number {
  const words = to - from;
  if (words < 5) return words;
  return words < 10 ? 5 : 6;
}

function fillState(state: ParseState, context: ParseContext): void {
  const { cells } = state.rows;
  const { commas, stateRow } = context;
  const s0 = stackAt(state, 0);
  const s1 = stackAt(state, 1);
  const between = (from: number, to: number) =>
    Math.min(2, (commas[to] as number) - (commas[from + 1] as number));
  cells[stateRow + STATE.near] = s0 === NONE ? 0 : distance(s0, state.next);
  cells[stateRow + STATE.far] = s1 === NONE ? 0 : distance(s1, s0);
  cells[stateRow + STATE.commas] = s0 === NONE ? 0 : between(s0, state.next);
  cells[stateRow + STATE.commasFar] = s1 === NONE ? 0 : between(s1, s0);
  cells[stateRow + STATE.depth] = Math.min(4, state.depth);
}

function rowOf(word: number): number {
  return word === NONE ? NO_WORD : rowAt(word);
}

/** Computes the features of a state. */
export function parseFeatures(state: ParseState, context: ParseContext, into: Features, mask: number): void {
  const { at } = context;
  const { left, left2, right, right2, next } = state;
  const s0 = stackAt(state, 0);
  const s1 = stackAt(state, 1);
  const child = (list: Int32Array, word: number) => (word === NONE ? NONE : (list[word] as number));
  fillState(state, context);
  at[0] = rowOf(s0);
  at[1] = rowOf(s1);
  at[2] = rowOf(stackAt(state, 2));
  for (let k = 0; k < 3; k++) at[3 + k] = rowAt(next + k);
  at[6] = rowOf(child(left, s0));
  at[7] = rowOf(child(left2, s0));
  at[8] = rowOf(child(right, s0));
  at[9] = rowOf(child(right2, s0));
  at[10] = rowOf(child(left, s1));
  at[11] = rowOf(child(right, s1));
  at[12] = rowOf(child(right2, s1));
  at[13] = rowOf(left[next] as number);
  at[14] = rowOf(left2[next] as number);
  at[15] = context.stateRow;
  fillFeatures(TEMPLATES, { rows: state.rows.cells, at }, into, mask);
}
