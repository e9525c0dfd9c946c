import type { Span } from "../../model/span.ts";
import { tokenAt } from "../tree.ts";
import { type Complements, complementsOf } from "./complement.ts";
import { contentSpan, rangeOfHeads } from "./content.ts";
import { cueRange, cueRows, lastOf } from "./cue.ts";
import { type Draft, type Phrase, type Region, rangeSpan, type Scene } from "./draft.ts";
import { clauseBehind, goesOnWithThat, untilNextCue, untilPredicate } from "./mend.ts";
import { findNaming } from "./naming.ts";
import { nounPhrase } from "./phrase.ts";
import { agentOf, holderOf, isPassive, ownerOf, speakerOf } from "./speaker.ts";
import type { CueRow } from "./tables.ts";
import { strayConjuncts, tailOf } from "./tail.ts";
import { findAside, findTrailing } from "./trailing.ts";
import { isVoid } from "./void.ts";

const SPEAKERS = { VERB: speakerOf, NOUN: ownerOf, ADJ: holderOf } as const;

/** The phrase that names the source of a cue. */
function sourceOf(scene: Scene, cue: number, row: CueRow): Phrase | null {
  const head = SPEAKERS[row.pos](scene.tree, cue);
  return head === undefined || head === cue ? null : nounPhrase(scene.tree, head, cue);
}

/** A cue that is being read, by one row of the table. */
interface Reading {
  readonly index: number;
  readonly row: CueRow;
  /** The last token of the cue with its particle. */
  readonly last: number;
}

/** The tokens after the cue that hold the content. */
function rangeAfter(scene: Scene, cue: Reading, complements: Complements): Region | undefined {
  const { tree } = scene;
  const after = complements.content.filter((head) => head > cue.index);
  const first = after[0];
  if (first === undefined) return undefined;
  const tail = tailOf(scene, cue.index, after);
  if (complements.partial && tail.length === 0) return undefined;
  const stray = complements.clausal ? strayConjuncts(tree, cue.index) : [];
  // A preposition that the cue takes is part of the cue: "called for a ban".
  const preposition = first === complements.content[0] && isPrepositional(scene, first);
  const barrier = preposition ? firstMarker(scene, first) : cue.last;
  const range = rangeOfHeads(tree, [...after, ...tail, ...stray], barrier);
  // "Spoke of 40 dead": all behind the preposition, also where the parse hangs the figure elsewhere.
  return preposition && range ? { ...range, from: Math.min(range.from, barrier + 1) } : range;
}

/** Whether what the row takes is a figure, and no clause. */
function isOfFigures({ frames }: CueRow): boolean {
  return [...frames].every((frame) => frame === "object+" || frame.endsWith("#"));
}

/** The same with what the parse has torn off at either end, and without what it has joined to it. */
function mended(scene: Scene, cue: Reading, complements: Complements): Region | undefined {
  const range = rangeAfter(scene, cue, complements);
  if (!range) return undefined;
  if (!complements.clausal || isOfFigures(cue.row)) return untilPredicate(scene, range);
  const behind = clauseBehind(scene, cue.index, cue.row);
  if (!behind) return untilNextCue(scene, cue.index, range);
  const from = behind.from > cue.last && behind.from < range.from ? behind.from : range.from;
  const to = goesOnWithThat(scene, range.to) ? Math.max(range.to, behind.to) : range.to;
  return untilNextCue(scene, cue.index, { from, to });
}

/** Content pieces in order: the subject of a passive stands before the cue, the rest after it. */
function piecesOf(scene: Scene, cue: Reading, complements: Complements): Span[] {
  const before = complements.content.filter((head) => head < cue.index);
  const range = mended(scene, cue, complements);
  if (complements.partial && !range) return [];
  const pieces: Span[] = before.map((head) => {
    const { from, to } = nounPhrase(scene.tree, head, cue.index);
    return rangeSpan(scene.tree, from, to);
  });
  const span = range && contentSpan(scene, range.from, range.to);
  return span ? [...pieces, span] : pieces;
}

