import { describe, expect, it } from "vitest";
import { mendBareParticiple, mendGardenPath, mendSubjunctive, mendTitle } from "./mend.ts";

/** Words written "form/tag/head/deprel", heads from 0. */
function wordsOf(text: string) {
  return text.split(" ").map((cell) => {
    const [form, tag, head, deprel] = cell.split("/") as [string, string, string, string];
    return { form, tag, head: Number(head), deprel };
  });
}

describe("mendGardenPath", () => {
  it("finds the verb of a sentence that was left without one", () => {
    const words = wordsOf(
      "Studies/NOUN|NNS/-1/root projected/VERB|VBN/0/acl it/PRON|PRP/3/nsubj fell/VERB|VBD/1/ccomp ./PUNCT|./0/punct",
    );
    mendGardenPath(words);
    expect(words.map(({ head, deprel }) => `${head} ${deprel}`)).toEqual([
      "1 nsubj",
      "-1 root",
      "3 nsubj",
      "1 ccomp",
      "1 punct",
    ]);
    expect(words[1]?.tag).toBe("VERB|VBD");
  });

  it.each([
    "Men/NOUN|NNS/-1/root seized/VERB|VBN/0/acl Monday/PROPN|NNP/1/obl ./PUNCT|./0/punct",
    "Men/NOUN|NNS/-1/root told/VERB|VBN/0/acl it/PRON|PRP/3/nsubj fell/VERB|VBD/1/ccomp",
  ])("leaves %s", (text) => {
    const words = wordsOf(text);
    mendGardenPath(words);
    expect(words).toEqual(wordsOf(text));
  });
});

describe("mendBareParticiple", () => {
  it("takes a participle with a subject and no auxiliary for the past tense", () => {
    const words = wordsOf(
      "Kask/PROPN|NNP/1/nsubj:pass called/VERB|VBN/-1/root for/ADP|IN/3/case change/NOUN|NN/1/obl ./PUNCT|./1/punct",
    );
    mendBareParticiple(words);
    expect(words.slice(0, 2).map(({ tag, deprel }) => `${tag} ${deprel}`)).toEqual([
      "PROPN|NNP nsubj",
      "VERB|VBD root",
    ]);
  });

  it.each([
    "Kask/PROPN|NNP/1/nsubj:pass named/VERB|VBN/-1/root chief/NOUN|NN/1/xcomp",
    "He/PRON|PRP/2/nsubj:pass was/AUX|VBD/2/aux:pass called/VERB|VBN/-1/root ./PUNCT|./2/punct",
    "Men/NOUN|NNS/1/nsubj:pass seized/VERB|VBN/-1/root by/ADP|IN/3/case police/NOUN|NNS/1/obl:agent ./PUNCT|./1/punct",
  ])("leaves %s", (text) => {
    const words = wordsOf(text);
    mendBareParticiple(words);
    expect(words).toEqual(wordsOf(text));
  });
});

describe("mendTitle", () => {
  it("hangs a title on the name that it stands before", () => {
    const words = wordsOf(
      "aide/NOUN|NN/3/nsubj Anu/PROPN|NNP/3/nsubj Kask/PROPN|NNP/1/flat spoke/VERB|VBD/-1/root",
    );
    mendTitle(words);
    expect(words[0]).toMatchObject({ head: 1, deprel: "nmod:desc" });
  });

  it("joins the two words of a name", () => {
    const words = wordsOf("Anu/PROPN|NNP/2/nsubj Kask/PROPN|NNP/2/nsubj spoke/VERB|VBD/-1/root");
    mendTitle(words);
    expect(words[1]).toMatchObject({ head: 0, deprel: "flat" });
  });

  it("leaves subjects of different words", () => {
    const text = "fact/NOUN|NN/3/nsubj Kask/PROPN|NNP/2/nsubj knew/VERB|VBD/3/acl grew/VERB|VBD/-1/root";
    const words = wordsOf(text);
    mendTitle(words);
    expect(words).toEqual(wordsOf(text));
  });
});

describe("mendSubjunctive", () => {
  it.each([
    ["NOUN|NN", "VERB|VB"],
    ["NOUN|NNS", "VERB|VBP"],
  ])("after that, with a subject tagged %s, a base form is %s", (subject, expected) => {
    const words = wordsOf(
      `asked/VERB|VBD/-1/root that/SCONJ|IN/3/mark who/${subject}/3/nsubj sign/VERB|VBP/0/ccomp`,
    );
    mendSubjunctive(words);
    expect(words[3]?.tag).toBe(expected);
  });
});
