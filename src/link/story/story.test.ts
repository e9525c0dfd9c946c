import { describe, expect, it } from "vitest";
import { type ReportPlan, report } from "../analysis.test-data.ts";
import { linkAnalyses } from "../link.ts";

const FERRY: readonly ReportPlan[] = [
  {
    id: "a",
    day: "2030-07-01",
    title: "Ferry to Brenna stopped by broken engine",
    text: "The ferry between Hale and Brenna stays in harbour. Its engine broke on Sunday, and islanders wait for bread.",
  },
  {
    id: "b",
    day: "2030-07-03",
    title: "Islanders of Brenna wait for ferry",
    text: "Without its ferry the island of Brenna runs short of bread. The harbour master hopes for an engine this week.",
  },
  {
    id: "c",
    day: "2030-07-09",
    title: "Brenna ferry sails with borrowed engine",
    text: "The ferry left the harbour of Hale again with a borrowed engine, and the islanders of Brenna cheered.",
  },
];
const CHESS: ReportPlan = {
  id: "x",
  day: "2030-07-02",
  title: "Schoolgirl wins national chess title",
  text: "Thirteen rounds, eleven victories: a pupil from Lund became champion against grown opponents yesterday.",
};

const stories = (...plans: readonly ReportPlan[]) => linkAnalyses(plans.map(report)).stories;

describe("a story", () => {
  it("holds the reports of one matter and leaves the others out", () => {
    expect(stories(...FERRY, CHESS).map(({ articles }) => articles)).toEqual([["a", "b", "c"], ["x"]]);
  });

  it("lasts from its first report to its last", () => {
    expect(stories(...FERRY)[0]).toMatchObject({ begin: "2030-07-01", end: "2030-07-09" });
    expect(stories({ id: "u", text: "Undated words." })[0]).toMatchObject({ begin: null, end: null });
  });

  it("has the title of one of its reports", () => {
    expect(FERRY.map(({ title }) => title)).toContain(stories(...FERRY)[0]?.title);
    expect(stories({ id: "u", text: "Words without a title." })[0]?.title).toBe("Untitled story");
  });

  it("keeps a copy with what it is a copy of", () => {
    const text = Array.from({ length: 6 }, (_, i) => `${FERRY[i % 3]?.text} Part ${i} ends.`).join("\n\n");
    const [long, copy] = [
      { id: "m", day: "2030-07-01", text },
      { id: "n", day: "2030-08-01", text: text.split("\n\n").slice(0, 3).join("\n\n") },
    ];
    expect(stories(long, CHESS, copy).map(({ articles }) => articles)).toEqual([["m", "n"], ["x"]]);
  });
});
