import type { Draft, Piece } from "./draft.ts";
import type { ArticleTables } from "./tables.ts";

/** A caption has words of its own before the credit. */
const MIN_CAPTION_WORDS = 3;

/** Longer than any caption with a credit seen in practice; a longer line is a paragraph. */
const MAX_CAPTION_LENGTH = 900;

/** Whether the line ends in the credit of a photograph. */
export function creditsPhoto(text: string, tables: ArticleTables): boolean {
  if (text.length > MAX_CAPTION_LENGTH) return false;
  return tables.captions.some((rule) => {
    const match = rule.pattern.exec(text);
    if (match === null) return false;
    return text.slice(0, match.index).split(/\s+/).length >= MIN_CAPTION_WORDS;
  });
}

/** Marks the lines that stand under photographs. */
export function markCaptions(draft: Draft, tables: ArticleTables): Draft {
  const pieces = draft.pieces.map((piece): Piece => {
    const open = piece.kind === "paragraph" || piece.kind === "list-item" || piece.kind === "heading";
    return open && creditsPhoto(piece.text, tables) ? { ...piece, kind: "caption" } : piece;
  });
  return { ...draft, pieces };
}
