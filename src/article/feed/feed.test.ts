import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Article } from "../../model/article.ts";
import { loadArticleTables, readSource } from "../read.ts";
import { parseFeed } from "./feed.ts";
import { readOpml } from "./opml.ts";

const tables = loadArticleTables((path) => readFileSync(new URL(`../../../${path}`, import.meta.url)));
const reportsOf = (text: string) =>
  readSource({ bytes: new TextEncoder().encode(text), name: "feed", given: {} }, tables);

function articlesOf(text: string): Article[] {
  return reportsOf(text).map((report) => {
    if (!report.ok) throw report.error;
    return report.article;
  });
}

const WORDS = "The ferries sail again, the port said on Tuesday, and nobody was hurt.";
const BODY = `<p>${WORDS}</p><p>The time-table stays as it was until the end of the month.</p>`;
const ESCAPED = BODY.replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const RSS2 = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Courier</title><language>en-gb</language>
<item><title>Ferries &amp;amp; trains</title><link>https://courier.example/1</link><pubDate>Tue, 30 Aug 2016 23:10:00 -0500</pubDate>
<dc:creator>Ana Novak</dc:creator><description>${WORDS.slice(0, 40)} […]</description><content:encoded><![CDATA[${BODY}]]></content:encoded></item>
<item><title>Bridge opens</title><guid isPermaLink="true">https://courier.example/2</guid><description>The bridge opened on Monday. Read more</description></item>
</channel></rss>`;
const RSS091 = `<?xml version="1.0"?><rss version="0.91"><channel><title>The Courier</title><item><title>Ferries sail</title><link>https://courier.example/1</link><description>${WORDS}</description></item></channel></rss>`;
const RSS1 = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://courier.example/"><title>The Courier</title></channel>
<item rdf:about="https://courier.example/1"><title>Ferries sail</title><dc:date>2016-08-30T10:00:00+02:00</dc:date><description>${ESCAPED}</description></item></rdf:RDF>`;
const ATOM = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Courier</title>
<entry><title type="html">Ferries &lt;b&gt;sail&lt;/b&gt;</title><link rel="self" href="https://courier.example/self"/><link href="https://courier.example/1?a=1&amp;b=2"/>
<published>2016-08-30T23:10:00Z</published><updated>2016-09-02T00:00:00Z</updated><author><name>Ana Novak</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${BODY}</div></content></entry></feed>`;
const JSON_FEED = JSON.stringify({
  version: "https://jsonfeed.org/version/1.1",
  title: "The Courier",
  language: "en",
  authors: [{ name: "Ana Novak" }],
  items: [
    {
      id: "1",
      url: "https://courier.example/1",
      title: "Ferries sail",
      content_html: BODY,
      date_published: "2016-08-30T10:00:00Z",
    },
    {
      id: "https://courier.example/2",
      content_text: "The bridge opened <on Monday>.\n\nIt is long & wide.",
      author: { name: "Ivo Berg" },
    },
    { id: "3", title: "Third", summary: "Only a summary of it." },
  ],
});

