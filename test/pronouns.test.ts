import { describe, expect, test } from "vitest";
import { readText, rowsOf } from "./read-text.ts";

/** The words by which the person of this name is spoken of. */
function spokenOf(name: string, text: string): readonly string[] {
  const person = readText(text).entities.find((entity) => entity.name === name);
  return person?.mentions.map((mention) => mention.text) ?? [];
}

describe("entity-persons.tsv", () => {
  const before = "Karl Tamm spoke on Monday. Anna Tamm left.";
  test.each(rowsOf("data/en/entity-persons.tsv").map((row) => [row.noun, row.example] as const))(
    "%s",
    (_noun, example) => {
      const pronouns = readText(`${before} ${example}`).entities.flatMap(({ mentions }) =>
        mentions.filter(({ kind }) => kind === "pronoun"),
      );
      expect(pronouns).toEqual([]);
    },
  );
});

describe("a pronoun does not reach past somebody without a name in its own sentence", () => {
  test.each([
    ["Karl Tamm came late. The third, a 68-year-old man, was hurt when a tree fell on him.", "him"],
    ["Commander Karl Tamm spoke. A police officer died when a crane fell on him.", "him"],
    ["Commander Karl Tamm spoke. The minister put off his visit.", "his"],
    ["Karl Tamm spoke. A truck ran over a boy and killed him.", "him"],
  ])("%s", (text, pronoun) => {
    expect(spokenOf("Karl Tamm", text)).not.toContain(pronoun);
  });

  test.each([
    ["Karl Tamm, a nurse and father of two, said he was ill.", "he"],
    ["Karl Tamm spoke. His lawyer said he would appeal.", "he"],
    ["Karl Tamm was a driver. No driver had seen what he saw.", "he"],
    ["Karl Tamm told a nurse that he was ill.", "he"],
  ])("but: %s", (text, pronoun) => {
    expect(spokenOf("Karl Tamm", text)).toContain(pronoun);
  });
});

test("who goes on is the one whose gender fits", () => {
  const text =
    "A spokeswoman for Norva, Anna Weiss, said the mediator, former judge Jurij Tamm, was ill. “That is all,” she added.";
  expect(spokenOf("Anna Weiss", text)).toContain("she");
});

describe("“the company” is none of", () => {
  test.each([
    "Later she wrote on Facebook that it was over. Anna Tamm will leave in May, the company said.",
    "Talks with the Harbour Workers were put off, the company said.",
    "Reuters reported the fire. The company said it was small.",
  ])("%s", (text) => {
    const mentions = readText(text).entities.flatMap((entity) => entity.mentions.map((each) => each.text));
    expect(mentions.join().toLowerCase()).not.toContain("the company");
  });
});

describe("what stands before the colon of a headline", () => {
  const speakers = (title: string) =>
    readText(`${title}\n\nThe sea rose on Monday, and two boats were lost in the harbour.`).quotations.map(
      ({ source }) => source?.text,
    );
  test.each(["Storm Carla: two boats were lost"])("is no speaker: %s", (title) => {
    expect(speakers(title)).toEqual([]);
  });
});
