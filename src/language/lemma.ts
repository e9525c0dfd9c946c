import { normaliseForm } from "./words.ts";

/** Longest ending that a lemma rule looks at. */
export const ENDING_LIMIT = 6;

/** How a lemma is made from a form: `cut` characters off the end, then `add`. */
export interface LemmaRule {
  readonly cut: number;
  readonly add: string;
}

/** How a lemma is capitalised: as the form, in small letters, or with one capital. */
export type Casing = "keep" | "lower" | "title";

/** Lemmas and features of words: exceptions by word and tag, then rules by ending and tag. */
export interface Morphology {
  /** Key: "form|UPOS|XPOS", or "ending shape|UPOS|XPOS", see `letterShape`. */
  readonly casings: ReadonlyMap<string, Casing>;
  /** Key: "base|UPOS|XPOS", see `lemmaBase`. */
  readonly lemmas: ReadonlyMap<string, string>;
  /** Key: "ending|UPOS|XPOS". */
  readonly rules: ReadonlyMap<string, LemmaRule>;
  /** Verbs, nouns and adjectives as they are found in a dictionary: "lemma|UPOS". */
  readonly words: ReadonlySet<string>;
  /** Key: "form|UPOS|XPOS", or "|UPOS|XPOS" for all other words of the tag. */
  readonly feats: ReadonlyMap<string, string>;
}

/** A number with its thousands apart. */
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const DECIMAL = /^\d*\.\d+$/;
/** Dashes and ellipses, whose lemmas tell how they were typed. */
const AS_TYPED = /^(?:[\u2010-\u2015]+|…)$/;

/** The capitals of a form: none, one alone, the first, all (with their number: acronyms are short), or mixed. */
export function letterShape(form: string): string {
  if (form === form.toLowerCase()) return "none";
  if (form.length === 1) return "one";
  if (/[\d.]/.test(form)) return "mixed";
  if (form === form.toUpperCase()) return `all${Math.min(form.length, 7)}`;
  return form.slice(1) === form.slice(1).toLowerCase() ? "first" : "mixed";
}

/** The form with the capitals of a lemma. */
export function applyCasing(form: string, casing: Casing): string {
  if (casing === "keep") return form;
  const lower = form.toLowerCase();
  return casing === "lower" ? lower : lower.charAt(0).toUpperCase() + lower.slice(1);
}

/** The casing of lemmas of which nothing is known. */
export function usualCasing(tag: string): Casing {
  return tag.includes("|NNP") ? "keep" : "lower";
}

/** The keys under which a casing may be known, the closest first. */
export function casingKeys(form: string, tag: string): string[] {
  const shape = letterShape(form);
  // An ending says when a capital is kept, not when a small letter ought to have been one.
  if (shape === "none") return [`${form}|${tag}`];
  const lower = form.toLowerCase();
  const endings = [3, 2, 0].filter((length) => length < lower.length);
  return [
    `${form}|${tag}`,
    ...endings.map((length) => `${lower.slice(lower.length - length)} ${shape}|${tag}`),
  ];
}

/** Spells as treebanks do, but for marks whose lemmas tell how they were typed. */
export function normaliseLemma(form: string): string {
  return AS_TYPED.test(form) ? form : normaliseForm(form);
}

/** The form that lemma rules start from: most names keep their capitals, most other words do not. */
export function lemmaBase(casings: ReadonlyMap<string, Casing>, form: string, tag: string): string {
  const normal = normaliseLemma(form);
  if (!/\p{L}/u.test(normal)) return normal;
  const known = casingKeys(normal, tag).find((key) => casings.has(key));
  return applyCasing(normal, casings.get(known ?? "") ?? usualCasing(tag));
}

