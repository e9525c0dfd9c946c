import type { Block } from "../model/article.ts";
import { textSpan } from "../model/span.ts";
import type { Name, Sentence, Token } from "../model/token.ts";
import { analyseWords, type WordAnalysis } from "./analyse.ts";
import { judgeSentences } from "./boundaries.ts";
import { readConllu, writeConllu } from "./conllu.ts";
import type { Language } from "./load.ts";
import { type RawToken, splitTokens } from "./split-tokens.ts";

export { analyseWords, type SentenceReading, type WordAnalysis } from "./analyse.ts";
export { type Language, loadLanguage, type ReadFile } from "./load.ts";

/** What the language layer adds to an article. */
export interface Reading {
  readonly sentences: Sentence[];
  readonly tokens: Token[];
  readonly names: Name[];
}

/** The sentences of a text: for each, its tokens before they are tagged. */
function cutText(text: string, blocks: readonly Block[], language: Language): RawToken[][] {
  return blocks.flatMap((block) => {
    const tokens = splitTokens(text, block, language.rules);
    let from = 0;
    return judgeSentences({ text, tokens }, language.rules, language.boundaries).map((to) => {
      const sentence = tokens.slice(from, to);
      from = to;
      return sentence;
    });
  });
}

/** Adds the tokens of one sentence to the reading. */
function addTokens(
  reading: Reading,
  text: string,
  raw: readonly RawToken[],
  words: readonly WordAnalysis[],
): void {
  const sentence = reading.sentences.length;
  const from = reading.tokens.length;
  raw.forEach(({ start, end }, k) => {
    const { lemma, upos, xpos, feats, head, deprel } = words[k] as WordAnalysis;
    const governor = head < 0 ? -1 : from + head;
    const word = text.slice(start, end);
    reading.tokens.push({
      start,
      end,
      text: word,
      lemma,
      upos,
      xpos,
      feats,
      head: governor,
      deprel,
      sentence,
    });
  });
  const start = (raw[0] as RawToken).start;
  const end = (raw[raw.length - 1] as RawToken).end;
  reading.sentences.push({ start, end, from, to: from + raw.length });
}

/** Finds the sentences, words, parse and names of a text. Sentences never cross blocks. */
export function readLanguage(text: string, blocks: readonly Block[], language: Language): Reading {
  const reading: Reading = { sentences: [], tokens: [], names: [] };
  const pieces = cutText(text, blocks, language);
  const forms = pieces.map((tokens) => tokens.map(({ start, end }) => text.slice(start, end)));
  analyseWords(forms, language).forEach(({ words, names }, s) => {
    const raw = pieces[s] as RawToken[];
    addTokens(reading, text, raw, words);
    for (const { from, to, type } of names) {
      const span = textSpan(text, (raw[from] as RawToken).start, (raw[to - 1] as RawToken).end);
      reading.names.push({ ...span, type });
    }
  });
  return reading;
}

/** Analyses sentences given as lists of words. */
export function parseWords(sentences: readonly (readonly string[])[], language: Language): WordAnalysis[][] {
  return analyseWords(sentences, language).map(({ words }) => [...words]);
}

/** Fills LEMMA, UPOS, XPOS, FEATS, HEAD and DEPREL of a CoNLL-U text, keeping its words and sentences. */
export function parseConllu(text: string, language: Language): string {
  const sentences = readConllu(text);
  const found = parseWords(
    sentences.map(({ words }) => words.map((word) => word.form)),
    language,
  );
  sentences.forEach(({ words }, s) => {
    words.forEach((word, k) => {
      Object.assign(word, found[s]?.[k]);
    });
  });
  return writeConllu(sentences);
}
