import { overlaps, type Span } from "../../model/span.ts";
import type { Draft } from "./draft.ts";
import { cuesOf, length, reportedIn, swallows } from "./nested.ts";
import { Places } from "./places.ts";

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
  /** The attribution in whose content this one is reported. */
  readonly within?: Draft;
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

function settled(draft: Draft, places: Places): Settled[] {
  const inner = [...places.near(draft.pieces)].filter((other) => swallows(draft, other));
  return [
    { draft, nested: cuesOf(inner) },
    ...reportedIn(draft, inner).map((each) => ({ ...each, nested: [] })),
  ];
}

/**
 * Keeps the outermost of nested attributions and the best of those that claim the same words, in order of the text;
 * behind each the speech that is reported in it.
 */
export function settle(drafts: readonly Draft[]): Settled[] {
  const said = new Places(drafts);
  const outermost = drafts.filter(
    (draft) => !draft.cue || ![...said.near([draft.cue])].some((other) => swallows(other, draft)),
  );
  const kept = new Places();
  const best: Draft[] = [];
  for (const draft of [...outermost].sort(order)) {
    if ([...kept.near(draft.pieces)].some((each) => clashes(each, draft))) continue;
    kept.add(draft);
    best.push(draft);
  }
  best.sort((a, b) => (a.pieces[0]?.start ?? 0) - (b.pieces[0]?.start ?? 0) || length(b) - length(a));
  const cued = Places.ofCues(drafts);
  return best.flatMap((draft) => settled(draft, cued));
}
