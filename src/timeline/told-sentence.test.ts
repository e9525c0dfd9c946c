import { describe, expect, it } from "vitest";
import type { LinkedEvent } from "../model/link.ts";
import { centralSentences } from "./told-sentence.ts";

const TEXT = {
  a: "The ferry Abel sank off Brenna in a storm on Friday, and divers found its hull.",
  b: "It sank.",
  c: "The harbour café had been repainted by two students with a great deal of yellow paint.",
};

/** An event told by whole reports, each cited with its first words. */
function event(id: string, day: string | null, articles: readonly (keyof typeof TEXT)[]): LinkedEvent {
  return {
    id,
    headline: "The ferry sank",
    time: { edtf: day, begin: day, end: day, precision: "day" },
    citations: articles.map((article) => ({
      article,
      text: TEXT[article].slice(0, 8),
      sentence: { start: 0, end: TEXT[article].length },
    })),
    mentions: articles.map((article) => ({ article, id: "v1" })),
    disagreements: [],
  } as unknown as LinkedEvent;
}

const articles = new Map(Object.entries(TEXT).map(([id, text]) => [id, { text }]));
const DAY = "2030-03-01";
const sinking = event("E1", DAY, ["b", "a"]);
const found = event("E2", DAY, ["a"]);
const paint = event("E3", DAY, ["c"]);

describe("the sentence that is shown of an event", () => {
  it("is whole, and the one that tells most of what reports tell of the day", () => {
    expect(centralSentences([sinking, found], articles).get("E1")?.told).toEqual({
      source: 1,
      text: TEXT.a,
    });
  });

  it("tells what the headline tells, though others tell more of the day", () => {
    const headline = "A café repainted by two students";
    const mixed = { ...event("E5", DAY, ["a", "c"]), headline };
    expect(centralSentences([sinking, found, mixed], articles).get("E5")?.told.text).toBe(TEXT.c);
  });

  it("is none of those that tell it otherwise", () => {
    const values = [0, 1].map((i) => ({ value: `${i}`, citations: [i] }));
    const disagreements = [{ field: "number" as const, values }];
    const disputed = { ...found, disagreements, citations: [...found.citations, ...paint.citations] };
    expect(centralSentences([disputed, paint], articles).get("E2")?.told).toEqual({
      source: 0,
      text: TEXT.a,
    });
  });

  it("is the cited words where the report is not there", () => {
    const told = centralSentences([paint], new Map()).get("E3")?.told;
    expect(told).toEqual({ source: 0, text: "The harb" });
  });
});

it("what reports tell of a day in the same words is more central than what one tells beside", () => {
  const central = centralSentences([sinking, found, event("E4", DAY, ["b"]), paint], articles);
  expect(central.get("E1")?.centrality ?? 0).toBeGreaterThan(central.get("E3")?.centrality ?? 1);
});
