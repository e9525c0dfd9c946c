import type { Article } from "../src/model/article.ts";
import type { Chronicle } from "../src/model/chronicle.ts";
import type { Analysis } from "../src/model/layers.ts";
import type { LinkedEvent, Links } from "../src/model/link.ts";
import type { TimelineEntry } from "../src/model/timeline.ts";
import { findProfiles } from "../src/profile/profile.ts";
import { findQuotes } from "../src/profile/quotes.ts";
import { disagreementsIn } from "../src/timeline/difference.ts";
import { newestReport, pendingEvents } from "../src/timeline/pending.ts";
import { ARTICLES, HOSTILE, hostilePage, spanOf } from "./web-sample-reports.ts";
import { cite, ENTRIES, TIMELINES } from "./web-sample-timeline.ts";

function linkedEvent({ event, headline, time, status, sources }: TimelineEntry): LinkedEvent {
  return {
    id: event,
    story: "s1",
    headline,
    time,
    status,
    participants: [],
    codes: {},
    history: [],
    disagreements: [],
    citations: sources.map(({ citation }) => citation),
    mentions: event === "E2" ? [{ article: "a1", id: "v1" }] : [],
    reasons: [],
    outlets: 1,
    origins: 1,
    salience: 0.5,
  };
}

const LINKS: Links = {
  origins: [
    { id: "o1", articles: ["a1", "a2"], agency: "NordWire", basis: "near-duplicate" },
    { id: "o3", articles: ["a3"], basis: "single" },
  ],
  stories: [],
  entities: [
    {
      id: "P1",
      type: "person",
      name: "Marta Velling",
      names: ["Marta Velling", "Velling", HOSTILE],
      roles: [
        { title: "Transport minister", asOf: "2016-08-30", citations: [cite("a1", "Transport minister")] },
        { title: HOSTILE, asOf: null, citations: [] },
      ],
      mentions: [{ article: "a1", id: "e1" }],
    },
    {
      id: "P3",
      type: "place",
      name: "Tallinn",
      names: ["Tallinn"],
      roles: [],
      mentions: [{ article: "a1", id: "e2" }],
    },
    { id: `P"<9>`, type: "other", name: HOSTILE, names: [HOSTILE], roles: [], mentions: [] },
  ],
  events: ENTRIES.map(linkedEvent),
  quotations: [
    {
      id: "Q1",
      speaker: "P1",
      speakerText: "Marta Velling",
      sourceKind: "person",
      act: "state",
      cue: "said",
      kind: "direct",
      text: "The day has been agreed, but we will announce it together,",
      said: "2016-08-30",
      chain: ["Harbour Post", "NordWire", "Juhan Reks"],
      citations: [cite("a1", "The day has been agreed")],
      mentions: [{ article: "a1", id: "q1" }],
    },
    {
      id: "Q4",
      speaker: null,
      speakerText: "Karl Tamm",
      sourceKind: "person",
      act: "state",
      cue: "said",
      kind: "indirect",
      text: "the harbour had been sold",
      said: "2016-12-16",
      chain: ["Harbour Post", "Karl Tamm"],
      citations: [cite("a4", "the harbour had been sold")],
      mentions: [],
    },
    {
      id: "Q2",
      speaker: null,
      speakerText: null,
      sourceKind: "unknown",
      act: "state",
      cue: "said",
      kind: "indirect",
      text: HOSTILE,
      said: null,
      chain: [HOSTILE],
      citations: [],
      mentions: [],
    },
    {
      id: "Q3",
      speaker: null,
      speakerText: `a spokesman ${HOSTILE}`,
      sourceKind: "person",
      act: "state",
      cue: "said",
      kind: "mixed",
      text: "the quay was repaired",
      said: null,
      chain: ["Notes 𝔸"],
      citations: [cite("a5 / “5”", "the quay was repaired")],
      mentions: [],
    },
  ],
  quantities: [],
};

