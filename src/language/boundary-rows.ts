import { hashText } from "./hash.ts";
import type { BoundaryRules } from "./rules.ts";
import type { RawToken } from "./split-tokens.ts";
import { wordKey } from "./words.ts";

/** Columns of a row: the first three of a token, the others of how far the reading has come. */
export const MARK = {
  /** Hash of the lower-cased form. */
  key: 0,
  kind: 1,
  /** Whether no space stands before the token. */
  glued: 2,
  /** Whether the rules put a boundary here. */
  verdict: 3,
  /** Tokens since the sentence began, in steps. */
  since: 4,
  /** Tokens until the block ends, in steps. */
  until: 5,
  /** Whether the sentence opens the block. */
  first: 6,
  /** Whether the block ends as running text does; a heading does not. */
  closed: 7,
  quoted: 8,
  bracketed: 9,
} as const;

/** Number of columns. */
export const MARKS = 10;

/** Kinds of tokens by their looks: the first that fits. Their order is part of the trained model. */
const PATTERNS = {
  stop: /^\.$/,
  end: /^(?:[.!?。]+|…)$/u,
  closeQuote: /^(?:["”’'»]|''|’’)$/u,
  openQuote: /^(?:[“‘«]|``|‘’)$/u,
  openBracket: /^[([{]$/,
  closeBracket: /^[)\]}]$/,
  hyphen: /^-$/,
  dash: /^(?:-+|[–—―]+)$/u,
  comma: /^,$/,
  semicolon: /^;$/,
  colon: /^:$/,
  smiley: /^[:;]-?[()]$/,
  address: /^https?:|^www\.|@|\.(?:com|org|net)$/u,
  smallNumber: /^\d{1,2}$/,
  number: /^\d+$/,
  figure: /^\d/,
  smallName: /^\p{Ll}+\p{Lu}/u,
  initial: /^\p{Lu}\.$/u,
  abbreviation: /\.$/,
  capital: /^\p{Lu}$/u,
  capitals: /^\p{Lu}+$/u,
  capitalised: /^\p{Lu}/u,
  lower: /^\p{Ll}/u,
} as const;

type Kind = keyof typeof PATTERNS;

const KINDS = Object.keys(PATTERNS) as Kind[];
const TESTS = Object.values(PATTERNS);

/** The number of a kind, 1 and up. */
function numberOf(kind: Kind): number {
  return KINDS.indexOf(kind) + 1;
}

const CAPITALISED = numberOf("capitalised");
const LOWER = numberOf("lower");
const COMMA = numberOf("comma");
const DASHES = new Set((["hyphen", "dash"] as const).map(numberOf));
const ENDS = new Set((["stop", "end", "closeQuote"] as const).map(numberOf));
const CLOSING = new Set([...ENDS, numberOf("closeBracket")]);

/** Kind of a capitalised word that commonly opens a sentence. */
const OPENER = KINDS.length + 1;

/** Kinds from here on are of single characters such as "*". */
const CHARACTERS = OPENER + 1;

function kindOf(word: string, rules: BoundaryRules): number {
  const kind = TESTS.findIndex((pattern) => pattern.test(word)) + 1;
  if (kind === 0) return CHARACTERS + word.charCodeAt(0);
  return kind === CAPITALISED && rules.openers.has(word.toLowerCase()) ? OPENER : kind;
}

/** The rows of a block's tokens, one after the other. */
export function markRows(text: string, tokens: readonly RawToken[], rules: BoundaryRules): Int32Array {
  const rows = new Int32Array(tokens.length * MARKS);
  tokens.forEach(({ start, end }, i) => {
    const word = text.slice(start, end);
    rows[i * MARKS + MARK.key] = hashText(wordKey(word));
    rows[i * MARKS + MARK.kind] = kindOf(word, rules);
    rows[i * MARKS + MARK.glued] = tokens[i - 1]?.end === start ? 2 : 1;
  });
  return rows;
}

function kindAt(rows: Int32Array, index: number): number {
  return rows[index * MARKS + MARK.kind] as number;
}

/** Whether the token at `index` stands amid running lower-case words, where no sentence begins. */
export function isRunning(rows: Int32Array, index: number): boolean {
  const before = kindAt(rows, index - 1);
  return kindAt(rows, index) === LOWER && (before === LOWER || before === COMMA);
}

/** Whether the token at `index` follows a dash that names whose words stood before it: "It works." — Ono. */
export function isSigned(rows: Int32Array, index: number): boolean {
  return index > 1 && DASHES.has(kindAt(rows, index - 1)) && ENDS.has(kindAt(rows, index - 2));
}

/** Whether the block ends as running text does. */
export function isClosed(rows: Int32Array): boolean {
  return CLOSING.has(kindAt(rows, rows.length / MARKS - 1));
}

/** Tells, token by token, whether a quotation or a bracket is open. */
export class Enclosure {
  quoted = false;
  bracketed = false;

  take(word: string): void {
    if (word === '"') this.quoted = !this.quoted;
    else if (word === "“" || word === "”") this.quoted = word === "“";
    else if (word === "(" || word === ")") this.bracketed = word === "(";
  }
}
