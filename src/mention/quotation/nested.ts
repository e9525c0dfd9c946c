import type { QuotationAct } from "../../model/quotation.ts";
import type { Span } from "../../model/span.ts";
import type { Draft } from "./draft.ts";

/** Speech that is reported inside other speech. */
export interface Reported {
  readonly draft: Draft;
  /** The attribution in whose content this one is reported. */
  readonly within: Draft;
}

/** Acts that one person can report of another: what he said, and not what he may think or want. */
const SPOKEN: ReadonlySet<QuotationAct> = new Set(["state", "deny", "ask", "promise", "demand"]);

/** Acts that tell what another has said; who denies, asks or demands that somebody has said it does not. */
const TOLD: ReadonlySet<QuotationAct> = new Set(["state", "show"]);

function holdsCue(outer: Draft, inner: Draft): boolean {
  const { cue } = inner;
  return cue !== null && outer.pieces.some((piece) => piece.start <= cue.start && cue.end <= piece.end);
}

/** Whether the inner one is reported within the outer one, and not the other way round. */
export function swallows(outer: Draft, inner: Draft): boolean {
  return outer !== inner && holdsCue(outer, inner) && !holdsCue(inner, outer);
}

/** How far the content reaches, in UTF-16 code units. */
export function length(draft: Draft): number {
  return draft.pieces.reduce((sum, piece) => sum + piece.end - piece.start, 0);
}

/** The cues of the inner ones, in order of the text. */
export function cuesOf(inner: readonly Draft[]): Span[] {
  const cues = inner.map(({ cue }) => cue).filter((cue) => cue !== null);
  return cues.sort((a, b) => a.start - b.start);
}

/**
 * Speech reported inside the outer one ("Ushakov said Putin had told Abe that …"), each with the speech it is reported
 * in. What stands in a thought or wish is left out: nobody has said it.
 */
export function reportedIn(outer: Draft, inner: readonly Draft[]): Reported[] {
  const found: Reported[] = [];
  const known = new Set([outer]);
  for (const draft of [...inner].sort((a, b) => length(b) - length(a))) {
    if (!SPOKEN.has(draft.act) || draft.source === null) continue;
    const around = inner.filter((other) => swallows(other, draft));
    const within = around.sort((a, b) => length(a) - length(b))[0] ?? outer;
    if (
      !known.has(within) ||
      !TOLD.has(within.act) ||
      found.some((each) => each.draft.cueToken === draft.cueToken)
    )
      continue;
    known.add(draft);
    found.push({ draft, within });
  }
  return found;
}
