import type { Span } from "../model/span.ts";
import type { BoundaryRules } from "./rules.ts";

/** A token before it is tagged. `abbreviation` is set when it ends in a full stop of its own. */
export interface RawToken extends Span {
  readonly abbreviation?: "title" | "plain" | "initial";
}

// Every pattern is sticky and bounded or without nested repetition, so that the whole is linear.
const URL = /(?:https?:\/\/|www\.)[^\s<>"“”]{1,2000}/uy;
const EMAIL = /[\p{L}\p{N}_.+-]{1,64}@[\p{L}\p{N}_-]{1,64}(?:\.[\p{L}\p{N}_-]{1,64}){0,5}/uy;
const HANDLE = /[@#][\p{L}\p{N}_]{2,100}/uy;
const DOMAIN =
  /(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.){1,5}(?:com|org|net|gov|edu|co\.uk|uk|ru|jp|info|tv|io|eu|pdf|docx?|xlsx?|html?|jpg|png|csv|txt)(?![\p{L}\p{N}])/uy;
const RUN =
  /\[(?:\.{3}|…)\]|\.{2,}|-{2,}|[–—―]{2,}|[!?]{2,}|={2,}|\*{2,}|_{2,}|~{2,}|\${2,}|\+{2,}|#{2,}|``|''|’’|‘’|<{2,}|>{2,}|[:;]-?[()](?![\p{L}\p{N}])/uy;
const DATE = /\d{4}-\d{2}-\d{2}(?!\d)|\d{1,4}(?:\/\d{1,4}){1,2}(?!\d)|\d{3}-\d{3,4}(?:-\d{4})?(?!\d)/uy;
const NUMBER = /\d{1,3}(?:,\d{3}){1,8}(?:\.\d+)?(?![\d,]\d)|\d+(?:[.:]\d+){0,8}|\.\d+/uy;
const ORDINAL = /\d+(?:st|nd|rd|th|s|ST|ND|RD|TH)(?![\p{L}\p{N}])/uy;
const UNIT =
  /(?:km|m|k|K|M|B|b|bn|mn|tn|trn|kg|g|mm|cm|pm|am|PM|AM|mph|kph|ft|in|lb|lbs|p|c|x|hr|hrs|h|min|mins|sec|secs|GB|MB|TB|MW|kW|GW|Hz|MHz|GHz)(?![\p{L}\p{N}])/uy;
const DECADE = /['’‘]\d0s(?![\p{L}\p{N}])/uy;
const CLITIC_ALONE = /['’](?:s|re|ve|ll|d|m)(?![\p{L}\p{N}'’])/iuy;
const ACRONYM = /Ph\.D\.|(?:\p{L}\.){2,12}(?!\p{L}{2})/uy;
const AMPERSAND = /\p{Lu}{1,4}&\p{Lu}{1,4}(?![\p{L}\p{N}&])/uy;
const WORD = /[\p{L}\p{M}\p{N}_]+(?:['’`][\p{L}\p{M}]+)*/uy;
const CLITIC = /(?:n['’`]t|['’`](?:s|re|ve|ll|d|m))$/iu;
const MONTH = /^\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;
/** A word broken off: "th- the". */
const FRAGMENT = /\p{L}{1,2}-(?=[\s,?]|$)|\p{L}{1,12}-(?=\s[—–])/uy;
const SPACE = /\s+/uy;

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

function isWordChar(text: string, at: number): boolean {
  return at >= 0 && at < text.length && /[\p{L}\p{N}]/u.test(text.charAt(at));
}

/** Sentence punctuation and closing brackets at the end of an address do not belong to it. */
function trimAddress(text: string, start: number, end: number): number {
  let last = end;
  while (last > start + 1 && /[.,;:!?)\]'’]/.test(text.charAt(last - 1))) last--;
  return last;
}

/** Whether an abbreviation as in "No. 5" stands before its number; one in lower case may have a month: "b. March". */
function opensNumber(word: string, follow: string): boolean {
  return /^\s*\d|^,/.test(follow) || (/^\p{Ll}/u.test(word) && MONTH.test(follow));
}

/** Cuts one block of a text into tokens. */
class Cutter {
  readonly tokens: RawToken[] = [];

  constructor(
    private readonly text: string,
    private readonly end: number,
    private readonly rules: BoundaryRules,
  ) {}

  private push(start: number, end: number, abbreviation?: RawToken["abbreviation"]): number {
    this.tokens.push(abbreviation ? { start, end, abbreviation } : { start, end });
    return end;
  }

  /** Takes the token at `at`, which is not white space; gives where it ends. */
  take(at: number): number {
    const code = this.text.charCodeAt(at);
    const digit = code >= 48 && code <= 57;
    const fresh = !isWordChar(this.text, at - 1);
    const special = this.takeAddress(at, fresh) ?? this.takeRun(at, fresh);
    if (special !== undefined) return special;
    if (digit || (code === 46 && fresh)) {
      const number = this.takeNumber(at);
      if (number !== undefined) return number;
    }
    return this.takeAbbreviation(at, fresh) ?? this.takeWord(at) ?? this.takeChar(at);
  }

  private takeAddress(at: number, fresh: boolean): number | undefined {
    if (!fresh) return undefined;
    const url = matchEnd(URL, this.text, at);
    if (url > 0) return this.push(at, trimAddress(this.text, at, Math.min(url, this.end)));
    for (const pattern of [EMAIL, HANDLE, DOMAIN]) {
      const end = matchEnd(pattern, this.text, at);
      if (end > 0 && end <= this.end) return this.push(at, trimAddress(this.text, at, end));
    }
    return undefined;
  }

  private takeRun(at: number, fresh: boolean): number | undefined {
    const run = matchEnd(RUN, this.text, at);
    if (run > 0 && run <= this.end) return this.push(at, run);
    const clitic = fresh ? matchEnd(CLITIC_ALONE, this.text, at) : -1;
    if (clitic > 0 && clitic <= this.end) return this.push(at, clitic);
    const decade = fresh ? matchEnd(DECADE, this.text, at) : -1;
    return decade > 0 && decade <= this.end ? this.push(at, decade) : undefined;
  }

  private takeNumber(at: number): number | undefined {
    for (const pattern of [DATE, ORDINAL]) {
      const end = matchEnd(pattern, this.text, at);
      if (end > 0 && end <= this.end) return this.push(at, end);
    }
    const end = Math.min(matchEnd(NUMBER, this.text, at), this.end);
    if (end < 0) return undefined;
    const unit = matchEnd(UNIT, this.text, end);
    if (unit > 0 || !isWordChar(this.text, end)) return this.push(at, end);
    const word = Math.min(matchEnd(WORD, this.text, end), this.end);
    return this.push(at, Math.max(word, end));
  }

  private takeAbbreviation(at: number, fresh: boolean): number | undefined {
    if (!fresh) return undefined;
    const acronym = matchEnd(ACRONYM, this.text, at);
    if (acronym > 0 && acronym <= this.end) {
      const kind = this.rules.abbreviations.get(this.text.slice(at, acronym - 1));
      return this.push(at, acronym, kind === "title" ? kind : "plain");
    }
    const ampersand = matchEnd(AMPERSAND, this.text, at);
    return ampersand > 0 && ampersand <= this.end ? this.push(at, ampersand) : undefined;
  }

  private takeWord(at: number): number | undefined {
    let end = Math.min(matchEnd(WORD, this.text, at), this.end);
    if (end <= at) return undefined;
    const broken = matchEnd(FRAGMENT, this.text, at);
    if (broken > end && broken <= this.end) return this.push(at, broken);
    end = this.withPrefix(at, end);
    const word = this.text.slice(at, end);
    if (this.text.charAt(end) === "." && end < this.end) {
      const kind = this.abbreviationKind(word, end);
      if (kind) return this.push(at, end + 1, kind);
    }
    return this.pushWord(at, end, word);
  }

  /** "pre-war" is one token. */
  private withPrefix(at: number, end: number): number {
    const next = this.text.charAt(end);
    if ((next !== "-" && next !== "‐") || !isWordChar(this.text, end + 1)) return end;
    if (end - at > 7 || !this.rules.prefixes.has(this.text.slice(at, end).toLowerCase())) return end;
    const more = matchEnd(WORD, this.text, end + 1);
    return more > 0 && more <= this.end ? more : end;
  }

  private pushWord(at: number, end: number, word: string): number {
    const clitic = CLITIC.exec(word.slice(-4));
    const first = this.rules.contractions.get(word.length <= 10 ? word.toLowerCase() : "");
    const cut = clitic && clitic[0].length < word.length ? end - clitic[0].length : first ? at + first : 0;
    if (cut === 0) return this.push(at, end);
    this.push(at, cut);
    return this.push(cut, end);
  }

  private abbreviationKind(word: string, stop: number): RawToken["abbreviation"] | undefined {
    const follow = this.text.slice(stop + 1, Math.min(stop + 5, this.end));
    const kind = this.rules.abbreviations.get(word);
    if (kind === "number") return opensNumber(word, follow) ? "title" : undefined;
    if (kind) return kind;
    if (/^,\s*\p{Ll}/u.test(follow) && word.length < 6 && /^\p{Lu}/u.test(word)) return "plain";
    const initial = word.length === 1 && /\p{Lu}/u.test(word);
    return initial && /^\s*\p{Lu}/u.test(follow) ? "initial" : undefined;
  }

  private takeChar(at: number): number {
    const code = this.text.codePointAt(at) as number;
    return this.push(at, Math.min(at + (code > 0xffff ? 2 : 1), this.end));
  }
}

/** Cuts `text` from `start` to `end` into tokens, after the conventions of the English treebanks. */
export function splitTokens(text: string, span: Span, rules: BoundaryRules): RawToken[] {
  const cutter = new Cutter(text, span.end, rules);
  let at = span.start;
  while (at < span.end) {
    const space = matchEnd(SPACE, text, at);
    at = space > 0 ? space : cutter.take(at);
  }
  return cutter.tokens;
}
