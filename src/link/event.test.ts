import { describe, expect, it } from "vitest";
import type { Analysis } from "../model/layers.ts";
import { type EventPlan, JOURNEY_CODES, report, shuffled, visit } from "./analysis.test-data.ts";
import { canAgree } from "./conflict.ts";
import { linkEntities } from "./entity.ts";
import { clusterMentions } from "./event.ts";
import { IdMaker } from "./id.ts";
import { linkAnalyses } from "./link.ts";
import { chronicleTime, toMention } from "./mention.ts";

/** Which reports tell one event: their ids, each group sorted. */
function groups(...reports: readonly Analysis[]): string[][] {
  const entities = linkEntities(reports, new IdMaker());
  const mentions = reports.flatMap((analysis) =>
    analysis.events.map((event) =>
      toMention(analysis, event, { entities, originOf: new Map(), terms: new Map() }),
    ),
  );
  return clusterMentions(mentions)
    .map((cluster) => cluster.mentions.map(({ analysis }) => analysis.article.id).sort())
    .sort();
}

const VISITED = "Mira Olsen visited Port Hale.";
const WILL = "Mira Olsen will visit Port Hale.";
const past = (id: string, day: string, time?: string) =>
  visit(id, day, VISITED, { trigger: "visited", ...(time === undefined ? {} : { time }) });
const ahead = (id: string, day: string, time?: string) =>
  visit(id, day, WILL, { trigger: "visit", status: "scheduled", ...(time === undefined ? {} : { time }) });
const tour = (id: string, day: string, who: string, where: string, time?: string) =>
  report({
    id,
    day,
    text: `${who} came to ${where}.`,
    names: { [who]: "person", [where]: "place" },
    events: [
      {
        trigger: "came",
        codes: JOURNEY_CODES,
        agent: who,
        place: where,
        ...(time === undefined ? {} : { time }),
      },
    ],
  });

describe("one event", () => {
  it.each<[string, Analysis, Analysis]>([
    ["a day of two desks", past("a", "2030-12-16", "2030-12-15"), past("b", "2030-12-17", "2030-12-15")],
    ["December and 15 December", ahead("a", "2030-11-02", "2030-12"), ahead("b", "2030-12-01", "2030-12-15")],
    ["announced and done", ahead("a", "2030-12-01", "2030-12-15"), past("b", "2030-12-16", "2030-12-15")],
    ["announced without a time and done", ahead("a", "2030-12-10"), past("b", "2030-12-16", "2030-12-15")],
    ["no time in either, a week apart", past("a", "2030-12-09"), past("b", "2030-12-16")],
    [
      "a visit and an arrival",
      past("a", "2030-12-16", "2030-12-15"),
      tour("b", "2030-12-16", "Mira Olsen", "Port Hale", "2030-12-15"),
    ],
    [
      "a surname and the full name",
      past("a", "2030-12-16", "2030-12-15"),
      tour("b", "2030-12-16", "Olsen", "Port Hale", "2030-12-15"),
    ],
    [
      "a place and the same without its kind",
      tour("a", "2030-12-16", "Mira Olsen", "the Brenna Islands", "2030-12-15"),
      tour("b", "2030-12-16", "Mira Olsen", "Brenna", "2030-12-15"),
    ],
    [
      "done, and spoken of as planned",
      past("a", "2030-12-16", "2030-12-15"),
      ahead("b", "2030-12-18", "2030-12-15"),
    ],
    [
      "announced for the month in which it was done",
      ahead("a", "2030-12-02", "2030-12"),
      past("b", "2030-12-16", "2030-12-15"),
    ],
  ])("%s", (_, first, second) => {
    expect(groups(first, second)).toEqual([["a", "b"]]);
  });
});

describe("two events", () => {
  it.each<[string, Analysis, Analysis]>([
    ["2010 and 2015", past("a", "2016-01-02", "2010"), past("b", "2016-01-02", "2015")],
    [
      "a visit each in two years",
      past("a", "2028-12-16", "2028-12-15"),
      past("b", "2030-12-16", "2030-12-15"),
    ],
    ["the same without a time in either", past("a", "2028-12-16"), past("b", "2030-12-16")],
    ["two months of a year", past("a", "2030-12-16", "2030-11"), past("b", "2030-12-16", "2030-12")],
    ["done this year, and ahead in it", past("a", "2030-03-01", "2030"), ahead("b", "2030-03-02", "2030-06")],
    [
      "done long ago, and ahead with no time",
      past("a", "2028-03-01", "2028-02-27"),
      ahead("b", "2030-03-02"),
    ],
    [
      "two travellers",
      tour("a", "2030-12-16", "Mira Olsen", "Brenna", "2030-12-15"),
      tour("b", "2030-12-16", "Jon Dahl", "Brenna", "2030-12-15"),
    ],
    [
      "two places on one day",
      tour("a", "2030-12-16", "Mira Olsen", "Brenna", "2030-12-15"),
      tour("b", "2030-12-16", "Mira Olsen", "Lund Harbour", "2030-12-15"),
    ],
    [
      "a surname that two bear",
      tour("a", "2030-12-16", "Mira Olsen", "Brenna"),
      report({
        id: "b",
        day: "2030-12-16",
        text: "Olsen came to Brenna. Jon Olsen stayed at home.",
        names: { "Jon Olsen": "person", Olsen: "person", Brenna: "place" },
        events: [
          { trigger: "came", codes: JOURNEY_CODES, place: "Brenna", time: "2030-12-15", agent: "Olsen" },
        ],
      }),
    ],
    [
      "two kinds of thing by one person",
      past("a", "2030-12-16", "2030-12-15"),
      visit("b", "2030-12-16", "Mira Olsen fined Port Hale.", {
        trigger: "fined",
        codes: {},
        time: "2030-12-15",
      }),
    ],
    [
      "done on a day, and ahead in its month",
      past("a", "2030-06-08", "2030-06-06"),
      ahead("b", "2030-06-10", "2030-06"),
    ],
  ])("%s", (_, first, second) => {
    expect(groups(first, second)).toEqual([["a"], ["b"]]);
  });

  it("a vague mention does not chain two exact ones together", () => {
    const found = groups(
      past("a", "2030-12-16", "2030-12-03"),
      past("b", "2030-12-20", "2030-12-15"),
      past("c", "2030-12-20", "2030-12"),
    );
    expect(found).toHaveLength(2);
    expect(found.flat().sort()).toEqual(["a", "b", "c"]);
  });
});

