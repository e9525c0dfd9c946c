import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Entity } from "../../model/entity.ts";
import type { Analysis } from "../../model/layers.ts";
import type { NameType } from "../../model/token.ts";
import { report, shuffled } from "../analysis.test-data.ts";
import { linkEntities } from "../entity.ts";
import { IdMaker } from "../id.ts";
import { loadNameTables } from "./tables.ts";

const tables = loadNameTables((path) => readFileSync(new URL(`../../../${path}`, import.meta.url)));

/** A report that names all of these. */
function naming(id: string, names: readonly string[], type: NameType = "person"): Analysis {
  const text = names.map((name) => `Here stands ${name} alone.`).join(" ");
  return report({ id, text, names: Object.fromEntries(names.map((name) => [name, type])) });
}

/** The names of each linked entity where each report names these. */
function linked(reports: readonly Analysis[]): string[] {
  const { entities } = linkEntities(reports, new IdMaker(), tables);
  return entities.map(({ joins = [] }) => joins.map(({ name }) => name).join(" = ")).sort();
}

const told = (...reports: readonly (readonly string[])[]) =>
  linked(reports.map((names, i) => naming(`r${i}`, names)));

describe("one person", () => {
  it.each([
    [["Sergei Fomin"], ["Sergey Fomin"]],
    [["Oleksandr Tymchuk"], ["Olexander Timchuk"]],
    [["Mohammed Barqi"], ["Muhammad Barqi"]],
    [["Jörg Müller"], ["Joerg Mueller"]],
    [["Salim al-Barqi"], ["Salim Barqi"]],
    [["Salim al-Barqi"], ["al-Barqi"]],
    [["al-Barqi"], ["Barqi"]],
    [["Anne Roux-Morel"], ["Roux-Morel"]],
    [["Anne Roux-Morel"], ["Anne Roux Morel"]],
    [["Kang Jong-un"], ["Kang Jong Un"]],
    [["Kang Minhai"], ["Minhai Kang"]],
    [["Karl W. Tamm"], ["Karl Tamm"]],
    [["K. Tamm"], ["Karl Tamm"]],
    [["William “Bill” Tamm"], ["Bill Tamm"]],
    [["Karl Tamm Jr."], ["Karl Tamm"]],
    [["Bill Tamm"], ["William Tamm"]],
    [["Hank Tamm"], ["Henry J. Tamm Jr."]],
    [["Luis Pedro Marin Soto"], ["Luis Pedro Marin"]],
    [["Zhang Minhai"], ["Zhang"]],
    [["Salim Kadhafi"], ["Gaddafi"]],
    [["Sergei Fomin"], ["Sergey Fomin"], ["Fomin"]],
  ])("%j %j", (...reports) => {
    expect(told(...(reports as string[][]))).toHaveLength(1);
  });
});

describe("two persons", () => {
  it.each([
    ["two given names", [["Mira Olsen"], ["Jon Olsen"]]],
    ["two who stand in one report", [["Sergei Fomin", "Sergey Fomin"], ["Sergei Fomin"]]],
    ["short for another name", [["Bill Tamm"], ["Walter Tamm"]]],
    ["other initials", [["Karl W. Tamm"], ["Karl H. Tamm"]]],
    ["the same two words in another order", [["Mohammed Omar"], ["Omar Mohammed"]]],
    ["what stands far oftener by itself", [["Mira Norva"], ...Array.from({ length: 6 }, () => ["Norva"])]],
    ["the end of a longer description", [["Mira Olsen of Norva"], ["Norva"]]],
    ["father and son", [["Karl Tamm Jr."], ["Karl Tamm Sr."]]],
    ["a given name", [["Mira Joel"], ["Joel"]]],
    ["half of a name with a hyphen", [["Maris Roux-Morel"], ["Morel"]]],
    ["the given name of one whose family name stands first", [["Zhang Minhai"], ["Minhai"]]],
  ])("%s", (_, reports) => {
    expect(told(...(reports as string[][]))).toHaveLength(2);
  });

  it("a short form of a given name that may be of two is of neither", () => {
    expect(told(["Al Tamm"], ["Albert Tamm"], ["Alfred Tamm"])).toHaveLength(3);
  });

  it("a name that may be short for two is of neither", () => {
    expect(told(["Karl W. Tamm"], ["Karl H. Tamm"], ["Karl Tamm"])).toHaveLength(3);
  });
});

