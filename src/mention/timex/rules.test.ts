import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Article } from "../../model/article.ts";
import { parseTable } from "../../model/table.ts";
import type { Timex } from "../../model/timex.ts";
import { findTimexes, loadTimexTables } from "../timex.ts";

const read = (path: string): Uint8Array => readFileSync(new URL(`../../../${path}`, import.meta.url));
const tables = loadTimexTables(read);

function article(text: string, published: string | null): Article {
  return {
    id: "a",
    authors: [],
    published: { value: published, basis: published ? "given" : "unknown" },
    language: "en",
    text,
    blocks: [{ kind: "paragraph", start: 0, end: text.length }],
    dropped: [],
  };
}

function find(text: string, published: string | null): readonly Timex[] {
  return findTimexes({ article: article(text, published), sentences: [], tokens: [] }, tables);
}

/** What stands in brackets in an example, and the sentence without them. */
function unmarked(example: string): { text: string; marked: string[] } {
  return {
    text: example.replace(/[[\]]/g, ""),
    marked: [...example.matchAll(/\[(.+?)\]/g)].map((match) => match[1] ?? ""),
  };
}

describe("every rule finds its example", () => {
  test.each(tables.rules.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
    const { text, marked } = unmarked(rule.example);
    const found = find(text, rule.anchor);
    const hit = found.find((timex) => timex.rule === rule.id);
    if (rule.makes === "none") {
      expect(found).toEqual([]);
      return;
    }
    expect(hit, `found ${JSON.stringify(found)}`).toBeDefined();
    expect([hit?.text, hit?.value]).toEqual([marked[0], rule.value]);
    if (rule.mod) expect(hit?.mod).toBe(rule.mod);
  });
});

describe("look-alikes are left alone", () => {
  const path = "data/en/timex-negatives.tsv";
  const rows = parseTable(path, read(path), ["sentence", "anchor", "why"]);
  test.each(rows.map((row) => [row.sentence, row] as const))("%s", (_sentence, row) => {
    const { text, marked } = unmarked(row.sentence);
    expect(find(text, row.anchor).map((timex) => timex.text)).toEqual(marked);
  });
});

describe("without a day of publication nothing is made up", () => {
  test.each([
    ["He spoke on Friday.", "XXXX-WXX-5"],
    ["He spoke in December.", "XXXX-12"],
    ["He spoke on 3 May.", "XXXX-05-03"],
    ["He spoke last year.", "PAST_REF"],
    ["He spoke in 1999.", "1999"],
  ])("%s", (text, value) => {
    const [timex] = find(text, null);
    expect(timex?.value).toBe(value);
    if (!/^\d/.test(value)) expect(timex?.edtf).toBeUndefined();
  });

  test("a month of publication fixes no weekday", () => {
    expect(find("He spoke on Friday, and last year.", "2016-08").map((timex) => timex.value)).toEqual([
      "XXXX-WXX-5",
      "2015",
    ]);
  });
});

test("hostile text stays bounded", () => {
  const lines = [
    "2 to 3 ".repeat(20_000),
    "the first of the ".repeat(8_000),
    "1,111".repeat(20_000),
    "thousand ".repeat(20_000),
    "a".repeat(1e5),
  ];
  for (const line of lines) {
    const begin = process.cpuUsage().user;
    find(line, "2016-08-30");
    expect(process.cpuUsage().user - begin).toBeLessThan(5e6);
  }
});
