import { expect, it } from "vitest";
import { mostFrequent, scoreDates } from "./dates.ts";

it("compares the weightiest days with the gold ones", () => {
  const gold = new Set(["2030-01-01", "2030-01-05"]);
  const score = scoreDates(["2030-01-01", "2030-01-06", "2030-01-05", "2030-02-01"], gold);
  expect(score).toEqual({ f1: 0.5, recall2: 1, recall3: 1, near: 1 });
});

it("ranks days by their counts, the earlier of equal ones first", () => {
  expect(mostFrequent(["b", "c", "a", "c"])).toEqual(["c", "a", "b"]);
});