describe("a journey in several reports", () => {
  const minister = (id: string, day: string, text: string, event: Partial<EventPlan>) =>
    report({
      id,
      day,
      text: `${text}\n\nThe harbour of Port Hale waits for the ferry line and the herring permits.`,
      sentences: true,
      names: Object.fromEntries(
        (["Mira Olsen", "Port Hale", "Norland"] as const)
          .filter((name) => text.includes(name) || name === "Port Hale")
          .map((name) => [name, name === "Mira Olsen" ? "person" : "place"]),
      ),
      ...(text.includes("Norland Harbour Minister")
        ? { roles: { "Mira Olsen": "Norland Harbour Minister" } }
        : {}),
      events: [{ trigger: "visit", codes: JOURNEY_CODES, ...event }],
    });
  const announced = minister("a", "2030-03-12", "Norland Harbour Minister Mira Olsen will visit Port Hale.", {
    agent: "Mira Olsen",
    place: "Port Hale",
    status: "scheduled",
    time: "2030-03-14",
  });
  const elsewhere = report({
    id: "z",
    day: "2030-03-02",
    text: "Dockers at Lund walked out, the union said.",
  });
  const told = (...reports: readonly Analysis[]) =>
    linkAnalyses([...reports, elsewhere]).events.map(({ mentions }) =>
      mentions.map(({ article }) => article).sort(),
    );

  it("is known by the title of who travels, and has been made when it places what happened", () => {
    const held = minister(
      "b",
      "2030-03-15",
      "They signed at the end of the harbour minister’s visit to the town.",
      {
        agent: "harbour minister",
        rule: "event-noun/framing",
      },
    );
    const { events } = linkAnalyses([announced, held, elsewhere]);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ status: "happened", time: { edtf: "2030-03-14" } });
    const later = { ...held, article: { ...held.article, published: announced.article.published } };
    later.article.published = { ...later.article.published, value: "2030-05-15" };
    expect(linkAnalyses([announced, later, elsewhere]).events).toHaveLength(2);
  });

  it("is not told by what a country could not do", () => {
    const text =
      "Norland could not sail beyond the herring line of Port Hale, the ferry and harbour office said.";
    const denied = minister("b", "2030-03-15", text, {
      trigger: "sail",
      agent: "Norland",
      status: "denied",
      rule: "event-verb/negated",
    });
    expect(told(announced, denied)).toEqual([["a"], ["b"]]);
  });

  it("is not told by another verb where neither who nor where to is the same", () => {
    const text = "There was no ferry in the harbour of herring permits since the last boat came.";
    const boat = minister("b", "2030-03-15", text, { trigger: "came", agent: "last boat" });
    expect(told(announced, boat)).toEqual([["a"], ["b"]]);
  });

  it("is not one of the regular ones", () => {
    const line = "from Port Hale, where the ferry company counts on the herring harbour";
    const sailing = minister("a", "2030-03-12", `The trial sailing ${line}.`, {
      trigger: "sailing",
      lemma: "sail",
    });
    const plural = minister("b", "2030-03-15", `Regular sailings ${line}.`, {
      trigger: "sailings",
      lemma: "sail",
    });
    const tokens = plural.tokens.map((each) => (each.text === "sailings" ? { ...each, xpos: "NNS" } : each));
    expect(told(sailing, { ...plural, tokens })).toEqual([["a"], ["b"]]);
  });

  it("is spoken of while it lies ahead, weeks after it was announced", () => {
    const early = minister("a", "2030-01-16", "Mira Olsen will visit Port Hale in March.", {
      agent: "Mira Olsen",
      place: "Port Hale",
      status: "scheduled",
      time: "2030-03",
    });
    const spoken = (day: string) =>
      minister("b", day, "The visit of Mira Olsen remained in the calendar.", {
        agent: "Mira Olsen",
        rule: "event-noun/presupposed",
      });
    expect(told(early, spoken("2030-02-08"))).toEqual([["a", "b"]]);
    expect(told(early, spoken("2030-09-08"))).toHaveLength(2);
  });
});

