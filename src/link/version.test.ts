import { describe, expect, it } from "vitest";
import type { Analysis } from "../model/layers.ts";
import { report } from "./analysis.test-data.ts";
import { linkAnalyses } from "./link.ts";

const FIRST = "The ferry Anna sank off Port Hale.\n\nTwelve people died in the water.";
const SECOND = "The ferry Anna sank off Port Hale.\n\nFifteen people died in the water.";

function page(id: string, text: string, number: number): Analysis {
  const dead = text === FIRST ? "Twelve people" : "Fifteen people";
  const made = report({
    id,
    day: "2024-03-11",
    outlet: "Harbour News",
    text,
    names: { Anna: "other", "Port Hale": "place" },
    events: [
      { trigger: "sank", agent: "Anna", place: "Port Hale", time: "2024-03-08" },
      { trigger: "died", things: [dead], time: "2024-03-08" },
    ],
    quantities: [{ words: dead, value: text === FIRST ? 12 : 15, unit: "people" }],
  });
  const sentences = text.split("\n\n").map((line) => {
    const start = text.indexOf(line);
    return { start, end: start + line.length, from: 0, to: 0 };
  });
  const version = number === 1 ? {} : { version: { of: "a", number } };
  return { ...made, article: { ...made.article, ...version }, sentences };
}

describe("two versions of one page", () => {
  const links = linkAnalyses([page("a", FIRST, 1), page("a@2", SECOND, 2)]);

  it("are one origin, however short the text", () => {
    expect(links.origins.map(({ articles }) => articles)).toEqual([["a", "a@2"]]);
    expect(links.stories).toHaveLength(1);
    for (const event of links.events) expect([event.outlets, event.origins]).toEqual([1, 1]);
  });

  it("are cited once for what both say, from the first", () => {
    const sank = links.events.find((event) => event.citations.some(({ text }) => text.includes("sank")));
    expect(sank?.citations.map(({ article }) => article)).toEqual(["a"]);
  });

  it("are both cited for what they say differently", () => {
    const cited = links.events
      .flatMap((event) => event.citations)
      .filter(({ text }) => text.includes("died"));
    expect(cited.map(({ article }) => article).sort()).toEqual(["a", "a@2"]);
    expect(links.quantities.map(({ value }) => value).sort()).toEqual([12, 15]);
  });

  it("give the same whatever their order", () => {
    const other = linkAnalyses([page("a@2", SECOND, 2), page("a", FIRST, 1)]);
    expect(JSON.stringify(other)).toBe(JSON.stringify(links));
  });
});
