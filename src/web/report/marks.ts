import type { Span } from "../library.ts";
import { type Html, html } from "../parts/html.ts";

/** A stretch of text to be marked. */
export interface Mark extends Span {
  /** Wraps the marked words; `first` and `last` tell which part of a mark this is that others cut in pieces. */
  readonly wrap: (words: readonly Html[], part: { readonly first: boolean; readonly last: boolean }) => Html;
}

interface Piece extends Span {
  readonly mark: Mark;
}

/** Outermost first: what begins earlier, and of these what is longer. */
function byNesting(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/** The spans as far as they lie within the range, without empty ones. */
function clip(pieces: readonly Piece[], { start, end }: Span): Piece[] {
  return pieces
    .map((piece) => ({ ...piece, start: Math.max(piece.start, start), end: Math.min(piece.end, end) }))
    .filter((piece) => piece.start < piece.end)
    .sort(byNesting);
}

function nest(text: string, range: Span, pieces: readonly Piece[]): Html[] {
  const nodes: Html[] = [];
  let rest = clip(pieces, range);
  let position = range.start;
  for (let outer = rest[0]; outer !== undefined; outer = rest[0]) {
    const others = rest.slice(1);
    if (position < outer.start) nodes.push(html`${text.slice(position, outer.start)}`);
    const part = { first: outer.start === outer.mark.start, last: outer.end === outer.mark.end };
    nodes.push(outer.mark.wrap(nest(text, outer, others), part));
    position = outer.end;
    // What crosses the end of the outer mark goes on after it, as HTML elements cannot cross.
    rest = clip(others, { start: position, end: range.end });
  }
  if (position < range.end) nodes.push(html`${text.slice(position, range.end)}`);
  return nodes;
}

/**
 * The words of the range with the marks in them. Marks may lie in one another and may cross; every character of the
 * range appears exactly once, and inside exactly those marks that cover it.
 */
export function marked(text: string, range: Span, marks: readonly Mark[]): Html[] {
  const pieces = marks.map((mark) => ({ start: mark.start, end: mark.end, mark }));
  return nest(text, range, pieces);
}

/** The span, widened where it would cut a character outside the basic plane in two. */
export function wholeCharacters(text: string, { start, end }: Span): Span {
  const cuts = (at: number) => {
    const before = text.charCodeAt(at - 1);
    const after = text.charCodeAt(at);
    return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
  };
  return { start: cuts(start) ? start - 1 : start, end: cuts(end) ? end + 1 : end };
}
