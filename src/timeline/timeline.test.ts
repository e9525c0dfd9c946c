import { describe, expect, it } from "vitest";
import type { Article } from "../model/article.ts";
import { edtfBounds } from "../model/calendar.ts";
import type { LinkedEvent, Links, Story } from "../model/link.ts";
import { makeTimelines, TIMELINE_SALIENCE, topEntries, UNDATED_SALIENCE } from "./timeline.ts";

const TEXT = "The ferry to Brenna runs again. The pier is still shut.";
const ARTICLE: Article = {
  id: "a",
  outlet: "The Hale Post",
  agency: "NORD",
  title: "Ferry runs again",
  url: "https://post.example/ferry",
  authors: [],
  published: { value: "2030-07-01", basis: "given" },
  language: "en",
  text: TEXT,
  blocks: [],
  dropped: [],
};
const STORY: Story = {
  id: "s1",
  title: "The ferry to Brenna",
  articles: ["a"],
  events: [],
  begin: "2030-07-01",
  end: "2030-07-09",
};

function event(
  id: string,
  edtf: string | null,
  more: Partial<LinkedEvent> & { readonly start?: number } = {},
): LinkedEvent {
  const { start = 0, ...rest } = more;
  const bounds = edtf === null ? null : edtfBounds(edtf);
  return {
    id,
    story: STORY.id,
    headline: `What ${id} tells`,
    time: { edtf, begin: null, end: null, precision: "unknown", ...bounds },
    status: "happened",
    participants: [],
    codes: {},
    history: [],
    disagreements: [],
    citations: [
      { article: "a", start, end: start + 9, text: TEXT.slice(start, start + 9), prefix: "", suffix: "" },
    ],
    mentions: [{ article: "a", id }],
    reasons: ["first mention"],
    outlets: 1,
    origins: 1,
    salience: 0.9,
    ...rest,
  };
}

function timelines(events: readonly LinkedEvent[], more: Partial<Links> = {}) {
  const links = { origins: [], stories: [STORY], entities: [], events, quotations: [], quantities: [] };
  return makeTimelines({ ...links, ...more }, [ARTICLE]);
}
const entriesOf = (...events: readonly LinkedEvent[]) => timelines(events)[0]?.entries ?? [];

describe("the order of entries", () => {
  it.each<[string, readonly (string | null)[]]>([
    ["days", ["2030-07-01", "2030-07-02", "2030-08-01"]],
    ["a month after its first day and before its others", ["2030-12-01", "2030-12", "2030-12-15", "2031-01"]],
    ["a year before what is within it, after what was before", ["2029-12-31", "2030", "2030-02-01", "2031"]],
    ["a decade and its years", ["2020-01-01", "202X", "2025"]],
    ["a stretch by the day it begins", ["2030-07-01", "2030-07-01/2030-07-05", "2030-07-03"]],
    ["what goes on since a day after what was over on it", ["2030-07-01", "2030-07-01/..", "2030-07-02"]],
    ["what is known only to end by the day it ends", ["2030-06-30", "../2030-07-01", "2030-07-02"]],
    ["undated last", ["2030-07-01", "2031", null]],
  ])("%s", (_, times) => {
    const events = times.map((time, i) => event(`E${i}`, time));
    expect(entriesOf(...[...events].reverse()).map(({ time }) => time.edtf)).toEqual(times);
  });

  it("is that of the text for what no time tells apart", () => {
    const entries = entriesOf(event("E2", null, { start: 32 }), event("E1", null, { start: 0 }));
    expect(entries.map((each) => each.event)).toEqual(["E1", "E2"]);
  });
});

describe("what belongs into a timeline", () => {
  it.each<[string, string | null, number, boolean]>([
    ["dated, just enough", "2030-07-01", TIMELINE_SALIENCE, true],
    ["dated, too little", "2030-07-01", TIMELINE_SALIENCE - 0.01, false],
    ["undated, just enough", null, UNDATED_SALIENCE, true],
    ["undated, enough only with a date", null, TIMELINE_SALIENCE, false],
  ])("%s", (_, time, salience, expected) => {
    expect(entriesOf(event("E1", time, { salience }))).toHaveLength(expected ? 1 : 0);
  });

  it("asks more of an event without a date", () => {
    expect(UNDATED_SALIENCE).toBeGreaterThan(TIMELINE_SALIENCE);
  });

  it("is told in the timeline of its own story alone", () => {
    const other = { ...STORY, id: "s2", title: "The lighthouse" };
    const events = [event("E1", "2030-07-01"), event("E2", "2030-07-01", { story: "s2" })];
    const made = timelines(events, { stories: [other, STORY] });
    expect(
      made.map(({ story, title, entries }) => [story, title, entries.map((each) => each.event)]),
    ).toEqual([
      ["s2", "The lighthouse", ["E2"]],
      ["s1", "The ferry to Brenna", ["E1"]],
    ]);
  });
});

describe("background to a story that begins on 1 July 2030", () => {
  it.each<[string | null, boolean]>([
    ["2030-06-30", false],
    ["2030-01-02", false],
    ["2030-01-01", true],
    ["2029", true],
    ["2030", false],
    ["194X", true],
    ["2005/..", true],
    ["2030-06/..", false],
    ["2005/2030-06", false],
    ["2035", false],
    [null, false],
  ])("%s: %s", (time, expected) => {
    expect(entriesOf(event("E1", time))[0]?.background).toBe(expected);
  });

  it("nothing is where no report has a day", () => {
    const made = timelines([event("E1", "1945")], { stories: [{ ...STORY, begin: null, end: null }] });
    expect(made[0]?.entries[0]?.background).toBe(false);
  });
});

it("keeps the weightiest entries, in order of time", () => {
  const events = [
    event("E1", "2030-07-01", { salience: 0.6 }),
    event("E2", "2030-07-02", { salience: 0.6, origins: 5 }),
    event("E3", "2030-07-03", { salience: 0.9 }),
  ];
  const [timeline] = timelines(events);
  const kept = (most: number) => timeline && topEntries(timeline, most).entries.map((each) => each.event);
  expect(kept(1)).toEqual(["E2"]);
  expect(kept(2)).toEqual(["E2", "E3"]);
  expect(kept(9)).toEqual(["E1", "E2", "E3"]);
});

it("gives each entry its time in words, its people, its place and its reports", () => {
  const entities = [
    { id: "P1", type: "person" as const, name: "Mira Olsen", names: [], roles: [], mentions: [] },
    { id: "P2", type: "place" as const, name: "Brenna", names: [], roles: [], mentions: [] },
  ];
  const told = event("E1", "2030-07", { participants: [{ role: "agent", entity: "P1" }], place: "P2" });
  const [entry] = timelines([told], { entities })[0]?.entries ?? [];
  expect(entry).toMatchObject({
    when: "July 2030",
    participants: [{ id: "P1", name: "Mira Olsen", role: "agent" }],
    place: { id: "P2", name: "Brenna" },
    saidBy: null,
    sources: [
      {
        citation: told.citations[0],
        outlet: "The Hale Post",
        agency: "NORD",
        title: "Ferry runs again",
        published: "2030-07-01",
        url: "https://post.example/ferry",
      },
    ],
  });
  expect(entriesOf(event("E2", null))[0]).toMatchObject({ when: "undated", place: null });
});
