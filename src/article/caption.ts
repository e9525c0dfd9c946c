import type { Draft, Piece } from "./draft.ts";
import type { ArticleTables } from "./tables.ts";

/** A caption has words of its own before the credit. */
const MIN_CAPTION_WORDS = 3;
/** A line that opens with "FILE PHOTO:" goes on with words of its own. */
const MIN_LINE_WORDS = 6;
/** Longer than any caption with a credit seen in practice; a longer line is a paragraph. */
const MAX_CAPTION_LENGTH = 900;
/** A credit in a line of its own, under the caption, is short. */
const MAX_CREDIT_LENGTH = 80;

function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => word !== "").length;
}

/** Whether the line ends in the credit of a photograph, or opens as agencies' photographs do. */
export function creditsPhoto(text: string, tables: ArticleTables): boolean {
  if (text.length > MAX_CAPTION_LENGTH) return false;
  return tables.captions.some((rule) => {
    const match = rule.pattern.exec(text);
    if (match === null) return false;
    // A line that is all credit is no caption; one that opens as photographs do credits nobody by name.
    if (match.index === 0) return match.groups?.credit === "" && wordCount(text) >= MIN_LINE_WORDS;
    return wordCount(text.slice(0, match.index)) >= MIN_CAPTION_WORDS;
  });
}

/** Who is credited for the photographs of the captions, each once. */
export function photoCredits(captions: readonly string[], tables: ArticleTables): readonly string[] {
  const credits = captions.flatMap((text) => {
    const matches = tables.captions.map((rule) => rule.pattern.exec(text)?.groups?.credit);
    return matches.find((credit) => credit) ?? [];
  });
  return [...new Set(credits.map((credit) => credit.replace(/^[\s([]+|[\s)\]]+$/g, "")))];
}

/** Whether the line would be the credit of a caption, if it did not stand by itself. */
function isCredit(text: string, tables: ArticleTables): boolean {
  if (text.length > MAX_CREDIT_LENGTH || /[.!?]$/.test(text)) return false;
  const name = text.replace(/^©\s*/, "");
  const isAgency = tables.agencies.some((rule) => rule.pattern.test(name));
  return isAgency || creditsPhoto(`A photograph of it. ${text}`, tables);
}

/** What pages say before a caption to those who hear them. */
const SPOKEN_LABEL = /^(?:image|media|video|photo) caption[,:]?\s+/i;

/** Marks the lines that stand under photographs. */
export function markCaptions(draft: Draft, tables: ArticleTables): Draft {
  const pieces: Piece[] = [];
  for (const each of draft.pieces) {
    const piece = each.kind === "caption" ? { ...each, text: each.text.replace(SPOKEN_LABEL, "") } : each;
    const open = piece.kind === "paragraph" || piece.kind === "list-item" || piece.kind === "heading";
    const follows = pieces.at(-1)?.kind === "caption" && isCredit(piece.text, tables);
    pieces.push(
      open && (follows || creditsPhoto(piece.text, tables)) ? { ...piece, kind: "caption" } : piece,
    );
  }
  return { ...draft, pieces };
}
