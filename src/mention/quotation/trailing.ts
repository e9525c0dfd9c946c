import type { Span } from "../../model/span.ts";
import { childrenOf, dependents, relation, subtree, type Tree, tokenAt } from "../tree.ts";
import { contentSpan } from "./content.ts";
import { cueRange } from "./cue.ts";
import { type Draft, isPunctuation, type Region, rangeSpan, type Scene, sentenceOf } from "./draft.ts";
import { thatBehind } from "./mend.ts";
import { isNominal, isTime, nameHead, nounPhrase, wordBefore } from "./phrase.ts";
import { isPassive, speakerOf } from "./speaker.ts";
import type { CueRow } from "./tables.ts";

/** The fewest words that are worth being called a statement. */
const FEWEST_WORDS = 3;

/** How far behind an inverted cue the name may begin: "said a very senior official". */
const FARTHEST_NAME = 4;

/** Relations of what a cue may carry with it: "the Kremlin said on Tuesday in a statement". */
const CARRIED = new Set(["obl", "advmod", "nsubj", "aux", "mark", "compound", "advcl"]);

/** The cue with its subject and adjuncts, without what it reports, as a half-open range. */
function cueClause(
  scene: Scene,
  at: { cue: number; source: number; row: CueRow },
): { from: number; to: number } {
  const { tree } = scene;
  const { cue, source, row } = at;
  const phrase = nounPhrase(tree, source, cue);
  const own = new Set<number>([cue]);
  for (let token = phrase.from; token < phrase.to; token++) own.add(token);
  for (const child of childrenOf(tree, cue)) {
    const deprel = relation(tokenAt(tree, child));
    const heard = (deprel === "obj" || deprel === "iobj") && row.frames.has("hearer");
    if (!CARRIED.has(deprel) && !heard) continue;
    // On its left the cue carries no clauses: "Those who can, he said, must register".
    for (const token of child > cue ? subtree(tree, child) : [child]) own.add(token);
  }
  let [from, to] = [cue, cue + 1];
  while (own.has(from - 1) || (own.has(from - 2) && tokenAt(tree, from - 1).text === ",")) from--;
  while (
    own.has(to) ||
    (isPunctuation(scene.tokens[to]) && own.has(to + 1) && scene.tokens[to]?.text === ",")
  )
    to++;
  return { from, to };
}