const NO_LAYERS = { sentences: [], tokens: [], names: [], quantities: [] };

/** Layers of the first report; "minister Marta Velling will" crosses the person's name, which lies in the clause. */
function analysisOf(article: Article): Analysis {
  if (article.id !== "a1") {
    return { article, ...NO_LAYERS, timexes: [], entities: [], quotations: [], events: [] };
  }
  const clause = spanOf("a1", "Marta Velling will visit Tallinn in December");
  const time = spanOf("a1", "December for talks");
  return {
    article,
    ...NO_LAYERS,
    timexes: [{ id: "t1", ...time, type: "DATE", value: "2016-12", edtf: "2016-12", rule: "r" }],
    entities: [
      {
        id: "e1",
        type: "person",
        name: "Marta Velling",
        roles: [],
        mentions: [{ ...spanOf("a1", "Transport minister Marta Velling"), kind: "name", rule: "r" }],
      },
    ],
    quotations: [
      {
        id: "q1",
        kind: "direct",
        content: spanOf("a1", "The day has been agreed"),
        act: "state",
        cue: null,
        source: null,
        sourceKind: "unknown",
        chain: [],
        rule: "r",
      },
    ],
    events: [
      {
        id: "v1",
        trigger: spanOf("a1", "visit"),
        lemma: "visit",
        clause,
        headline: "Marta Velling will visit Tallinn",
        participants: [],
        time: { edtf: "2016-12", basis: "stated" },
        status: "scheduled",
        codes: {},
        salience: 0.9,
        rule: "r",
      },
    ],
  };
}

function belongs(article: Article) {
  const origin = LINKS.origins.find(({ articles }) => articles.includes(article.id));
  return { ...article, origin: origin?.id ?? null, story: "s1", stories: ["s1"] };
}

/** A chronicle of five invented reports, with hostile text wherever a report can bring some in. */
export function sampleChronicle(changes: Partial<Chronicle> = {}): Chronicle {
  const sample: Chronicle = {
    add: () => ({ added: [], updated: [], unchanged: 0, failures: [] }),
    addAll: async () => ({ added: [], updated: [], unchanged: 0, failures: [] }),
    addFetched: () => ({ added: [], updated: [], unchanged: 0, failures: [] }),
    archive: () => [],
    changes: () => [],
    visits: {
      visit: () => null,
      setVisit: () => {},
      entries: () => new Map(),
      setEntry: () => {},
    },
    rebuild: () => {},
    similarNames: () => [],
    articles: () => ARTICLES.map(belongs),
    analysis: (id) => {
      const article = ARTICLES.find((one) => one.id === id);
      return article ? analysisOf(article) : null;
    },
    arrivals: () => new Map(),
    revision: () => "1",
    original: (id) =>
      id === "a1" ? { bytes: Buffer.from(hostilePage("https://evil.example/")), name: "a1.html" } : null,
    timelines: () => TIMELINES,
    pending: () => pendingEvents(TIMELINES, newestReport(TIMELINES)),
    disagreements: () => disagreementsIn(TIMELINES),
    links: () => LINKS,
    quotes: (filter = {}) => findQuotes(LINKS, filter),
    who: (name) =>
      findProfiles(name, {
        links: LINKS,
        publishedOf: new Map(ARTICLES.map(({ id, published }) => [id, published.value])),
      }),
    export: () => ({ articles: ARTICLES.map(belongs), ...LINKS }),
    show: () => null,
    explain: (id) => (id === "E2" ? [{ stage: "mention", rule: HOSTILE, text: HOSTILE }] : null),
    search: (words) => [
      {
        article: "a2",
        title: `Minister plans trip ${HOSTILE}`,
        outlet: HOSTILE,
        published: "2016-08-31",
        snippet: `…for talks on the \u0002ferry\u0003 treaty ${HOSTILE} \u0002${words}`,
      },
    ],
    close: () => {},
  };
  return { ...sample, ...changes };
}
