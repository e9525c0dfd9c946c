import type { Dropped } from "../model/article.ts";
import { byline } from "./byline.ts";
import { findDay } from "./day.ts";
import { bare, type Draft, type Metadata, mergeMetadata, type Piece } from "./draft.ts";
import { noteKind } from "./notes.ts";
import type { ArticleTables, ClutterRule } from "./tables.ts";

/** Clutter lines are short; a longer line is a paragraph of the report, whatever words it begins with. */
const MAX_CLUTTER_LENGTH = 420;
/** A paragraph of the report itself has at least so many characters. */
const MIN_BODY_LENGTH = 100;
/** How many glued pieces one paragraph may end with. */
const MAX_TAILS = 4;
/** Lines of a list of other stories are headlines: not longer than this. */
const MAX_LISTED_LENGTH = 140;
/** A list of other stories has no more lines. */
const MAX_LISTED = 12;

/** What clean-up gathers on its way through the pieces. */
interface Cleaned {
  readonly pieces: Piece[];
  readonly dropped: Dropped[];
  metadata: Metadata;
}

/** What clean-up works with. */
interface Cleaning {
  readonly into: Cleaned;
  readonly tables: ArticleTables;
}

/** What the named groups of a rule's pattern tell of the report. */
export function told(
  groups: Readonly<Record<string, string | undefined>> | undefined,
  tables: ArticleTables,
): Metadata {
  const { outlet, author, agency, date, url } = groups ?? {};
  const day = date === undefined ? null : findDay(date);
  return {
    ...(outlet ? { outlet: outlet.trim() } : {}),
    ...(author ? { authors: byline(author) } : {}),
    ...(agency ? { agency: agencyName(agency, tables) } : {}),
    ...(day ? { publishedInText: day } : {}),
    ...(url ? { url } : {}),
  };
}

/** The name under which the agency is kept, whatever form it is credited in. */
export function agencyName(form: string, tables: ArticleTables): string {
  return tables.agencies.find((rule) => rule.pattern.test(form))?.name ?? form;
}

/** A rule that fits, with what it found. */
interface Found {
  readonly rule: ClutterRule;
  readonly match: RegExpExecArray;
}

/** The first rule for whole lines that fits the piece; `above` tells whether the text has not begun yet. */
function lineRule(piece: Piece, tables: ArticleTables, above: boolean): Found | null {
  if (piece.text.length > MAX_CLUTTER_LENGTH || piece.kind === "title") return null;
  for (const rule of tables.clutter) {
    if (rule.where === "tail" || rule.where === "head" || (rule.where === "top" && !above)) continue;
    const match = rule.pattern.exec(piece.text);
    if (match !== null) return { rule, match };
  }
  return null;
}

