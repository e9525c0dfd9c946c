import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parseTable } from "../../model/table.ts";
import type { NameType } from "../../model/token.ts";
import { report } from "../analysis.test-data.ts";
import { linkEntities } from "../entity.ts";
import { IdMaker } from "../id.ts";
import { plainName } from "./name.ts";
import { loadNameTables, NAME_TABLES } from "./tables.ts";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url));
const tables = loadNameTables(read);
const spelling = parseTable("spelling", read(NAME_TABLES.spelling), ["pattern", "to", "one", "other"]);
const words = parseTable("words", read(NAME_TABLES.words), ["class", "word", "one", "other"]);

const soundsOf = (name: string, given = tables) => plainName(name, given).sounds.join(" ");

it.each(spelling.map((row, i) => [row.one, row.other, i] as const))("%s reads like %s", (one, other, i) => {
  expect(soundsOf(one)).toBe(soundsOf(other));
  const without = { ...tables, spelling: tables.spelling.filter((_, j) => j !== i) };
  expect(soundsOf(one, without)).not.toBe(soundsOf(other, without));
});

it.each([
  ["Salim Tariq", "Selim Tariq"],
  ["Jin Lee", "Jin Li"],
  ["Zhang Minhai", "Zang Minhai"],
  ["Karl Tamm", "Karla Tamm"],
  ["Ivan Petrov", "Ivan Petrova"],
  ["Mario Rossi", "Maria Rossi"],
  ["John Reed", "Jan Reed"],
])("%s does not read like %s", (one, other) => {
  expect(soundsOf(one)).not.toBe(soundsOf(other));
});

it.each(words.map((row) => [row.one, row.other, row.class] as const))("%s is %s", (one, other, kind) => {
  const type: NameType = kind === "short" || kind === "company" ? "organization" : "person";
  const reports = [one, other].map((name, i) =>
    report({ id: `r${i}`, text: `Here stands ${name} alone.`, names: { [name]: type } }),
  );
  expect(linkEntities(reports, new IdMaker(), tables).entities).toHaveLength(1);
  expect(linkEntities(reports, new IdMaker()).entities).toHaveLength(2);
});

const shortForms = parseTable("short forms", read(NAME_TABLES.shortForms), ["short", "full", "one", "other"]);

it.each(shortForms.map(({ one, other }) => [one, other] as const))("%s is %s", (one, other) => {
  const reports = [one, other].map((name, i) =>
    report({ id: `r${i}`, text: `Here stands ${name} alone.`, names: { [name]: "person" } }),
  );
  expect(linkEntities(reports, new IdMaker(), tables).entities).toHaveLength(1);
});
