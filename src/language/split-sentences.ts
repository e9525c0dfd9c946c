import type { BoundaryRules } from "./rules.ts";
import type { RawToken } from "./split-tokens.ts";

/** Longest sentence in tokens: a longer run without an end is cut, so that work stays bounded. */
export const SENTENCE_LIMIT = 250;

/** A dateline with its dash is found within so many tokens of the start of a block. */
const DATELINE_LIMIT = 16;

/** So many closing quotation marks and brackets stay with a sentence; bounds the work on runs of them. */
const CLOSERS = 4;

/** So many footnote marks in a row stay with a sentence: "It was agreed. [4] [7]". */
const NOTES = 8;

/** A verb of speech this close after a closing quotation mark shows that the sentence goes on. */
const TAG_REACH = 4;

const TERMINAL = /^(?:[.!?。]+|…|\.{2,})$/u;
const CLOSING = /^(?:["”’'»)\]]|'')$/u;
const OPENING = /^(?:["“‘'«([]|``)$/u;
const DASH = /^(?:-{1,2}|[–—―]+|_)$/u;
const OMISSION = /^\[(?:\.{3}|…)\]$/;
/** "eBay" or "iPhone": such a name keeps its small letter where a sentence opens. */
const SMALL_NAME = /^\p{Ll}{1,4}\p{Lu}/u;
const SPEECH = /^(?:said|says|asked|asks|told|added|adds|wrote|replied|declared|shouted|cried|tweeted)$/u;

/** The tokens of a block with what the rules ask of them. */
interface Block {
  readonly text: string;
  readonly tokens: readonly RawToken[];
  readonly rules: BoundaryRules;
}

function wordAt(block: Block, index: number): string {
  const token = block.tokens[index];
  return token ? block.text.slice(token.start, token.end) : "";
}

function isGlued(block: Block, index: number): boolean {
  return block.tokens[index]?.start === block.tokens[index - 1]?.end;
}

/** Whether a footnote mark such as "[17]" stands at `index`. */
function isNote(block: Block, index: number): boolean {
  const [open, number, close] = [0, 1, 2].map((k) => wordAt(block, index + k));
  return open === "[" && close === "]" && /^\d{1,3}$/.test(number as string);
}

/** Whether a footnote's number, no longer raised, stands at `index`: "It was agreed. 7 The talks go on." */
function isBareNote(block: Block, index: number): boolean {
  const next = wordAt(block, index + 1);
  return (
    TERMINAL.test(wordAt(block, index - 1)) &&
    /^[1-9]\d?$/.test(wordAt(block, index)) &&
    /^\p{Lu}/u.test(next) &&
    block.rules.openers.has(next.toLowerCase())
  );
}

/** The first token after the footnote marks, and the mark of an omission, at `index`. */
function afterNotes(block: Block, index: number): number {
  let next = isBareNote(block, index) ? index + 1 : index;
  for (let k = 0; k < NOTES && isNote(block, next); k++) next += 3;
  return OMISSION.test(wordAt(block, next)) ? next + 1 : next;
}

/** The first token after what belongs to the end of a sentence: closing quotation marks, brackets, footnote marks. */
function afterClosing(block: Block, index: number): number {
  let next = index + 1;
  const limit = Math.min(block.tokens.length, next + CLOSERS);
  while (next < limit && isGlued(block, next) && CLOSING.test(wordAt(block, next))) next++;
  return afterNotes(block, next);
}

function hasBlankLine(block: Block, next: number): boolean {
  const before = block.tokens[next - 1] as RawToken;
  const after = block.tokens[next] as RawToken;
  return after.start - before.end > 1 && /\n\s*\n/.test(block.text.slice(before.end, after.start));
}

/** Whether the words from `next` name who spoke: `"Why now?" the minister asked`. */
function isSpeechTag(block: Block, next: number): boolean {
  for (let k = next; k < next + TAG_REACH; k++) {
    const word = wordAt(block, k);
    if (SPEECH.test(word)) return true;
    if (!/^\p{L}/u.test(word)) return false;
  }
  return false;
}

/** Whether the token at `next` could be the first of a sentence, by its looks. */
function canOpen(block: Block, next: number): boolean {
  const word = wordAt(block, next);
  if (OPENING.test(word) || /^[“‘«]/u.test(word)) return !/^\p{Ll}/u.test(wordAt(block, next + 1));
  return SMALL_NAME.test(word) || !/^[\p{Ll},;:)\]%]/u.test(word);
}

function opensAfterAbbreviation(block: Block, next: number): boolean {
  const word = wordAt(block, next);
  const first = OPENING.test(word) ? wordAt(block, next + 1) : word;
  return /^\p{Lu}/u.test(first) && block.rules.openers.has(first.toLowerCase());
}

/** Whether a full stop without a space after it ends a sentence: "the end.The talks". */
function endsWithoutSpace(block: Block, index: number, next: number): boolean {
  return /^\p{Ll}{2,}$/u.test(wordAt(block, index - 1)) && /^\p{Lu}\p{Ll}*$/u.test(wordAt(block, next));
}

/** Whether a sentence is written without capitals, as in hasty mail: then any word may open the next. */
function isLowerStyle(block: Block, from: number, index: number): boolean {
  return (
    /^\p{Ll}/u.test(wordAt(block, from)) && index - from >= 2 && /^\p{Ll}{3}/u.test(wordAt(block, index - 1))
  );
}

function endsAt(block: Block, index: number, next: number, from: number): boolean {
  const token = block.tokens[index] as RawToken;
  if (token.abbreviation === "title") return false;
  if (token.abbreviation) return !isGlued(block, next) && opensAfterAbbreviation(block, next);
  if (!TERMINAL.test(wordAt(block, index))) return false;
  if (!canOpen(block, next) && (isGlued(block, next) || !isLowerStyle(block, from, index))) return false;
  if (next === index + 1 && isGlued(block, next)) return endsWithoutSpace(block, index, next);
  const closed = next > index + 1;
  return !(closed && /[?!…]/.test(wordAt(block, index)) && isSpeechTag(block, next));
}

/** The end of a dateline such as "MOSCOW, Aug. 30 (AFP) —" at the start of the block, or 0. */
function datelineEnd(block: Block): number {
  const limit = Math.min(DATELINE_LIMIT, block.tokens.length - 1);
  if (!/^\p{Lu}/u.test(wordAt(block, 0))) return 0;
  let bracket = false;
  for (let k = 1; k < limit; k++) {
    const word = wordAt(block, k);
    if (DASH.test(word) && !isGlued(block, k)) {
      const capitals = /^\p{Lu}{3,}$/u.test(wordAt(block, 0));
      return capitals || (bracket && wordAt(block, k - 1) === ")") ? k + 1 : 0;
    }
    if (word === "(") bracket = true;
    if (!/^[\p{Lu}\d,./()-]/u.test(word)) return 0;
  }
  return 0;
}

/** The ends of the sentences of a block, as half-open token indexes. */
export function splitSentences(text: string, tokens: readonly RawToken[], rules: BoundaryRules): number[] {
  const block = { text, tokens, rules };
  const found: number[] = [];
  let from = datelineEnd(block);
  if (from > 0) found.push(from);
  for (let k = from; k < tokens.length; k++) {
    const next = afterClosing(block, k);
    const over = next - from >= SENTENCE_LIMIT;
    const ends = next < tokens.length && (over || hasBlankLine(block, next) || endsAt(block, k, next, from));
    if (!ends) continue;
    found.push(next);
    from = next;
    k = next - 1;
  }
  if (from < tokens.length) found.push(tokens.length);
  return found;
}
