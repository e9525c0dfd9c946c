import type { Block } from "../model/article.ts";
import type { Name, Sentence, Token } from "../model/token.ts";
import { analyseSentence, type WordAnalysis } from "./analyse.ts";
import { readConllu, writeConllu } from "./conllu.ts";
import type { Language } from "./load.ts";
import { splitSentences } from "./split-sentences.ts";
import { splitTokens } from "./split-tokens.ts";

export type { WordAnalysis } from "./analyse.ts";
export { type Language, loadLanguage, type ReadFile } from "./load.ts";

/** What the language layer adds to an article. */
export interface Reading {
  readonly sentences: Sentence[];
  readonly tokens: Token[];
  readonly names: Name[];
}

/** Reads the sentences of one block onto the end of `into`. */
function readBlock(text: string, block: Block, into: Reading, language: Language): void {
  const raw = splitTokens(text, block, language.rules);
  let from = 0;
  for (const to of splitSentences(text, raw, language.rules)) {
    const pieces = raw.slice(from, to);
    const base = into.tokens.length;
    const forms = pieces.map((piece) => text.slice(piece.start, piece.end));
    const { words } = analyseSentence(language, forms);
    words.forEach((word, k) => {
      const { start, end } = pieces[k] as { start: number; end: number };
      const head = word.head < 0 ? -1 : base + word.head;
      into.tokens.push({
        start,
        end,
        text: forms[k] as string,
        ...word,
        head,
        sentence: into.sentences.length,
      });
    });
    const start = (pieces[0] as { start: number }).start;
    const end = (pieces[pieces.length - 1] as { end: number }).end;
    into.sentences.push({ start, end, from: base, to: base + pieces.length });
    from = to;
  }
}

/** Finds the sentences, words, parse and names of a text. Sentences never cross blocks. */
export function readLanguage(text: string, blocks: readonly Block[], language: Language): Reading {
  const reading: Reading = { sentences: [], tokens: [], names: [] };
  for (const block of blocks) readBlock(text, block, reading, language);
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
