import type { Article } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";
import type { Sentence, Token } from "../../model/token.ts";
import { isCalledFor } from "./called-for.ts";
import type { Candidate } from "./candidate.ts";
import type { Lexeme } from "./lexeme.ts";
import { isLookalike } from "./lookalike.ts";
import { containing, edtfOf, endOf, type Grain, isFinerThan, type Period, timexValue } from "./period.ts";
import type { Pointer } from "./pointer.ts";
import type { Context, Meaning, ToldDay } from "./resolve/meaning.ts";
import { RESOLVERS } from "./resolve/resolvers.ts";
import { Surroundings } from "./surroundings.ts";
import type { TimexTables } from "./tables.ts";
import { directionBeside, directionByWords, isInPresent } from "./tense.ts";
import { directionByParse } from "./tense-parse.ts";
import type { Direction } from "./tense-words.ts";
import { ToldDays } from "./told-days.ts";

/** When the article appeared, and how exactly that is known. */
export interface Publication {
  readonly day: string;
  readonly grain: Grain;
}

export interface NarrativeInput {
  readonly reading: {
    readonly article: Article;
    readonly sentences: readonly Sentence[];
    readonly tokens: readonly Token[];
  };
  readonly text: readonly Lexeme[];
  readonly tables: TimexTables;
  readonly publication: Publication | null;
  /** Number of the sentence of each lexeme: see `sentenceNumbers`. */
  readonly sentences: readonly number[];
}

/** Reporting periods that "a year earlier" can be the counterpart of. */
const REPORT_GRAINS: ReadonlySet<Grain> = new Set(["quarter", "half"]);
/** Rules that look back from the reporting period do not set a new one. */
const COMPARING = new Set(["compare", "report", "yearreport", "same", "narrative"]);

/** Classes whose words are a TIMEX3 modifier. */
const MODIFIERS = ["hedge", "part", "partof"];

const COMPARISONS = new Set(["after", "from", "than", "against", "versus"]);

/** "The nine months", "the year": longer stretches that company reports compare with the same of the year before. */
const MONTHS_REPORTED = /^P(?:[369]M|1Y)$/;

/** Resolves the expressions of one article in order, remembering the times that the text has spoken of. */
export class Narrative {
  readonly #input: NarrativeInput;
  #last: Period | null = null;
  #lastPast: Period | null = null;
  readonly #toldDays: ToldDays;
  #report: Period | null = null;
  /** The sentence that named the reporting period last. */
  #reportSentence = -1;

  constructor(input: NarrativeInput) {
    this.#input = input;
    this.#toldDays = new ToldDays({ ...input, published: this.#anchor("day") });
  }

  /** `following`: the next expressions of the text. */
  resolve(candidate: Candidate, following: readonly Candidate[] = []): Meaning | null {
    if (isLookalike(this.#input.reading.tokens, this.#spanOf(candidate), candidate.captures)) return null;
    const meaning = this.#meaning(candidate, this.#context(candidate, following));
    if (meaning) this.#remember(candidate, meaning);
    return meaning;
  }

  #meaning(candidate: Candidate, context: Context): Meaning | null {
    const { resolver, args, mod } = candidate.rule;
    const meaning = RESOLVERS.get(resolver)?.({ captures: candidate.captures, args }, context) ?? null;
    if (!meaning) return null;
    const told = mod || MODIFIERS.map((name) => candidate.captures.get(name)?.value).find(Boolean);
    return {
      ...meaning,
      ...(told ? { mod: told } : {}),
      ...approximate(meaning, told),
      ...this.#anchorOf(meaning),
    };
  }

  /** The day of publication is told no more exactly than it is known. */
  #anchorOf(meaning: Meaning): Pick<Meaning, "anchor"> {
    const { publication } = this.#input;
    if (!publication || meaning.anchor !== publication.day) return {};
    return { anchor: edtfOf({ grain: publication.grain, begin: publication.day }) };
  }

