import { describe, expect, it } from "vitest";
import type { Analysis } from "../model/layers.ts";
import type { Citation, Links } from "../model/link.ts";
import { type ReportPlan, report, shuffled } from "./analysis.test-data.ts";
import { linkAnalyses } from "./link.ts";

const NAMES = { "Mira Olsen": "person", "Port Hale": "place" } as const;
const JOURNEY = { agent: "Mira Olsen", place: "Port Hale", codes: { kind: "journey" } } as const;

const PLANS: readonly ReportPlan[] = [
  {
    id: "a",
    day: "2030-02-01",
    outlet: "The Hale Post",
    title: "Minister to see harbour",
    text: "Mira Olsen will visit Port Hale in April with two aides.\n\nThe harbour wall is old, she said.",
    names: NAMES,
    events: [{ ...JOURNEY, trigger: "visit", time: "2030-04", status: "scheduled", things: ["two aides"] }],
    quotations: [{ said: "The harbour wall is old", by: "Mira Olsen" }],
    quantities: [{ words: "two aides", value: 2, unit: "aides" }],
  },
  {
    id: "b",
    day: "2030-04-10",
    outlet: "Brenna Today",
    text: "Olsen has put off the visit to Port Hale.",
    names: { Olsen: "person", "Port Hale": "place" },
    roles: {},
    events: [
      { ...JOURNEY, agent: "Olsen", trigger: "visit", status: "scheduled", rule: "event-noun/postponed" },
    ],
  },
  {
    id: "c",
    day: "2030-06-07",
    outlet: "The Hale Post",
    text: "Minister Mira Olsen visited Port Hale on Thursday with three aides.",
    names: NAMES,
    roles: { "Mira Olsen": "Minister" },
    events: [{ ...JOURNEY, trigger: "visited", time: "2030-06-06" }],
    quantities: [{ words: "three aides", value: 3, unit: "aides" }],
  },
  {
    id: "d",
    day: "2030-06-07",
    outlet: "Brenna Today",
    text: "Four aides came to Port Hale with Mira Olsen.",
    names: NAMES,
    events: [{ ...JOURNEY, trigger: "came", time: "2030-06-06" }],
    quantities: [{ words: "Four aides", value: 4, unit: "aides" }],
  },
  {
    id: "e",
    text: "Nobody knows when a lighthouse stood here. Storms destroyed it.",
    events: [{ trigger: "destroyed" }],
  },
];
const REPORTS = PLANS.map((plan) => report({ ...plan, sentences: true }));

function citationsOf({ events, entities, quotations, quantities }: Links): Citation[] {
  return [
    ...events.flatMap((each) => each.citations),
    ...entities.flatMap((each) => each.roles.flatMap((role) => role.citations)),
    ...quotations.flatMap((each) => each.citations),
    ...quantities.flatMap((each) => each.citations),
  ];
}

it("does not depend on the order in which the reports come", () => {
  const expected = linkAnalyses(REPORTS);
  expect(expected.events.length).toBeGreaterThan(1);
  for (let seed = 1; seed <= 20; seed++) expect(linkAnalyses(shuffled(REPORTS, seed))).toEqual(expected);
});

describe("what everything rests on", () => {
  const links = linkAnalyses(REPORTS);
  const texts = new Map(REPORTS.map(({ article }) => [article.id, article.text]));

  it("every event, figure and quotation has a citation", () => {
    for (const { citations } of [...links.events, ...links.quotations, ...links.quantities])
      expect(citations).not.toHaveLength(0);
  });

  it("every citation has the words of its report, and what stands around them", () => {
    const citations = citationsOf(links);
    expect(citations.length).toBeGreaterThan(8);
    for (const { article, start, end, text, prefix, suffix } of citations) {
      const words = texts.get(article) ?? "";
      expect(text).toBe(words.slice(start, end));
      expect(text).not.toBe("");
      expect(words.slice(0, start).endsWith(prefix)).toBe(true);
      expect(words.slice(end).startsWith(suffix)).toBe(true);
    }
  });

  it("every mention is in one event, with a citation and a reason", () => {
    const told = links.events.flatMap(({ mentions }) =>
      mentions.map(({ article, id }) => `${article}:${id}`),
    );
    expect(told.sort()).toEqual(["a:v1", "b:v1", "c:v1", "d:v1", "e:v1"]);
    for (const { mentions, citations, reasons, history } of links.events) {
      expect(citations).toHaveLength(mentions.length);
      expect(reasons).toHaveLength(mentions.length);
      for (const { citation } of history) expect(citations[citation]).toBeDefined();
    }
  });

  it("every report is in one story and in one origin, and every event in a story", () => {
    const ids = PLANS.map(({ id }) => id);
    expect(links.stories.flatMap(({ articles }) => articles).sort()).toEqual(ids);
    expect(links.origins.flatMap(({ articles }) => articles).sort()).toEqual(ids);
    for (const { id, story } of links.events)
      expect(links.stories.find((each) => each.id === story)?.events).toContain(id);
  });

  it("no two things have one id", () => {
    const { entities, events, quotations, quantities, stories, origins } = links;
    const ids = [...entities, ...events, ...quotations, ...quantities, ...stories, ...origins].map(
      ({ id }) => id,
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});

it("tells the disagreement of two desks on the visit they both report", () => {
  const event = linkAnalyses(REPORTS).events.find(({ mentions }) => mentions.length > 1);
  expect(event?.mentions.map(({ article }) => article)).toEqual(["a", "b", "c", "d"]);
  expect(event?.disagreements).toMatchObject([
    { field: "number", values: [{ value: "three aides" }, { value: "Four aides" }] },
  ]);
});

describe("ids when a report is added", () => {
  const idsOf = (links: Links) =>
    Object.values(links as unknown as Record<string, { id: string }[]>).flatMap((each) =>
      each.map(({ id }) => id),
    );
  const later: ReportPlan = { ...(PLANS[3] as ReportPlan), id: "f", day: "2030-06-09" };
  const other: ReportPlan = {
    id: "g",
    day: "2029-01-01",
    text: "Jon Dahl closed a bakery in Lund.",
    names: { "Jon Dahl": "person", Lund: "place" },
    events: [{ trigger: "closed", agent: "Jon Dahl", place: "Lund", time: "2028-12-31" }],
  };

  it.each<[string, ReportPlan]>([
    ["on the same event, later", later],
    ["on another matter, earlier", other],
    ["without a day", { id: "h", text: "A cat was found." }],
  ])("stay the same: %s", (_, plan) => {
    const reports: readonly Analysis[] = [...REPORTS, report(plan)];
    expect(idsOf(linkAnalyses(reports))).toEqual(expect.arrayContaining(idsOf(linkAnalyses(REPORTS))));
  });
});

it("links nothing where there is nothing", () => {
  const nothing = { origins: [], stories: [], entities: [], events: [], quotations: [], quantities: [] };
  expect(linkAnalyses([])).toEqual(nothing);
  expect(linkAnalyses([report({ id: "a", text: "Words." })])).toMatchObject({
    events: [],
    origins: [{}],
    stories: [{}],
  });
});
