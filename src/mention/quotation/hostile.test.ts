import { expect, test } from "vitest";
import type { Article } from "../../model/article.ts";
import type { Token } from "../../model/token.ts";
import { findQuotations } from "../quotation.ts";
import { findQuotedSpans } from "./marks.ts";
import { tables } from "./reading.test-data.ts";

/** Milliseconds that are far more than a linear reader needs, and far less than a quadratic one. */
const PATIENCE = 8000;

/** The sentence over and over, with a parse in which "said" is its root and all else its subject. */
function reading(sentence: string, count: number) {
  const text = sentence.repeat(count);
  const tokens: Token[] = [];
  const sentences = Array.from({ length: count }, (_, i) => {
    const [base, from] = [i * sentence.length, tokens.length];
    for (const match of sentence.matchAll(/[\p{L}]+|[^\s\p{L}]/gu)) {
      const [start, word] = [base + match.index, match[0]];
      const said = word === "said";
      const upos = said ? "VERB" : /\p{L}/u.test(word) ? "PRON" : "PUNCT";
      const deprel = said ? "root" : upos === "PUNCT" ? "punct" : "nsubj";
      tokens.push({
        ...{ start, end: start + word.length, text: word, lemma: said ? "say" : word.toLowerCase(), upos },
        ...{ xpos: said ? "VBD" : "PRP", feats: "_", head: said ? -1 : from, deprel, sentence: i },
      });
    }
    return { start: base, end: base + sentence.trimEnd().length, from, to: tokens.length };
  });
  const article: Article = {
    ...{ id: "a", authors: [], published: { value: null, basis: "unknown" }, language: "en", text },
    ...{ blocks: [{ kind: "paragraph", start: 0, end: text.length }], dropped: [] },
  };
  return { article, sentences, tokens, entities: [] };
}

test.each(["“We left it.” ", "“We left,” he said. "])(
  "time grows with the text and no faster: %s",
  (sentence) => {
    const input = reading(sentence, 3_000);
    const begun = performance.now();
    expect(findQuotations(input, tables).length).toBeGreaterThan(0);
    expect(performance.now() - begun).toBeLessThan(PATIENCE);
  },
  60_000,
);

test.each(["“a ", '"a ', '“a” "b ', "‘a ", "''a "])("marks that nobody closes: %s", (piece) => {
  const text = piece.repeat(100_000);
  const begun = performance.now();
  findQuotedSpans(text, [{ kind: "paragraph", start: 0, end: text.length }]);
  expect(performance.now() - begun).toBeLessThan(PATIENCE);
});
