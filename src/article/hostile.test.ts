import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadArticleTables, readSource } from "./read.ts";

const tables = loadArticleTables((path) => readFileSync(new URL(`../../${path}`, import.meta.url)));
const WORDS = "The ferries sail again, the port said, and nobody was hurt. ".repeat(4);
const many = (text: string, count: number): string => text.repeat(count);

/** The code of the first report's error, or "ok". */
function outcome(text: string, name = "hostile.html"): string {
  const [report] = readSource({ bytes: new TextEncoder().encode(text), name, given: {} }, tables);
  return report === undefined ? "nothing" : report.ok ? "ok" : report.error.code;
}

describe("input made to exhaust the reader", () => {
  it.each([
    ["100,000 nested elements", `<html>${many("<div>", 100_000)}${WORDS}`],
    ["100,000 attributes on one element", `<html><p ${many("a=1 ", 100_000)}>${WORDS}`],
    ["a million entities", `<html><p>${many("&amp;", 1_000_000)}`],
    ["a million elements", `<html>${many("<b>x</b>", 1_000_000)}`],
    ["much text in many nested elements", `<html>${many("<div>", 400)}${many(`<p>${WORDS}</p>`, 20_000)}`],
  ])("refuses %s", (_name, html) => expect(outcome(html)).toBe("too-large"));

  it.each([
    ["scripts full of tags", `<html><script>${many("<div>", 200_000)}</script><p>${WORDS}</p></html>`],
    ["an unclosed comment", `<html><body><p>${WORDS}</p><!-- ${many("<div>", 200_000)}`],
    [
      "nested JSON-LD",
      `<html><script type="application/ld+json">${many('{"@graph":[', 50_000)}</script><p>${WORDS}</p>`,
    ],
    ["table in table", `<html>${many("<table><tr><td>", 100)}${WORDS}`],
  ])("reads a page with %s", (_name, html) => expect(outcome(html)).toBe("ok"));

  it("refuses a text as long as several books", () => {
    expect(outcome(many("The ferries sail again.\n\n", 20_000), "book.txt")).toBe("too-large");
  });

  it.each([
    ["one long line", many("word ", 50_000)],
    ["many short lines", many("A line of words that is here.\n", 9_000)],
    ["words of clutter without end", many(`News ${many("and ", 80)}then\n\n`, 1_000)],
    ["photo credits without end", many(`Photo: ${many("/Aa ", 95)}!\n\n`, 1_000)],
  ])("reads a text with %s", (_name, text) => expect(outcome(text, "hostile.txt")).toBe("ok"));

  it("does not expand the entities of a feed", () => {
    const entities = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "${many("&a;", 1000)}">]>`;
    const item = `<item><title>A ferry</title><description>${many("&b;", 1000)} The ferries sail.</description></item>`;
    const xml = `<?xml version="1.0"?>${entities}<rss version="2.0"><channel>${item}</channel></rss>`;
    const [report] = readSource(
      { bytes: new TextEncoder().encode(xml), name: "feed.xml", given: {} },
      tables,
    );
    expect(report?.ok && report.article.text.length).toBeLessThan(10_000);
  });

  it("refuses a feed nested without end", () => {
    expect(outcome(`<rss version="2.0"><channel><item>${many("<a>", 100_000)}`, "feed.xml")).toBe(
      "unreadable",
    );
  });
});
