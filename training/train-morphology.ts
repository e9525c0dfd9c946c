import {
  applyCasing,
  type Casing,
  casingKeys,
  ENDING_LIMIT,
  type LemmaRule,
  lemmaBase,
  lemmaByStem,
  type MorphologyTexts,
  normaliseLemma,
  usualCasing,
} from "../src/language/lemma.ts";
import { normaliseForm } from "../src/language/words.ts";
import { jointTag, type TreebankSentence } from "./treebank.ts";

/** An ending makes a rule when it was seen in at least so many different words. */
const RULE_FROM = 2;

/** A casing is learned when it was seen at least so often; a slip of typing likewise. */
const CASING_FROM = 2;
const CASING_ENDING_FROM = 4;
const SLIP_FROM = 2;

type Counts = Map<string, Map<string, number>>;

function count(counts: Counts, key: string, value: string): void {
  const inner = counts.get(key) ?? new Map<string, number>();
  counts.set(key, inner);
  inner.set(value, (inner.get(value) ?? 0) + 1);
}

function most(counts: ReadonlyMap<string, number>): string {
  let best = "";
  let times = -1;
  for (const [value, n] of counts) {
    if (n > times || (n === times && value < best)) {
      best = value;
      times = n;
    }
  }
  return best;
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((a, b) => a + b, 0);
}

/** The edit from base to lemma as "cut<TAB>add". */
function editOf(base: string, lemma: string): string {
  let same = 0;
  while (same < base.length && same < lemma.length && base[same] === lemma[same]) same++;
  return `${base.length - same}\t${lemma.slice(same)}`;
}

interface Lexeme {
  readonly base: string;
  readonly tag: string;
  readonly lemma: string;
  /** Whether it is only ever a slip of typing: known then, but nothing is concluded from its spelling. */
  readonly slip: boolean;
}

interface Example {
  readonly form: string;
  readonly tag: string;
  readonly lemma: string;
  readonly slip: boolean;
}

function examplesOf(sentences: readonly TreebankSentence[]): Example[] {
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

function learnCasings(examples: readonly Example[]): Map<string, Casing> {
  const counts: Counts = new Map();
  for (const example of examples) {
    const casing = fittingCasing(example);
    if (!casing || example.slip || !/\p{L}/u.test(example.form)) continue;
    for (const key of casingKeys(normaliseForm(example.form), example.tag)) count(counts, key, casing);
  }
  const casings = new Map<string, Casing>();
  for (const [key, inner] of counts) {
    if (total(inner) >= (key.includes(" ") ? CASING_ENDING_FROM : CASING_FROM))
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

function lexemesOf(examples: readonly Example[], casings: ReadonlyMap<string, Casing>): Lexeme[] {
  const counts: Counts = new Map();
  const found = new Map<string, Omit<Lexeme, "lemma">>();
  for (const { form, tag, lemma, slip } of examples) {
    const base = lemmaBase(casings, form, tag);
    const key = `${base}|${tag}`;
    found.set(key, { base, tag, slip: slip && (found.get(key)?.slip ?? true) });
    count(counts, key, lemma);
  }
  return [...counts]
    .filter(([key, lemmas]) => !found.get(key)?.slip || total(lemmas) >= SLIP_FROM)
    .map(([key, lemmas]) => ({ ...(found.get(key) as Lexeme), lemma: most(lemmas) }));
}

function learnRules(lexemes: readonly Lexeme[]): Map<string, LemmaRule> {
  const edits: Counts = new Map();
  for (const { base, tag, lemma, slip } of lexemes) {
    if (slip) continue;
    const lower = base.toLowerCase();
    for (let length = 0; length <= Math.min(ENDING_LIMIT, lower.length); length++) {
      count(edits, `${lower.slice(lower.length - length)}|${tag}`, editOf(base, lemma));
    }
  }
  const rules = new Map<string, LemmaRule>();
  for (const [key, inner] of edits) {
    const ending = key.slice(0, key.indexOf("|", 1));
    if (ending !== "" && total(inner) < RULE_FROM) continue;
    const [cut, add] = most(inner).split("\t");
    rules.set(key, { cut: Number(cut), add: add ?? "" });
  }
  return withoutRepeats(rules);
}

/** Drops a rule that says what the rule of the next shorter ending says. */
function withoutRepeats(rules: ReadonlyMap<string, LemmaRule>): Map<string, LemmaRule> {
  const kept = new Map<string, LemmaRule>();
  for (const [key, rule] of rules) {
    let shorter = key.startsWith("|") ? undefined : rules.get(key.slice(1));
    for (let cut = 2; !shorter && cut <= ENDING_LIMIT && key[cut - 1] !== "|"; cut++) {
      shorter = rules.get(key.slice(cut));
    }
    if (shorter && shorter.cut === rule.cut && shorter.add === rule.add) continue;
    kept.set(key, rule);
  }
  return kept;
}

function learnFeats(sentences: readonly TreebankSentence[]): [string, string][] {
  const byTag: Counts = new Map();
  const byWord: Counts = new Map();
  for (const { words } of sentences) {
    for (const word of words) {
      const tag = jointTag(word);
      count(byTag, `|${tag}`, word.feats);
      count(byWord, `${normaliseForm(word.form).toLowerCase()}|${tag}`, word.feats);
    }
  }
  const rows: [string, string][] = [...byTag].map(([key, counts]) => [key, most(counts)]);
  const general = new Map(rows);
  for (const [key, counts] of byWord) {
    const tag = key.slice(key.indexOf("|", 1));
    const best = most(counts);
    if (best !== general.get(tag) && (total(counts) > 1 || !best.includes("Typo"))) rows.push([key, best]);
  }
  return rows;
}

/** The lemmas that inflected forms are traced back to. */
function knownWords(lexemes: readonly Lexeme[]): string[] {
  const known = lexemes.filter(({ tag, slip }) => !slip && /^(?:VERB\|VB|NOUN\|NN|ADJ\|JJ)/.test(tag));
  return known.map(({ lemma, tag }) => `${lemma}|${tag.slice(0, tag.indexOf("|"))}`);
}

/** Learns lemmas and features; gives the texts that `readMorphology` reads. */
export function trainMorphology(sentences: readonly TreebankSentence[]): MorphologyTexts {
  const examples = examplesOf(sentences);
  const casings = learnCasings(examples);
  const lexemes = lexemesOf(examples, casings);
  const rules = learnRules(lexemes);
  const words = new Set(knownWords(lexemes));
  const exceptions = new Map<string, string>();
  for (const { base, tag, lemma } of lexemes) {
    if (lemmaByStem({ rules, words }, base, tag) !== lemma) exceptions.set(`${base}|${tag}`, lemma);
  }
  const text = (rows: Iterable<readonly string[]>) =>
    [...rows]
      .map((row) => row.join("\t"))
      .sort()
      .join("\n");
  return {
    casings: text(casings),
    lemmas: text(exceptions),
    words: text([...words].map((word) => [word])),
    rules: text([...rules].map(([key, { cut, add }]) => [key, String(cut), add])),
    feats: text(learnFeats(sentences)),
  };
}
