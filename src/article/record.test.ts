import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadArticleTables, readRecord, readSource } from "./read.ts";

const tables = loadArticleTables((path) => readFileSync(new URL(`../../${path}`, import.meta.url)));
const BODY =
  "Advertisement\n\nSPLIT (AFP) — The ferries sail again.\nRead more\n\nA ferry leaves. Photo: AFP";

describe("readRecord", () => {
  it("takes text with a title exactly as it stands", () => {
    const article = readRecord(
      { id: "n1", title: "Ferries sail", text: BODY, published: "2024-03-12" },
      tables,
    );
    expect(article.text).toBe(`Ferries sail\n\n${BODY}`);
    expect(article.dropped).toEqual([]);
    expect(article.published).toEqual({ value: "2024-03-12", basis: "given" });
    expect(article.id).toBe("n1");
    expect(article.blocks.map((block) => block.kind)).toEqual(["title", "paragraph", "paragraph", "caption"]);
  });
  it("takes text marked clean exactly as it stands", () => {
    const article = readRecord({ text: `  ${BODY}\n`, clean: true }, tables);
    expect(article.text).toBe(`  ${BODY}\n`);
    expect(article.title).toBeUndefined();
  });
  it("finds dateline and agency in a text taken as it stands", () => {
    const article = readRecord({ title: "Ferries sail", text: "SPLIT (AFP) — The ferries sail." }, tables);
    expect(article.dateline).toMatchObject({ start: 14, end: 25, text: "SPLIT (AFP)", place: "Split" });
    expect(article.agency).toBe("AFP");
  });
  it("takes the day from a dateline that has its year, where nothing else states one", () => {
    const text = "SPLIT, 3 Nov 2025 (AFP) — The ferries sail.";
    const published = { value: "2025-11-03", basis: "text", source: "dateline" };
    expect(readRecord({ title: "Ferries sail", text }, tables).published).toEqual(published);
    const given = readRecord({ title: "Ferries sail", text, published: "2025-11-04" }, tables);
    expect(given.published.value).toBe("2025-11-04");
    const yearless = { title: "Ferries sail", text: text.replace(" 2025", "") };
    expect(readRecord(yearless, tables).published.value).toBeNull();
  });
  it("cleans text that comes alone", () => {
    const article = readRecord({ text: `Ferries sail\n\n${BODY}` }, tables);
    expect(article.title).toBe("Ferries sail");
    expect(article.dropped.map((piece) => piece.text)).toEqual(["Advertisement", "Read more"]);
  });
  it("reads html, and what is given wins over what the page says", () => {
    const html =
      "<html><head><title>Old | Courier</title></head><body><h1>Old</h1><p>The ferries sail again.</p></body></html>";
    const article = readRecord(
      { html, outlet: "Given", title: "New", url: "https://a.example/2024/03/12/x" },
      tables,
    );
    expect([article.outlet, article.title, article.published.basis]).toEqual(["Given", "New", "url"]);
    expect(article.text).toBe("New\n\nThe ferries sail again.");
  });
  it.each([
    [null, "bad-json", /it is null/],
    [[], "bad-json", /it is a list/],
    ["text", "bad-json", /it is a string/],
    [{}, "bad-json", /neither "html" nor "text"/],
    [{ text: 5 }, "bad-json", /"text" is no string/],
    [{ text: " " }, "empty", /holds no text/],
    [
      { id: "k", text: "x", published: "2016-8-30" },
      "bad-date",
      /"k": "2016-8-30" is no publication date; expected/,
    ],
  ])("refuses %j", (record, code, message) => {
    expect(() => readRecord(record, tables)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) }),
    );
  });
  it("keeps any text exactly, with blocks that lie in it, in order and apart", () => {
    const line = fc.string({
      unit: fc.constantFrom("a", "B", ".", " ", "\n", "\t", "“", "é", "🙂", "(AFP)"),
    });
    fc.assert(
      fc.property(line, fc.option(fc.constant("A title"), { nil: undefined }), (text, title) => {
        fc.pre(text.trim() !== "");
        const article = readRecord(title ? { text, title } : { text, clean: true }, tables);
        expect(article.text).toBe(title ? `${title}\n\n${text}` : text);
        let last = 0;
        for (const { start, end } of article.blocks) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(article.text.slice(start, end).trim()).toBe(article.text.slice(start, end));
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        const shown = article.blocks.map(({ start, end }) => article.text.slice(start, end)).join("");
        expect(shown.replace(/\s/g, "")).toBe(article.text.replace(/\s/g, ""));
      }),
    );
  });
});

describe("JSON Lines", () => {
  it("gives an error in the place of a bad line and keeps the others", () => {
    const lines = [
      '{"id":"a","text":"The ferries sail."}',
      "{broken",
      "",
      '{"id":"b","text":"They sail.","clean":true}',
    ];
    const source = {
      bytes: new TextEncoder().encode(lines.join("\n")),
      name: "in.jsonl",
      given: { outlet: "Courier" },
    };
    const reports = readSource(source, tables);
    expect(reports.map((report) => (report.ok ? report.article.id : report.error.code))).toEqual([
      "a",
      "bad-json",
      "b",
    ]);
    expect(reports[1]).toMatchObject({ name: "in.jsonl, line 2" });
    expect(reports[0]).toMatchObject({ article: { outlet: "Courier" } });
  });
});
