import type { Article } from "../src/model/article.ts";

/** A text of a gold set as an article: nothing is cleaned away, so that offsets hold. `published` may have an hour. */
export function plainArticle(given: { id: string; published: string; text: string }): Article {
  const { id, published, text } = given;
  return {
    id,
    authors: [],
    published: { value: published.slice(0, 10), basis: "given" },
    language: "en",
    text,
    blocks: paragraphs(text),
    dropped: [],
  };
}

function paragraphs(text: string): Article["blocks"] {
  return [...text.matchAll(/\S[^\n]*(?:\n(?!\s*\n)[^\n]*)*/g)].map((match) => ({
    kind: "paragraph" as const,
    start: match.index,
    end: match.index + match[0].length,
  }));
}
