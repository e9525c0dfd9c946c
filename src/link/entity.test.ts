import { describe, expect, it } from "vitest";
import type { NameType } from "../model/token.ts";
import { report } from "./analysis.test-data.ts";
import { linkEntities, placeKey } from "./entity.ts";
import { IdMaker } from "./id.ts";

/** Names of the linked entities when each report names one. */
function linked(...names: readonly (readonly [string, NameType])[]) {
  const reports = names.map(([name, type], i) =>
    report({ id: `r${i}`, text: `Here stands ${name} alone.`, names: { [name]: type } }),
  );
  return linkEntities(reports, new IdMaker()).entities;
}

describe("one entity", () => {
  it.each<[string, readonly [string, NameType], readonly [string, NameType]]>([
    ["the same name", ["Mira Olsen", "person"], ["Mira Olsen", "person"]],
    ["with and without marks on its letters", ["Jörg Väth", "person"], ["Jorg Vath", "person"]],
    ["in capitals", ["NORD", "organization"], ["Nord", "organization"]],
    ["a surname that one person bears", ["Mira Olsen", "person"], ["Olsen", "person"]],
    ["the surname before the full name", ["Olsen", "person"], ["Mira Olsen", "person"]],
    ["a place with its kind and without", ["the Brenna Islands", "place"], ["Brenna", "place"]],
    ["what one reader knows and the other does not", ["Hale Press", "organization"], ["Hale Press", "other"]],
  ])("%s", (_, first, second) => {
    expect(linked(first, second)).toHaveLength(1);
  });
});

describe("two entities", () => {
  it.each<[string, readonly [string, NameType], readonly [string, NameType]]>([
    ["two first names", ["Mira Olsen", "person"], ["Jon Olsen", "person"]],
    ["a first name alone", ["Mira Olsen", "person"], ["Mira", "person"]],
    ["a surname and a place", ["Anna Hale", "person"], ["Hale", "place"]],
    ["an island and its northern part", ["Brenna", "place"], ["North Brenna", "place"]],
    ["a place and a company", ["Brenna", "place"], ["Brenna Lines", "organization"]],
  ])("%s", (_, first, second) => {
    expect(linked(first, second)).toHaveLength(2);
  });

  it("a surname that two people bear belongs to neither", () => {
    const found = linked(["Mira Olsen", "person"], ["Jon Olsen", "person"], ["Olsen", "person"]);
    expect(found.map(({ name, mentions }) => [name, mentions.length])).toEqual([
      ["Mira Olsen", 1],
      ["Jon Olsen", 1],
      ["Olsen", 1],
    ]);
  });

  it("a surname of two stays without an owner when one of them is named again", () => {
    const people = ["Mira Olsen", "Jon Olsen", "Mira Olsen", "Olsen"].map(
      (name) => [name, "person"] as const,
    );
    expect(linked(...people).map(({ name }) => name)).toEqual(["Mira Olsen", "Jon Olsen", "Olsen"]);
  });
});

it("gives the fullest name and keeps the others", () => {
  const [entity] = linked(["Olsen", "person"], ["Mira Olsen", "person"], ["MIRA OLSEN", "person"]);
  expect(entity).toMatchObject({ type: "person", name: "Mira Olsen", names: ["MIRA OLSEN", "Olsen"] });
  expect(entity?.mentions).toEqual(["r0", "r1", "r2"].map((article) => ({ article, id: "e1" })));
});

it("has every mention lead to its entity", () => {
  const reports = [
    report({ id: "a", text: "Mira Olsen left Brenna.", names: { "Mira Olsen": "person", Brenna: "place" } }),
    report({ id: "b", text: "Olsen came back.", names: { Olsen: "person" } }),
  ];
  const { idOf, nameOf } = linkEntities(reports, new IdMaker());
  expect([...idOf].map(([ref, id]) => [ref, nameOf.get(id)])).toEqual([
    ["a:e1", "Mira Olsen"],
    ["b:e1", "Mira Olsen"],
    ["a:e2", "Brenna"],
  ]);
});

it("keeps the offices of a person apart by the day of the report, oldest first", () => {
  const told = (id: string, day: string, role: string) =>
    report({
      id,
      day,
      text: `${role} Mira Olsen spoke.`,
      names: { "Mira Olsen": "person" },
      roles: { "Mira Olsen": role },
    });
  const { entities } = linkEntities(
    [
      told("a", "2034-05-01", "Prime Minister"),
      told("b", "2030-05-01", "Mayor"),
      told("c", "2030-05-01", "mayor"),
    ],
    new IdMaker(),
  );
  expect(
    entities[0]?.roles.map(({ title, asOf, citations }) => [title, asOf, citations.map(({ text }) => text)]),
  ).toEqual([
    ["Mayor", "2030-05-01", ["Mayor", "mayor"]],
    ["Prime Minister", "2034-05-01", ["Prime Minister"]],
  ]);
});

it.each([
  ["the Brenna Islands", "brenna"],
  ["Brenna archipelago", "brenna"],
  ["the Northern Brenna chain", "northern brenna"],
  ["Island City", "Island City"],
])("%s is told from other places by: %s", (name, key) => {
  expect(placeKey(name)).toBe(key);
});
