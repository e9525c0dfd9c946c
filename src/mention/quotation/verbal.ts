import type { Span } from "../../model/span.ts";
import { tokenAt } from "../tree.ts";
import { type Complements, complementsOf, strayConjuncts } from "./complement.ts";
import { contentOfHeads } from "./content.ts";
import { cueRange, cueRows, isVoid } from "./cue.ts";
import { type Draft, type Phrase, rangeSpan, type Scene } from "./draft.ts";
import { nounPhrase } from "./phrase.ts";
import { agentOf, isPassive, ownerOf, speakerOf } from "./speaker.ts";
import type { CueRow } from "./tables.ts";
import { findTrailing } from "./trailing.ts";

/** The phrase that names the source of a cue, and the rule that found it. */
export function sourceOf(scene: Scene, cue: number, row: CueRow): Phrase | null {
  const head = row.pos === "NOUN" ? ownerOf(scene.tree, cue) : speakerOf(scene.tree, cue);
  return head === undefined || head === cue ? null : nounPhrase(scene.tree, head, cue);
}

/** Content pieces in order: the subject of a passive stands before the cue, the rest after it. */
function piecesOf(scene: Scene, cue: { index: number; last: number }, complements: Complements): Span[] {
  const before = complements.content.filter((head) => head < cue.index);
  const after = complements.content.filter((head) => head > cue.index);
  const pieces: Span[] = [];
  for (const head of before) {
    const { from, to } = nounPhrase(scene.tree, head, cue.index);
    pieces.push(rangeSpan(scene.tree, from, to));
  }
  // A preposition that the cue takes is part of the cue: "called for a ban".
  const first = after[0];
  const preposition = first !== undefined && before.length === 0 && isPrepositional(scene, first);
  const heads = complements.clausal ? [...after, ...strayConjuncts(scene.tree, cue.index)] : after;
  const span = contentOfHeads(scene, heads, preposition ? firstMarker(scene, first) : cue.last);
  if (span) pieces.push(span);
  return pieces;
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
  if (!complements) return undefined;
  const range = cueRange(scene.tree, cue, row);
  const pieces = piecesOf(scene, { index: cue, last: range.to - 1 }, complements);
  if (pieces.length === 0) return undefined;
  const source = sourceOf(scene, cue, row);
  const { hearer } = complements;
  return {
    pieces,
    cue: rangeSpan(scene.tree, range.from, range.to),
    cueToken: cue,
    act: row.act,
    source,
    ...(hearer === undefined ? {} : { addressee: nounPhrase(scene.tree, hearer, cue) }),
    rule: `${row.pos.toLowerCase()}-${complements.clausal ? "clause" : "object"}`,
  };
}

/** Whether a statement without a known source is worth keeping: an agentless passive of thinking or saying. */
function isAnonymous(scene: Scene, draft: Draft, row: CueRow): boolean {
  if (row.pos === "NOUN") return false;
  return isPassive(scene.tree, draft.cueToken) && agentOf(scene.tree, draft.cueToken) === undefined;
}

/** The best reading of one word as a cue: with a clause before a mere object, with a source before none. */
function bestDraft(scene: Scene, cue: number): Draft | undefined {
  const rows = cueRows(scene, cue);
  if (rows.length === 0 || isVoid(scene, cue)) return undefined;
  const drafts: Draft[] = [];
  for (const row of rows) {
    const draft = draftOf(scene, cue, row) ?? findTrailing(scene, cue, row);
    if (draft && (draft.source || isAnonymous(scene, draft, row))) drafts.push(draft);
  }
  return drafts.find((draft) => !draft.rule.endsWith("object")) ?? drafts[0];
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