/** A headline in a list of other stories: short, no sentence, and no clutter of another kind. */
function isListed(piece: Piece, tables: ArticleTables): boolean {
  const isHeadline = piece.text.length <= MAX_LISTED_LENGTH && !/[.!”"]$/.test(piece.text);
  return (
    (isHeadline || piece.kind === "list-item") &&
    piece.kind !== "title" &&
    lineRule(piece, tables, false) === null
  );
}

/** Number of pieces at the start of the given ones that belong to a list of other stories. */
function countListed(pieces: readonly Piece[], tables: ArticleTables): number {
  const end = pieces.slice(0, MAX_LISTED).findIndex((piece) => !isListed(piece, tables));
  return end < 0 ? Math.min(pieces.length, MAX_LISTED) : end;
}

/** Takes off what is glued to the end of a paragraph, piece by piece. */
function cutTails(piece: Piece, cleaning: Cleaning): Piece {
  let left = piece;
  for (let round = 0; round < MAX_TAILS; round++) {
    const cut = cutGlued(left, "tail", cleaning);
    if (cut === left) break;
    left = cut;
  }
  return left;
}

/** Takes off what is glued to one end of a paragraph, and keeps what it tells. */
function cutGlued(piece: Piece, where: "head" | "tail", { into, tables }: Cleaning): Piece {
  const found = piece.kind === "caption" ? null : gluedTo(piece.text, where, tables);
  if (found === null) return piece;
  const { rule, match } = found;
  into.dropped.push({ text: match[0].trim(), reason: rule.id });
  into.metadata = mergeMetadata(into.metadata, told(match.groups, tables));
  const rest = piece.text.slice(0, match.index) + piece.text.slice(match.index + match[0].length);
  return { ...piece, text: rest.trimEnd() };
}

function gluedTo(text: string, where: "head" | "tail", tables: ArticleTables): Found | null {
  for (const rule of tables.clutter) {
    if (rule.where !== where) continue;
    const match = rule.pattern.exec(text);
    if (match !== null && match[0].length < text.length) return { rule, match };
  }
  return null;
}

/** Whether the text of the report has begun: dates that stand alone below are part of it. */
function hasBegun(pieces: readonly Piece[]): boolean {
  return pieces.some((piece) => piece.kind === "paragraph" && piece.text.length >= MIN_BODY_LENGTH);
}

/** The title or clutter with which the piece begins, line by line, and the rest of it. */
function peel(piece: Piece, title: string, tables: ArticleTables): readonly Piece[] {
  const lines = (piece.lines ?? []).map((text): Piece => ({ kind: piece.kind, text }));
  const rest = lines.findIndex((line) => bare(line.text) !== title && lineRule(line, tables, true) === null);
  if (rest <= 0 || piece.kind === "caption") return [piece];
  const text = lines
    .slice(rest)
    .map((line) => line.text)
    .join(" ");
  return [...lines.slice(0, rest), { ...piece, text }];
}

/** Old pages break lines where newer ones begin paragraphs: title, byline and date are taken off the text. */
export function peelLines(draft: Draft, tables: ArticleTables): Draft {
  const title = bare(draft.metadata.title ?? "");
  return { ...draft, pieces: draft.pieces.flatMap((piece) => peel(piece, title, tables)) };
}

/** So much of the words of a report stands above the line that ends it. */
const END_SHARE = 0.6;

/** Whether most of the words stand above the piece at `index`. */
function isLate(pieces: readonly Piece[], index: number): boolean {
  const length = (some: readonly Piece[]): number => some.reduce((sum, { text }) => sum + text.length, 0);
  return length(pieces.slice(0, index)) >= length(pieces) * END_SHARE;
}

/** What stands below the end of a report is none of it, but notes on it and credits are. */
function dropBelow(pieces: readonly Piece[], reason: string, { into, tables }: Cleaning): void {
  for (const piece of pieces) {
    if (noteKind(piece.text, tables.notes) !== null) {
      into.pieces.push(piece);
      continue;
    }
    into.dropped.push({ text: piece.text, reason });
    const { agency } = told(lineRule(piece, tables, false)?.match.groups, tables);
    if (agency !== undefined) into.metadata = mergeMetadata(into.metadata, { agency });
  }
}

/** Drops the pieces that are clutter, and keeps what they tell of the report. */
export function dropClutter(draft: Draft, tables: ArticleTables): Draft {
  const into: Cleaned = { pieces: [], dropped: [...draft.dropped], metadata: draft.metadata };
  let above = true;
  for (let index = 0; index < draft.pieces.length; index++) {
    const piece = draft.pieces[index] as Piece;
    above = above && !hasBegun(into.pieces.slice(-1));
    const found = lineRule(piece, tables, above);
    if (found === null) {
      const opened = above ? cutGlued(piece, "head", { into, tables }) : piece;
      into.pieces.push(cutTails(opened, { into, tables }));
      continue;
    }
    const listed = found.rule.where === "list" ? countListed(draft.pieces.slice(index + 1), tables) : 0;
    for (const lost of draft.pieces.slice(index, index + 1 + listed)) {
      into.dropped.push({ text: lost.text, reason: found.rule.id });
    }
    // What a caption tells is told of the photograph.
    if (piece.kind !== "caption")
      into.metadata = mergeMetadata(into.metadata, told(found.match.groups, tables));
    index += listed;
    if (found.rule.where === "end" && isLate(draft.pieces, index)) {
      dropBelow(draft.pieces.slice(index + 1), found.rule.id, { into, tables });
      break;
    }
  }
  return { ...into, pieces: into.pieces.filter((piece) => piece.text !== "") };
}

/** A line shorter than this may stand twice in a report on purpose ("Yes."). */
const MIN_REPEATED_LENGTH = 30;

/** What stands so often is no repetition of the page's: an interview asks everybody the same. */
const REFRAIN_FROM = 3;
/** And no interview asks so often. */
const REFRAIN_BELOW = 100;

/** Keeps the first of pieces that say the same: pages repeat captions, standfirsts and their own title. */
export function dropRepeats(draft: Draft): Draft {
  const counts = new Map<string, number>();
  for (const { text } of draft.pieces) counts.set(bare(text), (counts.get(bare(text)) ?? 0) + 1);
  const seen = new Set<string>();
  const dropped = [...draft.dropped];
  const pieces = draft.pieces.filter(({ kind, text }) => {
    const key = bare(text);
    const count = counts.get(key) ?? 0;
    const isRefrain = kind !== "caption" && count >= REFRAIN_FROM && count < REFRAIN_BELOW;
    const repeated = seen.has(key) && text.length >= MIN_REPEATED_LENGTH && !isRefrain;
    seen.add(key);
    if (repeated) dropped.push({ text, reason: `repeated-${kind}` });
    return !repeated;
  });
  return { ...draft, pieces, dropped };
}
