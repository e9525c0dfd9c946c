import { ENDING_LIMIT, type LemmaRule, lemmaBase, lemmaByRule } from "../src/language/lemma.ts";
import { normaliseForm } from "../src/language/words.ts";
import { jointTag, type TreebankSentence } from "./treebank.ts";

/** An ending makes a rule when it was seen in at least so many different words. */
const RULE_FROM = 2;

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
}

function lexemesOf(sentences: readonly TreebankSentence[]): Lexeme[] {
  const counts: Counts = new Map();
  const bases = new Map<string, { base: string; tag: string }>();
  for (const { words } of sentences) {
    for (const word of words) {
      if (
        word.lemma === "_" ||
        word.deprel === "goeswith" ||
        /(Typo=Yes|CorrectForm)/.test(word.feats + word.misc)
      ) {
        continue;
      }
      const tag = jointTag(word);
      const base = lemmaBase(word.form, word.xpos);
      bases.set(`${base}|${tag}`, { base, tag });
      count(counts, `${base}|${tag}`, lemmaBase(word.lemma, "NNP"));
    }
  }
  return [...counts].map(([key, lemmas]) => ({
    ...(bases.get(key) as { base: string; tag: string }),
    lemma: most(lemmas),
  }));
}

function learnRules(lexemes: readonly Lexeme[]): Map<string, LemmaRule> {
  const edits: Counts = new Map();
  for (const { base, tag, lemma } of lexemes) {
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

/** Learns lemmas and features; gives the texts that `readMorphology` reads. */
export function trainMorphology(sentences: readonly TreebankSentence[]): {
  lemmas: string;
  rules: string;
  feats: string;
} {
  const lexemes = lexemesOf(sentences);
  const rules = learnRules(lexemes);
  const exceptions = new Map<string, string>();
  for (const { base, tag, lemma } of lexemes) {
    if (lemmaByRule(rules, base, tag) !== lemma) exceptions.set(`${base}|${tag}`, lemma);
  }
  const text = (rows: Iterable<readonly string[]>) =>
    [...rows]
      .map((row) => row.join("\t"))
      .sort()
      .join("\n");
  return {
    lemmas: text(exceptions),
    rules: text([...rules].map(([key, { cut, add }]) => [key, String(cut), add])),
    feats: text(learnFeats(sentences)),
  };
}
