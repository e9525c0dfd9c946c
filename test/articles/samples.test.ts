import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadArticleTables, readSource } from "../../src/article/read.ts";
import type { Article } from "../../src/model/article.ts";

const samples = new URL("../../samples/", import.meta.url);
const tables = loadArticleTables((path) => readFileSync(new URL(`../../${path}`, import.meta.url)));

interface Quoted {
  readonly file: string;
  readonly evidence?: string;
  readonly content?: string;
  readonly text?: string;
}

interface Expected {
  readonly reports: readonly {
    file: string;
    outlet: string;
    agency: string | null;
    dateline: string | null;
    published: string | null;
  }[];
  readonly events: readonly (Quoted & { reports: readonly string[] })[];
  readonly quotations: readonly Quoted[];
  readonly times: readonly Quoted[];
  readonly notEvents: readonly Quoted[];
  readonly links: readonly { same?: readonly Quoted[]; different?: readonly Quoted[] }[];
}

const expected = JSON.parse(
  readFileSync(new URL("../../eval/samples-expected.json", import.meta.url), "utf8"),
) as Expected;

/** The articles of a file by the names that the expected chronicle has for them. */
function articlesOf(file: string): readonly (readonly [name: string, article: Article])[] {
  const reports = readSource({ bytes: readFileSync(new URL(file, samples)), name: file, given: {} }, tables);
  return reports.map((report) => {
    if (!report.ok) throw report.error;
    const guid = /\/wire\/(.+)$/.exec(report.article.url ?? "")?.[1];
    return [guid ? `${file}#nq-${guid}` : file, report.article] as const;
  });
}

const files = readdirSync(samples).filter((file) => !/^(?:README|expected)/.test(file));
const articles = new Map(files.flatMap(articlesOf));

describe("samples", () => {
  it.each(expected.reports.map((report) => [report.file, report] as const))("%s", (file, report) => {
    const article = articles.get(file);
    expect(article?.outlet).toBe(report.outlet);
    expect(article?.agency ?? null).toBe(report.agency);
    expect(article?.dateline?.place ?? null).toBe(report.dateline);
    expect(article?.published.value).toBe(report.published);
  });

  it("are all expected", () => {
    expect([...articles.keys()].sort()).toEqual(expected.reports.map((report) => report.file).sort());
  });

  it("leave no clutter in the text", () => {
    const clutter =
      /advertisement|cookie|newsletter|subscribe|^share|related|read more|rights reserved|reading time/im;
    for (const article of articles.values()) expect(article.text).not.toMatch(clutter);
  });

  it("have their captions once", () => {
    for (const { text, blocks } of articles.values()) {
      const captions = blocks
        .filter((block) => block.kind === "caption")
        .map((block) => text.slice(block.start, block.end));
      expect(new Set(captions).size).toBe(captions.length);
    }
  });

  it("hold every word that the expected chronicle quotes", () => {
    const links = expected.links.flatMap((link) => [...(link.same ?? []), ...(link.different ?? [])]);
    const quoted = [
      ...expected.events,
      ...expected.quotations,
      ...expected.times,
      ...expected.notEvents,
      ...links,
    ];
    const missing = quoted.filter((each) => {
      return !articles.get(each.file)?.text.includes(each.evidence ?? each.content ?? each.text ?? "");
    });
    expect(missing).toEqual([]);
    const unknown = expected.events.flatMap((event) => event.reports).filter((file) => !articles.has(file));
    expect(unknown).toEqual([]);
  });
});
