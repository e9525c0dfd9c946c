import { describe, expect, it } from "vitest";
import { readPackageFile } from "../../training/package-file.ts";
import { judgeSentences, openBoundaries } from "./boundaries.ts";
import { loadRules } from "./load.ts";
import { SENTENCE_LIMIT } from "./split-sentences.ts";
import { splitTokens } from "./split-tokens.ts";

const rules = loadRules(readPackageFile);
const model = openBoundaries(readPackageFile("models/boundaries.bin.gz"));

function sentences(text: string): string[] {
  const tokens = splitTokens(text, { start: 0, end: text.length }, rules);
  let from = 0;
  return judgeSentences({ text, tokens }, rules, model).map((to) => {
    const sentence = text.slice(tokens[from]?.start, tokens[to - 1]?.end);
    from = to;
    return sentence;
  });
}

describe("judgeSentences", () => {
  it.each([
    ["Mr. Abe met Gen. Ito. They talked.", 2],
    ["He lives in the U.S. The talks go on.", 2],
    ["The U.S. President spoke of growth of 4.5 percent.", 1],
    ["The verdict in Ono v. Board of Ports angered Mark Z. Sato.", 1],
    ["MOSCOW, Aug. 30 (AFP) — Putin will visit Japan.", 2],
    ["Putin to visit Japan in December: Kremlin", 1],
    ["“Why now?” Putin asked.", 1],
    ["They sell fish, crabs, etc. Most of it is caught at night.", 2],
    ["Moscow - the capital - was quiet.", 1],
    ["A ship at the pier of Sapporo Image: Port Authority.", 2],
  ])("cuts %s", (text, count) => {
    expect(sentences(text)).toHaveLength(count);
  });

  it("does not part a dash from whom it names", () => {
    expect(sentences("“It will not work.” — Aiko Ono")).not.toContain("Aiko Ono");
  });

  it("lets no sentence grow over the limit", () => {
    const found = sentences("word ".repeat(3 * SENTENCE_LIMIT));
    expect(found.length).toBeGreaterThanOrEqual(3);
  });

  it("gives nothing for nothing", () => {
    expect(sentences("")).toEqual([]);
  });
});
