import { describe, expect, it } from "vitest";
import { attachLeft, attachRight, isFinal, shift, startState } from "../src/language/parse-state.ts";
import { makeRows } from "../src/language/rows.ts";
import { NO_WORD_TABLES } from "../src/language/words.ts";
import { goldTree, transitionCosts } from "./oracle.ts";
import { ownSentences } from "./treebank.ts";

/** Follows transitions without cost to the end. */
function followOracle(heads: readonly number[]): { heads: number[]; cost: number } {
  const tree = goldTree(
    heads,
    heads.map(() => 1),
  );
  const state = startState(
    makeRows(
      heads.map((_, i) => `w${i}`),
      NO_WORD_TABLES,
    ),
  );
  let cost = 0;
  while (!isFinal(state)) {
    const costs = transitionCosts(state, tree);
    const least = Math.min(costs.shift, costs.left, costs.right);
    cost += least;
    if (costs.left === least) attachLeft(state, 1);
    else if (costs.right === least) attachRight(state, 1);
    else shift(state);
  }
  return {
    heads: [...state.heads].slice(0, heads.length).map((head) => (head === heads.length ? -1 : head)),
    cost,
  };
}

describe("the dynamic oracle", () => {
  it.each([[[1, -1, 1]], [[-1, 0, 1, 2]], [[3, 2, 3, -1]], [[2, 2, -1, 4, 2, 6, 4]]])(
    "leads to the tree %j without cost",
    (heads) => {
      expect(followOracle(heads)).toEqual({ heads, cost: 0 });
    },
  );

  it("leads to the trees of our own sentences without cost where they do not cross", () => {
    const trees = ownSentences().map(({ words }) => words.map(({ head }) => head));
    const right = trees.filter((heads) => followOracle(heads).cost === 0);
    expect(right.length / trees.length).toBeGreaterThan(0.95);
  });

  it("counts what a crossing tree must lose", () => {
    expect(followOracle([2, 3, -1, 2]).cost).toBe(1);
  });
});
