import { describe, expect, it } from "vitest";
import type { EventStatus } from "../model/event.ts";
import type { Analysis } from "../model/layers.ts";
import { report, visit } from "./analysis.test-data.ts";
import { linkAnalyses } from "./link.ts";

const plan = (id: string, day: string, words: string, time?: string) =>
  visit(id, day, `Mira Olsen will visit Port Hale ${words}.`, {
    trigger: "visit",
    status: "scheduled",
    ...(time === undefined ? {} : { time }),
  });
const putOff = (id: string, day: string) =>
  visit(id, day, "Mira Olsen has put off the visit to Port Hale.", {
    trigger: "visit",
    status: "scheduled",
    rule: "event-noun/postponed",
  });
const done = (id: string, day: string, time: string) =>
  visit(id, day, "Mira Olsen visited Port Hale.", { trigger: "visited", time });
const change = (id: string, day: string, status: EventStatus, rule = "event-verb") =>
  visit(id, day, `A ${status} visit of Mira Olsen to Port Hale.`, {
    trigger: "visit",
    status,
    rule,
    time: "2030-06-06",
  });

const eventsOf = (...reports: readonly Analysis[]) => linkAnalyses(reports).events;
const steps = (event: ReturnType<typeof eventsOf>[number] | undefined) =>
  event?.history.map(({ asOf, time, status, citation }) => [
    asOf,
    time,
    status,
    event.citations[citation]?.article,
  ]);

describe("what was announced, put off and done", () => {
  const story = [
    plan("a", "2030-02-01", "in April", "2030-04"),
    putOff("b", "2030-04-10"),
    plan("c", "2030-05-20", "on 6 June", "2030-06-06"),
    done("d", "2030-06-07", "2030-06-06"),
  ];

  it("is one event with that history", () => {
    const events = eventsOf(...story);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ status: "happened", time: { edtf: "2030-06-06", precision: "day" } });
    expect(steps(events[0])).toEqual([
      ["2030-02-01", "2030-04", "scheduled", "a"],
      ["2030-04-10", null, "scheduled", "b"],
      ["2030-05-20", "2030-06-06", "scheduled", "c"],
      ["2030-06-07", "2030-06-06", "happened", "d"],
    ]);
    expect(events[0]?.reasons).toHaveLength(4);
  });

  it("has no time as long as nobody gives a new one", () => {
    const events = eventsOf(...story.slice(0, 2));
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ status: "scheduled", time: { edtf: null, precision: "unknown" } });
  });

  it("has no time where the report repeats the one that no longer holds", () => {
    const words = "Mira Olsen has put off the visit to Port Hale, which had been planned for this month.";
    const repeated = visit("b", "2030-04-10", words, {
      trigger: "visit",
      status: "scheduled",
      rule: "undone/postponed",
      time: "2030-04",
    });
    const [event] = eventsOf(...story.slice(0, 1), repeated);
    expect(steps(event)).toEqual([
      ["2030-02-01", "2030-04", "scheduled", "a"],
      ["2030-04-10", null, "scheduled", "b"],
    ]);
  });

  it("stays called off when its plan is looked back on", () => {
    const [event, ...others] = eventsOf(
      plan("a", "2030-05-20", "on 6 June", "2030-06-06"),
      change("b", "2030-06-05", "cancelled"),
      plan("c", "2030-06-12", "was first planned for 6 June", "2030-06-06"),
      plan("d", "2030-06-13", "once, as everybody had thought"),
    );
    expect(others).toEqual([]);
    expect(event?.status).toBe("cancelled");
    expect(steps(event)).toHaveLength(2);
  });

  it("may be put off twice", () => {
    const twice = [
      ...story.slice(0, 3),
      putOff("d", "2030-06-01"),
      plan("e", "2030-08-01", "soon", "2030-09-09"),
    ];
    expect(eventsOf(...twice).map((event) => steps(event)?.map(([, time]) => time))).toEqual([
      ["2030-04", null, "2030-06-06", null, "2030-09-09"],
    ]);
  });

  it("is two plans when nothing was put off in between", () => {
    expect(eventsOf(...story.filter(({ article }) => article.id !== "b"))).toHaveLength(2);
  });

  it.each<[string, Analysis]>([
    [
      "another traveller's",
      visit(
        "x",
        "2030-05-20",
        "Jon Dahl will visit Port Hale, Mira Olsen will not.",
        {
          trigger: "visit",
          agent: "Jon Dahl",
          status: "scheduled",
          time: "2030-06-06",
        },
        { "Jon Dahl": "person" },
      ),
    ],
    [
      "one to another place",
      visit(
        "x",
        "2030-05-20",
        "Mira Olsen will visit Brenna before Port Hale.",
        {
          trigger: "visit",
          place: "Brenna",
          status: "scheduled",
          time: "2030-06-06",
        },
        { Brenna: "place" },
      ),
    ],
  ])("does not take in a visit that is %s", (_, other) => {
    expect(
      eventsOf(...story.slice(0, 2), other)
        .map(({ time }) => time.edtf)
        .sort(),
    ).toEqual(["2030-06-06", null]);
  });

  it("does not take in an earlier visit that was announced and took place", () => {
    const earlier = [
      plan("x", "2030-01-05", "in February", "2030-02-12"),
      done("y", "2030-02-13", "2030-02-12"),
    ];
    const events = eventsOf(...earlier, ...story.slice(1));
    expect(events.map(({ mentions }) => mentions.map(({ article }) => article)).sort()).toEqual([
      ["b", "c", "d"],
      ["x", "y"],
    ]);
  });

  it("does not take in a visit that had taken place before", () => {
    const events = eventsOf(done("z", "2029-07-02", "2029-07-01"), ...story);
    expect(events.map(({ time }) => time.edtf).sort()).toEqual(["2029-07-01", "2030-06-06"]);
  });
});

