import { describe, expect, test } from "vitest";
import { readPackageFile } from "../../training/package-file.ts";
import { analyseWords } from "./analyse.ts";
import { loadIrregularVerbs, loadLanguage } from "./load.ts";
import { isBarred, pastForms } from "./tag-bars.ts";

const verbs = loadIrregularVerbs(readPackageFile);
const pasts = pastForms(verbs);
const language = loadLanguage(readPackageFile);

function tagOf(form: string, sentence: string): string | undefined {
  const words = sentence.split(" ");
  const [reading] = analyseWords([words], language);
  return reading?.words[words.indexOf(form)]?.xpos;
}

describe("past forms", () => {
  test.each(verbs.filter(({ past }) => pasts.has(past)).map(({ past }) => past))("%s is a verb", (past) => {
    expect(tagOf(past, `The storm ${past} it on Sunday night .`)).toMatch(/^VB[DN]$/);
  });

  test("what can be something else is left to the network", () => {
    expect(pasts.has("spat")).toBe(false);
    expect(tagOf("spat", "The two ministers ended their spat over fish .")).toBe("NN");
  });

  test("of a name written with a capital nothing is known", () => {
    const words = [
      { form: "Mayor", lists: 0 },
      { form: "Flew", lists: 0 },
    ];
    expect(isBarred(words, 1, { tag: "PROPN|NNP", pasts })).toBe(false);
    expect(isBarred([{ form: "flew", lists: 0 }], 0, { tag: "PROPN|NNP", pasts })).toBe(true);
  });
});
