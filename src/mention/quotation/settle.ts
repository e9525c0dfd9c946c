import { overlaps, type Span } from "../../model/span.ts";
import type { Draft } from "./draft.ts";

/** Two attributions say the same when they share more than this part of the shorter one. */
const SAME = 0.5;

/** Which finder to believe where two claim the same words: the lower, the rather. */
const RANK: readonly string[] = [
  "headline",
  "quoted",
  "colon",
  "continuation",
  "no-cue",
  "according-to",
  "trailing-cue",
];

/** An attribution with the cues reported inside it. */
export interface Settled {
  readonly draft: Draft;
  readonly nested: readonly Span[];
}

function length(draft: Draft): number {
  return draft.pieces.reduce((sum, piece) => sum + piece.end - piece.start, 0);
}

function shared(a: Draft, b: Draft): number {
  let sum = 0;
  for (const one of a.pieces) {
    for (const other of b.pieces) {
      if (overlaps(one, other)) sum += Math.min(one.end, other.end) - Math.max(one.start, other.start);
    }
  }
  return sum;
}

function holdsCue(outer: Draft, inner: Draft): boolean {
  const { cue } = inner;
  return cue !== null && outer.pieces.some((piece) => piece.start <= cue.start && cue.end <= piece.end);
}

function rank(draft: Draft): number {
  const at = RANK.indexOf(draft.rule);
  return at < 0 ? RANK.length : at;
}

/** Believes quotation marks before a cue behind its clause, and that before the parse; then the longer one. */
function order(a: Draft, b: Draft): number {
  return rank(a) - rank(b) || length(b) - length(a) || (a.pieces[0]?.start ?? 0) - (b.pieces[0]?.start ?? 0);
}

function clashes(kept: Draft, draft: Draft): boolean {
  const common = shared(kept, draft);
  return common > SAME * Math.min(length(kept), length(draft));
}

/** Keeps the outermost of nested attributions and the best of those that claim the same words. */
export function settle(drafts: readonly Draft[]): Settled[] {
  const outermost = drafts.filter(
    (draft) => !drafts.some((other) => other !== draft && swallows(other, draft)),
  );
  const kept: Draft[] = [];
  for (const draft of [...outermost].sort(order))
    if (!kept.some((each) => clashes(each, draft))) kept.push(draft);
  kept.sort((a, b) => (a.pieces[0]?.start ?? 0) - (b.pieces[0]?.start ?? 0) || length(b) - length(a));
  return kept.map((draft) => ({ draft, nested: nestedIn(draft, drafts) }));
}

/** Whether the inner one is reported within the outer one, and not the other way round. */
function swallows(outer: Draft, inner: Draft): boolean {
  return holdsCue(outer, inner) && !holdsCue(inner, outer);
}

function nestedIn(draft: Draft, drafts: readonly Draft[]): Span[] {
  const cues = drafts.filter((other) => other !== draft && swallows(draft, other)).map((other) => other.cue);
  return cues.filter((cue) => cue !== null).sort((a, b) => a.start - b.start);
}
