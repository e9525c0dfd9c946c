import { describe, expect, it } from "vitest";
import type { LinkedEvent } from "../../model/link.ts";
import type { Member } from "../../model/near.ts";
import { type ReportPlan, report } from "../analysis.test-data.ts";
import { IdMaker } from "../id.ts";
import { sketchOf } from "../near/sketch.ts";
import { WORDS } from "../words.test-data.ts";
import { findStories } from "./story.ts";

const FERRY = [
  "Ferry Brenna Hale engine harbour islanders bread captain Mira Olsen repair mechanics crossing deck",
  "Ferry Brenna engine repair mechanics harbour captain Mira Olsen passengers crossing Hale bread wharf",
  "Islanders Brenna ferry captain Mira Olsen engine repair crossing harbour Hale bread tickets",
];
const TRIAL = [
  "Court Lund trial smuggler Jan Holt cigarettes judge verdict prosecutor Eva Strand witnesses warehouse",
  "Trial smuggler Jan Holt court Lund prosecutor Eva Strand cigarettes verdict judge warehouse sentence",
  "Judge Lund smuggler Jan Holt verdict trial cigarettes prosecutor Eva Strand court warehouse appeal",
];
const LONG =
  "Separate trial: court Lund, judge, prosecutor Eva Strand, smuggler Jan Holt, cigarettes, warehouse.\n\nVerdict Lund: smuggler Jan Holt, sentence, appeal, prosecutor Eva Strand, court, judge, witnesses.";

function member(plan: ReportPlan): Member {
  const analysis = report(plan);
  return {
    analysis,
    sketch: sketchOf(analysis, WORDS),
    ties: { parent: null, follows: 0, copies: [], credited: [], version: null },
  };
}

/** Three reports on a ferry, three on a trial, and one on the ferry that goes on with other words. */
function storiesWith(more: string) {
  const plans = [...FERRY, ...TRIAL].map((text, i) => ({ id: `r${i}`, text }));
  const last = { id: "r9", text: `${FERRY[0]} lifeboat.\n\n${FERRY[1]} lifeboat.\n\n${more}` };
  const members = [...plans, last].map(member);
  const cite = (words: string) => ({ article: "r9", start: last.text.indexOf(words) });
  const events = ["lifeboat", more.slice(0, 6)].map((words, i) => ({
    id: `E${i}`,
    participants: [],
    citations: [cite(words)],
  })) as unknown as LinkedEvent[];
  const origins = members.map(({ sketch: { article } }) => ({
    id: `o-${article}`,
    articles: [article],
    basis: "single" as const,
  }));
  const { nouns } = WORDS.words;
  const found = { events, origins, originOf: new Map(), entities: [], ids: new IdMaker(), nouns };
  return findStories(members, found);
}

describe("a report of one story that tells at length of another", () => {
  const stories = storiesWith(LONG);

  it("stands in both, and belongs to its own", () => {
    expect(stories.map(({ articles, beside }) => [articles, beside])).toEqual([
      [["r0", "r1", "r2", "r9"], undefined],
      [["r3", "r4", "r5", "r9"], ["r9"]],
    ]);
  });

  it("gives each story the events that it tells of it", () => {
    expect(stories.map(({ events }) => events)).toEqual([["E0"], ["E1"]]);
  });
});

it.each([
  ["mentions it in passing", "Smuggler Jan Holt was once a passenger of the captain"],
  [
    "tells of a third matter",
    "A chess tournament of schoolgirls at Tarn lasted eleven rounds; the umpire, a pensioner, dozed through the blizzard, a kettle, the queue for soup and the prizes of chocolate",
  ],
])("one that %s stands in its own story alone", (_, more) => {
  const stories = storiesWith(more);
  expect(stories.map(({ articles }) => articles)).toEqual([
    ["r0", "r1", "r2", "r9"],
    ["r3", "r4", "r5"],
  ]);
});
