import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeTree } from "./tree.ts";

/** All trees over `count` words, as lists of heads counted from 0, -1 being the root. */
function allTrees(count: number): number[][] {
  const lists = Array.from({ length: count }).reduce<number[][]>(
    (found) => found.flatMap((list) => Array.from({ length: count + 1 }, (_, head) => [...list, head - 1])),
    [[]],
  );
  return lists.filter((heads) => {
    if (heads.filter((head) => head === -1).length !== 1) return false;
    return heads.every((_, word) => {
      let at = word;
      for (let steps = 0; at !== -1; steps++) {
        if (steps > count) return false;
        at = heads[at] as number;
      }
      return true;
    });
  });
}

const scoresOf = (values: Float32Array, width: number, heads: ArrayLike<number>) =>
  Array.from(heads).reduce((sum, head, word) => sum + (values[word * width + head + 1] as number), 0);

test("finds the best of all trees with one root", () => {
  for (const count of [1, 2, 3, 4, 5]) {
    const trees = allTrees(count);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: count * 8, maxLength: count * 8 }),
        (list) => {
          const values = Float32Array.from(list);
          const heads = decodeTree({ values, width: 8, count });
          const best = Math.max(...trees.map((tree) => scoresOf(values, 8, tree)));
          expect(trees).toContainEqual(Array.from(heads));
          expect(scoresOf(values, 8, heads)).toBe(best);
        },
      ),
      { numRuns: 150 },
    );
  }
});
