import { expect, it } from "vitest";
import { bestAssignment } from "./assignment.ts";

it.each<[number[][], number]>([
  [[], 0],
  [[[3]], 3],
  [
    [
      [9, 8],
      [9, 1],
    ],
    17,
  ],
  [[[1, 5, 2]], 5],
  [[[1], [5], [2]], 5],
  [
    [
      [7, 5, 1],
      [6, 2, 9],
      [8, 4, 3],
    ],
    22,
  ],
])("%j: %d", (values, sum) => {
  expect(bestAssignment(values)).toBe(sum);
});
