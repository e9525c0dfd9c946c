import { ancestors, childrenOf, dependents, relation, subtree, type Tree, tokenAt } from "../tree.ts";
import type { Phrase, Region } from "./draft.ts";

/** Relations by which words belong to the name or description of somebody. */
const NAMING = new Set([
  "det",
  "compound",
  "flat",
  "amod",
  "nmod",
  "nummod",
  "appos",
  "fixed",
  "conj",
  "cc",
  "advmod",
  "acl",
  "punct",
  "goeswith",
]);

/** Nouns and pronouns, and what stands in their place ("the accused", "Others"). */
const NOMINAL = new Set(["NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "SYM", "X"]);

export function isNominal(tree: Tree, index: number): boolean {
  return NOMINAL.has(tokenAt(tree, index).upos);
}

function belongs(tree: Tree, child: number): boolean {
  const { deprel, lemma } = tokenAt(tree, child);
  if (deprel === "acl" && ["that", "to"].includes(marker(tree, child) ?? "")) return false;
  if (deprel === "acl" && dependents(tree, child, "nsubj").length > 0) return false;
  if (deprel === "acl:relcl" || lemma === "’s" || lemma === "'s") return false;
  // "The leaders this week": a time behind the noun tells when, and not who.
  const bare = relation(tokenAt(tree, child)) === "nmod" && marker(tree, child) === undefined;
  if (bare && deprel !== "nmod:poss" && isTime(tree, child)) return false;
  return NAMING.has(relation(tokenAt(tree, child)));
}

/** Whether a bracket that was opened in the range ends here: "the fund (WWF)". */
function closes(tree: Tree, from: number, index: number): boolean {
  if (tokenAt(tree, index).text !== ")") return false;
  for (let at = index - 1; at >= from; at--) if (tokenAt(tree, at).text === "(") return true;
  return false;
}

/** Trims punctuation from both ends of a range. */
export function trimRange(tree: Tree, from: number, to: number): { from: number; to: number } {
  let [first, last] = [from, to];
  while (first < last && tokenAt(tree, first).upos === "PUNCT") first++;
  while (last > first && tokenAt(tree, last - 1).upos === "PUNCT" && !closes(tree, first, last - 1)) last--;
  return { from: first, to: last };
}

/** Extends a run of tokens around `head` over all of `members` that touch it. */
function runAround(head: number, members: ReadonlySet<number>): { from: number; to: number } {
  let [from, to] = [head, head + 1];
  while (members.has(from - 1)) from--;
  while (members.has(to)) to++;
  return { from, to };
}

/**
 * The whole phrase that names somebody: titles, names, appositions ("Brian Fallon, a spokesman for the
 * campaign"), without relative clauses, and without the preposition it stands after. `barrier` is a token
 * it must not reach over: the reporting word.
 */
export function nounPhrase(tree: Tree, head: number, barrier = -1): Phrase {
  const members = new Set<number>([head]);
  for (const child of childrenOf(tree, head)) {
    if (!belongs(tree, child) || (barrier >= 0 && isWithin(tree, barrier, child))) continue;
    for (const token of subtree(tree, child, (each) => tokenAt(tree, each).deprel === "acl:relcl"))
      members.add(token);
  }
  if (barrier >= 0)
    for (const token of [...members]) if (token >= barrier === head < barrier) members.delete(token);
  const run = runAround(head, members);
  const { from, to } = trimRange(tree, run.from, run.to);
  return from < to ? { head, from, to } : { head, from: head, to: head + 1 };
}

/** Whether the token has a dependent with the given relation and lemma, as a preposition or mark. */
export function marker(tree: Tree, index: number): string | undefined {
  const first = dependents(tree, index, "case", "mark").find((child) => child < index);
  return first === undefined ? undefined : tokenAt(tree, first).text.toLowerCase();
}

/** Whether `index` is `top` or below it. */
export function isWithin(tree: Tree, index: number, top: number): boolean {
  return index === top || ancestors(tree, index).includes(top);
}

/** Relations that lead from a word of a name to its head. */
const INSIDE_NAME = new Set(["compound", "flat", "amod", "det", "nummod", "nmod:poss", "case"]);

/** Up from a word to the head of its name, within the region. */
export function nameHead(tree: Tree, index: number, region: Region): number {
  let at = index;
  for (;;) {
    const token = tokenAt(tree, at);
    const inside = token.head >= region.from && token.head < region.to && isNominal(tree, token.head);
    // "Kremlin aide Yury Ushakov": an apposition without a comma is one name with what it stands by.
    const title = token.deprel === "appos" && token.head === at - 1;
    const named = INSIDE_NAME.has(token.deprel) || INSIDE_NAME.has(relation(token));
    if (!inside || !(named || title)) return at;
    at = token.head;
  }
}

/** Words of time that head a phrase of their own: "Tuesday", "a few weeks". */
const TIMES =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|yesterday|(?:second|minute|hour|day|week|month|year|decade|century|morning|afternoon|evening|night|weekend|spring|summer|autumn|winter|time|moment)s?)$/i;

/** Whether the phrase with this head tells when. */
export function isTime(tree: Tree, head: number): boolean {
  const { text, deprel } = tokenAt(tree, head);
  return TIMES.test(text) || deprel === "obl:tmod";
}

/** The word right before this one, adverbs, auxiliaries and brackets left out: "Grassley (R-Iowa) later told". */
export function wordBefore(tree: Tree, index: number): number {
  let at = index - 1;
  while (at > 0) {
    const { text, upos } = tokenAt(tree, at);
    if (text === ")" || text === "]") while (at > 0 && !/^[([]$/.test(tokenAt(tree, at).text)) at--;
    else if (upos !== "ADV" && upos !== "AUX") break;
    at--;
  }
  return at;
}
