import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadArticleTables, readSource } from "../../src/article/read.ts";
import type { Article } from "../../src/model/article.ts";

/** What a careful reader takes from a page; a field that is left out is not checked. */
interface Expected {
  readonly title: string;
  readonly outlet: string;
  /** The day of publication; null where the page does not tell it. */
  readonly date: string | null;
  readonly time?: string;
  readonly updated?: string;
  readonly authors?: readonly string[];
  readonly agency?: string;
  /** The place of the dateline. */
  readonly dateline?: string;
  readonly language?: string;
  readonly url?: string;
  readonly notes?: readonly string[];
  readonly rejected?: readonly string[];
  readonly photoCredits?: readonly string[];
  /** Words of the report itself. */
  readonly has?: readonly string[];
  /** Words of the page around it. */
  readonly not?: readonly string[];
  /** Beginnings of captions. */
  readonly captions?: readonly string[];
}

const here = new URL("./", import.meta.url);
const tables = loadArticleTables((path) => readFileSync(new URL(`../../${path}`, here)));
const pages = Object.entries(
  JSON.parse(readFileSync(new URL("expected.json", here), "utf8")) as Record<string, Expected>,
);

function read(name: string): Article {
  const bytes = readFileSync(new URL(`${name}.html`, here));
  const [report] = readSource({ bytes, name: `${name}.html`, given: {} }, tables);
  if (!report?.ok) throw report?.error ?? new Error("no report");
  return report.article;
}

/** A field of a page, checked. */
interface Check {
  readonly page: string;
  readonly field: string;
  readonly ok: boolean;
  readonly text: string;
}

function compare(
  expected: Expected,
  article: Article,
): readonly (readonly [field: string, want: unknown, got: unknown])[] {
  return [
    ["date", expected.date, article.published.value],
    ["title", expected.title, article.title],
    ["outlet", expected.outlet, article.outlet],
    ["time", expected.time, article.published.time],
    ["updated", expected.updated, article.updated?.value],
    ["authors", expected.authors, article.authors],
    ["agency", expected.agency, article.agency],
    ["dateline", expected.dateline, article.dateline?.place],
    ["language", expected.language, article.language],
    ["url", expected.url, article.url],
    ["notes", expected.notes, article.notes?.map(({ kind }) => kind)],
    ["rejected", expected.rejected, article.rejectedDates?.map(({ value }) => value)],
    ["photoCredits", expected.photoCredits, article.photoCredits],
  ];
}

function checkText(
  expected: Expected,
  article: Article,
): readonly (readonly [field: string, ok: boolean, words: string])[] {
  const captions = article.blocks
    .filter(({ kind }) => kind === "caption")
    .map(({ start, end }) => article.text.slice(start, end));
  const body = article.text.slice(article.title?.length ?? 0);
  const { has = [], not = [] } = expected;
  return [
    ...has.map((words) => ["text", body.includes(words), words] as const),
    ...not.map((words) => ["clutter", !body.includes(words), words] as const),
    ...(expected.captions ?? []).map((words) => {
      return [
        "captions",
        captions.filter((caption) => caption.startsWith(words)).length === 1,
        words,
      ] as const;
    }),
  ];
}

function checksOf([page, expected]: readonly [string, Expected]): readonly Check[] {
  const article = read(page);
  const facts = compare(expected, article)
    .filter(([, want]) => want !== undefined)
    .map(([field, want, got]) => {
      const [wanted, found] = [JSON.stringify(want), JSON.stringify(got)];
      return { page, field, ok: wanted === found, text: `wanted ${wanted}, got ${found}` };
    });
  return [...facts, ...checkText(expected, article).map(([field, ok, text]) => ({ page, field, ok, text }))];
}

/** The shares that must be right; the figure of the first three is what we promise. */
const FLOORS: Readonly<Record<string, number>> = {
  date: 0.95,
  title: 0.95,
  outlet: 0.95,
  text: 0.98,
  clutter: 0.95,
  authors: 0.95,
  updated: 0.95,
  time: 0.95,
  agency: 1,
  dateline: 1,
  language: 1,
  captions: 1,
  notes: 1,
  rejected: 1,
  photoCredits: 1,
  url: 1,
};

describe(`${pages.length} pages as content systems make them`, () => {
  const checks = pages.flatMap(checksOf);
  const lines = Object.keys(FLOORS).map((field) => {
    const of = checks.filter((check) => check.field === field);
    return `${field} ${of.filter(({ ok }) => ok).length}/${of.length}`;
  });
  const misses = checks
    .filter(({ ok }) => !ok)
    .map(({ page, field, text }) => `  ${page}: ${field}: ${text}`);
  console.log([lines.join(", "), ...misses].join("\n"));

  it("are at least sixty", () => expect(pages.length).toBeGreaterThanOrEqual(60));

  it.each(Object.entries(FLOORS))("%s: at least %d right", (field, floor) => {
    const of = checks.filter((check) => check.field === field);
    expect(of.filter(({ ok }) => ok).length / of.length).toBeGreaterThanOrEqual(floor);
  });
});
