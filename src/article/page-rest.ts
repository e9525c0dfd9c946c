import { dropClutter } from "./clean.ts";
import { bare, type Draft, type Metadata, type Piece } from "./draft.ts";
import type { ArticleTables } from "./tables.ts";

/** A caption of fewer words is a label or a credit. */
const MIN_CAPTION_WORDS = 4;

/** A page and what the library took for the report on it, both in order. */
export interface Extract {
  readonly page: readonly Piece[];
  readonly content: readonly Piece[];
  readonly metadata: Metadata;
}

/** Where the report begins and ends among the blocks of the page: after its headline, with its last paragraph. */
function boundsOf({
  page,
  content,
  metadata,
}: Extract): { readonly from: number; readonly to: number } | null {
  const title = bare(metadata.title ?? "");
  const from = title === "" ? -1 : page.findIndex(({ text }) => bare(text) === title);
  const texts = new Set(content.filter(({ kind }) => kind === "paragraph").map(({ text }) => text));
  const to = page.findLastIndex(({ kind, text }) => kind === "paragraph" && texts.has(text));
  return from < 0 || to < from ? null : { from, to };
}

function isCaption(piece: Piece): boolean {
  return piece.kind === "caption" && !piece.linked && piece.text.split(" ").length >= MIN_CAPTION_WORDS;
}

/** A paragraph of sentences has at least so many characters. */
const MIN_PARAGRAPH_LENGTH = 60;
/** A box between two paragraphs of a report has more of them; one or two were lost by the library. */
const MOST_LOST = 2;

function isSentence({ kind, text, linked }: Piece): boolean {
  return kind === "paragraph" && !linked && text.length >= MIN_PARAGRAPH_LENGTH && /[.!?]["”’)]?$/.test(text);
}

/** What of the blocks between two blocks of the report belongs to it: captions, and a lost paragraph or two. */
function lostOf(gap: readonly Piece[], inside: boolean): readonly Piece[] {
  const sentences = gap.filter(isSentence);
  const keepSentences = inside && sentences.length <= MOST_LOST;
  return gap.filter((piece) => isCaption(piece) || (keepSentences && isSentence(piece)));
}

/**
 * The content with what the library left out of it: the captions of photographs between the headline and
 * the last paragraph, and single paragraphs between others, each before the block that follows it on the page.
 */
export function withLost(extract: Extract): readonly Piece[] {
  const { page, content } = extract;
  const bounds = boundsOf(extract);
  if (bounds === null) return content;
  const texts = new Set(content.map(({ text }) => text));
  const lost = new Map<string, readonly Piece[]>();
  let gap: Piece[] = [];
  let inside = false;
  for (const piece of page.slice(bounds.from + 1, bounds.to + 1)) {
    if (!texts.has(piece.text)) {
      gap.push(piece);
      continue;
    }
    if (gap.length > 0 && !lost.has(piece.text)) lost.set(piece.text, lostOf(gap, inside));
    gap = [];
    inside ||= isSentence(piece);
  }
  return content.flatMap((piece) => {
    const before = lost.get(piece.text) ?? [];
    lost.delete(piece.text);
    return [...before, piece];
  });
}

/** Who the lines between headline and text credit with it; the library takes bylines for clutter. */
export function agencyAbove(extract: Extract, tables: ArticleTables): string | undefined {
  const { page, content } = extract;
  const bounds = boundsOf(extract);
  if (bounds === null) return undefined;
  const texts = new Set(content.map(({ text }) => text));
  const after = page.slice(bounds.from + 1);
  const above = after.slice(
    0,
    after.findIndex(({ text }) => texts.has(text)),
  );
  const pieces = above.filter(({ kind }) => kind !== "caption");
  const draft: Draft = { metadata: {}, pieces, dropped: [] };
  return dropClutter(draft, tables).metadata.agency;
}
