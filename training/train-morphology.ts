import {
  type Casing,
  ENDING_LIMIT,
  type LemmaRule,
  lemmaBase,
  lemmaByStem,
  type MorphologyTexts,
} from "../src/language/lemma.ts";
import { normaliseForm } from "../src/language/words.ts";
import { type Counts, count, most, total } from "./counts.ts";
import { type Example, examplesOf, learnCasings } from "./train-casings.ts";
import { jointTag, type TreebankSentence } from "./treebank.ts";

/** An ending makes a rule when it was seen in at least so many different words. */
const RULE_FROM = 2;

/** A slip of typing is learned when it was made at least so often. */
const SLIP_FROM = 2;

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
