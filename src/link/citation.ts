import type { Article } from "../model/article.ts";
import type { Analysis } from "../model/layers.ts";
import type { Citation } from "../model/link.ts";
import type { Span } from "../model/span.ts";
import { sentenceOf } from "./sentence.ts";

/** Enough to find the words again when they stand twice (as W3C Web Annotation's TextQuoteSelector does). */
const CONTEXT_LENGTH = 32;

/** The words of a span with what stands before and after them. */
export function cite(article: Article, span: Span): Citation {
  const { text } = article;
  return {
    article: article.id,
    start: span.start,
    end: span.end,
    text: text.slice(span.start, span.end),
    prefix: text.slice(Math.max(0, span.start - CONTEXT_LENGTH), span.start),
    suffix: text.slice(span.end, span.end + CONTEXT_LENGTH),
  };
}

/** The same, with the sentence in which the words stand where it says more than they do. */
export function citeInSentence(
  { article, sentences }: Pick<Analysis, "article" | "sentences">,
  span: Span,
): Citation {
  const sentence = sentences[sentenceOf(sentences, span)];
  if (!sentence || (sentence.start === span.start && sentence.end <= span.end)) return cite(article, span);
  const { start, end } = sentence;
  return { ...cite(article, span), sentence: { start, end: Math.max(end, span.end) } };
}
