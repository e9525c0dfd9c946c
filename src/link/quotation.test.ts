import { expect, it } from "vitest";
import type { Analysis } from "../model/layers.ts";
import { type ReportPlan, report } from "./analysis.test-data.ts";
import { linkEntities } from "./entity.ts";
import { IdMaker } from "./id.ts";
import { linkQuotations } from "./quotation.ts";

const PEOPLE = { "Mira Olsen": "person", "Jon Dahl": "person", Olsen: "person" } as const;

const said = (id: string, words: string, by?: string, more: Partial<ReportPlan> = {}) =>
  report({
    id,
    text: `“${words},”${by === undefined ? "" : ` said ${by}.`}`,
    names: Object.fromEntries(Object.entries(PEOPLE).filter(([name]) => name === by)),
    quotations: [{ said: words, ...(by === undefined ? {} : { by }) }],
    ...more,
  });

function link(...reports: readonly Analysis[]) {
  const ids = new IdMaker();
  return linkQuotations(reports, { entities: linkEntities(reports, ids), ids });
}

const WALL = "The wall will stand";

it.each<[string, readonly Analysis[], readonly (readonly string[])[]]>([
  ["the same words by one speaker", [said("a", WALL, "Mira Olsen"), said("b", WALL, "Olsen")], [["a", "b"]]],
  [
    "the same words with other marks and letters",
    [said("a", "The wall — it will stand", "Mira Olsen"), said("b", "THE WALL, it will stand", "Mira Olsen")],
    [["a", "b"]],
  ],
  [
    "the same words by two speakers",
    [said("a", WALL, "Mira Olsen"), said("b", WALL, "Jon Dahl")],
    [["a"], ["b"]],
  ],
  [
    "other words by one speaker",
    [said("a", WALL, "Mira Olsen"), said("b", "No", "Mira Olsen")],
    [["a"], ["b"]],
  ],
  [
    "the same words by two without a name",
    [said("a", WALL, "a fisherman"), said("b", WALL, "the mayor")],
    [["a"], ["b"]],
  ],
  [
    "the same words by one without a name",
    [said("a", WALL, "the mayor"), said("b", WALL, "the mayor")],
    [["a", "b"]],
  ],
])("%s", (_, reports, expected) => {
  const found = link(...reports);
  expect(found.map(({ mentions }) => mentions.map(({ article }) => article))).toEqual(expected);
  for (const { citations, mentions } of found) {
    expect(citations.map(({ article }) => article)).toEqual(mentions.map(({ article }) => article));
  }
});

it("tells by what way the words came, with the fullest name of the speaker", () => {
  const [first] = link(
    said("a", WALL, "Olsen", { day: "2030-07-01", outlet: "The Hale Post", agency: "NORD" }),
    said("b", WALL, "Mira Olsen", { day: "2030-07-02", outlet: "Brenna Today" }),
  );
  expect(first).toMatchObject({
    kind: "direct",
    text: WALL,
    said: "2030-07-01",
    speakerText: "Mira Olsen",
    chain: ["The Hale Post", "NORD", "Mira Olsen"],
  });
});

it("names nobody where the report names nobody", () => {
  expect(link(said("a", WALL))[0]).toMatchObject({ speaker: null, speakerText: null, chain: [] });
  expect(link(said("a", WALL, "a fisherman"))[0]).toMatchObject({
    speaker: null,
    speakerText: "a fisherman",
  });
});

it("shows a capital that speaks for a government in the words of the report", () => {
  const capital = report({
    id: "a",
    text: "Port Hale said that the wall would stand.",
    names: { "Port Hale": "place" },
    quotations: [{ said: "the wall would stand", by: "Port Hale" }],
  });
  expect(link(capital)[0]?.chain).toEqual(["Port Hale"]);
});

it("keeps to whom it was said, and on what occasion", () => {
  const analysis = said("a", WALL, "Mira Olsen");
  const words = (text: string) => ({ start: 0, end: text.length, text });
  const [quotation] = analysis.quotations;
  if (!quotation) throw new Error("no quotation");
  const told = { ...quotation, addressee: words("reporters"), occasion: words("in an interview") };
  expect(link({ ...analysis, quotations: [told] })[0]).toMatchObject({
    addressee: "reporters",
    occasion: "in an interview",
  });
  expect(link(analysis)[0]).not.toHaveProperty("addressee");
});