describe("reports of one story", () => {
  const BLAZE = "A blaze killed two sailors on the tanker Borea in Port Hale harbour.";
  const STRIKE = "Dockers at Lund walked out for higher wages, the union said.";
  const killed = (id: string, day: string | undefined, text: string) =>
    report({
      id,
      ...(day === undefined ? {} : { day }),
      text: `${text}\n\nFirefighters searched the tanker Borea, and sailors in Port Hale harbour mourned.`,
      sentences: true,
      names: { "Port Hale": "place" },
      events: [{ trigger: "killed", codes: {}, things: ["sailors"] }],
    });
  const other = report({ id: "z", day: "2030-03-02", text: STRIKE });

  function told(...reports: readonly Analysis[]): string[][] {
    const links = linkAnalyses([...reports, other]);
    return links.events.map(({ mentions }) => mentions.map(({ article }) => article).sort()).sort();
  }

  it("tell one event by the words around it, without any time or agent", () => {
    const second = "Two sailors died: the blaze killed them on the tanker Borea.";
    expect(told(killed("a", "2030-03-01", BLAZE), killed("b", "2030-03-02", second))).toEqual([["a", "b"]]);
  });

  it("tell one event of a day by the words around it, where nobody is named for it", () => {
    const blaze = (id: string, day: string, time: string) =>
      report({
        id,
        day,
        text: "A blaze on the tanker Borea woke the sailors in Port Hale harbour.",
        sentences: true,
        events: [{ trigger: "blaze", codes: {}, time }],
      });
    expect(told(blaze("a", "2030-03-01", "2030-02-28"), blaze("b", "2030-06-02", "2030-02-28"))).toEqual([
      ["a", "b"],
    ]);
    expect(told(blaze("a", "2030-03-01", "2030-02-28"), blaze("b", "2030-03-02", "2030-03-01"))).toHaveLength(
      2,
    );
  });

  it("tell two when they lie months apart", () => {
    expect(told(killed("a", "2030-03-01", BLAZE), killed("b", "2030-09-02", BLAZE))).toHaveLength(2);
  });
});

it("gives a reason for each mention of an event", () => {
  const reports = [past("a", "2030-12-16", "2030-12-15"), past("b", "2030-12-17", "2030-12")];
  const entities = linkEntities(reports, new IdMaker());
  const [cluster] = clusterMentions(
    reports.flatMap((each) =>
      each.events.map((event) => toMention(each, event, { entities, originOf: new Map(), terms: new Map() })),
    ),
  );
  expect(cluster?.reasons).toEqual(["first mention", "same kind, agreeing times, shared participants"]);
});

it("finds the same events in whatever order the reports come", () => {
  const reports = [
    ahead("a", "2030-01-05", "2030-04"),
    ahead("b", "2030-01-09", "2030-04-12"),
    past("c", "2030-04-13", "2030-04-12"),
    past("d", "2030-06-01", "2030"),
    past("e", "2031-02-02", "2031-01"),
    ahead("f", "2031-02-10"),
    tour("g", "2030-04-13", "Olsen", "Port Hale", "2030-04-12"),
    tour("h", "2030-04-13", "Jon Dahl", "Port Hale", "2030-04-12"),
  ];
  const expected = groups(...reports);
  for (let seed = 1; seed <= 25; seed++) expect(groups(...shuffled(reports, seed))).toEqual(expected);
});

describe("times that can be one", () => {
  it.each<[string | null, string | null, boolean]>([
    ["2030-12", "2030-12-15", true],
    ["2030", "2030-12", true],
    ["2010", "2015", false],
    ["2030-11", "2030-12", false],
    ["203X", "2035", true],
    ["2005/..", "2030-12-15", true],
    ["../2005", "2030-12-15", false],
    ["2030-12-14/2030-12-16", "2030-12-16", true],
    [null, "2030", true],
  ])("%s and %s: %s", (a, b, expected) => {
    expect(canAgree(chronicleTime(a), chronicleTime(b))).toBe(expected);
    expect(canAgree(chronicleTime(b), chronicleTime(a))).toBe(expected);
  });
});

it("tells what is done to one person from what is done to another", () => {
  const arrested = (id: string, whom: string) =>
    report({
      id,
      day: "2030-03-02",
      text: `The harbour police of Port Hale arrested ${whom} over the stolen nets.`,
      sentences: true,
      names: { [whom]: "person", "Port Hale": "place" },
      events: [{ trigger: "arrested", with: [whom], place: "Port Hale", time: "2030-03-01" }],
    });
  expect(groups(arrested("a", "Jon Dahl"), arrested("b", "Per Lind"))).toEqual([["a"], ["b"]]);
  expect(groups(arrested("a", "Jon Dahl"), arrested("b", "Dahl"))).toEqual([["a", "b"]]);
});
