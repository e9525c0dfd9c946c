import type { Token } from "../../model/token.ts";
import { childrenOf, dependents, relation, subtree, type Tree, tokenAt } from "../tree.ts";
import { cueRows, lastOf } from "./cue.ts";
import { isPunctuation, type Region, type Scene, sentenceOf } from "./draft.ts";
import { isNominal, isTime, nounPhrase } from "./phrase.ts";
import { speakerOf } from "./speaker.ts";
import type { CueRow } from "./tables.ts";

/** Relations of clauses that stand beside what is said when a comma parts them from it. */
const BESIDE = new Set(["conj", "parataxis", "advcl"]);

/** Whether the clause of a finite verb has a relative pronoun; one without is often what is said. */
function isRelative(tree: Tree, token: Token, index: number): boolean {
  const predicate = token.upos === "AUX" && token.head >= 0 ? token.head : index;
  return childrenOf(tree, predicate).some((child) =>
    /^(who|which|that|whom|whose|where)$/i.test(tokenAt(tree, child).text),
  );
}

/** Whether a verb in the range makes a statement of its own, and not a relative clause. */
function hasStatement(tree: Tree, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = tokenAt(tree, i);
    if (!/^(VBD|VBZ|VBP|MD)$/.test(token.xpos)) continue;
    const predicate = token.upos === "AUX" && token.head >= 0 ? tokenAt(tree, token.head) : token;
    if (predicate.deprel !== "acl:relcl" || !isRelative(tree, token, i)) return true;
  }
  return false;
}

/** Whether "that" opens a clause here; it does when the clause has a subject besides. */
function isThat(tree: Tree, index: number): boolean {
  const { text, deprel, head } = tokenAt(tree, index);
  if (text.toLowerCase() !== "that") return false;
  if (!/^(nsubj|det|obj)/.test(deprel)) return true;
  return head >= 0 && dependents(tree, head, "nsubj").some((child) => child > index && child < head);
}

/** Past a phrase that goes with the cue and not with what is said: "on Tuesday", "in a statement", "again". */
function pastAdjunct(tree: Tree, index: number): number {
  const { upos, head, deprel } = tokenAt(tree, index);
  if (upos === "ADV" || deprel === "compound:prt") return index + 1;
  if (isTime(tree, index)) return index + 1;
  if (head > index && isTime(tree, head)) return head + 1;
  const prepositional = upos === "ADP" && head > index && isNominal(tree, head);
  return prepositional ? Math.max(nounPhrase(tree, head, index).to, index + 1) : index;
}

/** Where what is said begins, and what leads to it: "that", the one who is told, or the cue alone. */
interface Beginning {
  readonly from: number;
  readonly after: "that" | "hearer" | "cue";
}

/** Past the one who is told, where the token stands in that phrase. */
function pastHearer(tree: Tree, cue: number, at: number): number {
  const told = dependents(tree, cue, "obj", "iobj").map((child) => nounPhrase(tree, child, cue));
  return told.find((phrase) => phrase.from <= at && at < phrase.to)?.to ?? at;
}

/** Where what is said begins: after "that", or at the first words that are no adjunct of the cue. */
function beginning(scene: Scene, cue: number, row: CueRow): Beginning | undefined {
  const { tree } = scene;
  const end = sentenceOf(scene, cue).to;
  let after: Beginning["after"] = "cue";
  let at = lastOf(tree, cue, row) + 1;
  while (at < end) {
    if (isThat(tree, at)) return { from: at + 1, after: "that" };
    const told = row.frames.has("hearer") && after === "cue" ? pastHearer(tree, cue, at) : at;
    const next = told > at ? told : pastAdjunct(tree, at);
    if (told > at) after = "hearer";
    if (next === at) return isPunctuation(scene.tokens[at]) ? undefined : { from: at, after };
    at = next;
  }
  return undefined;
}

/** Whether a "that" behind the cue opens what is said. */
export function thatBehind(scene: Scene, cue: number, row: CueRow): boolean {
  const takesClause = row.pos === "VERB" && row.frames.has("clause");
  return takesClause && beginning(scene, cue, row)?.after === "that";
}

/** Whether the clause can begin here without "that". */
function opensBare(scene: Scene, cue: number, at: { row: CueRow; start: Beginning }): boolean {
  const { row, start } = at;
  if (row.frames.has("hearer")) return start.after === "hearer" && isSubjectPronoun(scene.tree, start.from);
  const speaker = speakerOf(scene.tree, cue);
  return !row.frames.has("object") && row.act !== "show" && speaker !== undefined && speaker < cue;
}

function isSubjectPronoun(tree: Tree, index: number): boolean {
  return /^(he|she|they|we|i|it|there)$/i.test(tokenAt(tree, index).text);
}

