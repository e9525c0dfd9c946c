import { COLUMN, type Rows, rowAt } from "./rows.ts";

/** No such word. */
export const NONE = -1;

/**
 * The state of an arc-hybrid parser (Kuhlmann, Gómez-Rodríguez and Satta 2011): a stack, the next
 * word of the buffer, and the arcs so far. The root is a word of its own after the last one.
 */
export interface ParseState {
  readonly rows: Rows;
  readonly stack: Int32Array;
  depth: number;
  next: number;
  readonly heads: Int32Array;
  /** Relations to the heads, 1 and up; 0 while there is none. */
  readonly labels: Int32Array;
  /** Outermost and second outermost children on each side, `NONE` where there are none. */
  readonly left: Int32Array;
  readonly left2: Int32Array;
  readonly right: Int32Array;
  readonly right2: Int32Array;
}

/** The state before the first transition. */
export function startState(rows: Rows): ParseState {
  const nodes = rows.count + 1;
  const none = () => new Int32Array(nodes).fill(NONE);
  return {
    rows,
    stack: new Int32Array(nodes),
    depth: 0,
    next: 0,
    heads: none(),
    labels: new Int32Array(nodes),
    left: none(),
    left2: none(),
    right: none(),
    right2: none(),
  };
}

/** Whether no transition is left. */
export function isFinal(state: ParseState): boolean {
  return state.next === state.rows.count && state.depth === 0;
}

/** Whether the next word may be shifted. */
export function canShift(state: ParseState): boolean {
  return state.next < state.rows.count;
}

/** Whether the top of the stack may take the next word as head. The root takes one word only, the last. */
export function canLeft(state: ParseState): boolean {
  return state.depth > 0 && (state.next < state.rows.count || state.depth === 1);
}

/** Whether the top of the stack may take the word below it as head. */
export function canRight(state: ParseState): boolean {
  return state.depth > 1;
}

/** The word `k` below the top of the stack, or `NONE`. */
export function stackAt(state: ParseState, k: number): number {
  return k < state.depth ? (state.stack[state.depth - 1 - k] as number) : NONE;
}

function addChild(state: ParseState, head: number, child: number, label: number): void {
  const { cells } = state.rows;
  state.heads[child] = head;
  state.labels[child] = label;
  cells[rowAt(child) + COLUMN.label] = label;
  const start = rowAt(head);
  const onLeft = child < head;
  const [outer, second] = onLeft ? [state.left, state.left2] : [state.right, state.right2];
  second[head] = outer[head] as number;
  outer[head] = child;
  const count = start + (onLeft ? COLUMN.leftCount : COLUMN.rightCount);
  const set = start + (onLeft ? COLUMN.leftLabels : COLUMN.rightLabels);
  cells[count] = Math.min(3, (cells[count] as number) + 1);
  cells[set] = (cells[set] as number) | (1 << (label & 31));
}

/** Moves the next word onto the stack. */
export function shift(state: ParseState): void {
  state.stack[state.depth++] = state.next++;
}

/** Makes the next word the head of the top of the stack, and takes that off. */
export function attachLeft(state: ParseState, label: number): void {
  const child = state.stack[--state.depth] as number;
  addChild(state, state.next, child, label);
}

/** Makes the second word of the stack the head of the top, and takes that off. */
export function attachRight(state: ParseState, label: number): void {
  const child = state.stack[--state.depth] as number;
  addChild(state, state.stack[state.depth - 1] as number, child, label);
}