describe("feeds", () => {
  it("RSS 2.0: full content before its summary, and teasers told", () => {
    const [first, second] = articlesOf(RSS2);
    expect(first).toMatchObject({
      title: "Ferries & trains",
      url: "https://courier.example/1",
      outlet: "The Courier",
      authors: ["Ana Novak"],
      language: "en-gb",
    });
    expect(first?.published.value).toBe("2016-08-30");
    expect(first?.text).toContain("The time-table stays");
    expect(first?.extent).toBeUndefined();
    expect(second).toMatchObject({ url: "https://courier.example/2", extent: "teaser" });
  });

  it.each([
    ["RSS 0.91", RSS091, "teaser", null],
    ["RSS 1.0", RSS1, "teaser", "2016-08-30"],
    ["Atom", ATOM, undefined, "2016-08-30"],
  ])("%s", (_name, xml, extent, day) => {
    const [article] = articlesOf(xml);
    expect(article?.title).toMatch(/^Ferries sail$/);
    expect(article?.url).toMatch(/^https:\/\/courier\.example\/1(?:\?a=1&b=2)?$/);
    expect(article?.outlet).toBe("The Courier");
    expect(article?.text).toContain(WORDS);
    expect(article?.extent).toBe(extent);
    expect(article?.published.value).toBe(day);
  });

  it("JSON Feed 1.1 and 1.0", () => {
    const [first, second, third] = articlesOf(JSON_FEED);
    expect(first).toMatchObject({
      title: "Ferries sail",
      url: "https://courier.example/1",
      authors: ["Ana Novak"],
    });
    expect(first?.published.value).toBe("2016-08-30");
    expect(second?.text).toBe("The bridge opened <on Monday>.\n\nIt is long & wide.");
    expect(second).toMatchObject({ url: "https://courier.example/2", authors: ["Ivo Berg"] });
    expect(third?.extent).toBe("teaser");
    expect(parseFeed(JSON_FEED.replace("1.1", "1"), "x").items).toHaveLength(3);
    expect(parseFeed(JSON.stringify(JSON.parse(JSON_FEED)).replaceAll("/", "\\/"), "x").title).toBe(
      "The Courier",
    );
  });

  it("a broken item does not lose the others", () => {
    const [first, second] = reportsOf(
      RSS2.replace("<description>The bridge opened on Monday. Read more</description>", ""),
    );
    expect(first?.ok).toBe(true);
    expect(second).toMatchObject({ ok: false, name: "feed, item 2", error: { code: "empty" } });
  });

  it.each([
    ["cut off JSON", JSON_FEED.slice(0, 300), "bad-json", /is a JSON Feed, but no whole JSON/],
    [
      "without items",
      '{"version":"https://jsonfeed.org/version/1","items":[]}',
      "empty",
      /a feed without items/,
    ],
    ["odd items", '{"version":"https://jsonfeed.org/version/1","items":[null,7,"x"]}', "empty", /item 1/],
    [
      "cut off XML",
      '<rss version="2.0"><channel><item><title>A</ti',
      "unreadable",
      /no well-formed XML|without items/,
    ],
  ])("says what is wrong with one %s", (_name, text, _code, message) => {
    const [report] = reportsOf(text);
    expect(report?.ok).toBe(false);
    if (report && !report.ok) expect(report.error.message).toMatch(message);
  });
});

const OPML = `<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY a "aaaa">]><opml version="2.0"><head><title>Mine</title></head><body>
<outline text="News"><outline text="Islands &amp; ports"><outline type="rss" text="The Courier" xmlUrl="https://courier.example/feed?a=1&amp;b=2" htmlUrl="https://courier.example"/></outline>
<outline type="rss" title="Brief" xmlUrl="https://brief.example/feed"/></outline>
<outline type="rss" text="Again" xmlUrl="https://brief.example/feed"/><outline type="link" text="no feed" url="https://x.example"/><outline text="bad" xmlUrl="javascript:alert(1)"/></body></opml>`;

describe("OPML", () => {
  it("lists feeds once each, with the groups they stand in", () => {
    expect(readOpml(OPML, "list.opml")).toEqual([
      {
        url: "https://courier.example/feed?a=1&b=2",
        title: "The Courier",
        groups: ["News", "Islands & ports"],
      },
      { url: "https://brief.example/feed", title: "Brief", groups: ["News"] },
    ]);
  });
  it("is no report, and says what to do with it", () => {
    const [report] = reportsOf(OPML);
    expect(report).toMatchObject({ ok: false, error: { code: "empty" } });
    if (report && !report.ok) expect(report.error.message).toMatch(/a list of 2 feeds .* chronicler watch/);
  });
  it("is refused where it nests without end", () => {
    const deep = `<opml><body>${'<outline text="a">'.repeat(5000)}</body></opml>`;
    expect(() => readOpml(deep, "list.opml")).toThrow(/no well-formed XML/);
  });
});
