import type { Citation } from "../src/model/link.ts";
import type { CitedSource, Timeline, TimelineEntry } from "../src/model/timeline.ts";
import { articleWith, HOSTILE, spanOf } from "./web-sample-reports.ts";

/** A citation of the words in a sample report, which must hold them. */
export function cite(article: string, words: string): Citation {
  const { text } = articleWith(article);
  const span = spanOf(article, words);
  const prefix = text.slice(Math.max(0, span.start - 32), span.start);
  return { article, ...span, prefix, suffix: text.slice(span.end, span.end + 32) };
}

function source(article: string, words: string): CitedSource {
  const { outlet, agency, title, published, url } = articleWith(article);
  return {
    citation: cite(article, words),
    outlet: outlet ?? null,
    agency: agency ?? null,
    title: title ?? null,
    published: published.value,
    url: url ?? null,
  };
}

const VELLING = { id: "P1", name: "Marta Velling", role: "agent" };
const TAMM = { id: "P2", name: "Karl Tamm", role: "recipient" };
const TALLINN = { id: "P3", name: "Tallinn" };

function day(value: string): TimelineEntry["time"] {
  return { edtf: value, begin: value, end: value, precision: "day" };
}

function entry(event: string, headline: string, more: Partial<TimelineEntry>): TimelineEntry {
  const sources = more.sources ?? [source("a4", "signed the ferry treaty")];
  return {
    event,
    headline,
    time: { edtf: null, begin: null, end: null, precision: "unknown" },
    when: "undated",
    status: "happened",
    background: false,
    participants: [VELLING],
    place: null,
    saidBy: null,
    history: [],
    disagreements: [],
    sources,
    outlets: new Set(sources.map(({ outlet }) => outlet)).size,
    origins: 1,
    salience: 0.5,
    rank: 1,
    ...more,
  };
}

const VISIT_SOURCES = [
  source("a1", "will visit Tallinn in December"),
  source("a2", "will visit Tallinn in December"),
  source("a3", "will arrive in Tallinn on Thursday"),
  source("a4", "signed the ferry treaty in Tallinn on Thursday"),
];

export const ENTRIES: readonly TimelineEntry[] = [
  entry("B1", "The ferry line is closed", {
    time: { edtf: "197X", begin: "1970-01-01", end: "1979-12-31", precision: "decade" },
    when: "1970s",
    background: true,
    sources: [source("a1", "the end of the line in the 1970s"), source("a3", "The line was closed in 1974")],
    disagreements: [
      {
        field: "time",
        values: [
          { value: "197X", citations: [0] },
          { value: "1974", citations: [1] },
        ],
      },
    ],
  }),
  entry("E0", "Two harbours employ thousands", {
    time: { edtf: "2016", begin: "2016-01-01", end: "2016-12-31", precision: "year" },
    when: "2016",
    status: "ongoing",
    sources: [source("a1", "About 4,000 people"), source("a3", "Some 5,200 people")],
    outlets: 2,
    origins: 2,
    disagreements: [
      {
        field: "number",
        values: [
          { value: "4,000 people", citations: [0] },
          { value: `5,200 people ${HOSTILE}`, citations: [1, 99] },
        ],
      },
    ],
  }),
  entry("E1", `Minister's office makes a note ${HOSTILE}`, {
    time: day("2016-08-30"),
    when: "30 August 2016",
    saidBy: `Juhan Reks ${HOSTILE}`,
    participants: [VELLING, { id: `P"<9>`, name: `Name ${HOSTILE}`, role: "other" }],
    sources: [source("a2", "A note of the desk")],
  }),
  entry("E7", "Marta Velling offers a second ferry line to Riga", {
    time: { edtf: "2016-12", begin: "2016-12-01", end: "2016-12-31", precision: "month" },
    when: "December 2016",
    status: "possible",
    history: [{ asOf: "2016-12-16", time: null, status: "possible", citation: 0 }],
    sources: [source("a4", "A second line to Riga could follow")],
  }),
  entry("E2", "Marta Velling visits Tallinn and signs the ferry treaty with Karl Tamm", {
    time: day("2016-12-15"),
    when: "15 December 2016",
    participants: [VELLING, TAMM],
    place: TALLINN,
    sources: VISIT_SOURCES,
    outlets: 3,
    origins: 3,
    history: [
      { asOf: "2016-08-30", time: "2016-12", status: "scheduled", citation: 0 },
      { asOf: "2016-12-13", time: "2016-12-15", status: "scheduled", citation: 2 },
      { asOf: "2016-12-16", time: "2016-12-15", status: "happened", citation: 3 },
    ],
  }),
  entry("E3", "Reception in Turku", {
    time: day("2016-12-16"),
    when: "16 December 2016",
    status: "cancelled",
    place: { id: "P4", name: "Turku" },
    sources: [source("a4", "A reception in Turku planned for Friday was called off")],
    history: [{ asOf: "2016-12-16", time: "2016-12-16", status: "cancelled", citation: 0 }],
  }),
  entry("E4", "The harbour is sold", {
    time: day("2016-12-16"),
    when: "16 December 2016",
    status: "denied",
    saidBy: "Q4",
    sources: [source("a4", "Tamm denied that the harbour had been sold")],
  }),
  entry("E5", "The quay is repaired", {
    sources: [source("a5 / “5”", "the quay was repaired")],
    participants: [],
  }),
];

export const TIMELINES: readonly Timeline[] = [
  {
    story: "s1",
    title: `The ferry treaty ${HOSTILE}`,
    begin: "2016-08-30",
    end: "2016-12-16",
    reports: 5,
    total: ENTRIES.length,
    entries: ENTRIES,
  },
  { story: "s2", title: "A second story", begin: null, end: null, reports: 1, total: 0, entries: [] },
];
