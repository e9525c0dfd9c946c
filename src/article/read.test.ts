import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../model/article.ts";
import type { Given } from "../model/source.ts";
import { loadArticleTables, readSource } from "./read.ts";

const tables = loadArticleTables((path) => readFileSync(new URL(`../../${path}`, import.meta.url)));

function read(text: string, { name = "report", given = {} as Given } = {}): Article {
  const [report] = readSource({ bytes: new TextEncoder().encode(text), name, given }, tables);
  if (!report?.ok) throw report?.error ?? new Error("no report");
  return report.article;
}

const TEXT = "Ferries sail again\n\nThe ferries sail again, the port said on Tuesday.\n\nNobody was hurt.";
const page = (
  head: string,
  body = "<h1>Ferries sail again</h1><p>The ferries sail again, the port said.</p>",
): string => `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;

describe("format", () => {
  it("goes by content before the name", () => {
    expect(read(page(""), { name: "page.txt" }).text).toBe(
      "Ferries sail again\n\nThe ferries sail again, the port said.",
    );
    expect(read('{"text":"The ferries sail."}', { name: "lines.html" }).text).toBe("The ferries sail.");
    expect(read(TEXT, { name: "text.html.txt" }).title).toBe("Ferries sail again");
  });
});

describe("what is no report", () => {
  it.each([
    ["%PDF-1.4\nwords", "unreadable", /a PDF that cannot be read/],
    ["{\\rtf1\\ansi words}", "not-text", /a document for printing/],
    ['<?xml version="1.0"?><note>words</note>', "unreadable", /neither a feed .* nor a web page/],
    ['<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>', "empty", /a feed without items/],
    ["Advertisement\n\nRead more", "empty", /holds no text of a report/],
    ["<html><body></body></html>", "empty", /holds no text of a report/],
  ])("%j", (text, code, message) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) }),
    );
  });
  it("is said of a malformed date", () => {
    expect(() => read(TEXT, { given: { published: "12 March" } })).toThrow(
      /report: "12 March" is no publication date/,
    );
  });
});

describe("JSON as a whole", () => {
  it("is one record, or a list of them", () => {
    const record = JSON.stringify({ id: "r1", text: "The ferries sail." }, null, 2);
    expect(read(record).id).toBe("r1");
    const bytes = new TextEncoder().encode(`[${record}, {"id": "r2"}]`);
    const reports = readSource({ bytes, name: "all.json", given: {} }, tables);
    expect(reports.map((report) => (report.ok ? report.article.id : report.name))).toEqual([
      "r1",
      "all.json, record 2",
    ]);
  });
});

describe("id", () => {
  it("is derived from the address, or else from the words", () => {
    const [first, again] = [read(TEXT), read(`Advertisement\n\n${TEXT}`)];
    expect(first.id).toMatch(/^a[0-9a-f]{10}$/);
    expect(again.id).toBe(first.id);
    const given = { url: "https://courier.example/ferries" };
    expect(read(TEXT, { given }).id).toBe(read("Other\n\nWords of another kind.\n\nMore.", { given }).id);
    expect(read(TEXT, { given: { id: "mine" } }).id).toBe("mine");
  });
});

describe("published", () => {
  const linked =
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-03-11T23:30:00-05:00"}</script>';
  const meta = '<meta property="article:published_time" content="2024-03-12T06:00:00Z">';
  const url = '<link rel="canonical" href="https://courier.example/2024/03/13/ferries">';
  const body =
    "<h1>Ferries sail again</h1><p>Published: 14 March 2024</p><p>The ferries sail again, the port said.</p>";

  it.each([
    [linked + meta + url, "2024-03-11", "metadata"],
    [meta + url, "2024-03-12", "metadata"],
    [url, "2024-03-13", "url"],
    ["", "2024-03-14", "text"],
  ])("is taken from %s", (head, value, basis) => {
    expect(read(page(head, body)).published).toMatchObject({ value, basis });
  });
  it("is what was given before all else, in the precision given", () => {
    expect(read(page(meta), { given: { published: "2024-03" } }).published).toEqual({
      value: "2024-03",
      basis: "given",
    });
  });
  it("stays unknown where nobody says, or what is said cannot be", () => {
    expect(read(TEXT).published).toEqual({ value: null, basis: "unknown" });
    const impossible = '<meta property="article:published_time" content="0001-01-01T00:00:00Z">';
    expect(read(page(impossible)).published).toEqual({ value: null, basis: "unknown" });
  });
});

describe("outlet", () => {
  it.each([
    ['<meta property="og:site_name" content="The Courier">', "The Courier"],
    [
      '<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"Courier"}}</script>',
      "Courier",
    ],
    ["<title>Ferries sail again | Lake Courier</title>", "Lake Courier"],
    ["<title>Lake Courier: Ferries sail again</title>", "Lake Courier"],
    ['<link rel="canonical" href="https://www.courier.example/ferries">', "courier.example"],
    ['<meta property="og:site_name" content="https://courier.example">', undefined],
  ])("of %s", (head, outlet) => expect(read(page(head)).outlet).toBe(outlet));
});

describe("agency", () => {
  const story = (line: string, first = "The ferries sail again, the port said."): string =>
    `Ferries sail again\n\n${line}\n\n${first}\n\nNobody was hurt.`;

  it.each([
    [story("By AFP"), "AFP"],
    [story("Agence France-Presse"), "AFP"],
    [story("© 2024 Reuters"), "Reuters"],
    [story("Staff Reporter with agencies"), "agencies"],
    [story("", "SPLIT (Adria Wire) — The ferries sail again."), "Adria Wire"],
    [story("", "(Reuters) - The ferries sail again."), "Reuters"],
    [`${story("")} (AP)`, "AP"],
  ])("of %j", (text, agency) => expect(read(text).agency).toBe(agency));

  it.each([
    [story("A ferry leaves the harbour. Photo: AFP")],
    [story("A ferry leaves the harbour of Split (Reuters)")],
    [story("A ferry leaves the harbour of Split on Monday. REUTERS/Ana Novak")],
    [story("", "The ferries sail again, the port told Reuters.")],
    [story("Photo: AFP")],
    [
      page(
        "",
        "<h1>Ferries sail again</h1><figure><figcaption>Reuters</figcaption></figure><p>The ferries sail again.</p>",
      ),
    ],
    [story("A ferry leaves the harbour. Photo: Ana Novak\n\nReuters")],
  ])("is not taken from a photograph or a mention: %j", (text) => expect(read(text).agency).toBeUndefined());
});

describe("dateline", () => {
  const story = (first: string): string =>
    `Ferries sail again\n\n${first}\n\nNobody was hurt, the port said.`;

  it.each([
    ["Moscow (AFP): The ferries sail again.", "Moscow (AFP)", "Moscow"],
    ["MOSCOW, Aug. 30 (AFP) — The ferries sail again.", "MOSCOW, Aug. 30 (AFP)", "Moscow"],
    ["TOKYO — The ferries sail again.", "TOKYO", "Tokyo"],
    ["BRUSSELS (Reuters) - The ferries sail again.", "BRUSSELS (Reuters)", "Brussels"],
    ["WASHINGTON, D.C. (AP) — The ferries sail again.", "WASHINGTON, D.C. (AP)", "Washington, D.C."],
    ["RIO DE JANEIRO, Brazil – The ferries sail again.", "RIO DE JANEIRO, Brazil", "Rio de Janeiro, Brazil"],
    ["ISLAMABAD: The ferries sail again.", "ISLAMABAD", "Islamabad"],
  ])("%s", (first, words, place) =>
    expect(read(story(first)).dateline).toMatchObject({ text: words, place }),
  );

  it.each([
    ["The ferries — all three of them — sail again."],
    ["Ana Novak (42): The ferries sail again."],
    ["BREAKING: The ferries sail again."],
    ["UPDATE — The ferries sail again."],
    ["ANA NOVAK: The ferries sail again.\n\nPETAR HORVAT: Do they?"],
    ["TV: The ferries sail again."],
  ])("none in %s", (first) => expect(read(story(first)).dateline).toBeUndefined());
});

describe("lines that look like clutter and are none", () => {
  it.each([
    ["Shares in the ferry company fell by a tenth on Monday."],
    ["Cookies were handed out to the children of the island."],
    ["Related to the old line only by name, the new one is shorter."],
    ["Advertisement rules were broken, the court found."],
    ["More from the island: the baker has reopened, and so has the school."],
    ["Follow-up talks are planned for June."],
    ["Updated plans were shown on 3 May 2024 to all who came."],
    ["By the time the ferry sailed, Ana Novak had left."],
    ["Print runs of both newspapers have halved since 2010."],
    ["“Read more,” she told the class."],
    ["Published in 1934, the chart is still in use."],
    ["Home prices on the island rose by 4 percent."],
    ["Copyright law does not protect the timetable, the judge said in 2023."],
  ])("%s", (line) => {
    const article = read(
      `Ferries sail again\n\nThe ferries sail again, the port said.\n\n${line}\n\nNobody was hurt.`,
    );
    expect(article.text).toContain(line);
    expect(article.dropped).toEqual([]);
  });
});

describe("spans", () => {
  const lines = fc.array(
    fc.oneof(
      fc.constantFrom(
        "Advertisement",
        "Read more",
        "Photo: AFP",
        "A ferry leaves. Photo: AFP",
        "By Ana Novak",
        "",
        "# Head",
      ),
      fc.string({ maxLength: 60 }),
      fc.lorem({ maxCount: 12 }),
    ),
    { maxLength: 14 },
  );
  const wholes = (article: Article): void => {
    const { text, blocks, dateline } = article;
    expect(blocks.map(({ start, end }) => text.slice(start, end)).join("\n\n")).toBe(text);
    for (const { start, end } of blocks) expect(end).toBeGreaterThan(start);
    if (dateline) expect(text.slice(dateline.start, dateline.end)).toBe(dateline.text);
  };

  it("cover the text of any plain file", () => {
    fc.assert(
      fc.property(lines, fc.constantFrom("\n", "\n\n"), (parts, between) => {
        const source = { bytes: new TextEncoder().encode(parts.join(between)), name: "a.txt", given: {} };
        for (const report of readSource(source, tables)) if (report.ok) wholes(report.article);
      }),
    );
  });
  it("cover the text of any page", () => {
    const tag = fc.constantFrom(
      "p",
      "div",
      "h1",
      "h2",
      "li",
      "figcaption",
      "blockquote",
      "b",
      "a",
      "section",
    );
    const body = fc.array(fc.tuple(tag, fc.string({ maxLength: 50 }), fc.boolean()), { maxLength: 12 });
    fc.assert(
      fc.property(body, (parts) => {
        const html = parts
          .map(([name, text, closed]) => `<${name}>${text}${closed ? `</${name}>` : ""}`)
          .join("");
        const source = { bytes: new TextEncoder().encode(page("", html)), name: "a.html", given: {} };
        for (const report of readSource(source, tables)) if (report.ok) wholes(report.article);
      }),
      { numRuns: 60 },
    );
  });
});
