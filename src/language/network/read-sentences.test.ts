import { expect, test } from "vitest";
import { readPackageFile } from "../../../training/package-file.ts";
import { loadLanguage, parseWords } from "../language.ts";

const language = loadLanguage(readPackageFile);

const sentences = [
  "The minister said on Monday that talks would go on .",
  "Rebels left .",
  '" We have agreed on nothing , " said the envoy , who arrived from Geneva late on Sunday .',
  "Yes",
  "Prices rose 3 percent in May after they had fallen for a year .",
].map((text) => text.split(" "));

test("what is found in a sentence does not depend on those read beside it", () => {
  const together = parseWords(sentences, language);
  expect(sentences.map((words) => parseWords([words], language)[0])).toEqual(together);
  expect(parseWords([...sentences].reverse(), language).reverse()).toEqual(together);
});

test("an endless sentence is one tree", () => {
  const words = Array.from({ length: 130 }, () => sentences[0] as string[]).flat();
  const parsed = parseWords([words], language)[0] ?? [];
  expect(parsed).toHaveLength(words.length);
  expect(parsed.filter(({ head }) => head === -1)).toHaveLength(1);
  for (const start of parsed.keys()) {
    let at = start;
    for (let steps = 0; at !== -1; steps++) {
      expect(steps).toBeLessThanOrEqual(words.length);
      at = parsed[at]?.head ?? -1;
    }
  }
});
