import { expect, it } from "vitest";
import { contrasted } from "./contrast.ts";
import { likeness, toTerms } from "./terms.ts";

const about = (...words: readonly string[]) => toTerms(words.map((word) => ({ word, weight: 1 })));

it("tells reports on look-alikes apart by what only some of them name", () => {
  const told = ["brenna", "brenna", "lund", "lund"].map((town) => about("quake", "rescuer", "house", town));
  const [a, b, c] = contrasted(told);
  if (!a || !b || !c) throw new Error("a report is missing");
  expect(likeness(a, b)).toBeCloseTo(1);
  expect(likeness(a, c)).toBeLessThan(likeness(about("quake", "brenna"), about("quake", "lund")));
});

it("leaves two reports of a small part alike", () => {
  const [a, b] = contrasted([about("quake", "brenna", "mayor"), about("quake", "brenna", "rescuer")]);
  expect(a && b && likeness(a, b)).toBeGreaterThan(0.4);
});
