import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { stampAgo } from "./ago.ts";
import { personsIn } from "./authors.ts";
import { parsePage } from "./dom.ts";
import { languageOf, reportLanguage } from "./language.ts";
import { noteKind } from "./notes.ts";
import { readMetadata } from "./page-metadata.ts";
import type { FieldRule } from "./page-tables.ts";
import { pastDayOf } from "./past-day.ts";
import { isoOf } from "./stamp.ts";
import { loadArticleTables } from "./tables.ts";

const tables = loadArticleTables((path) => readFileSync(new URL(`../../${path}`, import.meta.url)));

/** What is read from a page that has only this field. */
function readOf({ where, name, tells, example }: FieldRule): string | undefined {
  const head =
    where === "meta"
      ? `<meta property="${name}" content="${example}">`
      : `<script type="application/ld+json">{"@type":"NewsArticle","${name}":"${example}"}</script>`;
  const document = parsePage(`<html><head>${head}</head><body><p>Words.</p></body></html>`, "x");
  const metadata = readMetadata({ document }, tables);
  if (tells === "published") return metadata.dates?.[0]?.stamp.day;
  if (tells === "updated") return metadata.updates?.[0]?.stamp.day;
  if (tells === "author") return personsIn(metadata.authors?.[0] ?? "", tables.bylines)[0];
  return metadata[tells];
}

describe("fields of pages", () => {
  it.each(tables.page.fields.map((rule) => [`${rule.where} ${rule.name}`, rule] as const))(
    "%s is read",
    (_name, rule) => expect(readOf(rule)).toBe(rule.gives),
  );
});

describe("labels of dates", () => {
  it.each(tables.page.labels.map((label) => [label.example, label] as const))("%s", (example, label) => {
    const html = `<html><body><h1>The ferries sail again</h1><p>${example}</p><p>Words.</p></body></html>`;
    const document = parsePage(html, "x");
    const { dates = [], updates = [] } = readMetadata({ document }, tables);
    const [found, other] = label.tells === "published" ? [dates, updates] : [updates, dates];
    expect([found[0]?.stamp.day, other.length]).toEqual([label.gives, 0]);
  });
});

describe("how long ago", () => {
  it.each(tables.page.agos.map((rule) => [rule.example, rule.gives] as const))("%s", (example, gives) => {
    const stamp = stampAgo(example, "2024-03-12T10:00:00Z", tables.page.agos);
    expect(stamp === null ? null : isoOf(stamp)).toBe(gives);
  });
  it.each([
    ["2 hours ago", undefined],
    ["2 hours ago", "2024-03-12"],
    ["3 days ago", "2024-03-12T10:00:00Z"],
  ])("%s on a page fetched on %s tells no moment", (text, fetched) => {
    expect(stampAgo(text, fetched, tables.page.agos)).toBeNull();
  });
});

describe("bylines", () => {
  it.each(tables.bylines.map((rule) => [rule.example, rule.gives] as const))("%s", (example, gives) => {
    expect(personsIn(example, tables.bylines).join(" and ")).toBe(gives);
  });
  it.each([
    ["By ANA NOVAK, Associated Press", ["ANA NOVAK", "Associated Press"]],
    ["By Ana Novak in Split", ["Ana Novak"]],
    ["Ana Novak | Lake Courier", ["Ana Novak"]],
    ["Ana de la Cruz, Petar van den Berg & Li Na", ["Ana de la Cruz", "Petar van den Berg", "Li Na"]],
    ["By the ministries of both countries", []],
    ["anovak42", []],
    ["山田花子", ["山田花子"]],
  ])("%s", (text, names) => expect(personsIn(text, tables.bylines)).toEqual(names));
});

describe("languages", () => {
  it.each(tables.languages.map((row) => [row.language, row.example] as const))("%s", (language, example) => {
    expect(languageOf(example, tables.languages)).toBe(language);
  });
  it("believes the page, unless its words are clearly of another language", () => {
    const german = "Die Fähre ist auf dem Weg und das Meer ist nicht ruhig, sagte die Frau mit dem Hut.";
    expect(reportLanguage("en-US", german, tables.languages)).toBe("de");
    expect(reportLanguage("de-AT", german, tables.languages)).toBe("de-AT");
    expect(reportLanguage("sl", german, tables.languages)).toBe("sl");
    expect(reportLanguage(undefined, "Ferries sail.", tables.languages)).toBe("en");
  });
});

describe("notes", () => {
  it.each(tables.notes.map((rule) => [rule.example, rule.kind] as const))("%s", (example, kind) => {
    expect(noteKind(example, tables.notes)).toBe(kind);
  });
  it.each([
    ["The correction of the market began on Monday."],
    ["The story has been told many times in the harbour."],
    ["Update on the ferries"],
    ["Adds up to forty ferries a day, the port said, and more in summer."],
  ])("%s is none", (text) => expect(noteKind(text, tables.notes)).toBeNull());
});

describe("days that were past", () => {
  it.each(tables.dayContexts.map((row) => [row.example, row.gives] as const))("%s", (example, gives) => {
    expect(pastDayOf(example, tables.dayContexts) ?? "").toBe(gives);
  });
});
