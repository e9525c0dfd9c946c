import { expect, test } from "vitest";
import type { Citation, LinkedEntity, LinkedEvent, LinkedQuotation, Links } from "../model/link.ts";
import { findProfiles } from "./profile.ts";
import { findQuotes } from "./quotes.ts";

function cited(article: string): Citation {
  return { article, start: 0, end: 5, text: "words", prefix: "", suffix: "" };
}

function entity(id: string, name: string, more: Partial<LinkedEntity> = {}): LinkedEntity {
  return { id, type: "person", name, names: [], roles: [], mentions: [{ article: "a1", id: "e1" }], ...more };
}

function event(id: string, begin: string | null, more: Partial<LinkedEvent>): LinkedEvent {
  return {
    id,
    story: "s1",
    headline: id,
    time: { edtf: begin, begin, end: begin, precision: begin ? "day" : "unknown" },
    status: "happened",
    participants: [],
    codes: {},
    history: [],
    disagreements: [],
    citations: [cited("a1")],
    mentions: [{ article: "a1", id: "v1" }],
    reasons: [],
    outlets: 1,
    origins: 1,
    salience: 1,
    ...more,
  };
}

function quotation(id: string, speaker: string | null, text: string, said: string | null): LinkedQuotation {
  return {
    id,
    speaker,
    speakerText: speaker ? "Liis Kask" : "two harbour officials",
    sourceKind: "person",
    kind: "direct",
    act: "state",
    cue: "said",
    text,
    said,
    chain: [],
    citations: [cited("a1")],
    mentions: [{ article: "a1", id: "q1" }],
  };
}

const president = { article: "a1", id: "e1" };
const LINKS: Links = {
  origins: [],
  stories: [],
  quantities: [],
  entities: [
    entity("P1", "Liis Kask", {
      names: ["Kask"],
      mentions: [president, { article: "a2", id: "e4" }],
      roles: [
        { title: "president", asOf: "2019-05-01", citations: [cited("a2")] },
        { title: "President", asOf: "2019-03-01", citations: [cited("a1")] },
        { title: "mayor", asOf: "2015-01-01", citations: [cited("a3")] },
      ],
    }),
    entity("P2", "Mart Kask", { mentions: [president] }),
    entity("P3", "Łódź Harbour Board", { type: "organization" }),
    entity("P4", "Riga", { type: "place" }),
  ],
  events: [
    event("E1", null, { participants: [{ role: "agent", entity: "P1" }] }),
    event("E2", "2019-05-02", {
      participants: [
        { role: "agent", entity: "P1" },
        { role: "patient", entity: "P3" },
      ],
      place: "P4",
    }),
    event("E3", "2019-01-01", { participants: [{ role: "patient", entity: "P2" }] }),
  ],
  quotations: [
    quotation("Q1", "P1", "The islands are ours.", "2019-05-01"),
    quotation("Q2", null, "No ship has left the harbour.", null),
    quotation("Q3", "P1", "We shall see.", "2019-03-01"),
  ],
};

const SOURCE = {
  links: LINKS,
  publishedOf: new Map([
    ["a1", "2019-03-01"],
    ["a2", null],
  ]),
};

test("a profile holds roles over time, words, deeds and company", () => {
  const [profile, ...others] = findProfiles("liis kask", SOURCE);
  expect(others).toEqual([]);
  expect(profile).toMatchObject({ reports: 2, first: "2019-03-01", last: "2019-03-01" });
  expect(profile?.roles.map(({ title, first, last }) => [title, first, last])).toEqual([
    ["mayor", "2015-01-01", "2015-01-01"],
    ["president", "2019-03-01", "2019-05-01"],
  ]);
  expect(profile?.events.map(({ role, event: { id } }) => [role, id])).toEqual([
    ["agent", "E2"],
    ["agent", "E1"],
  ]);
  expect(profile?.said.map(({ id }) => id)).toEqual(["Q3", "Q1"]);
  expect(profile?.with).toEqual([
    { id: "P3", name: "Łódź Harbour Board", type: "organization", events: ["E2"] },
  ]);
});

test("of a place, what happened there belongs to its profile", () => {
  expect(findProfiles("P4", SOURCE)[0]?.events.map(({ role, event: { id } }) => [role, id])).toEqual([
    ["place", "E2"],
  ]);
});

test("who bears just the name is meant; else all in whose name it stands, most mentioned first", () => {
  const found = (name: string) => findProfiles(name, SOURCE).map(({ entity: { id } }) => id);
  expect(found("Kask")).toEqual(["P1"]);
  expect(found("harbour board")).toEqual(["P3"]);
  expect(found("Harbour")).toEqual(["P3"]);
  expect(found("Tamm")).toEqual([]);
  expect(found("?!")).toEqual([]);
});

test("what nobody says is no quotation to show", () => {
  const open = { ...quotation("Q4", null, "to run the ferry", null), speakerText: null };
  const quotations = [
    { ...open, kind: "indirect" as const },
    { ...open, id: "Q5" },
  ];
  expect(findQuotes({ ...LINKS, quotations }, {}).map(({ id }) => id)).toEqual(["Q5"]);
});

test("quotations are found by speaker, also one without a name, and by beginnings of words", () => {
  const found = (filter: Parameters<typeof findQuotes>[1]) => findQuotes(LINKS, filter).map(({ id }) => id);
  expect(found({})).toEqual(["Q3", "Q1", "Q2"]);
  expect(found({ speaker: "Kask" })).toEqual(["Q3", "Q1"]);
  expect(found({ speaker: "officials" })).toEqual(["Q2"]);
  expect(found({ about: "island" })).toEqual(["Q1"]);
  expect(found({ speaker: "Kask", about: "harbour" })).toEqual([]);
});
