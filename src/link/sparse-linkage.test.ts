import { expect, it } from "vitest";
import { shuffled } from "./analysis.test-data.ts";
import { sparseLinkage } from "./sparse-linkage.ts";

/** Groups of the items, each with what speaks for two of them, reaching 0.4. */
function grouped(
  sizes: readonly number[],
  edges: readonly (readonly [a: number, b: number, sum: number, silent?: number])[],
) {
  const liked = edges.map(([a, b, sum, silent = 0]) => [a, b, { sum, silent }] as const);
  return sparseLinkage(sizes, liked, 0.4);
}

const ones = (count: number) => new Array<number>(count).fill(1);

it.each<[string, (readonly [number, number, number])[], number[][]]>([
  ["nothing in common", [], [[0], [1], [2], [3]]],
  [
    "two pairs",
    [
      [0, 2, 0.9],
      [1, 3, 0.5],
    ],
    [
      [0, 2],
      [1, 3],
    ],
  ],
  [
    "a chain does not hold",
    [
      [0, 1, 0.9],
      [1, 2, 0.6],
      [2, 3, 0.9],
    ],
    [
      [0, 1],
      [2, 3],
    ],
  ],
  [
    "two that exclude each other, and one that is like both",
    [
      [0, 1, Number.NEGATIVE_INFINITY],
      [0, 2, 0.8],
      [1, 2, 0.9],
    ],
    [[0], [1, 2], [3]],
  ],
  [
    "a ring of equals ends",
    [
      [0, 1, 0.5],
      [1, 2, 0.5],
      [2, 3, 0.5],
      [0, 3, 0.5],
    ],
    [
      [0, 1],
      [2, 3],
    ],
  ],
])("%s", (_, likenesses, expected) => {
  for (let seed = 1; seed <= 5; seed++)
    expect(grouped(ones(4), shuffled(likenesses, seed))).toEqual(expected);
});

it("counts an item for as many as it stands for", () => {
  expect(grouped([3, 1], [[0, 1, 0.9]])).toEqual([[0], [1]]);
  expect(grouped([3, 1], [[0, 1, 1.5]])).toEqual([[0, 1]]);
});

it("leaves out pairs that say nothing", () => {
  expect(grouped([3, 1], [[0, 1, 0.9, 1]])).toEqual([[0, 1]]);
  expect(grouped([1, 1], [[0, 1, 0, 1]])).toEqual([[0], [1]]);
});
