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

/**
 * The content with the captions that the library left out: those of photographs between the headline and
 * the last paragraph, each before the block that follows it on the page.
 */
export function withCaptions(extract: Extract): readonly Piece[] {
  const { page, content } = extract;
  const bounds = boundsOf(extract);
  if (bounds === null) return content;
  const texts = new Set(content.map(({ text }) => text));
  const lost = new Map<string, Piece[]>();
  let waiting: Piece[] = [];
  for (const piece of page.slice(bounds.from + 1, bounds.to + 1)) {
    if (texts.has(piece.text)) {
      if (waiting.length > 0 && !lost.has(piece.text)) lost.set(piece.text, waiting);
      waiting = [];
    } else if (isCaption(piece)) waiting.push(piece);
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