function isPrepositional(scene: Scene, head: number): boolean {
  const { deprel } = tokenAt(scene.tree, head);
  return deprel.startsWith("obl") || deprel.startsWith("nmod");
}

function firstMarker(scene: Scene, head: number): number {
  const children = scene.tree.children[head] ?? [];
  return children.find((child) => tokenAt(scene.tree, child).deprel === "case") ?? head - 1;
}

function draftOf(scene: Scene, cue: number, row: CueRow): Draft | undefined {
  const complements = complementsOf(scene.tree, cue, row);
  const range = cueRange(scene.tree, cue, row);
  const reading = { index: cue, row, last: lastOf(scene.tree, cue, row) };
  const pieces = complements ? piecesOf(scene, reading, complements) : [];
  const source = sourceOf(scene, cue, row);
  const base = { cue: rangeSpan(scene.tree, range.from, range.to), cueToken: cue, act: row.act, source };
  if (!complements || pieces.length === 0) return undefined;
  const { hearer } = complements;
  return {
    ...base,
    pieces,
    ...(hearer === undefined ? {} : { addressee: nounPhrase(scene.tree, hearer, cue) }),
    rule: `${row.pos.toLowerCase()}-${complements.clausal ? "clause" : "object"}`,
  };
}

/** Speech whose clause the parse has not found, by the words behind the cue. */
function looseDraft(scene: Scene, cue: number, row: CueRow): Draft | undefined {
  const behind = clauseBehind(scene, cue, row);
  const range = behind && untilNextCue(scene, cue, behind);
  const piece = range && contentSpan(scene, range.from, range.to);
  if (!piece) return undefined;
  const { from, to } = cueRange(scene.tree, cue, row);
  const source = sourceOf(scene, cue, row);
  const base = { cue: rangeSpan(scene.tree, from, to), cueToken: cue, act: row.act, source };
  return { ...base, pieces: [piece], rule: "verb-clause-by-words" };
}

/** Whether the source is somebody: "you", the reader, says nothing; "one in five" does. */
function isSomebody(scene: Scene, { source }: Draft): boolean {
  const alone = source !== null && source.to - source.from === 1;
  return source !== null && !(alone && /^(you|one|there|what)$/i.test(tokenAt(scene.tree, source.head).text));
}

/** Whether a statement without a known source is worth keeping: an agentless passive of thinking or saying. */
function isAnonymous(scene: Scene, draft: Draft, row: CueRow): boolean {
  if (row.pos === "NOUN" || tokenAt(scene.tree, draft.cueToken).deprel === "acl") return false;
  return isPassive(scene.tree, draft.cueToken) && agentOf(scene.tree, draft.cueToken) === undefined;
}

/** The best reading of one word as a cue: with a clause before a mere object, with a source before none. */
function bestDraft(scene: Scene, cue: number): Draft | undefined {
  const rows = cueRows(scene, cue);
  if (rows.length === 0 || isVoid(scene, cue)) return undefined;
  const drafts: Draft[] = [];
  for (const row of rows) {
    const draft =
      findAside(scene, cue, row) ??
      draftOf(scene, cue, row) ??
      findNaming(scene, cue, row) ??
      findTrailing(scene, cue, row) ??
      looseDraft(scene, cue, row);
    if (draft && (isSomebody(scene, draft) || isAnonymous(scene, draft, row))) drafts.push(draft);
  }
  const known = drafts.some((draft) => draft.source) ? drafts.filter((draft) => draft.source) : drafts;
  return known.find((draft) => !draft.rule.endsWith("object")) ?? known[0];
}

/** Finds attributions by the parse: a reporting word, what it takes as content, and its subject or owner. */
export function findVerbal(scene: Scene, taken: ReadonlySet<number>): Draft[] {
  const drafts: Draft[] = [];
  scene.tokens.forEach((_, index) => {
    if (taken.has(index)) return;
    const draft = bestDraft(scene, index);
    if (draft) drafts.push(draft);
  });
  return drafts;
}
