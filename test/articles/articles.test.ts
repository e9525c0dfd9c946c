import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadArticleTables, type ReadReport, readSource } from "../../src/article/read.ts";
import type { Article } from "../../src/model/article.ts";

const here = new URL("./", import.meta.url);
const tables = loadArticleTables((path) => readFileSync(new URL(`../../${path}`, here)));

/** An article as the expected ones are written: readable, without ids and offsets. */
function readable(article: Article): Record<string, unknown> {
  const { id: _id, text, blocks, dropped, dateline, ...rest } = article;
  return {
    ...rest,
    ...(dateline ? { dateline: [text.slice(dateline.start, dateline.end), dateline.place] } : {}),
    blocks: blocks.map((block) => [block.kind, text.slice(block.start, block.end)]),
    dropped: dropped.map((piece) => piece.text).sort(),
  };
}

const shown = (report: ReadReport): unknown =>
  report.ok ? readable(report.article) : { error: report.error.code };

const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe.each(folders.map((folder) => folder.name))("%s", (folder) => {
  const files = readdirSync(new URL(`${folder}/`, here));
  const input = files.find((file) => file !== "expected.json") ?? "";
  const bytes = readFileSync(new URL(`${folder}/${input}`, here));
  const reports = readSource({ bytes, name: input, given: {} }, tables);

  it("comes out as written by hand", () => {
    const file = readFileSync(new URL(`${folder}/expected.json`, here), "utf8");
    const expected = (JSON.parse(file) as { dropped?: string[] }[]).map((article) => {
      return article.dropped ? { ...article, dropped: article.dropped.toSorted() } : article;
    });
    expect(reports.map(shown)).toEqual(expected);
  });

  it("has a text that is its blocks, one blank line between them", () => {
    for (const report of reports) {
      if (!report.ok) continue;
      const { text, blocks } = report.article;
      expect(blocks.map(({ start, end }) => text.slice(start, end)).join("\n\n")).toBe(text);
    }
  });

  it("gives every dropped piece a reason", () => {
    for (const report of reports) {
      const dropped = report.ok ? report.article.dropped : [];
      expect(dropped.filter((piece) => piece.reason === "")).toEqual([]);
    }
  });
});
