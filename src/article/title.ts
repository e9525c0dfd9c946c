import { bare, collapse, type Draft, type Piece } from "./draft.ts";

/** Headlines are not longer; set above the longest of the saved pages measured on (some 190 characters). */
const MAX_TITLE_LENGTH = 260;

/** A headline stands among the first lines that are no clutter. */
const TITLE_LINES = 3;

/** What separates a headline from the site's name in the title of a page. */
const TITLE_SEPARATOR = /\s+[|–—•·»:-]+\s+/;

/** A line that can be a headline: short, no end of sentence, not all dates and numbers. */
function isHeadline(piece: Piece): boolean {
  if (piece.kind !== "paragraph" && piece.kind !== "heading") return false;
  if (piece.text.length > MAX_TITLE_LENGTH || !/\p{L}{2}/u.test(piece.text)) return false;
  return !/(?:\.|[.!?][”"’]|,|;|:)$/.test(piece.text.replace(/\b(?:\p{Lu}\.)+$/u, ""));
}

/** The first line that reads like a headline and has a text after it. */
function headlineOf(pieces: readonly Piece[]): string | null {
  const marked = pieces.find((piece) => piece.kind === "title");
  if (marked !== undefined) return marked.text;
  const lines = pieces.filter((piece) => piece.kind !== "caption").slice(0, TITLE_LINES);
  const found = lines.findIndex(isHeadline);
  const rest = pieces.filter((piece) => piece.kind === "paragraph").length;
  return found === 0 && rest > 1 ? (lines[0]?.text ?? null) : null;
}

/** The page's title without the site's name, which stands after (or before) the last separator. */
export function withoutSite(title: string, outlet: string | undefined): string {
  const parts = collapse(title).split(TITLE_SEPARATOR);
  if (parts.length < 2 || outlet === undefined) return collapse(title);
  const site = bare(outlet);
  const isSite = (part: string): boolean =>
    bare(part) !== "" && (bare(part) === site || site.includes(bare(part)) || bare(part).includes(site));
  const clean = collapse(title);
  const last = parts.at(-1) ?? "";
  const first = parts[0] ?? "";
  if (isSite(last)) return clean.slice(0, clean.length - last.length).replace(/\s+[|–—•·»:-]+\s*$/, "");
  if (isSite(first)) return clean.slice(first.length).replace(/^\s*[|–—•·»:-]+\s+/, "");
  return clean;
}

/**
 * Puts the title first and once. `known` is the title given or found in the page's metadata; without one
 * the first line that reads like a headline is taken.
 */
export function placeTitle(draft: Draft, known: string | undefined): Draft {
  const title = known ?? headlineOf(draft.pieces);
  if (title === null || title === "") return draft;
  const key = bare(title);
  const same = draft.pieces.filter((piece) => bare(piece.text) === key);
  const dropped = same.slice(1).map((piece) => ({ text: piece.text, reason: "repeated-title" }));
  const rest = draft.pieces.filter((piece) => bare(piece.text) !== key);
  const others = rest.map((piece): Piece => (piece.kind === "title" ? { ...piece, kind: "heading" } : piece));
  const { title: _before, ...metadata } = draft.metadata;
  return {
    metadata: { ...metadata, title },
    pieces: [{ kind: "title", text: title }, ...others],
    dropped: [...draft.dropped, ...dropped],
  };
}
