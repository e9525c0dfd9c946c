import { expect, it } from "vitest";
import type { Analysis } from "../model/layers.ts";
import type { LinkedEntity } from "../model/link.ts";
import { explain } from "./explain.ts";
import type { Store } from "./store.ts";

const PERSON: LinkedEntity = {
  id: "P1",
  type: "person",
  name: "Sergei Fomin",
  names: ["Fomin", "Sergey Fomin"],
  roles: [],
  mentions: [],
  joins: [
    { rule: "same-name", name: "Sergei Fomin", because: "the same name", articles: ["a1", "a2"] },
    { rule: "spelling", name: "Sergey Fomin", because: "sergei / sergey", articles: ["a3"] },
  ],
};

const ARTICLE = {
  id: "a3",
  outlet: "Harbour News",
  published: { value: "2030-02-01", basis: "given" },
} as Analysis["article"];

/** A store of one person, and of one report that names him. */
const STORE = {
  derived: {
    linked: (id: string) => (id === "P1" ? { kind: "entities", value: PERSON } : null),
    analysis: (id: string) => (id === "a3" ? { article: ARTICLE } : null),
  },
} as unknown as Store;

it("says in which reports a name stands, and why it is the same person", () => {
  expect(explain(STORE, "P1")).toEqual([
    { stage: "link", rule: "same name", text: "“Sergei Fomin” in a1, a2: the same name." },
    {
      stage: "link",
      rule: "spelling variant",
      text: "“Sergey Fomin” in a3 (Harbour News, 2030-02-01): sergei / sergey.",
    },
    {
      stage: "link",
      rule: "same entity",
      text: "All of them are Sergei Fomin (person), also Fomin, Sergey Fomin.",
    },
  ]);
});
