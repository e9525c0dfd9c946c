import { type Language, parseWords, type WordAnalysis } from "../src/language/language.ts";
import type { TreebankSentence } from "./treebank.ts";

/** Right, found and wanted counts; F1 is their harmonic mean. */
export interface Counts {
  readonly right: number;
  readonly found: number;
  readonly wanted: number;
}

/** F1 in per cent. */
export function f1({ right, found, wanted }: Counts): number {
  return found + wanted === 0 ? 0 : (200 * right) / (found + wanted);
}

/** Figures on gold words, in per cent of the words. */
export interface GoldWordFigures {
  readonly upos: number;
  readonly xpos: number;
  readonly feats: number;
  readonly lemma: number;
  /** Head right, of the words that are not punctuation. */
  readonly uas: number;
  /** Head and relation in full (`nsubj:pass`) right, of the words that are not punctuation. */
  readonly las: number;
  /** The same, with subtypes of relations ignored. */
  readonly lasUniversal: number;
  /** Subtypes ignored, of all words, as in the CoNLL 2018 shared task. */
  readonly lasAllWords: number;
}

/** The relation without its subtype: `nsubj` for `nsubj:pass`. */
export function universalRelation(deprel: string): string {
  return deprel.split(":", 1)[0] as string;
}

/** Measures tags, lemmas and trees on the words of a treebank. */
export function measureGoldWords(
  sentences: readonly TreebankSentence[],
  language: Language,
): GoldWordFigures {
  const forms = sentences.map(({ words }) => words.map((word) => word.form));
  return scoreGoldWords(sentences, parseWords(forms, language));
}

/** The same for words that have been parsed already. */
export function scoreGoldWords(
  sentences: readonly TreebankSentence[],
  parsed: readonly (readonly WordAnalysis[])[],
): GoldWordFigures {
  const right = { upos: 0, xpos: 0, feats: 0, lemma: 0, uas: 0, las: 0, lasUniversal: 0, lasAllWords: 0 };
  let all = 0;
  let arcs = 0;
  sentences.forEach(({ words }, s) => {
    words.forEach((gold, i) => {
      const ours = parsed[s]?.[i] as WordAnalysis;
      all++;
      for (const key of ["upos", "xpos", "feats"] as const) if (ours[key] === gold[key]) right[key]++;
      if (ours.lemma === gold.lemma || gold.lemma === "_") right.lemma++;
      const sameHead = ours.head === gold.head;
      const universal = sameHead && universalRelation(ours.deprel) === universalRelation(gold.deprel);
      if (universal) right.lasAllWords++;
      if (gold.upos === "PUNCT") return;
      arcs++;
      if (sameHead) right.uas++;
      if (universal) right.lasUniversal++;
      if (sameHead && ours.deprel === gold.deprel) right.las++;
    });
  });
  const share = (n: number, of: number) => (100 * n) / of;
  return {
    upos: share(right.upos, all),
    xpos: share(right.xpos, all),
    feats: share(right.feats, all),
    lemma: share(right.lemma, all),
    uas: share(right.uas, arcs),
    las: share(right.las, arcs),
    lasUniversal: share(right.lasUniversal, arcs),
    lasAllWords: share(right.lasAllWords, all),
  };
}
