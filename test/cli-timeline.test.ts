import { expect, it } from "vitest";
import { NO_STYLE } from "../src/cli/style.ts";
import { historyLine } from "../src/cli/timeline-entry.ts";
import { singleLines, timelineLines } from "../src/cli/timeline-text.ts";
import { NO_BREAK, widthOf, wrap } from "../src/cli/wrap.ts";
import type { CitedSource, Timeline, TimelineEntry } from "../src/model/timeline.ts";

function source(outlet: string, published: string | null, agency: string | null = null): CitedSource {
  const article = `a-${outlet}`;
  const citation = { article, start: 0, end: 5, text: "words", prefix: "", suffix: "" };
  return { citation, outlet, agency, title: null, published, url: null };
}

function entry(event: string, headline: string, more: Partial<TimelineEntry>): TimelineEntry {
  return {
    event,
    headline,
    time: { edtf: null, begin: null, end: null, precision: "unknown" },
    when: "undated",
    status: "happened",
    background: false,
    participants: [],
    place: null,
    saidBy: null,
    history: [],
    disagreements: [],
    sources: [source("Daily Gazette", "2019-04-01")],
    outlets: 1,
    origins: 1,
    salience: 1,
    rank: 1,
    ...more,
  };
}

const day = (edtf: string): TimelineEntry["time"] => ({ edtf, begin: edtf, end: edtf, precision: "day" });

const TIMELINE: Timeline = {
  story: "s1",
  title: "President Berg visits Riga",
  begin: "2019-04-01",
  end: "2019-05-16",
  reports: 12,
  total: 1234,
  entries: [
    entry("E1", "President Anna Berg of Estonia will visit Riga to open the new bridge over the Daugava", {
      time: day("2019-05-16"),
      when: "16 May 2019",
      status: "scheduled",
      history: [
        { asOf: "2019-04-01", time: "2019-05", status: "scheduled", citation: 0 },
        { asOf: "2019-05-13", time: "2019-05-16", status: "scheduled", citation: 1 },
      ],
      sources: [source("Daily Gazette", "2019-04-01", "Hansa Wire"), source("Riga Post", "2019-05-13")],
      outlets: 2,
      origins: 2,
    }),
    entry("E2", "The visit to Ventspils is called off", {
      time: day("2019-05-16"),
      when: "16 May 2019",
      status: "cancelled",
      saidBy: "Karl Tamm",
      disagreements: [
        {
          field: "number",
          values: [
            { value: "12", citations: [0] },
            { value: "17", citations: [0] },
          ],
        },
      ],
    }),
    entry("E3", "The old bridge was closed", {
      time: { edtf: "1999", begin: "1999-01-01", end: "1999-12-31", precision: "year" },
      when: "1999",
      background: true,
    }),
    entry("E4", "Engineers inspected the piers\u001b[31m", {
      status: "possible",
      sources: [source("Riga Post", null)],
    }),
  ],
};

it("sets a timeline for 80 columns", () => {
  expect(timelineLines(TIMELINE, { width: 80, style: NO_STYLE }).join("\n")).toMatchInlineSnapshot(`
    "President Berg visits Riga
    1 April 2019 – 16 May 2019 · 4 of 1,234 entries · from 12 reports · story s1

    Thursday, 16 May 2019
      ○ scheduled  President Anna Berg of Estonia will visit Riga to open the new
                   bridge over the Daugava
        E1         announced 1 Apr 2019 for May 2019; 13 May 2019: for Thursday
                   16 May 2019
                   Daily Gazette (Hansa Wire), 1 Apr 2019; Riga Post, 13 May 2019
                   · 2 outlets, 2 origins

      ✕ cancelled  The visit to Ventspils is called off
        E2         according to Karl Tamm
                   reports differ on the number: 12 / 17
                   Daily Gazette, 1 Apr 2019

    Background ─────────────────────────────────────────────────────────────────────

    1999
      ● happened   The old bridge was closed
        E3         Daily Gazette, 1 Apr 2019

    Undated ────────────────────────────────────────────────────────────────────────

      ◌ possible   Engineers inspected the piers[31m
        E4         Riga Post, undated"
  `);
});

it("tells of reports that belong to no larger story in a line each", () => {
  const single = { ...TIMELINE, story: "s2", end: TIMELINE.begin, reports: 1, total: 1 };
  expect(singleLines([single], { width: 80, style: NO_STYLE }).join("\n")).toMatchInlineSnapshot(`
    "Told by one report ─────────────────────────────────────────────────────────────

      President Berg visits Riga
        1 April 2019 · 1 entry · s2"
  `);
});

it("tells the last changes of many", () => {
  const history = [1, 2, 3, 4, 5, 6].map((number) => ({
    asOf: `2019-04-0${number}`,
    time: `2019-05-0${number}`,
    status: "scheduled" as const,
    citation: 0,
  }));
  expect(plainOf(historyLine(entry("E1", "A bridge opens", { history })))).toBe(
    "announced 1 Apr 2019 for Wednesday 1 May 2019; 2 more changes; 4 Apr 2019: for Saturday 4 May 2019; " +
      "5 Apr 2019: for Sunday 5 May 2019; 6 Apr 2019: for Monday 6 May 2019",
  );
});

function plainOf(line: string | null): string | undefined {
  return line?.replaceAll(NO_BREAK, " ");
}

it("sets a timeline for 40 columns", () => {
  const lines = timelineLines(TIMELINE, { width: 40, style: NO_STYLE });
  expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(40);
  expect(lines.join("\n")).toMatchInlineSnapshot(`
    "President Berg visits Riga
    1 April 2019 – 16 May 2019 · 4 of 1,234
    entries · from 12 reports · story s1

    Thursday, 16 May 2019
      ○ scheduled · E1
        President Anna Berg of Estonia will
        visit Riga to open the new bridge
        over the Daugava
        announced 1 Apr 2019 for May 2019;
        13 May 2019: for Thursday
        16 May 2019
        Daily Gazette (Hansa Wire),
        1 Apr 2019; Riga Post, 13 May 2019
        · 2 outlets, 2 origins

      ✕ cancelled · E2
        The visit to Ventspils is called off
        according to Karl Tamm
        reports differ on the number: 12 /
        17
        Daily Gazette, 1 Apr 2019

    Background ─────────────────────────────

    1999
      ● happened · E3
        The old bridge was closed
        Daily Gazette, 1 Apr 2019

    Undated ────────────────────────────────

      ◌ possible · E4
        Engineers inspected the piers[31m
        Riga Post, undated"
  `);
});

it("wraps by columns, and cuts what is too long for a line", () => {
  expect(wrap("one two  three", 8)).toEqual(["one two", "three"]);
  expect(wrap("abcdefghij k", 4)).toEqual(["abcd", "efgh", "ij k"]);
  expect(wrap("日本 日本", 5)).toEqual(["日本", "日本"]);
  expect(wrap("a 2\u00a0b", 3)).toEqual(["a", "2 b"]);
  expect(wrap("", 10)).toEqual([]);
});
