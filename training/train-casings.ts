import { applyCasing, type Casing, casingKeys, normaliseLemma, usualCasing } from "../src/language/lemma.ts";
import { normaliseForm } from "../src/language/words.ts";
import { type Counts, count, most, total } from "./counts.ts";
import { jointTag, type TreebankSentence } from "./treebank.ts";

/** The casing of a form is learned when it was seen at least so often; that of an ending likewise. */
const FORM_FROM = 2;
const ENDING_FROM = 4;

/** A word of a treebank with its lemma. */
export interface Example {
  readonly form: string;
  readonly tag: string;
  readonly lemma: string;
  readonly slip: boolean;
}

/** The words whose lemmas can be learned from: not the pieces of words that stand apart by mistake. */
export function examplesOf(sentences: readonly TreebankSentence[]): Example[] {
  return sentences.flatMap(({ words }) =>
    words
      .filter((word) => word.lemma !== "_" && word.deprel !== "goeswith" && word.xpos !== "GW")
      .map((word) => ({
        form: word.form,
        tag: jointTag(word),
        lemma: normaliseLemma(word.lemma),
        slip: /(Typo=Yes|CorrectForm)/.test(word.feats + word.misc),
      })),
  );
}

/** The casing under which the form begins as its lemma does; the usual one, where several do. */
function fittingCasing({ form, tag, lemma }: Example): Casing | undefined {
  const casings: readonly Casing[] = [usualCasing(tag), "keep", "lower", "title"];
  const begin = (text: string) => text.slice(0, 2);
  return casings.find((casing) => begin(applyCasing(normaliseForm(form), casing)) === begin(lemma));
}

/** Learns which lemmas keep the capitals of their forms, by form, and by shape and ending. */
export function learnCasings(examples: readonly Example[]): Map<string, Casing> {
  const counts: Counts = new Map();
  for (const example of examples) {
    const casing = fittingCasing(example);
    if (!casing || example.slip || !/\p{L}/u.test(example.form)) continue;
    for (const key of casingKeys(normaliseForm(example.form), example.tag)) count(counts, key, casing);
  }
  const casings = new Map<string, Casing>();
  for (const [key, inner] of counts) {
    if (total(inner) >= (key.includes(" ") ? ENDING_FROM : FORM_FROM))
      casings.set(key, most(inner) as Casing);
  }
  return withoutKnownCasings(casings, examples);
}

/** Drops what the next less close key says too. */
function withoutKnownCasings(
  casings: ReadonlyMap<string, Casing>,
  examples: readonly Example[],
): Map<string, Casing> {
  const kept = new Map<string, Casing>();
  for (const { form, tag } of examples) {
    const keys = casingKeys(normaliseForm(form), tag).filter((key) => casings.has(key));
    keys.forEach((key, k) => {
      const casing = casings.get(key) as Casing;
      const next = casings.get(keys[k + 1] ?? "") ?? usualCasing(tag);
      if (next !== casing) kept.set(key, casing);
    });
  }
  return kept;
}
