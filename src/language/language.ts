import type { Block } from "../model/article.ts";
import { textSpan } from "../model/span.ts";
import type { Name, Sentence, Token } from "../model/token.ts";
import { analyseSentence, type WordAnalysis } from "./analyse.ts";
import { readConllu, writeConllu } from "./conllu.ts";
import { newNameReader } from "./find-names.ts";
import type { Language } from "./load.ts";
import type { NameRange } from "./names.ts";
import { splitSentences } from "./split-sentences.ts";
import { type RawToken, splitTokens } from "./split-tokens.ts";

export type { WordAnalysis } from "./analyse.ts";
export { type Language, loadLanguage, type ReadFile } from "./load.ts";

/** What the language layer adds to an article. */
export interface Reading {
  readonly sentences: Sentence[];
  readonly tokens: Token[];
  readonly names: Name[];
}

/** An analysed sentence with its names, as ranges of its words. */
export interface SentenceReading {
  readonly words: readonly WordAnalysis[];
  readonly names: readonly NameRange[];
}

/** Analyses the sentences of one document, given as lists of words. */
export function analyseWords(
  sentences: readonly (readonly string[])[],
  language: Language,
): SentenceReading[] {
  const reader = newNameReader(language.names);
  return sentences.map((forms) => {
    const { rows, words } = analyseSentence(language, forms);
    const isProper = (index: number) => (words[index] as WordAnalysis).xpos.startsWith("NNP");
    return { words, names: reader.read(rows, forms, isProper) };
  });
}

/** The sentences of a text: for each, its tokens before they are tagged. */
function cutText(text: string, blocks: readonly Block[], language: Language): RawToken[][] {
  return blocks.flatMap((block) => {
    const tokens = splitTokens(text, block, language.rules);
    let from = 0;
    return splitSentences(text, tokens, language.rules).map((to) => {
      const sentence = tokens.slice(from, to);
      from = to;
      return sentence;
    });
  });
}

/** Finds the sentences, words, parse and names of a text. Sentences never cross blocks. */
export function readLanguage(text: string, blocks: readonly Block[], language: Language): Reading {
  const reading: Reading = { sentences: [], tokens: [], names: [] };
  const pieces = cutText(text, blocks, language);
  const forms = pieces.map((tokens) => tokens.map(({ start, end }) => text.slice(start, end)));
  analyseWords(forms, language).forEach(({ words, names }, s) => {
    const tokens = pieces[s] as RawToken[];
    const base = reading.tokens.length;
    words.forEach((word, k) => {
      const { start, end } = tokens[k] as RawToken;
      const head = word.head < 0 ? -1 : base + word.head;
      reading.tokens.push({ ...textSpan(text, start, end), ...word, head, sentence: s });
    });
    const startOf = (k: number) => (tokens[k] as RawToken).start;
    const endOf = (k: number) => (tokens[k] as RawToken).end;
    for (const { from, to, type } of names) {
      reading.names.push({ ...textSpan(text, startOf(from), endOf(to - 1)), type });
    }
    reading.sentences.push({
      start: startOf(0),
      end: endOf(tokens.length - 1),
      from: base,
      to: base + tokens.length,
    });
  });
  return reading;
}

/** Analyses sentences given as lists of words. */
export function parseWords(sentences: readonly (readonly string[])[], language: Language): WordAnalysis[][] {
  return sentences.map((forms) => [...analyseSentence(language, forms).words]);
}

/** Fills LEMMA, UPOS, XPOS, FEATS, HEAD and DEPREL of a CoNLL-U text, keeping its words and sentences. */
export function parseConllu(text: string, language: Language): string {
  const sentences = readConllu(text);
  for (const { words } of sentences) {
    const forms = words.map((word) => word.form);
    const { words: found } = analyseSentence(language, forms);
    words.forEach((word, k) => {
      Object.assign(word, found[k]);
    });
  }
  return writeConllu(sentences);
}
