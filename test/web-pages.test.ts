import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { historyLine } from "../src/web/parts/history.ts";
import { layout } from "../src/web/parts/layout.ts";
import { route } from "../src/web/routes.ts";
import { snippetMarks } from "../src/web/search/search-page.ts";
import { filterEntries } from "../src/web/timeline/timeline-filter.ts";
import { groupEntries } from "../src/web/timeline/timeline-groups.ts";
import { sampleChronicle } from "./web-sample.ts";
import { ENTRIES } from "./web-sample-timeline.ts";

/** The document at an address of the sample. */
function document(path: string): string {
  const reply = route(sampleChronicle(), new URL(path, "http://localhost"));
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
  "/quotations",
  "/explain/E2",
  "/search?q=%3Cscript%3Ealert(1)%3C/script%3E%22",
];

describe("hostile text", () => {
  test.each(VIEWS)("never becomes markup in %s", (path) => {
    const markup = document(path);
    expect(markup).not.toMatch(/<script>|<img|onerror='|(?:href|src)="javascript:|\u202e/i);
    expect(markup.match(/<script/g)).toHaveLength(1);
    expect(markup).not.toMatch(/\sstyle=/);
    for (const [, name] of markup.matchAll(/\s(on\w+)="/g)) expect(name).toBeUndefined();
  });

  test.each(VIEWS)("one first-level heading, no level left out, ids once: %s", (path) => {
    const markup = document(path);
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
    const script = readFileSync(new URL("../src/web/assets/page.js", import.meta.url), "utf8");
    expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacent|document\.write|eval|Function\(/);
  });
});

describe("timeline", () => {
  const markup = document("/stories/s1");
  const text = strip(markup);

  test("a month never sits on its first day", () => {
    expect(text).toContain("December 2016");
    expect(text).not.toContain("1 December 2016");
    expect(markup).not.toContain("2016-12-01");
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
    expect(markup).toContain('<a href="/quotations#quotation-Q4"><bdi>Karl Tamm</bdi></a>');
    expect(text).toMatch(/The reports differ on the number 4,000 people Harbour Post 5,200 people/);
  });

  test("every citation has its words and the way to them", () => {
    for (const { sources } of ENTRIES) {
      for (const { citation } of sources) {
        expect(markup).toContain(`>${citation.text}</mark>`);
        const path = `/articles/${encodeURIComponent(citation.article)}?mark=${citation.start}-${citation.end}#cited`;
        expect(markup).toContain(`href="${path}"`);
      }
    }
  });

  test.each([
    [{ statuses: [], words: "" }, ENTRIES.map(({ event }) => event)],
    [{ statuses: ["denied", "cancelled"], words: "" }, ["E3", "E4"]],
    [{ statuses: [], words: "TAMM treaty" }, ["E2"]],
    [{ statuses: ["happened"], words: "turku" }, []],
    [{ statuses: [], words: "baltic" }, ["B1", "E0", "E2"]],
  ] as const)("filter %j", (filter, events) =>
    expect(filterEntries(ENTRIES, filter).map(({ event }) => event)).toEqual(events),
  );

  test("a filter stays in its form, and can be left", () => {
    const filtered = document("/stories/s1?status=denied&words=harbour");
    expect(filtered).toMatch(/value="denied" checked>/);
    expect(filtered).toContain('value="harbour"');
    expect(strip(filtered)).toContain("1 of 8 entries shown");
    expect(filtered).toContain('<a href="/stories/s1">Show all</a>');
    expect(strip(document("/stories/s1?words=nowhere"))).toContain("No entry fits.");
  });

  test("history of a single report of something done needs no line", () => {
    expect(historyLine([{ asOf: null, time: "2005", status: "happened", citation: 0 }], [])).toBeNull();
    expect(historyLine([], [])).toBeNull();
  });
});

describe("report", () => {
  test("tells what it is, what rests on it and what was left out", () => {
    const text = strip(document("/articles/a1"));
    expect(text).toContain("Published 30 August 2016 as its page states");
    expect(text).toContain("Caption Ferries in the old harbour");
    expect(text).toMatch(/Entries that rest on it .*visits Tallinn/);
    expect(text).toMatch(/The same piece of reporting Gazette/);
    expect(text).toContain("label of an advertisement");
  });

  test("an address that is none of the web is text", () => {
    const markup = document("/articles/a2");
    expect(strip(markup)).toContain("Address");
    expect(document("/articles/a1")).toContain(
      'href="https://harbourpost.example/velling?a=1&amp;b=2" rel="noreferrer noopener"',
    );
  });

  test("marks of all layers lead to where they belong", () => {
    const markup = document(EVERY_LAYER);
    for (const layer of ["times", "people", "quotations", "events"]) {
      expect(markup).toContain(`<mark class="layer-${layer}">`);
    }
    expect(markup).toContain('href="/stories/s1#entry-E2"');
    expect(markup).toContain('href="/entities/P1"');
    expect(markup).toContain('href="/quotations#quotation-Q1"');
    expect(document("/quotations")).toContain('id="quotation-Q1"');
    expect(document("/stories/s1")).toContain('id="entry-E2"');
  });

  test("words that lie outside the text are told so", () => {
    expect(strip(document("/articles/a1?mark=5-99999"))).toContain("lie outside this text");
  });
});

describe("search", () => {
  test.each([
    ["a \u0002b\u0003 c", "a <mark>b</mark> c"],
    ["\u0002<b>\u0003\u0002&\u0003", "<mark>&lt;b&gt;</mark><mark>&amp;</mark>"],
    ["open \u0002end", "open end"],
    ["\u0003a\u0003", "a"],
  ])("snippet %j", (snippet, expected) => expect(snippetMarks(snippet).toString()).toBe(expected));

  test("a find leads to its words in the report", () => {
    expect(document("/search?q=ferry")).toMatch(/href="\/articles\/a2\?mark=\d+-\d+#cited"/);
  });
});