/** Whether a comma or dash stands here, before a closing quotation mark or not. */
function isComma(scene: Scene, index: number): boolean {
  let at = index;
  while (/^["”’']+$/.test(scene.tokens[at]?.text ?? "")) at--;
  return /^[,;—–-]+$/.test(scene.tokens[at]?.text ?? "");
}

function hasFiniteVerb(tree: Tree, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const { upos, xpos } = tokenAt(tree, i);
    if ((upos === "VERB" || upos === "AUX") && /^(VBD|VBZ|VBP|MD|VB)$/.test(xpos)) return true;
    if (dependents(tree, i, "nsubj").some((child) => child >= from && child < to)) return true;
  }
  return false;
}

/** Whether the words before the cue are only its own adjunct: "When the talks had ended, Putin said." */
function isAdjunct(tree: Tree, cue: number, range: { from: number; to: number }): boolean {
  const tops = dependents(tree, cue, "advcl", "obl", "advmod").filter(
    (child) => child >= range.from && child < range.to,
  );
  const content = dependents(tree, cue, "ccomp", "parataxis").some((child) => child < range.to);
  return !content && tops.some((top) => subtree(tree, top).length >= (range.to - range.from) * 0.7);
}

/** The start of the sentence, after a dateline. */
function sentenceStart(scene: Scene, cue: number): number {
  const sentence = sentenceOf(scene, cue);
  const { dateline } = scene.article;
  let from = sentence.from;
  if (!dateline) return from;
  while (from < sentence.to && tokenAt(scene.tree, from).start < dateline.end) from++;
  return from;
}

/** Whether "as" opens the sentence here, behind a linking word or not: "But as he noted, …". */
function opensWithAs(scene: Scene, index: number): boolean {
  const start = sentenceStart(scene, index);
  const linked = index === start + 1 && ["CCONJ", "ADV"].includes(tokenAt(scene.tree, start).upos);
  return (index === start || linked) && tokenAt(scene.tree, index).text.toLowerCase() === "as";
}

function piecesAround(scene: Scene, cue: number, clause: { from: number; to: number }): Span[] {
  const sentence = sentenceOf(scene, cue);
  const start = sentenceStart(scene, cue);
  const before = opensWithAs(scene, clause.from) ? undefined : contentSpan(scene, start, clause.from);
  const after = isComma(scene, clause.to) ? contentSpan(scene, clause.to, sentence.to) : undefined;
  return [before, after].filter((piece) => piece !== undefined);
}

/** What comes after the cue clause must be the end of the sentence or, after a comma, the rest of what is said. */
function endsWell(scene: Scene, cue: number, clause: { from: number; to: number }): boolean {
  const sentence = sentenceOf(scene, cue);
  let rest = clause.to;
  while (rest < sentence.to && isPunctuation(scene.tokens[rest])) rest++;
  return rest >= sentence.to || isComma(scene, clause.to);
}

/** "…, a spokeswoman, Ana Berg, said": the description before the name, between commas. */
function named(scene: Scene, cue: number, comma: number): number | undefined {
  const { tree } = scene;
  const first = sentenceOf(scene, cue).from;
  if (comma - 1 < first || tokenAt(tree, comma - 1).upos !== "PROPN") return undefined;
  const name = nameHead(tree, comma - 1, { from: first, to: comma });
  const { deprel, head } = tokenAt(tree, name);
  if (deprel !== "appos" || head < first || tokenAt(tree, head).upos !== "NOUN") return undefined;
  const { from, to } = nounPhrase(tree, head, cue);
  return to === comma && from > first && isComma(scene, from - 1) ? head : undefined;
}

/** The subject right before the cue, with a comma before it: "…, the Kremlin said"; or an "as" that opens the sentence. */
function besideComma(scene: Scene, cue: number): number | undefined {
  const { tree } = scene;
  const first = sentenceOf(scene, cue).from;
  const last = wordBefore(tree, cue);
  if (last < first) return undefined;
  if (tokenAt(tree, last).text === ",") return named(scene, cue, last);
  if (!isNominal(tree, last)) return undefined;
  const head = nameHead(scene.tree, last, { from: first, to: cue });
  const isRelative = /^(who|which|that|whom|it|there)$/i.test(tokenAt(tree, head).text);
  const { from } = nounPhrase(tree, head, cue);
  const asClause =
    from > first && tokenAt(tree, from - 1).text.toLowerCase() === "as" && opensWithAs(scene, from - 1);
  return !isRelative && (asClause || isComma(scene, from - 1)) ? head : undefined;
}

/** "Say" has no object that is a name; with other verbs the parse must call the name behind it the subject. */
function isInvertedSubject(tree: Tree, cue: number, head: number): boolean {
  const subjects = dependents(tree, cue, "nsubj");
  if (isTime(tree, head) || subjects.some((subject) => subject < cue)) return false;
  return tokenAt(tree, cue).lemma === "say" || subjects.includes(head);
}

/** The name behind an inverted cue: "…, said an official"; not the subject of what is said: "…, said he was ill". */
function inverted(scene: Scene, cue: number): number | undefined {
  const { tree } = scene;
  if (!isComma(scene, cue - 1) || !/^VB[DZP]$/.test(tokenAt(tree, cue).xpos)) return undefined;
  const end = sentenceOf(scene, cue).to;
  let first = cue + 1;
  while (first < end && !["NOUN", "PROPN", "PRON"].includes(tokenAt(tree, first).upos)) first++;
  if (first >= end || first > cue + FARTHEST_NAME) return undefined;
  const head = nameHead(tree, first, { from: cue + 1, to: end });
  if (!isInvertedSubject(tree, cue, head)) return undefined;
  let stop = nounPhrase(tree, head, cue).to;
  while (stop < end && !isComma(scene, stop) && tokenAt(tree, stop).text !== "who") stop++;
  return hasFiniteVerb(tree, cue + 1, stop) ? undefined : head;
}

/** A subject that the cue does not share with others, and that is no relative pronoun. */
function ownSubject(tree: Tree, cue: number): number | undefined {
  const speaker = speakerOf(tree, cue);
  return speaker !== undefined && tokenAt(tree, speaker).head === cue && !isPassive(tree, cue)
    ? speaker
    : undefined;
}

/** Speech with the cue behind it or in its middle: "…, the Kremlin said Tuesday"; "The deal, he said, would …". */
export function findTrailing(scene: Scene, cue: number, row: CueRow): Draft | undefined {
  const speaker = ownSubject(scene.tree, cue);
  return speaker === undefined ? undefined : around(scene, { cue, row, speaker });
}

/** The same where the words alone show it: the subject stands right before the cue and behind a comma. */
export function findAside(scene: Scene, cue: number, row: CueRow): Draft | undefined {
  const speaker = besideComma(scene, cue) ?? inverted(scene, cue);
  return speaker === undefined ? undefined : around(scene, { cue, row, speaker });
}

/** What is said around the clause of the cue; undefined where the clause is not set off from it. */
function around(scene: Scene, at: { cue: number; row: CueRow; speaker: number }): Draft | undefined {
  const { cue, row, speaker } = at;
  const { tree } = scene;
  if (row.pos !== "VERB" || !(row.frames.has("clause") || row.frames.has("quote"))) return undefined;
  if (thatBehind(scene, cue, row)) return undefined;
  const clause = cueClause(scene, { cue, source: speaker, row });
  // "Weiss and her deputy, Carl Braun, had agreed": whoever says it stands in the clause, not in what is said.
  if (speaker < clause.from || speaker >= clause.to) return undefined;
  if (!isSetOff(scene, cue, clause)) return undefined;
  const pieces = piecesAround(scene, cue, clause);
  if (pieces.length === 0) return undefined;
  const { from, to } = cueRange(tree, cue, row);
  const base = { cue: rangeSpan(tree, from, to), cueToken: cue, act: row.act };
  return { ...base, pieces, source: nounPhrase(tree, speaker, cue), rule: "trailing-cue" };
}

/** Whether commas part the cue's clause from a statement of enough words that is no adjunct of the cue. */
function isSetOff(scene: Scene, cue: number, clause: Region): boolean {
  const { tree } = scene;
  const start = sentenceStart(scene, cue);
  const end = sentenceOf(scene, cue).to;
  const length = clause.from - start + Math.max(0, end - clause.to - 1);
  const opens = opensWithAs(scene, clause.from);
  const parted = opens ? isComma(scene, clause.to) : isComma(scene, clause.from - 1);
  if (length < FEWEST_WORDS || !parted || !endsWell(scene, cue, clause)) return false;
  const stated = hasFiniteVerb(tree, start, clause.from) || hasFiniteVerb(tree, clause.to, end);
  return stated && !isAdjunct(tree, cue, { from: start, to: clause.from });
}
