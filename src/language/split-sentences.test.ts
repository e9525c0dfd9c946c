import { describe, expect, it } from "vitest";
import { readPackageFile } from "../../training/package-file.ts";
import { loadRules } from "./load.ts";
import { SENTENCE_LIMIT, splitSentences } from "./split-sentences.ts";
import { splitTokens } from "./split-tokens.ts";

const rules = loadRules(readPackageFile);

function sentences(text: string): string[] {
  const tokens = splitTokens(text, { start: 0, end: text.length }, rules);
  let from = 0;
  return splitSentences(text, tokens, rules).map((to) => {
    const sentence = text.slice(tokens[from]?.start, tokens[to - 1]?.end);
    from = to;
    return sentence;
  });
}

describe("splitSentences", () => {
  it.each([
    ["He left. She stayed.", 2],
    ["Mr. Abe met Gen. Ito. They talked.", 2],
    ["It was signed on Aug. 30 in Tokyo.", 1],
    ["J.K. Rowling wrote it. J. K. Rowling did.", 2],
    ["He lives in the U.S. The talks go on.", 2],
    ["The U.S. President spoke.", 1],
    ["Toyota Motor Co. said so. Sony Corp. In May it fell.", 3],
    ["It begins at 5 p.m. Monday in Lima.", 1],
    ["Growth was 4.5 percent. Prices rose 2.1.", 2],
    ["“We are ready.” He smiled.", 2],
    ['"We are ready." He smiled.', 2],
    ["“Why now?” Putin asked.", 1],
    ["“Why now?” That is the question.", 2],
    ["He said (it was late.) Then he left.", 2],
    ["Well... perhaps not.", 1],
    ["Wait… Nobody knows.", 2],
    ["The end.The talks go on.", 2],
    ["See example.com for more.", 1],
    ["Putin to visit Japan in December: Kremlin", 1],
    ["MOSCOW, Aug. 30 (AFP) — Putin will visit Japan.", 2],
    ["TOKYO (Kyodo) -- Japan agreed Friday.", 2],
    ["Moscow - the capital - was quiet.", 1],
    ["It was agreed.[17] Later it failed.", 2],
    ["It was agreed. [4] [7] Later it failed.", 2],
    ["It was agreed. 4 The deal later failed.", 2],
    ["He called it “absurd.” [...] The talks failed.", 2],
    ["They left. iPhone sales fell.", 2],
    ["Her father (b. March 1921) was a baker.", 1],
    ["What?! No!", 2],
    ["i know him. he is late.", 2],
    ["About 5 ft. of snow fell.", 1],
    ["No. 5 won. No. It lost.", 3],
  ])("cuts %s", (text, count) => {
    expect(sentences(text)).toHaveLength(count);
  });

  it("keeps closing quotation marks with their sentence", () => {
    expect(sentences("“It works.” (He hopes so.) ‘Fine.’ Good.")).toEqual([
      "“It works.”",
      "(He hopes so.)",
      "‘Fine.’",
      "Good.",
    ]);
  });

  it("breaks at a blank line", () => {
    expect(sentences("A headline\n\nThe text")).toHaveLength(2);
  });

  it("cuts a run without an end", () => {
    const found = sentences("word ".repeat(3 * SENTENCE_LIMIT));
    expect(found.length).toBeGreaterThanOrEqual(3);
  });
});