/** Whether all between the cue and the end goes with the cue: who is told, when, where. */
export function onlyAdjuncts(scene: Scene, cue: number, end: number): boolean {
  const { tree } = scene;
  let at = cue + 1;
  while (at < end) {
    const token = tokenAt(tree, at);
    const hearer = dependents(tree, cue, "obj", "iobj", "nsubj").map((child) => nounPhrase(tree, child, cue));
    const told = hearer.find((phrase) => phrase.from <= at && at < phrase.to);
    const next = told ? told.to : isPunctuation(token) ? at + 1 : pastAdjunct(tree, at);
    if (next === at) return false;
    at = next;
  }
  return true;
}

/** "Posted a photograph and said …": after an object, a second verb of the same subject is no part of what is said. */
function isJoinedAfterObject(tree: Tree, cue: number, child: number): boolean {
  const joined = relation(tokenAt(tree, child)) === "conj" && dependents(tree, child, "cc").length > 0;
  const objects = dependents(tree, cue, "obj").filter((object) => object > cue && object < child);
  return joined && objects.length > 0 && dependents(tree, cue, "ccomp", "xcomp").length === 0;
}

/** Where it ends: with the sentence, or at a comma before a clause that stands beside the cue. */
function ending(scene: Scene, cue: number, from: number): number {
  const { tree } = scene;
  let to = sentenceOf(scene, cue).to;
  for (const child of childrenOf(tree, cue)) {
    if (child <= from || !BESIDE.has(relation(tokenAt(tree, child)))) continue;
    const first = Math.min(...subtree(tree, child));
    const parted = isPunctuation(scene.tokens[first - 1]) || isJoinedAfterObject(tree, cue, child);
    if (first > from + 1 && parted && first < to) to = first;
  }
  return to;
}

/** "Said 40 letters contained secrets": nobody says letters, so that the past form behind them is no participle. */
function hidesStatement(tree: Tree, cue: number): boolean {
  const objects = dependents(tree, cue, "obj").filter((object) => object > cue);
  return objects.some((object) =>
    dependents(tree, object, "acl", "amod").some(
      (child) =>
        child > object && tokenAt(tree, child).xpos === "VBN" && tokenAt(tree, child).text.endsWith("ed"),
    ),
  );
}

/**
 * The clause behind a verb of saying, by its words alone. The parser now and then takes the subject of
 * what is said for an object ("said his plan was ready"); verbs of saying have none.
 */
export function clauseBehind(scene: Scene, cue: number, row: CueRow): Region | undefined {
  if (row.pos !== "VERB" || !row.frames.has("clause")) return undefined;
  const start = beginning(scene, cue, row);
  if (!start || (start.after !== "that" && !opensBare(scene, cue, { row, start }))) return undefined;
  const to = ending(scene, cue, start.from);
  const stated = start.after === "that" || hasStatement(scene.tree, start.from, to);
  return stated || hidesStatement(scene.tree, cue) ? { from: start.from, to } : undefined;
}

/** A noun phrase goes no further than an "and" or "but" with a finite verb behind it: "called for a deal but left". */
export function untilPredicate(scene: Scene, range: Region): Region {
  for (let at = range.from + 1; at + 1 < range.to; at++) {
    if (tokenAt(scene.tree, at).upos !== "CCONJ") continue;
    const next = tokenAt(scene.tree, at + 1).upos === "ADV" ? at + 2 : at + 1;
    if (next < range.to && /^(VBD|VBZ|VBP|MD)$/.test(tokenAt(scene.tree, next).xpos))
      return { ...range, to: at };
  }
  return range;
}

/**
 * Without a second cue that is joined to the first: "said the deal was dead and added, “…”". It has no subject
 * of its own, stands in the same tense, and leads to words of its own.
 */
export function untilNextCue(scene: Scene, cue: number, range: Region): Region {
  const { tree, tokens } = scene;
  for (let at = range.from + 1; at + 1 < range.to; at++) {
    const next = tokenAt(tree, at).upos === "CCONJ" ? at + 1 : at;
    if (next === at || tokenAt(tree, next).xpos !== tokenAt(tree, cue).xpos) continue;
    const speaks = cueRows(scene, next).some((row) => row.frames.has("quote"));
    const leads = /^[,:]$|^that$/.test(tokens[next + 1]?.text ?? "");
    if (speaks && leads) return { from: range.from, to: at };
  }
  return range;
}

/** A second "that" clause behind the first: "…, but that he would not support it", "…: that …". */
export function goesOnWithThat(scene: Scene, end: number): boolean {
  let at = end;
  while (isPunctuation(scene.tokens[at])) at++;
  const conjunction = scene.tokens[at]?.upos === "CCONJ";
  const that = conjunction ? at + 1 : at;
  const linked = conjunction || scene.tokens[at - 1]?.text === ":";
  return linked && that < scene.tokens.length && isThat(scene.tree, that);
}
