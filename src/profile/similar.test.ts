import { expect, test } from "vitest";
import type { LinkedEntity } from "../model/link.ts";
import { findNamed } from "./named.ts";
import { similarNames } from "./similar.ts";
import { otherSpellings } from "./spellings.ts";

function entity(id: string, name: string, more: Partial<LinkedEntity> = {}): LinkedEntity {
  return { id, type: "person", name, names: [], roles: [], mentions: [{ article: "a1", id: "e1" }], ...more };
}

const citations = [{ article: "a1", start: 0, end: 5, text: "words", prefix: "", suffix: "" }];
const ENTITIES = [
  entity("P1", "Liis Kaskmaa", {
    names: ["Kaskmaa", "Liis Kasskmaa"],
    roles: [{ title: "Estonian Prime Minister", asOf: "2024-03-01", citations }],
  }),
  entity("P2", "Mart Tamm", {
    names: ["Tamm"],
    roles: [{ title: "prime minister of Norva", asOf: "2024-03-02", citations }],
  }),
  entity("P3", "Ada Roos", { roles: [{ title: "adviser to the prime minister", asOf: null, citations }] }),
  entity("P4", "Norva", { type: "place", names: ["Narva"] }),
];

function ids(name: string): readonly string[] {
  return findNamed(ENTITIES, name).map(({ id }) => id);
}

test("who holds an office is found by it, who only works for its holder is not", () => {
  expect(ids("prime minister")).toEqual(["P1", "P2"]);
  expect(ids("Estonian prime minister")).toEqual(["P1"]);
  expect(ids("adviser")).toEqual(["P3"]);
});

test.each([
  ["Kaskma", ["Liis Kaskmaa"]],
  ["Kaksmaa", ["Liis Kaskmaa"]],
  ["lis kaskmaa", ["Liis Kaskmaa"]],
  ["Tam", []],
  ["Tamn", ["Mart Tamm"]],
  ["Kaskmaa", []],
  ["Volga", []],
  ["?", []],
])("names that are nearly spelt like %s", (name, expected) => {
  expect(similarNames(ENTITIES, name)).toEqual(expected);
});

test.each([
  ["Kaskmaa", ["kasskmaa"]],
  ["Liis Kaskmaa", ["kaskmaa", "liis kasskmaa"]],
  ["Liis", []],
  ["Norva", []],
  ["Kaskm*", []],
  ["prime minister", []],
])("other spellings of %s", (words, expected) => {
  expect(otherSpellings(ENTITIES, words)).toEqual(expected);
});
