import { normaliseForm } from "./words.ts";

/** Longest ending that a lemma rule looks at. */
export const ENDING_LIMIT = 4;

/** How a lemma is made from a form: `cut` characters off the end, then `add`. */
export interface LemmaRule {
  readonly cut: number;
  readonly add: string;
}

/** Lemmas and features of words: exceptions by word and tag, then rules by ending and tag. */
export interface Morphology {
  /** Key: "base|UPOS|XPOS", see `lemmaBase`. */
  readonly lemmas: ReadonlyMap<string, string>;
  /** Key: "ending|UPOS|XPOS". */
  readonly rules: ReadonlyMap<string, LemmaRule>;
  /** Key: "form|UPOS|XPOS", or "|UPOS|XPOS" for all other words of the tag. */
  readonly feats: ReadonlyMap<string, string>;
}

const DASH = /^[\u2010-\u2015]+$/;

/** The form that lemma rules start from: names keep their capitals, all else is lower-cased. */
export function lemmaBase(form: string, xpos: string): string {
  if (DASH.test(form)) return form;
  const normal = normaliseForm(form);
  return xpos.startsWith("NNP") ? normal : normal.toLowerCase();
}

/** The rule of the longest ending known for the tag, applied. */
export function lemmaByRule(rules: ReadonlyMap<string, LemmaRule>, base: string, tag: string): string {
  const lower = base.toLowerCase();
  for (let length = Math.min(ENDING_LIMIT, lower.length); length >= 0; length--) {
    const rule = rules.get(`${lower.slice(lower.length - length)}|${tag}`);
    if (rule && rule.cut < base.length) return base.slice(0, base.length - rule.cut) + rule.add;
  }
  return base;
}

/** The lemma of a form with the joint tag "UPOS|XPOS". */
export function lemmaOf(morphology: Morphology, form: string, tag: string): string {
  const base = lemmaBase(form, tag.slice(tag.indexOf("|") + 1));
  return morphology.lemmas.get(`${base}|${tag}`) ?? lemmaByRule(morphology.rules, base, tag);
}

/** The morphological features of a form with the joint tag. */
export function featsOf(morphology: Morphology, form: string, tag: string): string {
  const { feats } = morphology;
  const lower = normaliseForm(form).toLowerCase();
  return feats.get(`${lower}|${tag}`) ?? feats.get(`|${tag}`) ?? "_";
}

/** Reads the three tables of a morphology: lines of tab-separated cells. */
export function readMorphology(texts: { lemmas: string; rules: string; feats: string }): Morphology {
  const rows = (text: string) => (text === "" ? [] : text.split("\n").map((line) => line.split("\t")));
  return {
    lemmas: new Map(rows(texts.lemmas).map(([key, lemma]) => [key as string, lemma as string])),
    rules: new Map(
      rows(texts.rules).map(([key, cut, add]) => [key as string, { cut: Number(cut), add: add ?? "" }]),
    ),
    feats: new Map(rows(texts.feats).map(([key, feats]) => [key as string, feats as string])),
  };
}
