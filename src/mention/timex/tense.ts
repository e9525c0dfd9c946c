import type { Token } from "../../model/token.ts";
import type { Lexeme } from "./lexeme.ts";
import { future, NEAREST, type Pointer, past, REACH, WAS } from "./pointer.ts";
import { firstToken } from "./tense-parse.ts";
import type { TenseWords } from "./tense-words.ts";

/** What is known of a clause beside its words. */
interface Clause {
  readonly words: TenseWords;
  /** None where the text was not parsed. */
  readonly tokens: readonly Token[];
  /** The direction that the parse shows. */
  readonly parsed: Pointer | null;
}

const CLAUSE_END = new Set([".", "!", "?", ";", ":", '"', "“", "”"]);
/** A plural noun, or what looks like one: no "was", "has". */
const PLURAL = /^[a-z]{3,}[^s]s$/;
const REGULAR_PAST = /^[a-z]{2,}[^e]ed$/;

/** Words after a "to" that is no sign of an infinitive. */
const NO_INFINITIVE = new Set(["the", "a", "an", "its", "his", "her", "their", "this", "that", "about"]);
/** Short forms that a period belongs to, and a capital follows all the same. */
const SHORT_FORMS = new Set(["mr", "mrs", "ms", "dr", "vs", "gen", "sen", "rep", "gov", "lt", "col", "st"]);

const BACKWARD = new Set(["since", "ended", "dated", "ending"]);
const FORWARD = new Set(["soon as", "early as", "late as"]);

/** The direction that the word right before a date shows: "since March", "said Friday", "as early as Friday". */
export function directionBeside(
  text: readonly Lexeme[],
  at: number,
  { words, tokens }: Pick<Clause, "words" | "tokens">,
): Pointer | null {
  const before = text[at - 1]?.word === "on" ? at - 2 : at - 1;
  const word = text[before]?.word ?? "";
  if (BACKWARD.has(word)) return past(true);
  if (FORWARD.has(`${text[before - 1]?.word} ${word}`)) return future();
  if (word === "by" && isAim(text, before, words)) return future();
  if (MOVED_TO.has(word) && isMoved(text, before, words)) return { toward: "future", sure: true };
  if (word === "from" && isMoved(text, before, words)) return NEAREST;
  if (words.of(word) === "future" && isNamedPlan(text, before, tokens)) return null;
  return REGULAR_PAST.test(word) || words.of(word) ? directionAt(text, before, words) : null;
}

/** "plans to pay the debt by March": what is to be done by a date lies ahead, unless a nearer verb tells of the past. */
function isAim(text: readonly Lexeme[], by: number, words: TenseWords): boolean {
  for (let i = by - 1; i > 0 && i > by - REACH && !ends(text, i); i -= 1) {
    if (directionAt(text, i, words)) return false;
    const next = text[i]?.word === "to" ? text[i + 1] : undefined;
    if (next && !next.capital && !next.digits && !NO_INFINITIVE.has(next.word)) return true;
  }
  return false;
}

const MOVED_TO = new Set(["to", "for", "until", "till"]);

/** "moved the vote to Friday": told in the past, but the day to which a plan was moved lies ahead. */
function isMoved(text: readonly Lexeme[], to: number, words: TenseWords): boolean {
  for (let i = to - 1; i >= Math.max(0, to - REACH) && !ends(text, i); i -= 1) {
    if (words.moves(text[i]?.word ?? "", text[i + 1]?.word))
      return !isPluperfect(text, i) || isReported(text, i);
    // "to the flooded area": a participle that describes is no verb of the clause.
    const describes = DETERMINERS.has(text[i - 1]?.word ?? "");
    if (directionAt(text, i, words) && !describes) return false;
  }
  return false;
}

const SAYINGS = new Set("said says say told announced confirmed added reported wrote".split(" "));

/** "Said that talks had been put off until Tuesday": what was put off, told afterwards, may still be to come. */
function isReported(text: readonly Lexeme[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - REACH) && !ends(text, i); i -= 1) {
    if (SAYINGS.has(text[i]?.word ?? "")) return true;
  }
  return false;
}

/** The direction of a word, seen with the auxiliary before it. */
function directionAt(text: readonly Lexeme[], at: number, words: TenseWords): Pointer | null {
  const direction = directionOfWord(text, at, words);
  if (direction?.toward !== "future") return direction;
  if (isPluperfect(text, at)) return past();
  return wasArranged(text, at, words) ? NEAREST : direction;
}

/** "was due", "was to", and the infinitive after either: "was due to meet". */
function wasArranged(text: readonly Lexeme[], at: number, words: TenseWords): boolean {
  const word = (i: number): string => text[i]?.word ?? "";
  if (WAS.has(word(at)) || WAS.has(word(at - 1))) return true;
  if (word(at - 1) !== "to") return false;
  return WAS.has(word(at - 2)) || (WAS.has(word(at - 3)) && words.of(word(at - 2)) === "future");
}

/**
 * The direction that words near a stretch show: those before it in the sentence first, then those after it. A noun ("approved
 * the plan on Friday") counts only where neither the parse nor a verb shows one.
 */
