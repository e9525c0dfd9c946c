import { agreedFeats } from "./agreement.ts";
import { listBits } from "./gazetteer.ts";
import { featsOf, lemmaOf } from "./lemma.ts";
import type { Language } from "./load.ts";
import { type MendWord, mendBareParticiple, mendGardenPath, mendSubjunctive, mendTitle } from "./mend.ts";
import { findDocumentNames } from "./network/document-names.ts";
import type { WordSight } from "./network/first-layer.ts";
import type { NameRange } from "./network/name-path.ts";
import { readSentences, type SentenceGuess } from "./network/read-sentences.ts";
import { joinFlatNames, lengthenNames, otherNames } from "./other-names.ts";
import { isBarred } from "./tag-bars.ts";

/** What the models say of a word. `head` counts from 0 within the sentence; -1 is the root. */
export interface WordAnalysis {
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly feats: string;
  readonly head: number;
  readonly deprel: string;
}

/** An analysed sentence with its names, as ranges of its words. */
export interface SentenceReading {
  readonly words: readonly WordAnalysis[];
  readonly names: readonly NameRange[];
}

/** Longest stretch that is read as one sentence: arcs cost its square. */
const LONGEST = 250;

/** Cuts an endless sentence into stretches that can be read. */
function stretches<T>(words: readonly T[]): T[][] {
  const count = Math.ceil(words.length / LONGEST);
  return Array.from({ length: count }, (_, k) => words.slice(k * LONGEST, (k + 1) * LONGEST));
}

/** Joins the stretches of one sentence: the roots of the later ones hang on the first. */
function draftWords(
  { network }: Language,
  pieces: readonly (readonly WordSight[])[],
  guesses: readonly SentenceGuess[],
): MendWord[] {
  let root = -1;
  return pieces.flatMap((words, p) => {
    const { tags, heads, labels } = guesses[p] as SentenceGuess;
    const start = p * LONGEST;
    const first = root;
    if (p === 0) root = heads.indexOf(-1);
    return words.map(({ form }, i) => {
      const head = heads[i] as number;
      const deprel = network.labels[labels[i] as number] as string;
      const tag = network.tags[tags[i] as number] as string;
      if (head < 0 && p > 0) return { form, tag, head: first, deprel: "parataxis" };
      return { form, tag, head: head < 0 ? -1 : start + head, deprel };
    });
  });
}

/** Adds lemmas and features, and mends what can be mended with the whole sentence in view. */
function finishWords({ morphology }: Language, drafts: MendWord[]): WordAnalysis[] {
  mendGardenPath(drafts);
  mendBareParticiple(drafts);
  mendTitle(drafts);
  mendSubjunctive(drafts);
  const split = drafts.map((word) => {
    const bar = word.tag.indexOf("|");
    const feats = featsOf(morphology, word.form, word.tag);
    return { ...word, upos: word.tag.slice(0, bar), xpos: word.tag.slice(bar + 1), feats };
  });
  const feats = agreedFeats(split);
  return split.map(({ form, tag, upos, xpos, head, deprel }, i) => {
    const lemma = lemmaOf(morphology, form, tag);
    return { lemma, upos, xpos, feats: feats[i] as string, head, deprel };
  });
}

function finishNames(
  forms: readonly string[],
  lists: Int32Array,
  words: readonly WordAnalysis[],
  found: readonly NameRange[],
): NameRange[] {
  const isProper = (index: number) => (words[index] as WordAnalysis).xpos.startsWith("NNP");
  const relation = (index: number) => (words[index] as WordAnalysis).deprel;
  const sight = { lists, forms, isProper, relation };
  const names = lengthenNames(sight, found);
  const all = [...names, ...otherNames(sight, names)].sort((a, b) => a.from - b.from);
  return joinFlatNames(sight, all);
}

/** Tags, lemmatises and parses the sentences of one document, given as lists of words, and finds their names. */
export function analyseWords(
  sentences: readonly (readonly string[])[],
  language: Language,
): SentenceReading[] {
  const { network, memory, gazetteer, pasts } = language;
  const lists = sentences.map((forms) => listBits(gazetteer, forms));
  const pieces = sentences.map((forms, s) =>
    stretches(forms.map((form, i) => ({ form, lists: (lists[s] as Int32Array)[i] as number }))),
  );
  const flat = pieces.flat();
  const guesses = readSentences(network, memory, flat, (piece, word, tag) =>
    isBarred(flat[piece] as WordSight[], word, { tag: network.tags[tag] as string, pasts }),
  );
  const names = findDocumentNames(
    flat.map((words, piece) => ({
      forms: words.map(({ form }) => form),
      scores: (guesses[piece] as SentenceGuess).names,
    })),
  );
  let next = 0;
  return sentences.map((forms, s) => {
    const own = pieces[s] as WordSight[][];
    const from = next;
    next += own.length;
    const words = finishWords(language, draftWords(language, own, guesses.slice(from, next)));
    const shifted = names
      .slice(from, next)
      .flatMap((ranges, p) =>
        ranges.map(({ from, to, type }) => ({ from: from + p * LONGEST, to: to + p * LONGEST, type })),
      );
    return { words, names: finishNames(forms, lists[s] as Int32Array, words, shifted) };
  });
}
