import { expect, it } from "vitest";
import type { Analysis } from "../../model/layers.ts";
import { type ReportPlan, report } from "../analysis.test-data.ts";
import { linkEntities } from "../entity.ts";
import { IdMaker } from "../id.ts";
import { toMention } from "../mention.ts";
import { WORDS } from "../words.test-data.ts";
import { numberDisagreements } from "./number.ts";

type Told = readonly [words: string, value: number, unit: string];

const lost = (id: string, ...figures: readonly Told[]) =>
  report({
    id,
    text: `The storm took ${figures.map(([words]) => words).join(" and ")}.\n\nA lamp costs 90 crowns.`,
    events: [{ trigger: "took" }],
    sentences: true,
    quantities: [
      ...figures.map(([words, value, unit]) => ({ words, value, unit })),
      { words: "90 crowns", value: 90 + id.charCodeAt(0), unit: "crowns" },
    ],
  });

/** Values that stand against each other, each with the reports that give it. */
function disagreements(reports: readonly Analysis[], originOf: Readonly<Record<string, string>> = {}) {
  const entities = linkEntities(reports, new IdMaker());
  const { words } = WORDS;
  const context = { entities, originOf: new Map(Object.entries(originOf)), terms: new Map(), words };
  const mentions = reports.flatMap((each) => each.events.map((event) => toMention(each, event, context)));
  return numberDisagreements(mentions).map(({ field, values }) => [
    field,
    values.map(({ value, citations }) => [value, citations.map((i) => mentions[i]?.analysis.article.id)]),
  ]);
}

const BOATS_14: Told = ["14 boats", 14, "boats"];
const BOATS_17: Told = ["17 boats", 17, "boats"];

it("figures for one thing that two origins give differently", () => {
  expect(disagreements([lost("a", BOATS_14), lost("b", BOATS_17), lost("c", BOATS_14)])).toEqual([
    [
      "number",
      [
        ["14 boats", ["a", "c"]],
        ["17 boats", ["b"]],
      ],
    ],
  ]);
});

it("one boat and two boats are the same thing counted", () => {
  expect(
    disagreements([lost("a", ["one boat", 1, "boat"]), lost("b", ["two Boats", 2, "Boats"])]),
  ).toHaveLength(1);
});

it.each<[string, readonly Analysis[], Readonly<Record<string, string>>?]>([
  ["the same figure in other words", [lost("a", BOATS_14), lost("b", ["fourteen boats", 14, "boats"])]],
  ["figures for different things", [lost("a", BOATS_14), lost("b", ["17 roofs", 17, "roofs"])]],
  ["copies of one report", [lost("a", BOATS_14), lost("b", BOATS_17)], { a: "o1", b: "o1" }],
  ["two figures inside one report", [lost("a", BOATS_14, ["3 boats", 3, "boats"])]],
  [
    "one report says more than the other",
    [lost("a", BOATS_14, ["3 boats", 3, "boats"]), lost("b", BOATS_14)],
  ],
  ["a report without a figure", [lost("a", BOATS_14), lost("b", ["a roof", 1, "roof"])]],
])("no disagreement: %s", (_, reports, originOf) => {
  expect(disagreements(reports, originOf)).toEqual([]);
});

/** What is told of a storm in two reports, each with a figure for boats. */
const told = (id: string, text: string, figure: Told, more: Partial<ReportPlan> = {}) => {
  const [words, value, unit] = figure;
  return report({
    id,
    text,
    sentences: true,
    events: [{ trigger: "lost" }],
    quantities: [{ words, value, unit }],
    ...more,
  });
};

it.each<[string, Analysis]>([
  ["a part of what is counted", told("b", "The harbour lost 17 boats of the winter fleet.", BOATS_17)],
  ["others", told("b", "The harbour lost 17 other boats.", ["17 other boats", 17, "boats"])],
  ["how many in a time", told("b", "The harbour lost 17 boats in three days.", BOATS_17)],
  ["a figure of another verb", told("b", "The harbour lost its quay and some 17 boats.", BOATS_17)],
  ["far more", told("b", "The harbour lost 900 boats.", ["900 boats", 900, "boats"])],
  ["a range", told("b", "The harbour lost 10 to 20 boats.", ["10 to 20 boats", 10, "boats"])],
])("no disagreement: %s", (_, other) => {
  expect(disagreements([told("a", "The harbour lost 14 boats.", BOATS_14), other])).toEqual([]);
});

it("figures of people are compared only where the sentences share more", () => {
  const lost14 = told("a", "The harbour lost 14 people.", ["14 people", 14, "people"]);
  const others = told("b", "The chapel lost 17 people beneath gravestones.", ["17 people", 17, "people"]);
  const same = told("b", "The harbour lost 17 people.", ["17 people", 17, "people"]);
  expect(disagreements([lost14, others])).toEqual([]);
  expect(disagreements([lost14, same])).toHaveLength(1);
});
