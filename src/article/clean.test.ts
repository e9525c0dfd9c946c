import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dropClutter, dropRepeats, peelLines } from "./clean.ts";
import type { Draft, Piece } from "./draft.ts";
import { loadArticleTables } from "./tables.ts";

const tables = loadArticleTables((path) => readFileSync(new URL(`../../${path}`, import.meta.url)));
const piece = (text: string, kind: Piece["kind"] = "paragraph"): Piece => ({ kind, text });
const draftOf = (texts: readonly string[]): Draft => ({
  metadata: {},
  pieces: texts.map((text) => piece(text)),
  dropped: [],
});
const textsOf = (draft: Draft): readonly string[] => draft.pieces.map(({ text }) => text);

const BODY = [
  "The ferries sail again, the port said on Tuesday, and nobody was hurt in the storm that stopped them.",
  "Forty of them lay in the harbour for a week, and the crews played cards with the passengers.",
];

describe("the end of a report", () => {
  it.each([
    ["Tags: ferry, islands"],
    ["Leave a comment"],
    ["Kommentare (12)"],
    ["Ana Novak is a staff reporter."],
  ])("is %s", (end) => {
    const below = ["Mayor opens third roundabout, and says that it is the last one for now."];
    expect(textsOf(dropClutter(draftOf([...BODY, end, ...below]), tables))).toEqual(BODY);
  });
  it("is not where most of the text is still to come", () => {
    expect(textsOf(dropClutter(draftOf(["Tags: ferry, islands", ...BODY]), tables))).toEqual(BODY);
  });
  it("does not cut off notes and credits", () => {
    const note = "Correction: An earlier version of this report gave the wrong day.";
    const draft = dropClutter(draftOf([...BODY, "Tags: ferry, islands", note, "© 2024 Reuters"]), tables);
    expect(textsOf(draft)).toEqual([...BODY, note]);
    expect(draft.metadata.agency).toBe("Reuters");
  });
});

describe("repeats", () => {
  const question = "What do you do when the sea is rough and no ferry sails?";
  it("are dropped", () => {
    expect(textsOf(dropRepeats(draftOf([question, "I wait.", question])))).toEqual([question, "I wait."]);
  });
  it("are kept where everybody is asked the same", () => {
    const interview = [question, "I wait.", question, "I swim.", question, "I sing."];
    expect(textsOf(dropRepeats(draftOf(interview)))).toEqual(interview);
  });
  it("of captions are always dropped", () => {
    const captions = [question, question, question].map((text) => piece(text, "caption"));
    expect(dropRepeats({ metadata: {}, pieces: captions, dropped: [] }).pieces).toHaveLength(1);
  });
});

describe("lines of old pages", () => {
  it("are taken off the start of the text, and no farther", () => {
    const lines = ["Ferries sail again", "By Ana Novak", "12 March 2024", ...BODY, "By Ana Novak"];
    const old: Piece = { kind: "paragraph", text: lines.join(" "), lines };
    const draft: Draft = { metadata: { title: "Ferries sail again" }, pieces: [old], dropped: [] };
    expect(textsOf(peelLines(draft, tables))).toEqual([
      "Ferries sail again",
      "By Ana Novak",
      "12 March 2024",
      [...BODY, "By Ana Novak"].join(" "),
    ]);
  });
});
