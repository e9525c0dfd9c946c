import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseTable } from "../model/table.ts";
import { report } from "./analysis.test-data.ts";
import { creditsOf, shareAgency } from "./credit.ts";
import { loadNameTables, NAME_TABLES } from "./entity/tables.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url));
const { agencies } = loadNameTables(read);
const rows = parseTable("agencies", read(NAME_TABLES.agencies), ["name", "pattern", "example"]);

/** What a report credits that quotes somebody. */
function credits(by: string, agency?: string) {
  const text = `"The pier is shut", ${by} said.`;
  const quotations = [{ said: "The pier is shut", by }];
  return creditsOf(report({ id: "r", text, quotations, ...(agency ? { agency } : {}) }), agencies);
}

describe("the agency that a report rests on", () => {
  it.each(rows.map(({ name, example }) => [example, name]))("%s is %s", (example, name) => {
    expect(shareAgency(credits(example), credits("a sailor", name))).toBe(true);
  });

  it.each([
    ["the Kyodo news agency", "Kyodo"],
    ["The Jiji Press", "Jiji Press"],
    ["the AFP wire", "AFP"],
  ])("%s is %s", (words, name) => {
    expect(credits(words).agencies).toEqual(credits(name).agencies);
    expect(credits(words).agencies).toHaveLength(1);
  });

  it("is none where a word or another body only looks like one", () => {
    for (const words of ["the spa", "the Harbour Agency", "Bloomberg the mayor"])
      expect(credits(words).agencies).toEqual([]);
  });

  it("may be one that no table knows, where the other report is credited to it", () => {
    expect(shareAgency(credits("Nordpol"), credits("a sailor", "Nordpol"))).toBe(true);
    expect(shareAgency(credits("Nordpol"), credits("Nordpol"))).toBe(false);
  });
});
