import { describe, expect, it } from "vitest";
import type { Analysis } from "../../model/layers.ts";
import { report } from "../analysis.test-data.ts";
import { linkEntities } from "../entity.ts";
import { IdMaker } from "../id.ts";
import { namedDay, storyDays } from "./days.ts";

/** A report whose paragraphs each name Mira Olsen or not, and a day or none. */
function told(id: string, day: string | undefined, paragraphs: readonly string[]): Analysis {
  const text = paragraphs.join("\n\n");
  const made = report({
    id,
    text,
    sentences: true,
    names: text.includes("Mira Olsen") ? { "Mira Olsen": "person" } : {},
    ...(day === undefined ? {} : { day }),
  });
  const timexes = [...text.matchAll(/\d{4}(-\d\d)*/g)].map((match, i) => ({
    id: `t${i + 1}`,
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    type: "DATE" as const,
    value: match[0],
    edtf: match[0],
    rule: "as-written",
  }));
  return { ...made, timexes };
}

function daysOf(reports: readonly Analysis[], originOf: Readonly<Record<string, string>> = {}) {
  const { idOf } = linkEntities(reports, new IdMaker());
  const story = { articles: reports.map(({ article }) => article.id) };
  const byId = new Map(reports.map((each) => [each.article.id, each]));
  return storyDays(story, byId, { idOf, originOf: new Map(Object.entries(originOf)) });
}

describe("how much a story speaks of a day", () => {
  const ABOUT = "Mira Olsen came on 2030-03-01.";

  it("counts who names it, and who appeared on it", () => {
    const { days } = daysOf([told("a", "2030-03-01", [ABOUT]), told("b", "2030-03-01", [ABOUT])]);
    expect(days).toEqual([{ day: "2030-03-01", reports: 2, mentions: 2, weight: 4 }]);
  });

  it("counts a copy less than a report of its own", () => {
    const copies = [told("a", "2030-03-01", [ABOUT]), told("b", "2030-03-01", [ABOUT])];
    expect(daysOf(copies, { a: "o1", b: "o1" }).days).toMatchObject([
      { reports: 1, mentions: 1, weight: 2.41 },
    ]);
  });

  it("counts more what later reports come back to", () => {
    const weight = (published: string) =>
      daysOf([told("a", published, [ABOUT])]).days.find(({ day }) => day === "2030-03-01")?.weight ?? 0;
    expect(weight("2031-03-01")).toBeGreaterThan(weight("2030-03-05"));
    expect(weight("2030-03-05")).toBeGreaterThan(weight("2030-03-02"));
  });

  it("counts more what is told of those whom the story is about", () => {
    const { days, about } = daysOf([
      told("a", undefined, ["Mira Olsen came on 2030-03-01.", "The pier was mended on 2030-02-01."]),
    ]);
    expect(about).toHaveLength(1);
    expect(days.map(({ day, weight }) => [day, weight])).toEqual([
      ["2030-02-01", 0.45],
      ["2030-03-01", 1],
    ]);
  });

  it("leaves months and years aside", () => {
    expect(daysOf([told("a", undefined, ["Mira Olsen came in 2030-03, and in 2029."])]).days).toEqual([]);
  });
});

it.each([
  ["2030-03-01", "2030-03-01"],
  ["2030-03-01T10:30", "2030-03-01"],
  ["2030-03-01~", "2030-03-01"],
  ["2030-03", undefined],
  ["2030-03-01/2030-03-04", undefined],
  ["2030-03-01/..", undefined],
  [undefined, undefined],
])("%s names the day %s", (edtf, day) => {
  expect(namedDay(edtf)).toBe(day);
});
