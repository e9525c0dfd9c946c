import { describe, expect, it } from "vitest";
import { knownSince, LINKING } from "./as-of.ts";
import { chronicleOf } from "./chronicle.ts";
import { type ReportPlan, report } from "./link/analysis.test-data.ts";
import type { Article } from "./model/article.ts";
import type { Stages } from "./store/derive.ts";
import { article, source } from "./store/store.contract.ts";

const PLANS: Readonly<Record<string, ReportPlan>> = {
  march: {
    id: "march",
    day: "2030-03-01",
    text: "Mira Olsen will visit Brenna in June.",
    names: { "Mira Olsen": "person", Brenna: "place" },
    events: [
      { trigger: "visit", agent: "Mira Olsen", place: "Brenna", time: "2030-06", status: "scheduled" },
    ],
  },
  june: {
    id: "june",
    day: "2030-06-07",
    text: "Mira Olsen had to visit Brenna on 6 June.",
    names: { "Mira Olsen": "person", Brenna: "place" },
    events: [{ trigger: "visit", agent: "Mira Olsen", place: "Brenna", time: "2030-06-06" }],
  },
  undated: {
    id: "undated",
    text: "Jon Dahl left Brenna on 2 March 2030.",
    names: { "Jon Dahl": "person", Brenna: "place" },
    events: [{ trigger: "left", agent: "Jon Dahl", place: "Brenna", time: "2030-03-02" }],
  },
};

const stages: Stages = {
  rules: "1",
  ...LINKING,
  read: ({ bytes }) => {
    const plan = PLANS[new TextDecoder().decode(bytes)];
    return plan ? [{ article: report(plan).article }] : [];
  },
  analyze: ({ id }) => report(PLANS[id] as ReportPlan),
};

const chronicle = chronicleOf(":memory:", stages);
chronicle.add(Object.keys(PLANS).map((id) => source(id)));
const told = (asOf?: string) =>
  chronicle
    .timelines(asOf === undefined ? {} : { asOf })
    .flatMap(({ entries }) => entries.map(({ time, status }) => `${time.edtf} ${status}`))
    .sort();

describe("the chronicle as of a day", () => {
  it("knows what reports published until then tell", () => {
    expect(told("2030-02-28")).toEqual([]);
    expect(told("2030-03-01")).toEqual(["2030-06 scheduled"]);
    expect(told("2030-06-07")).toEqual(["2030-06-06 happened"]);
  });

  it("leaves reports without a day out, which the whole has", () => {
    expect(told()).toEqual(["2030-03-02 happened", "2030-06-06 happened"]);
  });

  it("says as of which day it is told", () => {
    expect(chronicle.timelines({ asOf: "2030-03-01" })).toMatchObject([{ asOf: "2030-03-01" }]);
  });

  it("has pending what was then ahead", () => {
    expect(chronicle.pending()).toEqual([]);
    expect(chronicle.pending({ asOf: "2030-06-06" })).toMatchObject([{ state: "open" }]);
  });

  it("has the weightiest entries alone where so few are asked for", () => {
    expect(chronicle.timelines({ top: 1 }).map(({ entries }) => entries.length)).toEqual(
      chronicle.timelines().map(({ entries }) => Math.min(1, entries.length)),
    );
  });

  it.each(["soon", "2030-02-30", "2030-02"])("refuses %s", (asOf) => {
    expect(() => chronicle.timelines({ asOf })).toThrow(/Expected a day such as/);
  });
});

describe("a report is known", () => {
  const made = (more: Partial<Article>) => ({ ...article("a", "words", "2030-03-01"), ...more });
  it.each<[string, Article, string | null]>([
    ["from its publication", made({}), "2030-03-01"],
    ["not without a day", article("a", "words"), null],
    [
      "from its change on, as its words may be of then",
      made({ updated: { value: "2030-03-04", source: "" } }),
      "2030-03-04",
    ],
    [
      "from the visit that found it changed",
      made({ version: { of: "a", number: 2 }, fetched: "2030-03-09T10:00:00Z" }),
      "2030-03-09",
    ],
    ["not later for being fetched later", made({ fetched: "2030-03-09T10:00:00Z" }), "2030-03-01"],
  ])("%s", (_, given, day) => {
    expect(knownSince(given)).toBe(day);
  });
});
