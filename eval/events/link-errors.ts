import { overlaps, type Span } from "../../src/model/span.ts";
import type { Token } from "../../src/model/token.ts";
import { type GoldMention, isFound, isGold, type JudgedDocument } from "./links.ts";
import { errorsByKind, inContext } from "./measured.ts";

/** Missed verbs by construction, missed nouns and others by lemma, and what is no marked event, by lemma. */
export function linkErrors(judged: readonly JudgedDocument[], limit: number): string[] {
  const errors = judged.flatMap((document) => {
    const { analysis, gold } = document;
    const found = document.found.get("events with cues") ?? [];
    const at = (span: Span) => inContext(analysis.article.text, span);
    const missed = gold.filter((each) => !isFound(each, found));
    const surplus = found.filter((span) => !isGold(span, gold));
    return [
      ...missed.map((each) => ({ kind: missedKind(each, analysis.tokens), example: at(each) })),
      ...surplus.map((span) => ({
        kind: `not marked: ${lemmaAt(span, analysis.tokens)}`,
        example: at(span),
      })),
    ];
  });
  return errorsByKind(errors, limit);
}

function missedKind({ pieces }: GoldMention, tokens: readonly Token[]): string {
  const words = tokens.filter((token) => pieces.some((piece) => overlaps(piece, token)));
  const word = words.find(({ upos }) => upos === "VERB") ?? words.at(-1);
  if (word?.upos === "VERB") return `missed verb as ${word.deprel}: ${word.lemma.toLowerCase()}`;
  return `missed ${word?.upos ?? "piece of a word"}: ${word?.lemma.toLowerCase() ?? ""}`;
}

function lemmaAt(span: Span, tokens: readonly Token[]): string {
  const word = tokens.find((token) => overlaps(span, token));
  return `${word?.upos} ${word?.lemma.toLowerCase()}`;
}
