import { describe, expect, it } from "vitest";
import { edtfBounds } from "../model/calendar.ts";
import type { LinkedEvent, StoryDay } from "../model/link.ts";
import { rankEvents } from "./rank.ts";

function event(id: string, edtf: string | null, more: Partial<LinkedEvent> = {}): LinkedEvent {
  const bounds = edtf === null ? null : edtfBounds(edtf);
  return {
    id,
    story: "s1",
    headline: `${id} tells of something else`,
    time: { edtf, begin: null, end: null, precision: "unknown", ...bounds },
    status: "happened",
    participants: [],
    codes: {},
    history: [],
    disagreements: [],
    citations: [{ article: "a", start: 0, end: 1, text: "w", prefix: "", suffix: "" }],
    mentions: [],
    reasons: [],
    outlets: 1,
    origins: 1,
    salience: 0.8,
    ...more,
  };
}

const day = (name: string, weight: number): StoryDay => ({ day: name, reports: 0, mentions: 0, weight });

function order(
  events: readonly LinkedEvent[],
  days: readonly StoryDay[] = [],
  about: readonly string[] = [],
): string[] {
  const ranks = rankEvents(events, { days, about: new Set(about), articles: new Map(), central: new Map() });
  return [...ranks].sort((a, b) => a[1] - b[1]).map(([id]) => id);
}

describe("the weightiest come first", () => {
  it("what has a date before what has none", () => {
    expect(order([event("A", null, { origins: 2 }), event("B", "2030")])).toEqual(["B", "A"]);
  });

  it("those of the days that reports speak of most", () => {
    const events = [event("A", "2030-03-01"), event("B", "2030-03-02")];
    expect(order(events, [day("2030-03-01", 2), day("2030-03-02", 9)])).toEqual(["B", "A"]);
  });

  it("those that more independent reports tell", () => {
    expect(order([event("A", "2030-03"), event("B", "2030-04", { origins: 3 })])).toEqual(["B", "A"]);
  });

  it("the best of each day before the second of a day, where the days weigh about the same", () => {
    const events = [
      event("A", "2030-03-01", { headline: "The ferry sank" }),
      event("B", "2030-03-01", { headline: "Mira Olsen resigned", salience: 0.7 }),
      event("C", "2030-03-02", { headline: "Divers found the hull" }),
    ];
    expect(order(events, [day("2030-03-01", 9), day("2030-03-02", 8)])).toEqual(["A", "C", "B"]);
  });

  it("what repeats another line of its day last", () => {
    const events = [
      event("A", "2030-03-01", { headline: "The ferry sank off Brenna" }),
      event("B", "2030-03-01", { headline: "The ferry sank", salience: 0.79 }),
      event("C", "2030-03-01", { headline: "Mira Olsen resigned", salience: 0.6 }),
    ];
    expect(order(events, [day("2030-03-01", 9)])).toEqual(["A", "C", "B"]);
  });

  it("those on whom the story is about", () => {
    const participants = [{ role: "agent" as const, entity: "P1" }];
    const events = [event("A", "2030-03", { salience: 0.9 }), event("B", "2030-03", { participants })];
    expect(order(events, [], ["P1"])).toEqual(["B", "A"]);
  });
});

it("does not depend on the order in which events are given", () => {
  const events = [event("A", "2030-03-01"), event("B", "2030-03-01"), event("C", null)];
  expect(order([...events].reverse())).toEqual(order(events));
});
