import { dayNumber } from "../../model/calendar.ts";
import type { Candidate } from "./candidate.ts";
import type { Lexeme } from "./lexeme.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Meaning, ToldDay } from "./resolve/meaning.ts";
import { isDirectional } from "./tense.ts";
import type { Direction, TenseWords } from "./tense-words.ts";

interface ToldDaysInput {
  readonly text: readonly Lexeme[];
  readonly tables: { readonly tense: TenseWords; readonly lexicon: Lexicon };
  /** Number of the sentence of each lexeme. */
  readonly sentences: readonly number[];
  /** Day of publication, where it is known. */
  readonly published: string | null;
}

interface Told extends ToldDay {
  readonly sentence: number;
  /** The day of a saying, or of what had happened before: not of what the report goes on to tell. */
  readonly aside: boolean;
}

/** What is asked: the expression, where its clause points, and the expressions after it with their meanings. */
interface Question {
  readonly candidate: Candidate;
  readonly toward: Direction | null;
  readonly following: readonly { readonly candidate: Candidate; readonly meaning: Meaning | null }[];
}

/** Sentences back to which a time of day may belong, and sentences that the lead has at most, with its headings. */
const SENTENCES_BACK = 2;
const LEAD = 5;
/** As many days are kept, so that a text of days alone costs no more than linear time. */
const KEPT = 8;
/** Days that are farther apart are those of two stories. */
const ONE_STORY = 7;
/** Lexemes between a day and its verb at most. */
const REACH = 12;

/** The days that a text has told of, in order: a time of day without a day is of the one that its clause goes on from. */
export class ToldDays {
  readonly #input: ToldDaysInput;
  #recent: readonly Told[] = [];
  /** The first day of the lead, or "unclear" where the lead tells two stories. */
  #lead: Told | "unclear" | null = null;

  constructor(input: ToldDaysInput) {
    this.#input = input;
  }

  remember(candidate: Candidate, meaning: Meaning): void {
    const told = this.#told(candidate, meaning);
    if (!told || (isBare(candidate) && told.begin === this.#input.published)) return;
    this.#recent = [told, ...this.#recent].slice(0, KEPT);
    if (told.sentence < LEAD && !told.aside && this.#isOver(told)) this.#lead = withLead(this.#lead, told);
  }

  /** The day told for an expression; "unclear" where it may be of two; null where none is told. */
  dayFor(question: Question): ToldDay | "unclear" | null {
    const sentence = this.#sentenceOf(question.candidate);
    const near = this.#recent.filter((told) => told.sentence >= sentence - SENTENCES_BACK);
    const here = near.filter((told) => told.sentence === sentence);
    if (question.toward === "past") return this.#pastDay(question, here, near);
    const ahead = near.find((told) => !told.aside && !this.#isOver(told));
    return here[0] ?? this.#inClause(question) ?? (question.toward === "future" ? (ahead ?? null) : null);
  }

  #pastDay(question: Question, here: readonly Told[], near: readonly Told[]): ToldDay | "unclear" | null {
    const goesOn = (told: Told): boolean => !told.aside && this.#isOver(told);
    const own = here.find(goesOn) ?? this.#inClause(question);
    if (own) return own;
    const before = near.find(goesOn);
    if (before && this.#lead && withLead(this.#lead, before) === "unclear") return "unclear";
    const later = this.#followingDays(question).find(goesOn);
    return before ?? this.#lead ?? here[0] ?? later ?? near.find((told) => this.#isOver(told)) ?? null;
  }

  /** "at 3 a.m. at a mill in Oslo on Monday": the day that follows in the same clause. */
  #inClause({ candidate, following }: Question): Told | undefined {
    const { text, tables } = this.#input;
    const next = following.find((each) => each.meaning?.period);
    if (!next) return undefined;
    for (let at = candidate.to; at < next.candidate.from; at += 1) {
      if (text[at]?.word === "and" || isDirectional(text, at, tables.tense)) return undefined;
    }
    return this.#followingDays({ candidate, following: [next] })[0];
  }

  #followingDays({ candidate, following }: Omit<Question, "toward">): readonly Told[] {
    const sentence = this.#sentenceOf(candidate);
    return following
      .map((next) => (next.meaning ? this.#told(next.candidate, next.meaning) : null))
      .filter((told): told is Told => told?.sentence === sentence);
  }

  #told(candidate: Candidate, { period, value }: Meaning): Told | null {
    if (period?.grain !== "day") return null;
    const sentence = this.#sentenceOf(candidate);
    return { begin: period.begin, late: isLate(value), sentence, aside: this.#isAside(candidate) };
  }

  #sentenceOf({ from }: Candidate): number {
    return this.#input.sentences[from] ?? 0;
  }

  #isOver({ begin }: Told): boolean {
    return this.#input.published === null || begin <= this.#input.published;
  }

  /** "police said on Tuesday", "had opened on Sunday". */
  #isAside(candidate: Candidate): boolean {
    const { text, tables } = this.#input;
    if (text[candidate.to]?.word === "'s") return false;
    const verb = this.#verbOf(candidate);
    if (verb < 0) return false;
    return tables.lexicon.read(text, verb, "speech") !== null || isPluperfect(text, verb);
  }

  /** The nearest verb before the expression in its sentence, else the first after it. */
  #verbOf({ from, to }: Candidate): number {
    const { text, tables, sentences } = this.#input;
    const isVerb = (at: number): boolean =>
      isDirectional(text, at, tables.tense) || tables.lexicon.read(text, at, "speech") !== null;
    const inside = (at: number): boolean => sentences[at] === sentences[from];
    for (let at = from - 1; at >= Math.max(0, from - REACH) && inside(at); at -= 1) if (isVerb(at)) return at;
    for (let at = to; at < to + REACH && inside(at); at += 1) if (isVerb(at)) return at;
    return -1;
  }
}

/** A time of day, or part of the day, without words that say of which day. */
function isBare({ rule, captures }: Candidate): boolean {
  return rule.makes === "time" && !captures.has("timex") && rule.args.day === undefined;
}

function isPluperfect(text: readonly Lexeme[], verb: number): boolean {
  return text.slice(Math.max(0, verb - 2), verb + 1).some(({ word }) => word === "had");
}

function isLate(value: string): boolean {
  return /T(?:EV|NI|1[89]|2[0-3])/.test(value);
}

function withLead(lead: Told | "unclear" | null, told: Told): Told | "unclear" {
  if (!lead || lead === "unclear") return lead ?? told;
  return Math.abs(dayNumber(lead.begin) - dayNumber(told.begin)) > ONE_STORY ? "unclear" : lead;
}
