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
  /([-‐‑–](?=[\p{L}\p{N}]))|(\d{1,3}(?:,\d{3}){1,4}(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)|[ap]\.\s?m\b\.?|o['’]clock|['’](?:s|ll|re|ve|d|m)(?!\p{L})|\p{L}+|[^\s]/giu;

const WORD_END = /[\p{L}\p{N}.]/u;

/** Splits a text into lexemes. */
export function lexemes(text: string): readonly Lexeme[] {
  const found: Lexeme[] = [];
  let end = 0;
  let hyphen = false;
  for (const match of text.matchAll(LEXEME)) {
    const start = match.index;
    if (match[1] !== undefined && start === end && start > 0 && WORD_END.test(text.charAt(start - 1))) {
      hyphen = true;
      end = start + 1;
      continue;
    }
    const gap = hyphen ? "hyphen" : gapBetween(text, end, start);
    found.push(lexeme(match[0], { start, gap, digits: match[2] !== undefined }));
    end = start + match[0].length;
    hyphen = false;
  }
  return found;
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
