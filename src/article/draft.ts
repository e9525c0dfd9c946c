import type { BlockKind, Dropped } from "../model/article.ts";
import type { Stamp } from "./stamp.ts";

/** A stretch of a page that stands by itself (a line, a paragraph), with what it is held to be so far. */
export interface Piece {
  readonly kind: BlockKind;
  readonly text: string;
  /** Its lines, where the page breaks it without ending it. */
  readonly lines?: readonly string[];
  /** Whether all of its words are a link. */
  readonly linked?: boolean;
}

/** A date that a page or a text states as its own. */
export interface StatedDate {
  readonly stamp: Stamp;
  /** What states it, in words. */
  readonly source: string;
  readonly basis: "metadata" | "url" | "text";
}

/** What a page says of itself, outside or beside its text. Every field is as the page has it. */
export interface Metadata {
  readonly title?: string;
  readonly url?: string;
  readonly outlet?: string;
  readonly authors?: readonly string[];
  readonly agency?: string;
  /** A day (`2016-08-30`) from structured metadata. */
  readonly published?: string;
  /** A day or a moment (`2016-08-30T10:15+09:00`) from words that a reader sees. */
  readonly publishedInText?: string;
  /** The same for the last change. */
  readonly updatedInText?: string;
  /** All that states when the report appeared, most telling first; wins over `published`. */
  readonly dates?: readonly StatedDate[];
  /** The same for its last change. */
  readonly updates?: readonly StatedDate[];
  /** When the page was saved, as the archive that saved it says. */
  readonly fetched?: string;
  /** BCP 47. */
  readonly language?: string;
}

/** A report on its way from bytes to article. */
export interface Draft {
  readonly metadata: Metadata;
  readonly pieces: readonly Piece[];
  readonly dropped: readonly Dropped[];
}

/** First of the two that says something, field by field. */
export function mergeMetadata(first: Metadata, second: Metadata): Metadata {
  const said = Object.entries(first).filter(([, value]) => value !== undefined && value.length > 0);
  return { ...second, ...Object.fromEntries(said) };
}

/** Text with every run of white space as one space, and without characters that show nothing. */
export function collapse(text: string): string {
  return text
    .replace(/\u00AD|\u200B|\u200C|\u200D|\u2060|\uFEFF/g, "")
    .replace(/[\s\u00A0]+/g, " ")
    .trim();
}

/** Text reduced to its letters and digits, to compare what two places print of it. */
export function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