/** The rule of the longest ending known for the tag, applied. */
function lemmaByRule(rules: ReadonlyMap<string, LemmaRule>, base: string, tag: string): string {
  const lower = base.toLowerCase();
  for (let length = Math.min(ENDING_LIMIT, lower.length); length >= 0; length--) {
    const rule = rules.get(`${lower.slice(lower.length - length)}|${tag}`);
    if (rule && rule.cut < base.length) return base.slice(0, base.length - rule.cut) + rule.add;
  }
  return base;
}

/** Endings of inflected forms, by tag. */
const ENDINGS: readonly (readonly [RegExp, RegExp])[] = [
  [/^VB[GDN]$/, /(?:ing|ed)$/],
  [/^JJ[RS]$/, /(?:er|est)$/],
];

/** What an inflected form may be made from: "mopp", "moppe", "mop" for "mopping". Regular English spelling. */
function stemsOf(base: string, xpos: string): string[] {
  if (xpos === "NNS" || xpos === "VBZ") {
    if (!base.endsWith("s")) return [];
    const stem = base.slice(0, -1);
    if (base.endsWith("ies")) return [`${base.slice(0, -3)}y`, stem];
    return /(?:[osxz]|[cs]h)es$/.test(base) ? [stem.slice(0, -1), stem] : [stem];
  }
  const ending = ENDINGS.find(([tags]) => tags.test(xpos))?.[1].exec(base);
  if (!ending) return [];
  const stem = base.slice(0, ending.index);
  const single = /([b-df-hj-np-tvz])\1$/.test(stem) ? [stem.slice(0, -1)] : [];
  return [`${stem}e`, stem, ...single, ...(stem.endsWith("i") ? [`${stem.slice(0, -1)}y`] : [])];
}

/** The lemma that the rules give, or, where that is no known word, a known word that fits. */
export function lemmaByStem(
  { rules, words }: Pick<Morphology, "rules" | "words">,
  base: string,
  tag: string,
): string {
  const lemma = lemmaByRule(rules, base, tag);
  const [upos, xpos] = tag.split("|") as [string, string];
  const stems = stemsOf(base, xpos);
  if (stems.length === 0 || words.has(`${lemma}|${upos}`)) return lemma;
  return stems.find((stem) => words.has(`${stem}|${upos}`)) ?? lemma;
}

/** The lemma of a form with the joint tag "UPOS|XPOS". */
export function lemmaOf(morphology: Morphology, form: string, tag: string): string {
  if (GROUPED.test(form)) return form.replaceAll(",", "");
  const base = lemmaBase(morphology.casings, form, tag);
  return morphology.lemmas.get(`${base}|${tag}`) ?? lemmaByStem(morphology, base, tag);
}

/** The morphological features of a form with the joint tag. */
export function featsOf(morphology: Morphology, form: string, tag: string): string {
  const { feats } = morphology;
  if (tag === "NUM|CD" && DECIMAL.test(form)) return "NumForm=Digit|NumType=Frac";
  const lower = normaliseForm(form).toLowerCase();
  return feats.get(`${lower}|${tag}`) ?? feats.get(`|${tag}`) ?? "_";
}

/** The tables of a morphology as texts: lines of tab-separated cells. */
export interface MorphologyTexts {
  readonly casings: string;
  readonly lemmas: string;
  readonly words: string;
  readonly rules: string;
  readonly feats: string;
}

/** Reads the tables of a morphology. */
export function readMorphology(texts: MorphologyTexts): Morphology {
  const rows = (text: string) => (text === "" ? [] : text.split("\n").map((line) => line.split("\t")));
  return {
    casings: new Map(rows(texts.casings).map(([key, casing]) => [key as string, casing as Casing])),
    lemmas: new Map(rows(texts.lemmas).map(([key, lemma]) => [key as string, lemma as string])),
    words: new Set(texts.words.split("\n")),
    rules: new Map(
      rows(texts.rules).map(([key, cut, add]) => [key as string, { cut: Number(cut), add: add ?? "" }]),
    ),
    feats: new Map(rows(texts.feats).map(([key, feats]) => [key as string, feats as string])),
  };
}