describe("the history of what is known", () => {
  it.each<[string, readonly Analysis[], unknown[]]>([
    [
      "a finer time is a step, and the finest stays",
      [
        plan("a", "2030-11-01", "in December", "2030-12"),
        plan("b", "2030-11-20", "on 15 December", "2030-12-15"),
        plan("c", "2030-11-21", "in December", "2030-12"),
      ],
      [
        ["2030-11-01", "2030-12", "scheduled", "a"],
        ["2030-11-20", "2030-12-15", "scheduled", "b"],
      ],
    ],
    [
      "a report that repeats is none",
      [done("a", "2030-06-07", "2030-06-06"), done("b", "2030-06-08", "2030-06-06")],
      [["2030-06-07", "2030-06-06", "happened", "a"]],
    ],
    [
      "a plan that is called off",
      [change("a", "2030-05-01", "scheduled"), change("b", "2030-05-09", "cancelled")],
      [
        ["2030-05-01", "2030-06-06", "scheduled", "a"],
        ["2030-05-09", "2030-06-06", "cancelled", "b"],
      ],
    ],
    [
      "a visit only spoken of has not taken place for that",
      [
        visit("a", "2030-05-01", "The visit of Mira Olsen to Port Hale remained in the calendar.", {
          trigger: "visit",
          rule: "event-noun/presupposed",
        }),
        change("b", "2030-05-09", "scheduled"),
      ],
      [["2030-05-09", "2030-06-06", "scheduled", "b"]],
    ],
    [
      "a visit only spoken of does not undo what is known",
      [
        done("a", "2030-06-07", "2030-06-06"),
        change("b", "2030-06-09", "scheduled", "event-noun/presupposed"),
      ],
      [["2030-06-07", "2030-06-06", "happened", "a"]],
    ],
  ])("%s", (_, reports, expected) => {
    const events = eventsOf(...reports);
    expect(events).toHaveLength(1);
    expect(steps(events[0])).toEqual(expected);
    expect(events[0]?.status).toBe((expected.at(-1) as unknown[])[2]);
  });
});

it.each(["../2030-06-06", "2005/..", "203X"])("keeps a time as vague as the words: %s", (time) => {
  expect(eventsOf(done("a", "2030-06-07", time))[0]?.time.edtf).toBe(time);
});

it("counts outlets and origins, and cites every report", () => {
  const [event] = eventsOf(done("a", "2030-06-07", "2030-06-06"), done("b", "2030-06-08", "2030-06-06"));
  expect(event).toMatchObject({ outlets: 2, origins: 2 });
  expect(event?.mentions).toEqual(["a", "b"].map((article) => ({ article, id: "v1" })));
  expect(event?.citations.map(({ article, text }) => [article, text])).toEqual([
    ["a", "Mira Olsen visited Port Hale."],
    ["b", "Mira Olsen visited Port Hale."],
  ]);
});

describe("whose word an event rests on", () => {
  const claimed = report({
    id: "a",
    day: "2030-06-07",
    text: "Mira Olsen visited Port Hale, Jon Dahl said.",
    names: { "Mira Olsen": "person", "Jon Dahl": "person", "Port Hale": "place" },
    quotations: [{ said: "Mira Olsen visited Port Hale", by: "Jon Dahl" }],
    events: [
      {
        trigger: "visited",
        agent: "Mira Olsen",
        place: "Port Hale",
        codes: { kind: "journey" },
        time: "2030-06-06",
        saidBy: "q1",
      },
    ],
  });

  it("is the source's where all tell it in a source's words", () => {
    expect(eventsOf(claimed)[0]?.saidBy).toBe("Jon Dahl");
  });

  it("is the outlet's where one report states it", () => {
    const events = eventsOf(claimed, done("b", "2030-06-08", "2030-06-06"));
    expect(events).toHaveLength(1);
    expect(events[0]).not.toHaveProperty("saidBy");
  });
});