  #context(candidate: Candidate, following: readonly Candidate[]): Context {
    const told = {
      last: this.#last,
      lastPast: this.#lastPast,
      report: this.#report,
    };
    return new Surroundings(told, {
      anchor: (grain) => this.#anchor(grain),
      direction: () => this.#direction(candidate),
      comparing: () => this.#comparesFigures(candidate),
      toldDay: () => this.#toldDay(candidate, following),
      resolve: (inner, context) => this.#meaning(inner, context),
    });
  }

  #anchor(grain: Grain): string | null {
    const { publication } = this.#input;
    return publication && !isFinerThan(grain, publication.grain) ? publication.day : null;
  }

  #direction(candidate: Candidate): Pointer | null {
    const told = this.#toldDirection(candidate);
    // A caption is in the present tense, and shows what was photographed before the page appeared.
    return told?.sure || !this.#inCaption(candidate) ? told : { toward: "past", sure: false };
  }

  #inCaption(candidate: Candidate): boolean {
    const { start } = this.#spanOf(candidate);
    const { blocks } = this.#input.reading.article;
    return blocks.some((block) => block.kind === "caption" && block.start <= start && start < block.end);
  }

  #toldDirection(candidate: Candidate): Pointer | null {
    const { text, tables, reading } = this.#input;
    const span = this.#spanOf(candidate);
    const beside = directionBeside(text, candidate.from, { words: tables.tense, tokens: reading.tokens });
    if (beside) return beside;
    // "A loss for the third quarter" is reported; what is called for is called for a day or month.
    const isDay = candidate.rule.makes === "day" || candidate.rule.makes === "month";
    if (isDay && isCalledFor(text, candidate.from, tables.tense)) return { toward: "future", sure: false };
    const parsed = reading.tokens.length > 0 ? directionByParse(reading.tokens, span, tables.tense) : null;
    // An auxiliary of the future is found best by the parse; of weaker signs the nearest word is the better one.
    const pointer = parsed?.sure
      ? parsed
      : (directionByWords(text, candidate, { words: tables.tense, tokens: reading.tokens, parsed }) ??
        parsed);
    // "Friday's vote": the verb tells of the vote, not of Friday.
    return text[candidate.to]?.word === "'s" && !pointer?.sure ? null : pointer;
  }

  #spanOf(candidate: Candidate): Span {
    const { text } = this.#input;
    return { start: text[candidate.from]?.start ?? 0, end: text[candidate.to - 1]?.end ?? 0 };
  }

  /** Whether figures are told for the period: it is over, or told of in the past (a business year of its own). */
  #isReport(candidate: Candidate, period: Period): boolean {
    const { resolver, args } = candidate.rule;
    if (!REPORT_GRAINS.has(period.grain) || COMPARING.has(resolver) || args.year === "-1") return false;
    if (this.#report && this.#isCompared(candidate)) return false;
    const day = this.#anchor("day");
    // What lies ahead does not displace what was reported; a first one is a quarter of the firm's own year.
    return (
      day === null || endOf(period) < day || (!this.#report && this.#direction(candidate)?.toward === "past")
    );
  }

  /** "after a flat second quarter", "from the first quarter": what the results are compared with. */
  #isCompared({ from }: Candidate): boolean {
    return this.#input.text.slice(Math.max(0, from - 3), from).some(({ word }) => COMPARISONS.has(word));
  }

  /** "rose in the quarter to $3 million from $2 million last year", "compared with a loss last year". */
  #comparesFigures({ from }: Candidate): boolean {
    const { text, sentences } = this.#input;
    const sentence = sentences[from] ?? 0;
    for (let at = from - 1; at >= 0 && sentences[at] === sentence; at -= 1) {
      const word = text[at]?.word ?? "";
      if (word === "compared") return true;
      if (COMPARISONS.has(word)) return this.#reportSentence === sentence;
    }
    return false;
  }

  #toldDay(candidate: Candidate, following: readonly Candidate[]): ToldDay | "unclear" | null {
    const days = following.filter(({ rule }) => rule.makes === "day");
    return this.#toldDays.dayFor({
      candidate,
      toward: this.#towardOfClause(candidate),
      following: days.map((day) => ({ candidate: day, meaning: this.#meaning(day, this.#context(day, [])) })),
    });
  }

  /** Where the verb points; "until", which looks ahead with a date, says nothing of the clause of a time of day. */
  #towardOfClause(candidate: Candidate): Direction | null {
    const { text, tables } = this.#input;
    const until = /^(?:un)?till?$/.test(text[candidate.from - 1]?.word ?? "");
    const clause = until ? { ...candidate, from: candidate.from - 1 } : candidate;
    return isInPresent(text, clause, tables.tense) ? null : (this.#direction(clause)?.toward ?? null);
  }

  #remember(candidate: Candidate, meaning: Meaning): void {
    const { period } = meaning;
    const year = this.#anchor("year");
    if (year && MONTHS_REPORTED.test(meaning.value)) this.#report = containing("year", year);
    if (!period) return;
    this.#toldDays.remember(candidate, meaning);
    this.#last = period;
    const day = this.#anchor("day");
    if (day === null || endOf(period) <= day) this.#lastPast = period;
    const sentence = this.#input.sentences[candidate.from] ?? 0;
    if (this.#isReport(candidate, period)) this.#report = period;
    if (this.#report && timexValue(this.#report) === meaning.value) this.#reportSentence = sentence;
  }
}

/** Number of the sentence that each lexeme is in, by signs alone: good enough to say what stands together. */
export function sentenceNumbers(text: readonly Lexeme[]): readonly number[] {
  const numbers: number[] = [];
  let number = 0;
  let ended = false;
  for (const { word, capital, gap } of text) {
    if (gap === "break" || (ended && capital && gap !== "none")) number += 1;
    numbers.push(number);
    ended = word === "." || word === "!" || word === "?";
  }
  return numbers;
}

/** "About two years ago": EDTF marks a date that is not exact with `~`; an interval says enough by its length. */
function approximate({ edtf }: Meaning, mod: string | undefined): Pick<Meaning, "edtf"> {
  return mod === "APPROX" && edtf !== undefined && /\d$/.test(edtf) && !edtf.includes("/")
    ? { edtf: `${edtf}~` }
    : {};
}
