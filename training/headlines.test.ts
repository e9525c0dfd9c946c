import { describe, expect, it } from "vitest";
import { withHeadlines } from "./headlines.ts";
import { ownSentences } from "./treebank.ts";

describe("withHeadlines", () => {
  const own = ownSentences();
  const added = withHeadlines(own).slice(own.length);

  it("adds sentences in title case and in capitals", () => {
    const forms = added.map(({ words }) => words.map(({ form }) => form).join(" "));
    expect(forms.some((text) => text === text.toUpperCase())).toBe(true);
    expect(forms.some((text) => /^\p{Lu}\p{Ll}/u.test(text))).toBe(true);
  });

  it("keeps each a tree without its full stop", () => {
    for (const { words } of added) {
      expect(words.at(-1)?.form).not.toBe(".");
      for (const { head } of words) expect(head).toBeLessThan(words.length);
    }
  });
});
