import { describe, expect, it } from "vitest";
import { agreedFeats } from "./agreement.ts";
import { lemmaOf, readMorphology } from "./lemma.ts";

const morphology = readMorphology({
  lemmas: "went|VERB|VBD\tgo",
  rules: "|VERB|VBD\t0\t\ned|VERB|VBD\t2\t\nied|VERB|VBD\t3\ty",
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

  it("keeps the capitals of names", () => {
    expect(lemmaOf(morphology, "Moscow", "PROPN|NNP")).toBe("Moscow");
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
