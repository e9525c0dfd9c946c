import { bestClass, type Features, newFeatures, type Weights } from "./linear.ts";
import { PARSE_FEATURES, type ParseContext, parseContext, parseFeatures } from "./parse-features.ts";
import {
  attachLeft,
  attachRight,
  canLeft,
  canRight,
  canShift,
  isFinal,
  type ParseState,
  shift,
  stackAt,
  startState,
} from "./parse-state.ts";
import { COLUMN, type Rows, rowAt } from "./rows.ts";

/** Universal parts of speech are numbered from 1; the root and missing words have this number. */
export const NO_UPOS = 0;

/** Room for universal parts of speech in the table of possible relations. */
export const UPOS_LIMIT = 20;

/** A trained parser. */
export interface Parser {
  readonly weights: Weights;
  readonly mask: number;
  /** Relations; in rows and states each is its index here plus 1. */
  readonly labels: readonly string[];
  /** The joint tag of a comma. */
  readonly commaTag: number;
  /** Relations possible at `labelSlot(child, head, onLeft)`, each as index plus 1. */
  readonly possible: readonly ArrayLike<number>[];
}

/** Index into the table of possible relations: child and head by part of speech, and the child's side. */
export function labelSlot(child: number, head: number, onLeft: boolean): number {
  return (child * UPOS_LIMIT + head) * 2 + (onLeft ? 1 : 0);
}

/** Transition number of a shift; then one for each relation to the left, then one for each to the right. */
export const SHIFT = 0;

/** Working memory for a parser of so many relations. */
export interface ParseScratch {
  readonly features: Features;
  readonly scores: Float32Array;
}

/** Makes the working memory. */
export function newParseScratch(labels: number): ParseScratch {
  return { features: newFeatures(PARSE_FEATURES), scores: new Float32Array(2 * labels + 1) };
}

function uposOf(state: ParseState, word: number): number {
  return word >= state.rows.count ? NO_UPOS : (state.rows.cells[rowAt(word) + COLUMN.upos] as number);
}

/** The transitions worth scoring: those allowed, with relations that such parts of speech can have. */
export function possibleTransitions(parser: Parser, state: ParseState): number[] {
  const list: number[] = [];
  const total = parser.labels.length;
  if (canShift(state)) list.push(SHIFT);
  const child = state.depth > 0 ? uposOf(state, stackAt(state, 0)) : NO_UPOS;
  if (canLeft(state)) {
    const labels = parser.possible[labelSlot(child, uposOf(state, state.next), true)] as ArrayLike<number>;
    for (let k = 0; k < labels.length; k++) list.push(labels[k] as number);
  }
  if (canRight(state)) {
    const head = uposOf(state, stackAt(state, 1));
    const labels = parser.possible[labelSlot(child, head, false)] as ArrayLike<number>;
    for (let k = 0; k < labels.length; k++) list.push(total + (labels[k] as number));
  }
  return list;
}

/** Carries out a transition. */
export function applyTransition(parser: Pick<Parser, "labels">, state: ParseState, transition: number): void {
  const total = parser.labels.length;
  if (transition === SHIFT) shift(state);
  else if (transition <= total) attachLeft(state, transition);
  else attachRight(state, transition - total);
}

/** Scores the possible transitions of a state and gives the best. */
export function guessTransition(
  parser: Parser,
  state: ParseState,
  options: {
    readonly context: ParseContext;
    readonly scratch: ParseScratch;
    readonly classes: readonly number[];
  },
): number {
  const { context, scratch, classes } = options;
  parseFeatures(state, context, scratch.features, parser.mask);
  return bestClass(parser.weights, scratch.features, { classes, scores: scratch.scores });
}

/** Parses a tagged sentence greedily: heads (the number of words for the root) and relations. */
export function parseRows(parser: Parser, rows: Rows): ParseState {
  const state = startState(rows);
  const context = parseContext(state, parser.commaTag);
  const scratch = newParseScratch(parser.labels.length);
  while (!isFinal(state)) {
    const classes = possibleTransitions(parser, state);
    const only = classes.length === 1 ? (classes[0] as number) : undefined;
    const best = only ?? guessTransition(parser, state, { context, scratch, classes });
    applyTransition(parser, state, best);
  }
  return state;
}
