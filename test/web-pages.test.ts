import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { contentsOf } from "../src/web/contents.ts";
import { Live } from "../src/web/live.ts";
import { historyLine } from "../src/web/parts/history.ts";
import { layout } from "../src/web/parts/layout.ts";
import { route } from "../src/web/routes.ts";
import { snippetMarks } from "../src/web/search/search-page.ts";
import { groupEntries } from "../src/web/timeline/groups.ts";
import { sampleChronicle } from "./web-sample.ts";
import { ENTRIES } from "./web-sample-timeline.ts";

/** The document at an address of the sample. */
async function document(path: string, since: string | null = null): Promise<string> {
  const chronicle = sampleChronicle();
  const desk = { jobs: null, live: new Live(chronicle) };
  const asked = { contents: contentsOf(chronicle), since, desk };
  const reply = await route(new URL(path, "http://localhost"), asked);
  if (reply.kind !== "page") throw new Error(`no page at ${path}`);
  return layout(reply).toString();
}

const strip = (markup: string) =>
  markup
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

const EVERY_LAYER = "/articles/a1?layers=times,people,quotations,events&mark=40-90";

const VIEWS = [
  "/",
  "/stories/s1",
  "/stories/s1?words=%3Cscript%3Ealert(1)%3C/script%3E%22",
  "/articles",
  "/articles/a1",
  EVERY_LAYER,
  "/articles/a2",
  "/entities",
  "/entities/P1",
  "/entities/P%22%3C9%3E",
  "/articles/a2?original=1",
  "/quotations",
  "/quotations?about=harbour",
  "/differences",
  "/events/E1",
  "/events/E2",
  "/add",
  "/explain/E2",
  "/search?q=%3Cscript%3Ealert(1)%3C/script%3E%22",
];

