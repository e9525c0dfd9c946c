import { describe, expect, it } from "vitest";
import type { LinkedEvent } from "../../model/link.ts";
import { mainActors } from "./actors.ts";

const ENTITIES = [
  { id: "P1", type: "person" as const },
  { id: "P2", type: "person" as const },
  { id: "P3", type: "person" as const },
  { id: "O1", type: "organization" as const },
  { id: "L1", type: "place" as const },
];

/** An event with its agents and patients, told by some reports. */
function event(agents: string, patients: string, articles: string): LinkedEvent {
  const party = (role: "agent" | "patient", ids: string) =>
    ids.split(" ").flatMap((entity) => (entity ? [{ role, entity }] : []));
  return {
    participants: [...party("agent", agents), ...party("patient", patients)],
    place: "L1",
    salience: 1,
    citations: articles.split(" ").map((article) => ({ article })),
  } as unknown as LinkedEvent;
}

const actors = (events: readonly LinkedEvent[], originOf: Readonly<Record<string, string>> = {}) =>
  mainActors(events, { entities: ENTITIES, originOf: new Map(Object.entries(originOf)) });

describe("the main actors of a story", () => {
  it("stand by kind, who acts before to whom it is done", () => {
    expect(actors([event("P1 O1", "P2", "a b")])).toEqual({
      persons: ["P1", "P2"],
      organizations: ["O1"],
      places: ["L1"],
    });
  });

  it("are those of whom several independent reports tell", () => {
    const events = [
      event("P1", "", "a b c"),
      event("P2", "", "d"),
      event("P2", "", "d"),
      event("P2", "", "d"),
    ];
    expect(actors(events).persons).toEqual(["P1"]);
  });

  it("do not become so by reprints", () => {
    const events = [event("P1", "", "a b"), event("P2", "", "c d e f")];
    expect(actors(events, { c: "o", d: "o", e: "o", f: "o" }).persons).toEqual(["P1"]);
  });
});

it("a story without events has none", () => {
  expect(actors([])).toEqual({ persons: [], organizations: [], places: [] });
});
