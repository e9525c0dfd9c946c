import { expect, it } from "vitest";
import { conllCounts, conllF1 } from "./conll.ts";

const gold = new Map([
  ["a", "1"],
  ["b", "1"],
  ["c", "1"],
  ["d", "2"],
  ["e", "2"],
]);

it("is whole for the gold itself, whatever its clusters are called", () => {
  const same = new Map([...gold].map(([mention, name]) => [mention, `x${name}`]));
  expect(conllF1([conllCounts(gold, same)])).toBeCloseTo(100);
});

it("counts as the definitions do", () => {
  const found = new Map([
    ["a", "1"],
    ["b", "1"],
    ["c", "2"],
    ["d", "2"],
    ["e", "2"],
  ]);
  const { muc, bcubed, ceafe } = conllCounts(gold, found);
  expect(muc).toEqual({ precision: { part: 2, whole: 3 }, recall: { part: 2, whole: 3 } });
  expect(bcubed.precision.part).toBeCloseTo(2 + 5 / 3);
  expect(bcubed.recall.part).toBeCloseTo(5 / 3 + 2);
  expect(ceafe.precision).toEqual({ part: 0.8 + 0.8, whole: 2 });
});