describe("hostile text", () => {
  test.each(VIEWS)("never becomes markup in %s", async (path) => {
    const markup = await document(path);
    expect(markup).not.toMatch(/<script>|<img|onerror='|(?:href|src)="javascript:|\u202e/i);
    expect(markup.match(/<script/g)).toHaveLength(1);
    expect(markup).not.toMatch(/\sstyle=/);
    for (const [, name] of markup.matchAll(/\s(on\w+)="/g)) expect(name).toBeUndefined();
  });

  test.each(VIEWS)("one first-level heading, no level left out, ids once: %s", async (path) => {
    const markup = await document(path);
    const levels = [...markup.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.reduce((before, level) => {
      expect(level - before).toBeLessThanOrEqual(1);
      return level;
    }, 0);
    const ids = [...markup.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("the browser's script writes no markup", () => {
    const folder = new URL("../src/web/assets/", import.meta.url);
    const scripts = readdirSync(folder).filter((name) => name.endsWith(".js"));
    expect(scripts.length).toBeGreaterThan(5);
    const script = scripts.map((name) => readFileSync(new URL(name, folder), "utf8")).join("\n");
    expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacent|document\.write|eval|Function\(/);
  });
});

describe("timeline", () => {
  let markup = "";
  let text = "";
  beforeAll(async () => {
    markup = await document("/stories/s1");
    text = strip(markup);
  });

  test("a month never sits on its first day", () => {
    const list = markup.slice(markup.indexOf('id="results"'));
    expect(strip(list)).toContain("December 2016");
    expect(strip(list)).not.toMatch(/\b1 December 2016/);
    expect(list).not.toContain("2016-12-01");
  });

  test("groups by year and month; background apart; undated last", () => {
    const { years, background, undated } = groupEntries(ENTRIES);
    const shape = years.map(({ year, months }) => [year, ...months.map(({ month }) => month)]);
    expect(shape).toEqual([["2016", null, "August 2016", "December 2016"]]);
    expect(background.map(({ event }) => event)).toEqual(["B1"]);
    expect(undated.map(({ event }) => event)).toEqual(["E5"]);
    expect(markup.indexOf(">Background<")).toBeLessThan(markup.indexOf(">Undated<"));
  });

  test.each([
    ["2024-04-01", "2024-04-30", "April 2024"],
    ["2024-04-29", "2024-05-05", "April – May 2024"],
    ["2023-12-25", "2024-01-07", "December 2023 – January 2024"],
    ["2024-03-01", "2024-05-31", "March – May 2024"],
    ["2024-01-01", "2024-12-31", null],
    ["2024-01-01", null, null],
  ])("%s to %s stands under %s", (begin, end, month) => {
    const entry = {
      ...ENTRIES[1],
      time: { edtf: "x", begin, end, precision: "range" },
    } as (typeof ENTRIES)[number];
    expect(groupEntries([entry]).years[0]?.months[0]?.month).toBe(month);
  });

  test("tells status in words, sources, history, claims and disagreements", () => {
    for (const word of ["Happened", "Ongoing", "Possible", "Denied", "Cancelled"])
      expect(text).toContain(word);
    expect(text).toContain("3 outlets, 3 origins");
    expect(text).toMatch(
      /announced 30 August 2016 for December 2016 13 December 2016 : for 15 December 2016 16 December 2016 : done/,
    );
    expect(text).toContain("Claimed by Karl Tamm");
    expect(markup).toContain('<a href="/quotations?at=Q4#quotation-Q4"><bdi>Karl Tamm</bdi></a>');
    expect(text).toMatch(/The reports differ on the number 4,000 people Harbour Post 5,200 people/);
  });

  test("every entry leads to its words, and each of these to its place", async () => {
    for (const { event, sources } of ENTRIES) {
      expect(markup).toContain(`data-words="/events/${event}"`);
      const markupOf = await document(`/events/${event}`);
      for (const { citation } of sources) {
        expect(markupOf).toContain(`>${citation.text}</mark>`);
        const path = `/articles/${encodeURIComponent(citation.article)}?mark=${citation.start}-${citation.end}#cited`;
        expect(markupOf).toContain(`href="${path}"`);
      }
    }
  });

  test("a filter stays in its form, and can be left", async () => {
    const filtered = await document("/stories/s1?status=denied&words=harbour");
    expect(filtered).toMatch(/value="denied" checked>/);
    expect(filtered).toContain('value="harbour"');
    expect(strip(filtered)).toContain("1 of 8 entries shown");
    expect(filtered).toContain('<a class="clear" href="/stories/s1">Show all</a>');
    expect(strip(await document("/stories/s1?words=nowhere"))).toContain("No entry fits.");
  });

  test("history of a single report of something done needs no line", () => {
    expect(historyLine([{ asOf: null, time: "2005", status: "happened", citation: 0 }], [])).toBeNull();
    expect(historyLine([], [])).toBeNull();
  });
});

describe("report", () => {
  test("tells what it is, what rests on it and what was left out", async () => {
    const text = strip(await document("/articles/a1"));
    expect(text).toContain("Published 30 August 2016 as its page states");
    expect(text).toContain("Caption Ferries in the old harbour");
    expect(text).toMatch(/Entries that rest on it .*visits Tallinn/);
    expect(text).toMatch(/The same piece of reporting Gazette/);
    expect(text).toContain("label of an advertisement");
  });

  test("an address that is none of the web is text", async () => {
    const markup = await document("/articles/a2");
    expect(strip(markup)).toContain("Address");
    expect(await document("/articles/a1")).toContain(
      'href="https://harbourpost.example/velling?a=1&amp;b=2" rel="noreferrer noopener"',
    );
  });

  test("marks of all layers lead to where they belong", async () => {
    const markup = await document(EVERY_LAYER);
    for (const layer of ["times", "people", "quotations", "events"]) {
      expect(markup).toContain(`<mark class="layer-${layer}">`);
    }
    expect(markup).toContain('href="/events/E2"');
    expect(markup).toContain('href="/entities/P1"');
    expect(markup).toContain('href="/quotations?at=Q1#quotation-Q1"');
    expect(await document("/quotations")).toContain('id="quotation-Q1"');
    expect(await document("/stories/s1")).toContain('id="entry-E2"');
  });

  test("words that lie outside the text are told so", async () => {
    expect(strip(await document("/articles/a1?mark=5-99999"))).toContain("lie outside this text");
  });
});

describe("search", () => {
  test.each([
    ["a \u0002b\u0003 c", "a <mark>b</mark> c"],
    ["\u0002<b>\u0003\u0002&\u0003", "<mark>&lt;b&gt;</mark><mark>&amp;</mark>"],
    ["open \u0002end", "open end"],
    ["\u0003a\u0003", "a"],
  ])("snippet %j", (snippet, expected) => expect(snippetMarks(snippet).toString()).toBe(expected));

  test("a find leads to its words in the report", async () => {
    expect(await document("/search?q=ferry")).toMatch(/href="\/articles\/a2\?mark=\d+-\d+#cited"/);
  });
});
