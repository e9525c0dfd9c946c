import { expect, it } from "vitest";
import { averageLinkage } from "./average-linkage.ts";
import { splitLookAlikes } from "./split.ts";

/** Items 0 to 3 tell of one matter, 4 to 7 of another: alike within each, and less so between the two. */
function split(between: number, days: readonly (number | null)[] = []) {
  const alike = (a: number, b: number): number => (a < 4 === b < 4 ? 0.6 : between);
  return splitLookAlikes(averageLinkage(8, alike, 0.2), (item) => days[item] ?? null);
}
const TWO = [
  [0, 1, 2, 3],
  [4, 5, 6, 7],
];
const ONE = [TWO.flat()];

it.each<[string, number, readonly (number | null)[], readonly (readonly number[])[]]>([
  ["much less alike with each other than within: look-alikes", 0.3, [], TWO],
  ["about as alike with each other as within: one matter", 0.5, [], ONE],
  ["the same week: no reason to tell of other things", 0.3, [1, 2, 3, 4, 2, 3, 4, 5], TWO],
  ["side by side for months: one matter that goes on", 0.3, [1, 40, 80, 120, 20, 60, 100, 140], ONE],
  ["a year of silence between the two", 0.3, [1, 3, 5, 9, 370, 372, 375, 380], TWO],
])("%s", (_, between, days, expected) => {
  expect(split(between, days)).toEqual(expected);
});

it("leaves alone a report that is like no other of its story", () => {
  const alike = (a: number, b: number): number => (a < 3 && b < 3 ? 0.9 : 0.25);
  expect(splitLookAlikes(averageLinkage(4, alike, 0.2), () => null)).toEqual([[0, 1, 2, 3]]);
});
