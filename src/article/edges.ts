import type { Draft, Piece } from "./draft.ts";

/** Labels over a report have at most so many words: "Gulf of Mexico", "World news". */
const MAX_LABEL_WORDS = 4;

/** And so many characters, for scripts without spaces. */
const MAX_LABEL_LENGTH = 40;

function isLabel(piece: Piece): boolean {
  if (piece.kind !== "paragraph" && piece.kind !== "list-item") return false;
  if (piece.text.length > MAX_LABEL_LENGTH || /[.!?:”"’)—–。！？」]$/.test(piece.text)) return false;
  return piece.text.split(" ").length <= MAX_LABEL_WORDS;
}

/** The labels between the title and the first line of the report itself. */
function labelsAbove(pieces: readonly Piece[]): ReadonlySet<Piece> {
  const body = pieces.filter((piece) => piece.kind !== "title" && piece.kind !== "caption");
  const first = body.findIndex((piece) => !isLabel(piece));
  return new Set(body.slice(0, Math.max(0, first)));
}

/** Number of pieces at the end that are headings of nothing. */
function headingsAtEnd(pieces: readonly Piece[]): number {
  const last = pieces.findLastIndex((piece) => piece.kind !== "heading");
  return pieces.length - 1 - last;
}

/**
 * Drops what the cut out of a page leaves at its edges: the name of a section above the text, headings of
 * boxes below it.
 */
export function trimEdges(draft: Draft): Draft {
  const end = draft.pieces.length - headingsAtEnd(draft.pieces);
  const labels = labelsAbove(draft.pieces);
  const kept = draft.pieces.slice(0, end).filter((piece) => !labels.has(piece));
  if (kept.every((piece) => piece.kind === "title")) return draft;
  const dropped = [
    ...[...labels].map((piece) => ({ text: piece.text, reason: "label-above" })),
    ...draft.pieces.slice(end).map((piece) => ({ text: piece.text, reason: "heading-of-nothing" })),
  ];
  return { ...draft, pieces: kept, dropped: [...draft.dropped, ...dropped] };
}
