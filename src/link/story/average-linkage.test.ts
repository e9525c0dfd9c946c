import { expect, it } from "vitest";
import { averageLinkage } from "./average-linkage.ts";

/** Points on a line; alike by how near they are. */
const groupsOf = (points: readonly number[], threshold: number) =>
  averageLinkage(
    points.length,
    (a, b) => Math.max(0, 1 - Math.abs((points[a] ?? 0) - (points[b] ?? 0)) / 10),
    threshold,
  ).map(({ items }) => items.map((i) => points[i]));

it.each<[string, readonly number[], number, number[][]]>([
  ["nothing", [], 0.5, []],
  ["one item", [1], 0.5, [[1]]],
  ["two far apart", [1, 9], 0.5, [[1], [9]]],
  ["two near ones and one far", [1, 20, 2], 0.5, [[1, 2], [20]]],
  ["all, where hardly anything is asked", [1, 3, 5], 0.1, [[1, 3, 5]]],
  [
    "no chain of neighbours: the ends are too far apart",
    [0, 4, 8, 12],
    0.5,
    [
      [0, 4],
      [8, 12],
    ],
  ],
])("groups %s", (_, points, threshold, expected) => {
  expect(groupsOf(points, threshold)).toEqual(expected);
});

it("tells how alike the halves of a cluster are, and its items", () => {
  const alike = (a: number, b: number): number => (a + b === 1 ? 0.8 : 0.4);
  const [whole] = averageLinkage(3, alike, 0.1);
  expect(whole).toMatchObject({ items: [0, 1, 2], between: 0.4 });
  expect(whole?.within).toBeCloseTo((0.8 + 0.4 + 0.4) / 3);
  expect(whole?.halves?.map(({ items }) => items)).toContainEqual([0, 1]);
});
