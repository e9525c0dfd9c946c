import { describe, expect, it } from "vitest";
import { mendGardenPath } from "./mend.ts";

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
