import { describe, expect, it } from "vitest";
import type { Analysis } from "../model/layers.ts";
import { JOURNEY_CODES, report, shuffled, visit } from "./analysis.test-data.ts";
import { groups, mentionsOf } from "./event.test-data.ts";
import { clusterMentions } from "./event.ts";

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

it("gives a reason for each mention of an event", () => {
  const reports = [past("a", "2030-12-16", "2030-12-15"), past("b", "2030-12-17", "2030-12")];
  const [cluster] = clusterMentions(mentionsOf(...reports));
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
