import { expect, it } from "vitest";
import { report } from "./analysis.test-data.ts";
import { IdMaker } from "./id.ts";
import { linkQuantities } from "./quantity.ts";

const figure = (id: string, words: string, value: number, unit: string, approximate?: boolean) =>
  report({
    id,
    text: `They counted ${words} there.`,
    quantities: [{ words, value, unit, ...(approximate === undefined ? {} : { approximate }) }],
  });

it("is one figure for the same number of the same thing, with every place it stands at", () => {
  const found = linkQuantities(
    [
      figure("a", "14 boats", 14, "boats"),
      figure("b", "fourteen Boats", 14, "Boats"),
      figure("c", "17 boats", 17, "boats"),
      figure("d", "14 roofs", 14, "roofs"),
    ],
    new IdMaker(),
  );
  expect(found.map(({ value, unit, citations }) => [value, unit, citations.map(({ text }) => text)])).toEqual(
    [
      [14, "boats", ["14 boats", "fourteen Boats"]],
      [17, "boats", ["17 boats"]],
      [14, "roofs", ["14 roofs"]],
    ],
  );
  expect(new Set(found.map(({ id }) => id)).size).toBe(3);
});

it("is a rough figure only where nobody gives it exactly", () => {
  const about = figure("a", "about 300 people", 300, "people", true);
  const again = figure("b", "some 300 people", 300, "people", true);
  const exact = figure("c", "300 people", 300, "people");
  const approximate = (...reports: Parameters<typeof linkQuantities>[0][number][]) =>
    linkQuantities(reports, new IdMaker()).map((each) => each.approximate);
  expect(approximate(about, again)).toEqual([true]);
  expect(approximate(about, exact)).toEqual([false]);
});
