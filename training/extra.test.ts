import { describe, expect, it } from "vitest";
import { loadLanguage, parseWords } from "../src/language/language.ts";
import { measureGoldWords } from "./measure.ts";
import { readPackageFile } from "./package-file.ts";
import { ownSentences } from "./treebank.ts";

const language = loadLanguage(readPackageFile);
const sentences = ownSentences();

describe("our own sentences", () => {
  it("are each one tree", () => {
    for (const { words } of sentences) {
      expect(words.filter(({ head }) => head === -1)).toHaveLength(1);
      for (let i = 0; i < words.length; i++) {
        let at = i;
        for (let steps = 0; at >= 0 && steps <= words.length; steps++) at = words[at]?.head ?? -1;
        expect(at).toBe(-1);
      }
    }
  });

  it("are parsed as they are annotated: the models were trained on them", () => {
    const { upos, las } = measureGoldWords(sentences, language);
    expect(upos).toBeGreaterThan(98);
    expect(las).toBeGreaterThan(95);
  });

  it("keep their words", () => {
    const forms = sentences.map(({ words }) => words.map(({ form }) => form));
    expect(parseWords(forms, language).map((words) => words.length)).toEqual(
      forms.map((words) => words.length),
    );
  });
});
