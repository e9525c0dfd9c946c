import { expect, it } from "vitest";
import { alignedRouge } from "./aligned-rouge.ts";

const gold = new Map([["2030-01-01", ["The ferry sank off Brenna."]]]);

it("is 1 for the same words on the same day, whatever their inflection", () => {
  expect(alignedRouge(gold, gold)).toBeCloseTo(1);
  expect(alignedRouge(new Map([["2030-01-01", ["Ferries sank off Brenna"]]]), gold)).toBeCloseTo(1);
});

it("is less by the distance of the days", () => {
  expect(alignedRouge(new Map([["2030-01-02", ["The ferry sank off Brenna."]]]), gold)).toBeCloseTo(1 / 2);
});

it("is 0 for other words", () => {
  expect(alignedRouge(new Map([["2030-01-01", ["Mira Olsen resigned."]]]), gold)).toBe(0);
});
