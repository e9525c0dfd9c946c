import { bestClass, type Classes, type Features, newFeatures, type Weights } from "./linear.ts";
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
  readonly possible: readonly Uint8Array[];
}

/** Index into the table of possible relations: child and head by part of speech, and the child's side. */
export function labelSlot(child: number, head: number, onLeft: boolean): number {
  return (child * UPOS_LIMIT + head) * 2 + (onLeft ? 1 : 0);
}

/** Transition number of a shift; then come, for each relation, that to the left and that to the right. */
export const SHIFT = 0;

/** The transition that attaches to the left with a relation: frequent relations lie close in memory. */
export function leftBy(label: number): number {
  return 2 * label - 1;
}

/** The transition that attaches to the right with a relation. */
export function rightBy(label: number): number {
  return 2 * label;
}

/** Working memory for a parser of so many relations. */
export interface ParseScratch {
  readonly features: Features;
  readonly scores: Int32Array;
  readonly classes: Classes;
}

/** Makes the working memory. */
export function newParseScratch(labels: number): ParseScratch {
  const transitions = 2 * labels + 1;
  const classes = { list: new Uint8Array(transitions), count: 0 };
  return { features: newFeatures(PARSE_FEATURES), scores: new Int32Array(transitions), classes };
}

function uposOf(state: ParseState, word: number): number {
  return word >= state.rows.count ? NO_UPOS : (state.rows.cells[rowAt(word) + COLUMN.upos] as number);
}

/** Lists the transitions worth scoring: those allowed, with relations that such parts of speech can have. */
export function possibleTransitions(parser: Parser, state: ParseState, into: Classes): void {
  const { list } = into;
  let count = 0;
  if (canShift(state)) list[count++] = SHIFT;
  const child = state.depth > 0 ? uposOf(state, stackAt(state, 0)) : NO_UPOS;
  if (canLeft(state)) {
    const labels = parser.possible[labelSlot(child, uposOf(state, state.next), true)] as Uint8Array;
    for (let k = 0; k < labels.length; k++) list[count++] = leftBy(labels[k] as number);
  }
  if (canRight(state)) {
    const head = uposOf(state, stackAt(state, 1));
    const labels = parser.possible[labelSlot(child, head, false)] as Uint8Array;
    for (let k = 0; k < labels.length; k++) list[count++] = rightBy(labels[k] as number);
  }
  into.count = count;
}

/** Carries out a transition. */
export function applyTransition(state: ParseState, transition: number): void {
  if (transition === SHIFT) shift(state);
  else if (transition & 1) attachLeft(state, (transition + 1) >> 1);
  else attachRight(state, transition >> 1);
}

/** Scores the transitions listed in the working memory and gives the best. */
export function guessTransition(
  parser: Parser,
  state: ParseState,
  context: ParseContext,
  scratch: ParseScratch,
): number {
  parseFeatures(state, context, scratch.features, parser.mask);
  return bestClass(parser.weights, scratch.features, scratch);
}

/** Parses a tagged sentence greedily: heads (the number of words for the root) and relations. */
export function parseRows(parser: Parser, rows: Rows): ParseState {
  const state = startState(rows);
  const context = parseContext(state, parser.commaTag);
  const scratch = newParseScratch(parser.labels.length);
  while (!isFinal(state)) {
    possibleTransitions(parser, state, scratch.classes);
    const { list, count } = scratch.classes;
    const best = count === 1 ? (list[0] as number) : guessTransition(parser, state, context, scratch);
    applyTransition(state, best);
  }
  return state;
}