describe("a surname that two bear", () => {
  const many = Array.from({ length: 10 }, () => ["Mira Olsen"]);

  it("means the one whom far more reports name", () => {
    expect(told(...many, ["Jon Olsen"], ["Olsen"])).toEqual(["Jon Olsen", "Mira Olsen = Olsen"]);
  });

  it("stays open in a report that names one of them as somebody else", () => {
    expect(told(...many, ["Jon Olsen", "Olsen"])).toEqual(["Jon Olsen", "Mira Olsen", "Olsen"]);
  });

  it("stays open where both are named often", () => {
    expect(told(...many, ...many.map(() => ["Jon Olsen"]), ["Olsen"])).toHaveLength(3);
  });
});

describe("bodies", () => {
  const bodies = (...names: readonly string[]) =>
    linked(names.map((name, i) => naming(`r${i}`, [name], "organization")));

  it.each([
    ["Ministry of Health", "Health Ministry"],
    ["Department of Defence", "Defense Department"],
    ["Norva Inc.", "Norva"],
    ["U.N.", "UN"],
    ["US Coast Survey", "United States Coast Survey"],
    ["Baltic Harbour Fund", "BHF"],
    ["the Baltic Harbour Fund", "Baltic Harbour Fund"],
  ])("%s is %s", (one, other) => {
    expect(bodies(one, other)).toHaveLength(1);
  });

  it("letters that fit two are of neither", () => {
    expect(bodies("Baltic Harbour Fund", "Baltic Health Forum", "BHF")).toHaveLength(3);
  });

  it("an acronym that a report gives counts before one that only fits", () => {
    const given = report({
      id: "a",
      text: "The Baltic Harbour Fund (BHF) paid.",
      names: { "Baltic Harbour Fund": "organization" },
    });
    const [fund] = given.entities as [Entity];
    const short = { start: 25, end: 28, text: "BHF", kind: "name", rule: "acronym" } as const;
    const told = { ...given, entities: [{ ...fund, mentions: [...fund.mentions, short] }] };
    const others = ["Baltic Health Forum", "BHF"].map((name, i) => naming(`r${i}`, [name], "organization"));
    expect(linked([told, ...others])).toEqual(["Baltic Harbour Fund = BHF", "Baltic Health Forum"]);
  });
});

describe("places", () => {
  const at = (id: string, name: string, more: Partial<Entity>): Analysis => {
    const one = naming(id, [name], "place");
    return { ...one, entities: one.entities.map((entity) => ({ ...entity, ...more })) };
  };
  const here = { lat: 50.45, lon: 30.52, geonames: 703448 };

  it("names of one place in the gazetteer are one", () => {
    expect(linked([at("a", "Kyiv", here), at("b", "Kiev", here)])).toEqual(["Kiev = Kyiv"]);
  });

  it.each<[string, Partial<Entity>]>([
    ["Northern Kiev", here],
    ["Dnieper Club", { ...here, partOfName: true }],
    ["Kyiv Oblast", { lat: 50.2, lon: 30.1 }],
  ])("%s is another", (name, more) => {
    expect(linked([at("a", "Kiev", here), at("b", name, more)])).toHaveLength(2);
  });
});

it("gives the same whatever the order of the reports", () => {
  const reports = [
    ["Sergei Fomin", "Mira Olsen"],
    ["Sergey Fomin", "Jon Olsen"],
    ["Fomin", "Olsen"],
    ["S. Fomin"],
    ["Zhang Minhai"],
    ["Minhai Zhang", "Zhang"],
  ].map((names, i) => naming(`r${i}`, names));
  for (const seed of [1, 2, 3]) expect(linked(shuffled(reports, seed))).toEqual(linked(reports));
});

it("says why each name belongs to the person", () => {
  const { entities } = linkEntities(
    [["Sergei Fomin"], ["Sergey Fomin"], ["Fomin"]].map((names, i) => naming(`r${i}`, names)),
    new IdMaker(),
    tables,
  );
  expect(entities[0]?.joins).toEqual([
    { rule: "same-name", name: "Sergei Fomin", because: "the same name", articles: ["r0"] },
    { rule: "spelling", name: "Sergey Fomin", because: "sergei / sergey", articles: ["r1"] },
    {
      rule: "surname",
      name: "Fomin",
      because: "surname of Sergei Fomin, who alone bears it in these reports",
      articles: ["r2"],
    },
  ]);
});
