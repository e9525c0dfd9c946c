/**
 * A stretch of an article's text: half-open `[start, end)`, in UTF-16 code units, so that
 * `text.slice(start, end)` gives its words.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span together with the words it covers. */
export interface TextSpan extends Span {
  readonly text: string;
}

/** The span with its words. */
export function textSpan(text: string, start: number, end: number): TextSpan {
  return { start, end, text: text.slice(start, end) };
}

/** Whether the two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `inner` lies wholly within `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
