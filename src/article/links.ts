import type { Draft, Piece } from "./draft.ts";

/** A link to another story names it; shorter ones are references, longer ones quoted paragraphs. */
const MIN_WORDS = 3;
const MAX_LENGTH = 200;

/** Reports that consist of links (lists, reviews) keep them: above this share links are the content. */
const MAX_LINKED_SHARE = 0.3;

function isLinkLine(piece: Piece): boolean {
  if (!piece.linked || piece.kind === "title" || piece.kind === "caption") return false;
  return piece.text.split(" ").length >= MIN_WORDS && piece.text.length <= MAX_LENGTH;
}

/** Drops lines that are nothing but a link to another page: "read also" in its many forms. */
export function dropLinkLines(draft: Draft): Draft {
  const lines = draft.pieces.filter(isLinkLine);
  const length = draft.pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  const linked = lines.reduce((sum, piece) => sum + piece.text.length, 0);
  if (lines.length === 0 || linked > length * MAX_LINKED_SHARE) return draft;
  const pieces = draft.pieces.filter((piece) => !isLinkLine(piece));
  const dropped = lines.map((piece) => ({ text: piece.text, reason: "link-line" }));
  return { ...draft, pieces, dropped: [...draft.dropped, ...dropped] };
}
