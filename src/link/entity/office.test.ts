import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Analysis } from "../../model/layers.ts";
import { parseTable } from "../../model/table.ts";
import { report } from "../analysis.test-data.ts";
import { linkDescribed, linkEntities } from "../entity.ts";
import { IdMaker } from "../id.ts";
import { officeIn } from "./office.ts";
import { loadNameTables, NAME_TABLES } from "./tables.ts";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url));
const tables = loadNameTables(read);
const rows = parseTable("offices", read(NAME_TABLES.offices), ["office", "as", "title", "description"]);

/** A report that introduces somebody by a title. */
const titled = (id: string, title: string, day?: string, name = "Karl Tamm"): Analysis =>
  report({
    id,
    ...(day === undefined ? {} : { day }),
    text: `The ${title} ${name} spoke of the harbour.`,
    names: { [name]: "person" },
    roles: { [name]: title },
  });

/** A report in which somebody without a name opens the harbour. */
const described = (id: string, words: string, day?: string, time?: string): Analysis =>
  report({
    id,
    ...(day === undefined ? {} : { day }),
    text: `Later ${words} opened the harbour.`,
    events: [
      { trigger: "opened", agent: words.replace(/^the /u, ""), ...(time === undefined ? {} : { time }) },
    ],
  });

/** Who is meant by descriptions, with the reason. */
function meant(...reports: readonly Analysis[]): readonly (readonly [string, string, string])[] {
  const { entities } = linkDescribed(reports, linkEntities(reports, new IdMaker(), tables), tables);
  return entities.entities.flatMap(({ name, joins = [] }) =>
    joins.filter(({ rule }) => rule === "office").map((join) => [name, join.name, join.because] as const),
  );
}

it.each(rows.map(({ title, description }) => [title, description] as const))(
  "of the %s tells “%s”",
  (title, description) => {
    expect(meant(titled("a", title), described("b", description)).map(([name]) => name)).toEqual([
      "Karl Tamm",
    ]);
  },
);

it("tells the title and its days", () => {
  const reports = [
    titled("a", "Estonian President", "2030-02-01"),
    titled("b", "Estonian President", "2030-03-01"),
    described("c", "Estonia's president", "2030-03-05"),
  ];
  expect(meant(...reports)).toEqual([
    [
      "Karl Tamm",
      "Estonia's president",
      "the one who is called “Estonian President” in these reports, as of 2030-02-01 to 2030-03-01",
    ],
  ]);
});

describe("nobody is meant", () => {
  const president = titled("a", "Estonian President", "2030-02-01");

  it.each<[string, readonly Analysis[]]>([
    ["by another office", [president, described("b", "the Estonian premier", "2030-02-02")]],
    ["by that of another country", [president, described("b", "the Latvian president", "2030-02-02")]],
    ["by one without a country", [president, described("b", "the president", "2030-02-02")]],
    ["by one that is over", [president, described("b", "the former Estonian president", "2030-02-02")]],
    ["by one of several", [president, described("b", "Estonian president", "2030-02-02")]],
    ["long after", [president, described("b", "Estonia's president", "2030-09-01")]],
    [
      "long before its report",
      [president, described("b", "Estonia's president", "2030-02-02", "2026-02-01")],
    ],
    [
      "where two may hold it",
      [
        president,
        titled("c", "Estonian President", "2030-03-01", "Mart Kask"),
        described("b", "Estonia's president", "2030-02-15"),
      ],
    ],
    ["without a day", [president, described("b", "Estonia's president")]],
  ])("%s", (_, reports) => {
    expect(meant(...reports)).toEqual([]);
  });
});

it.each([
  ["Estonian deputy foreign minister", ""],
  ["new president", " of Estonia"],
  ["president", ""],
  ["police chief", ""],
  ["head", " of the UN mission"],
  ["head", " of UN peacekeeping, Karl Tamm"],
  ["head", " of Norway's coast guard"],
  ["Norway's head of logistics", ""],
  ["presidents", " of Estonia and Latvia"],
])("“%s%s” is no office of one", (words, after) => {
  expect(officeIn(words, after, tables)).toBeNull();
});

it("an event whose agent is described leads to the holder, and the words are kept", () => {
  const reports = [
    titled("a", "Estonian President", "2030-02-01"),
    described("b", "Estonia's president", "2030-02-02"),
  ];
  const { analyses, entities } = linkDescribed(reports, linkEntities(reports, new IdMaker(), tables), tables);
  const agent = analyses[1]?.events[0]?.participants[0]?.entity;
  expect(entities.nameOf.get(entities.idOf.get(`b:${agent}`) ?? "")).toBe("Karl Tamm");
  expect(entities.entities[0]?.described?.map(({ article, text }) => [article, text])).toEqual([
    ["b", "Estonia's president"],
  ]);
});
