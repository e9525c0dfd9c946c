import type { Block } from "../model/article.ts";
import type { Token } from "../model/token.ts";
import { type ConlluWord, writeConllu } from "./conllu.ts";
import { readLanguage } from "./language.ts";
import type { Language } from "./load.ts";

/** Finds sentences and words in plain text, and parses them; empty lines part paragraphs. */
export function parseText(text: string, language: Language): string {
  const { sentences, tokens } = readLanguage(text, paragraphs(text), language);
  return writeConllu(
    sentences.map((sentence) => ({
      comments: [`# text = ${text.slice(sentence.start, sentence.end).replace(/\s+/gu, " ")}`],
      words: tokens.slice(sentence.from, sentence.to).map((token, index) => {
        const next = tokens[sentence.from + index + 1];
        const misc = next?.start === token.end ? "SpaceAfter=No" : "_";
        return toWord(token, sentence.from, misc);
      }),
      others: [],
    })),
  );
}

function paragraphs(text: string): Block[] {
  const found = text.matchAll(/\S(?:(?!\r?\n[^\S\n]*\r?\n)[\s\S])*/gu);
  return [...found].map(({ 0: words, index }) => ({
    kind: "paragraph",
    start: index,
    end: index + words.trimEnd().length,
  }));
}

function toWord(token: Token, from: number, misc: string): ConlluWord {
  const { text: form, lemma, upos, xpos, feats, deprel } = token;
  const head = token.head < 0 ? -1 : token.head - from;
  return { form, lemma, upos, xpos, feats, deprel, misc, head };
}