export function directionByWords(
  text: readonly Lexeme[],
  at: { from: number; to: number },
  { words, tokens, parsed }: Clause,
): Pointer | null {
  let plan: Pointer | null = null;
  for (let i = at.from - 1; i >= Math.max(0, at.from - REACH) && !ends(text, i); i -= 1) {
    const direction = directionAt(text, i, words);
    if (!direction) continue;
    if (direction.toward === "past" || !isNamedPlan(text, i, tokens)) return direction;
    if (parsed) return parsed;
    plan ??= direction;
  }
  for (let i = at.to; plan === null && i < Math.min(text.length, at.to + REACH) && !ends(text, i); i += 1) {
    const direction = directionOfWord(text, i, words);
    if (direction && (direction.toward === "past" || !isNamedPlan(text, i, tokens))) return direction;
  }
  return plan;
}

const DETERMINERS = new Set("the a an this that its his her their our my your 's no any".split(" "));
/** Words of plans that are as often nouns. */
const NOUNS = new Set(
  "plan plans start starts open opens deadline hope hopes promises aims heads".split(" "),
);
/** "The deadline is Friday", "a plan to meet", "a deadline of Friday": what the noun itself looks ahead to. */
const AHEAD_OF_NOUN = new Set(["is", "'s", "remains", "to", "of"]);

/** "The plan", "its harbour plans", "the start": a noun, which a verb beside it may tell of in the past. */
function isNamedPlan(text: readonly Lexeme[], at: number, tokens: readonly Token[]): boolean {
  const lexeme = text[at];
  if (!NOUNS.has(lexeme?.word ?? "") || AHEAD_OF_NOUN.has(text[at + 1]?.word ?? "")) return false;
  const token = lexeme && tokens[firstToken(tokens, lexeme.start)];
  if (token) return token.upos === "NOUN";
  return [1, 2].some((back) => DETERMINERS.has(text[at - back]?.word ?? ""));
}

/** Words between "had" and its verb at most. */
const HAD_REACH = 5;

/** "It had been due to expire Friday", "he had planned to come Friday": what was to come has come, or has not. */
function isPluperfect(text: readonly Lexeme[], at: number): boolean {
  if (text[at - 1]?.word === "had") return true;
  for (let i = at - 1; i >= Math.max(0, at - HAD_REACH) && !ends(text, i); i -= 1) {
    if (text[i]?.word === "had" && text[i + 1]?.word === "been") return true;
  }
  return false;
}

function ends(text: readonly Lexeme[], at: number): boolean {
  const word = text[at]?.word ?? ".";
  // A period within a name ("U.S.", "Corp.") is followed by a small letter or a sign.
  if (word === "." && SHORT_FORMS.has(text[at - 1]?.word ?? "")) return false;
  return word === "." ? text[at + 1]?.capital !== false : CLAUSE_END.has(word);
}

/** Whether a word shows a direction, as verbs in the past and words of plans do. */
export function isDirectional(text: readonly Lexeme[], at: number, words: TenseWords): boolean {
  return directionOfWord(text, at, words) !== null;
}

const PRESENT = new Set(["is", "are", "am", "remain", "remains", "stay", "stays"]);
/** From the present auxiliary to its participle: "are still closed". */
const PRESENT_REACH = 2;

/** "The road is closed until noon": the verb nearest to a stretch, before it or else after it, is in the present tense. */
export function isInPresent(
  text: readonly Lexeme[],
  at: { from: number; to: number },
  words: TenseWords,
): boolean {
  const isVerb = (i: number): boolean =>
    PRESENT.has(text[i]?.word ?? "") || directionOfWord(text, i, words)?.toward === "past";
  for (let i = at.from - 1; i >= Math.max(0, at.from - REACH) && !ends(text, i); i -= 1) {
    if (isVerb(i)) return text.slice(Math.max(0, i - PRESENT_REACH), i + 1).some(isPresentWord);
  }
  for (let i = at.to; i < Math.min(text.length, at.to + REACH) && !ends(text, i); i += 1) {
    if (isVerb(i)) return PRESENT.has(text[i]?.word ?? "");
  }
  return false;
}

function isPresentWord({ word }: Lexeme): boolean {
  return PRESENT.has(word);
}

function directionOfWord(text: readonly Lexeme[], at: number, words: TenseWords): Pointer | null {
  const lexeme = text[at];
  // With a capital it is a name: May, Will.
  if (!lexeme || lexeme.capital) return null;
  // After a number it is a noun: "by 76 votes to 74".
  if (text[at - 1]?.digits && PLURAL.test(lexeme.word)) return null;
  const known = words.of(lexeme.word, text[at + 1]?.word);
  // "will be named", "will be held": the participle says nothing, the auxiliary before it does.
  const bare = text[at - 1]?.word === "be";
  if (known && !(bare && known === "past")) return known === "past" ? past() : future(lexeme.word);
  return lexeme.word.endsWith("ed") && !bare && REGULAR_PAST.test(lexeme.word) ? past() : null;
}
