import type { Block } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";

/** Words between quotation marks. */
export interface QuotedSpan {
  /** With the marks. */
  readonly outer: Span;
  /** Without the marks. */
  readonly inner: Span;
  /** False where the block ends before the mark is closed: the next paragraph goes on. */
  readonly closed: boolean;
  /** Index of the block. */
  readonly block: number;
}

/** How a mark can be closed. Longer marks stand first, so that `''` is not taken for two apostrophes. */
const CLOSERS: readonly (readonly [string, string])[] = [
  ["``", "''"],
  ["''", "''"],
  ["“", "”"],
  ["„", "”“"],
  ["”", "”"],
  ["«", "»"],
  ["»", "«"],
  ["‹", "›"],
  ['"', '"'],
  ["‘", "’"],
  ["'", "'"],
];

/** Short forms whose apostrophe stands before the word: 'em, '90s. */
const ELISION = /^['’‘](?:\d0s|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b|n['’]|round\b|bout\b)/i;

/** Single marks may be apostrophes; double ones may not. */
const SINGLE = "'’‘";

interface Scan {
  readonly text: string;
  readonly block: Block;
  /** Closing marks that the block has no more of: they need not be looked for again. */
  readonly missing: Set<string>;
}

/** What outlets type for a closing mark now and then, where the right one does not come before the next quotation. */
const MISTYPED: Readonly<Record<string, RegExp>> = {
  "”": /(?<=[^\s([])["“](?=$|[\s,.;:)])/,
  '"': /(?<=[^\s([])”(?=$|[\s,.;:)])/,
};

/** How far a mistyped closing mark is looked for, in UTF-16 code units: a long paragraph. */
const LONGEST = 3000;

/** Another quotation that opens: before it the one before has ended. */
const NEXT_OPENING: Readonly<Record<string, RegExp>> = {
  "”": /(?:^|\s)“(?=\S)/,
  '"': /\s["“](?=[\p{L}\p{N}])/u,
};

function isWordChar(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}]/u.test(char);
}

/** The mark that opens a quotation here, if one does. */
function opener(scan: Scan, at: number): readonly [string, string] | undefined {
  const { text, block } = scan;
  const pair = CLOSERS.find(([open]) => text.startsWith(open, at));
  if (!pair) return undefined;
  const before = at > block.start ? text[at - 1] : undefined;
  const after = text[at + pair[0].length];
  if (at + pair[0].length >= block.end || after === undefined || /\s/.test(after)) return undefined;
  const directed = "“„«‹".includes(pair[0]) || pair[0] === "``";
  if (!directed && before !== undefined && !/[\s([{—–\-/“"‘']/.test(before)) return undefined;
  if (SINGLE.includes(pair[0]) && (ELISION.test(text.slice(at, at + 8)) || !isWordChar(after)))
    return undefined;
  return pair;
}

/** Whether a mark at this place closes the quotation. A single mark inside a word or after a plural does not. */
function closes(scan: Scan, at: number, close: string): boolean {
  const { text, block } = scan;
  const mark =
    close.length === 2 && close !== "''" ? [...close].find((each) => text.startsWith(each, at)) : close;
  if (mark === undefined || !text.startsWith(mark, at)) return false;
  if (!SINGLE.includes(mark))
    return mark !== '"' || !/[\s([]/.test(text[at - 1] ?? " ") || at + 1 === block.end;
  if (isWordChar(text[at + 1]) || /\s/.test(text[at - 1] ?? " ")) return false;
  const plural = text[at - 1] === "s" && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 3));
  return !plural || !laterSingle(scan, at + 1, mark);
}

/** Whether a single mark further on closes more surely: after punctuation. */
function laterSingle(scan: Scan, from: number, mark: string): boolean {
  const rest = scan.text.slice(from, scan.block.end);
  const next = rest.search(mark === "’" ? /[.,?!]’/ : /[.,?!]'/);
  const reopened = rest.search(/\s['‘]\p{L}/u);
  return next >= 0 && (reopened < 0 || next < reopened);
}

/** The first mark from here on that closes the quotation; -1 where the block has none. */
function findClose(scan: Scan, from: number, close: string): number {
  if (scan.missing.has(close)) return -1;
  for (let at = from; at < scan.block.end; at++) if (closes(scan, at, close)) return at;
  scan.missing.add(close);
  return -1;
}

/** The mark that was meant to close the quotation: another one where the next quotation opens before the right one. */
function findEnd(scan: Scan, from: number, close: string): number {
  const end = findClose(scan, from, close);
  const [mistyped, opening] = [MISTYPED[close], NEXT_OPENING[close]];
  if (!mistyped || !opening) return end;
  const words = scan.text.slice(from, end < 0 ? Math.min(scan.block.end, from + LONGEST) : end);
  const next = words.search(opening);
  if (next < 0 && end >= 0) return end;
  const other = (next < 0 ? words : words.slice(0, next)).search(mistyped);
  return other < 0 ? end : from + other;
}

/** A quotation left open counts only at the start of a block or after a colon or comma: else a mark is missing. */
function mayStayOpen(scan: Scan, at: number, open: string): boolean {
  if (SINGLE.includes(open)) return false;
  if (at === scan.block.start) return true;
  let before = at - 1;
  while (before > scan.block.start && /\s/.test(scan.text[before] ?? "")) before--;
  return /[:,]/.test(scan.text[before] ?? "");
}

/** The quotation that opens at this place; inner ones are part of it. */
function quotedAt(scan: Scan, at: number, block: number): QuotedSpan | undefined {
  const pair = opener(scan, at);
  if (!pair) return undefined;
  const start = at + pair[0].length;
  const end = findEnd(scan, start, pair[1]);
  if (end >= 0) {
    const width = pair[1] === "''" ? 2 : 1;
    return { outer: { start: at, end: end + width }, inner: { start, end }, closed: true, block };
  }
  if (!mayStayOpen(scan, at, pair[0])) return undefined;
  const blockEnd = scan.block.end;
  return { outer: { start: at, end: blockEnd }, inner: { start, end: blockEnd }, closed: false, block };
}

/** Finds the quoted spans of a text, outermost only, by every kind of quotation mark. */
export function findQuotedSpans(text: string, blocks: readonly Block[]): QuotedSpan[] {
  const found: QuotedSpan[] = [];
  blocks.forEach((block, index) => {
    const scan = { text, block, missing: new Set<string>() };
    for (let at = block.start; at < block.end; at++) {
      const quoted = quotedAt(scan, at, index);
      if (!quoted) continue;
      found.push(quoted);
      at = quoted.outer.end - 1;
    }
  });
  return found;
}
