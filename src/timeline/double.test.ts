import { describe, expect, it } from "vitest";
import { edtfBounds } from "../model/calendar.ts";
import type { EventStatus } from "../model/event.ts";
import type { LinkedEvent } from "../model/link.ts";
import { withoutDoubles } from "./double.ts";
import { joinDoubles } from "./double-join.ts";

/** Headline, time, status, and the report with the place of its words. */
type Plan = readonly [string, string | null, EventStatus?, string?, number?];

function event([headline, edtf, status = "happened", article, start = 0]: Plan, index: number): LinkedEvent {
  const bounds = edtf === null ? null : edtfBounds(edtf);
  const id = `E${index}`;
  return {
    id,
    story: "s1",
    headline,
    time: { edtf, begin: null, end: null, precision: "unknown", ...bounds },
    status,
    participants: [],
    codes: {},
    history: [],
    disagreements: [],
    citations: [
      { article: article ?? `report ${id}`, start, end: start + 40, text: headline, prefix: "", suffix: "" },
    ],
    mentions: [],
    reasons: [],
    outlets: 1,
    origins: 1,
    salience: 0.5,
  };
}

const lines = (a: Plan, b: Plan) =>
  withoutDoubles([a, b].map(event)).map(({ event: { headline }, doubles }) => [headline, doubles.length]);

describe("one line for", () => {
  it.each<[string, Plan, Plan]>([
    [
      "the same words on one day",
      ["The first boat docked at Brenna with bread and coal", "2030-03-01"],
      ["The first boat docked at Brenna", "2030-03-01"],
    ],
    [
      "an agreement and what is agreed, in one clause",
      ["The company agreed to release the sailors of Brenna", "2030-03-01", "happened", "a"],
      ["The company will release the sailors of Brenna", null, "scheduled", "a"],
    ],
    [
      "what is said and that it is said, in one clause",
      ["The harbour office announced that it had closed the Hale pier", "2030-03-01", "happened", "a"],
      ["The harbour office closed the Hale pier", "2030", "happened", "a", 12],
    ],
    [
      "the report of the next morning",
      ["The minister Mira Olsen opened the new pier at Brenna", "2030-03-02"],
      ["Mira Olsen opened the new pier at Brenna", "2030-03-01"],
    ],
  ])("%s", (_, a, b) => {
    expect(lines(a, b).map(([, doubles]) => doubles)).toEqual([1]);
  });
});

describe("two lines for", () => {
  it.each<[string, Plan, Plan]>([
    [
      "other words on one day",
      ["The ferry sank off the harbour of Brenna", "2030-03-01"],
      ["The ferry left the harbour of Brenna", "2030-03-01"],
    ],
    [
      "other figures",
      ["The storm off Brenna killed 3 sailors of the ferry", "2030-03-01"],
      ["The storm off Brenna killed 4 sailors of the ferry", "2030-03-01"],
    ],
    [
      "what is done and what is denied on one day",
      ["Mira Olsen signed the ferry agreement", "2030-03-01"],
      ["Mira Olsen signed the ferry agreement", "2030-03-01", "denied"],
    ],
    [
      "a promise and its content on another day",
      ["The company agreed to release the sailors", "2030-03-01", "happened", "a"],
      ["The company will release the sailors", "2030-03-05", "scheduled", "a"],
    ],
    [
      "what one report tells of two days",
      ["Mira Olsen opened the new pier at Brenna", "2030-03-01", "happened", "a"],
      ["Mira Olsen opened the new pier at Brenna", "2030-03-02", "happened", "a", 200],
    ],
    [
      "what happens daily, in few words",
      ["Shares in Hale fell", "2030-03-01"],
      ["Shares in Hale fell", "2030-03-02"],
    ],
    [
      "two days apart",
      ["Mira Olsen opened the new pier at Brenna", "2030-03-01"],
      ["Mira Olsen opened the new pier at Brenna", "2030-03-03"],
    ],
  ])("%s", (_, a, b) => {
    expect(lines(a, b)).toHaveLength(2);
  });
});

it("does not depend on the order in which events are given", () => {
  const events = (
    [
      ["The first boat docked at Brenna", "2030-03-01"],
      ["The first boat docked at Brenna with bread", "2030-03-01"],
      ["The first boat docked at Brenna with coal", "2030-03-01"],
    ] as const
  ).map(event);
  expect(withoutDoubles([...events].reverse())).toEqual(withoutDoubles(events));
});

it("the line has the sources of both, each once, and counts their outlets and origins", () => {
  const [a, b] = [
    event(["The first boat docked at Brenna with bread", "2030-03-01", "happened", "a"], 1),
    event(["The first boat docked at Brenna", "2030-03-01", "happened", "b"], 2),
  ];
  const disagreement = { field: "number" as const, values: [{ value: "3", citations: [1] }] };
  const double = { ...b, citations: [...a.citations, ...b.citations], disagreements: [disagreement] };
  const articles = new Map([
    ["a", { outlet: "Post" }],
    ["b", { outlet: "Courier" }],
  ]);
  const joined = joinDoubles({ event: a, doubles: [double] }, { articles, originOf: new Map() });
  expect(joined.also).toEqual(["E2"]);
  expect(joined.event).toMatchObject({ outlets: 2, origins: 2, disagreements: [disagreement] });
  expect(joined.event.citations.map(({ article }) => article)).toEqual(["a", "b"]);
});
