import { describe, expect, it } from "vitest";
import { type EventPlan, report } from "./analysis.test-data.ts";
import { canAgree } from "./conflict.ts";
import { groups, told } from "./event.test-data.ts";
import { chronicleTime } from "./mention.ts";

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

describe("what did not take place", () => {
  const vote = (id: string, day: string, text: string, event: Partial<EventPlan>) =>
    report({
      id,
      day,
      text,
      sentences: true,
      names: { ...(text.includes("Jon Dahl") ? { "Jon Dahl": "person" } : {}), Norland: "place" },
      events: [{ trigger: "vote", place: "Norland", things: ["harbour law"], ...event }],
    });
  const denied = vote("a", "2030-03-06", "The vote on the harbour law did not take place in Norland.", {
    status: "denied",
    rule: "light-verb/negated",
    time: "2030-03-05",
  });

  it("is not what a person did", () => {
    const text = "Jon Dahl voted against the harbour law in Norland.";
    const own = { trigger: "voted", lemma: "vote", agent: "Jon Dahl" };
    expect(told(denied, vote("b", "2030-03-06", text, own))).toEqual([["a"], ["b"]]);
  });

  it("is not what a later report tells done without a time", () => {
    const text = "The harbour law was put to the vote in Norland.";
    expect(told(denied, vote("b", "2030-03-12", text, {}))).toEqual([["a"], ["b"]]);
    expect(told(denied, vote("b", "2030-03-06", text, {}))).toEqual([["a", "b"]]);
  });

  it("is told otherwise by a report that gives the same day", () => {
    const text = "The harbour law was put to the vote in Norland.";
    expect(told(denied, vote("b", "2030-03-12", text, { time: "2030-03-05" }))).toEqual([["a", "b"]]);
  });

  it("is not what was over when a later report tells of one called off, and gives no day", () => {
    const done = vote("a", "2030-03-02", "The harbour law was put to the vote in Norland.", {
      time: "2030-03-02",
    });
    const text = "The vote on the harbour law was called off in Norland.";
    const off = (day: string) => vote("b", day, text, { status: "cancelled", rule: "undone/cancelled" });
    expect(told(done, off("2030-03-14"))).toEqual([["a"], ["b"]]);
  });

  it("is not done days after it was called off", () => {
    const text = "The vote on the harbour law was called off in Norland.";
    const off = vote("a", "2030-03-06", text, { status: "cancelled", rule: "undone/cancelled" });
    const done = "The harbour law was put to the vote in Norland.";
    expect(told(off, vote("b", "2030-03-12", done, { time: "2030-03-11" }))).toEqual([["a"], ["b"]]);
    expect(told(off, vote("b", "2030-03-12", done, { time: "2030-03-05" }))).toEqual([["a", "b"]]);
  });
});
