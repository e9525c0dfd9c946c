import { canLeft, canRight, canShift, NONE, type ParseState, stackAt } from "../src/language/parse-state.ts";

/** The right tree: head and relation of each word; the root word is numbered after the last one. */
export interface GoldTree {
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  /** Children of each node, in order. */
  readonly children: readonly (readonly number[])[];
}

/** Prepares the tree for the oracle. A head of -1 is the root. */
export function goldTree(heads: readonly number[], labels: readonly number[]): GoldTree {
  const root = heads.length;
  const all = Int32Array.from(heads, (head) => (head < 0 ? root : head));
  const children: number[][] = Array.from({ length: root + 1 }, () => []);
  all.forEach((head, child) => {
    children[head]?.push(child);
  });
  return { heads: all, labels: Int32Array.from(labels), children };
}

/** Arcs of the right tree that each transition makes impossible; Infinity where it is not allowed. */
export interface Costs {
  readonly shift: number;
  readonly left: number;
  readonly right: number;
}

function waitingChildren(tree: GoldTree, word: number, from: number): number {
  return (tree.children[word] as readonly number[]).filter((child) => child >= from).length;
}

function isOnStack(state: ParseState, word: number): boolean {
  for (let k = 0; k < state.depth; k++) if (state.stack[k] === word) return true;
  return false;
}

function shiftCost(state: ParseState, tree: GoldTree): number {
  const { next } = state;
  const head = tree.heads[next] as number;
  const top = stackAt(state, 0);
  const lost = (tree.children[next] as readonly number[]).filter((child) => isOnStack(state, child)).length;
  return lost + (head < next && head !== top && isOnStack(state, head) ? 1 : 0);
}

/** The costs of the dynamic oracle for the arc-hybrid system (Goldberg and Nivre 2013). */
export function transitionCosts(state: ParseState, tree: GoldTree): Costs {
  const { next } = state;
  const top = stackAt(state, 0);
  const below = stackAt(state, 1);
  const head = top === NONE ? NONE : (tree.heads[top] as number);
  const waiting = top === NONE ? 0 : waitingChildren(tree, top, next);
  return {
    shift: canShift(state) ? shiftCost(state, tree) : Infinity,
    left: canLeft(state) ? waiting + (head > next || (head === below && below !== NONE) ? 1 : 0) : Infinity,
    right: canRight(state) ? waiting + (head >= next ? 1 : 0) : Infinity,
  };
}
