import type { Block } from "../../src/model/article.ts";

/** The lines of a text, without those of white space, as its paragraphs. */
export function paragraphs(text: string): Block[] {
  return [...text.matchAll(/[^\n]*\S[^\n]*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: "paragraph",
  }));
}
