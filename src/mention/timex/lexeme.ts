/** What stands between a lexeme and the one before it. */
export type Gap = "none" | "space" | "hyphen" | "break";

/** A word, number or sign of the text. A hyphen between two words is no lexeme but the gap of the second. */
export interface Lexeme {
  readonly start: number;
  readonly end: number;
  /** In lower case, with a straight apostrophe. */
  readonly word: string;
  readonly capital: boolean;
  readonly digits: boolean;
  readonly gap: Gap;
}

// Groups: a hyphen before a word, figures. They have no names, because named groups cost an object for each match.
// Every quantifier is over one class of characters or has a bound, so that hostile text costs linear time.
const LEXEME =
  /([-‐‑–](?=[\p{L}\p{N}]))|(\d{1,3}(?:,\d{3}){1,4}(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)|[ap]\.\s?m\b\.?|o['’]clock|['’](?:s|ll|re|ve|d|m)(?!\p{L})|\p{L}+|[^\s]/iuy;

const WORD_END = /[\p{L}\p{N}.]/u;

/** Splits a text into lexemes. */
export function lexemes(text: string): readonly Lexeme[] {
  const found: Lexeme[] = [];
  let end = 0;
  let hyphen = false;
  for (let start = nextSign(text, 0); start < text.length; start = nextSign(text, end)) {
    const gap = hyphen ? "hyphen" : gapBetween(text, end, start);
    const plain = endOfPlain(text, start);
    if (plain > start) {
      found.push(plainLexeme(text, start, { end: plain, gap }));
      end = plain;
      hyphen = false;
      continue;
    }
    LEXEME.lastIndex = start;
    const match = LEXEME.exec(text);
    const joins = match?.[1] !== undefined && start === end && start > 0;
    hyphen = joins && WORD_END.test(text.charAt(start - 1));
    if (match && !hyphen) found.push(lexeme(match[0], { start, gap, digits: match[2] !== undefined }));
    end = start + (match?.[0].length ?? 1);
  }
  return found;
}

const SPACE = 32;
const LAST_ASCII = 127;

function isSpace(code: number): boolean {
  if (code > LAST_ASCII) return /\s/u.test(String.fromCharCode(code));
  return code === SPACE || (code >= 9 && code <= 13);
}

/** The next place from one on that is no space. */
function nextSign(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function isLetter(code: number): boolean {
  const small = code | SPACE;
  return small >= 97 && small <= 122;
}

/** Signs that may be more than a sign: a hyphen, an apostrophe. */
const JOINING = new Set(["-", "'"].map((sign) => sign.charCodeAt(0)));
/** Signs after a single letter that may go on with it: "a.m.", "o'clock". */
const CONTINUING = new Set([".", "'", "’"].map((sign) => sign.charCodeAt(0)));

/** The end of a word of plain letters or of a plain sign, which most are; `start` where the pattern must tell. */
function endOfPlain(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (!isLetter(first)) {
    const plain = first <= LAST_ASCII && !(first >= 48 && first <= 57) && !JOINING.has(first);
    return plain ? start + 1 : start;
  }
  let end = start + 1;
  while (end < text.length && isLetter(text.charCodeAt(end))) end += 1;
  const next = end < text.length ? text.charCodeAt(end) : 0;
  const more = end === start + 1 ? CONTINUING.has(next) || next > LAST_ASCII : next > LAST_ASCII;
  return more ? start : end;
}

function plainLexeme(text: string, start: number, { end, gap }: { end: number; gap: Gap }): Lexeme {
  const first = text.charCodeAt(start);
  const words = text.slice(start, end);
  return {
    start,
    end,
    word: words.toLowerCase(),
    capital: first >= 65 && first <= 90,
    digits: false,
    gap,
  };
}

function lexeme(words: string, at: { start: number; gap: Gap; digits: boolean }): Lexeme {
  const lower = words.toLowerCase();
  return {
    start: at.start,
    end: at.start + words.length,
    word: lower.includes("’") ? lower.replace("’", "'") : lower,
    capital: words.charAt(0) !== lower.charAt(0),
    digits: at.digits,
    gap: at.gap,
  };
}

function gapBetween(text: string, from: number, to: number): Gap {
  if (from === to) return from === 0 ? "break" : "none";
  // Two line breaks divide; nearly all gaps are one space.
  if (to - from === 1) return "space";
  const line = text.indexOf("\n", from);
  const next = line < 0 || line >= to ? -1 : text.indexOf("\n", line + 1);
  return next >= 0 && next < to ? "break" : "space";
}
