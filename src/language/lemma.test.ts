import { describe, expect, it, test } from "vitest";
import { readPackageFile } from "../../training/package-file.ts";
import { parseTable } from "../model/table.ts";
import { agreedFeats } from "./agreement.ts";
import { lemmaOf, readMorphology } from "./lemma.ts";
import { loadMorphology } from "./load.ts";

const morphology = readMorphology({
  casings: " all6|PROPN|NNP\ttitle\nian first|ADJ|JJ\tkeep",
  words: "mop|VERB\nprovoke|VERB",
  lemmas: "went|VERB|VBD\tgo",
  rules: "|NOUN|NNS\t1\t\ning|VERB|VBG\t3\t\n|VERB|VBD\t0\t\ned|VERB|VBD\t2\t\nied|VERB|VBD\t3\ty",
  feats: "|VERB|VBD\tMood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin",
});

describe("lemmaOf", () => {
  it.each([
    ["went", "go"],
    ["walked", "walk"],
    ["Denied", "deny"],
    ["sat", "sat"],
  ])("gives for %s the lemma %s", (form, lemma) => {
    expect(lemmaOf(morphology, form, "VERB|VBD")).toBe(lemma);
  });

  it.each([
    ["Moscow", "PROPN|NNP", "Moscow"],
    ["NATO", "PROPN|NNP", "NATO"],
    ["MOSCOW", "PROPN|NNP", "Moscow"],
    ["Peruvian", "ADJ|JJ", "Peruvian"],
    ["Quiet", "ADJ|JJ", "quiet"],
  ])("gives %s as %s the capitals of %s", (form, tag, lemma) => {
    expect(lemmaOf(morphology, form, tag)).toBe(lemma);
  });

  it.each([
    ["mopping", "VERB|VBG", "mop"],
    ["provoking", "VERB|VBG", "provoke"],
    ["asking", "VERB|VBG", "ask"],
    ["1,100", "NUM|CD", "1100"],
  ])("traces %s as %s back to %s", (form, tag, lemma) => {
    expect(lemmaOf(morphology, form, tag)).toBe(lemma);
  });
});

describe("agreedFeats", () => {
  const past = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin";
  const sentence = (subject: string, xpos: string) => [
    { form: subject, xpos, feats: "_", head: 1, deprel: "nsubj" },
    { form: "left", xpos: "VBD", feats: past, head: -1, deprel: "root" },
  ];

  it.each([
    ["they", "PRP", "Number=Plur|Person=3"],
    ["I", "PRP", "Number=Sing|Person=1"],
    ["soldiers", "NNS", "Number=Plur|Person=3"],
    ["she", "PRP", "Number=Sing|Person=3"],
  ])("reads number and person off %s", (subject, xpos, expected) => {
    expect(agreedFeats(sentence(subject, xpos))[1]).toContain(expected);
  });
});

describe("language-irregular-verbs.tsv", () => {
  const path = "data/en/language-irregular-verbs.tsv";
  const morphology = loadMorphology(readPackageFile);
  test.each(
    parseTable(path, readPackageFile(path), ["lemma", "past", "participle"]).map(
      (row) => [row.lemma, row] as const,
    ),
  )("%s", (lemma, { past, participle }) => {
    expect(lemmaOf(morphology, past, "VERB|VBD")).toBe(lemma);
    expect(lemmaOf(morphology, participle, "VERB|VBN")).toBe(lemma);
  });
});
