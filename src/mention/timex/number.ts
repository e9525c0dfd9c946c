import type { Lexeme } from "./lexeme.ts";
import type { Lexicon, Reading } from "./lexicon.ts";

/** Reads one class of number words; `null` where there is none. */
export type NumberReader = (text: readonly Lexeme[], at: number, lexicon: Lexicon) => Reading | null;

/** Classes that are read by rule and not from a list; each may begin with digits or a number word. */
export const NUMBER_READERS: ReadonlyMap<string, NumberReader> = new Map([
  ["number", readNumber],
  [
    "year",
    (text: readonly Lexeme[], at: number) => readDigits(text, at, { from: FIRST_YEAR, to: LAST_YEAR }),
  ],
  ["modernyear", (text: readonly Lexeme[], at: number) => readDigits(text, at, MODERN)],
  ["twodigits", (text: readonly Lexeme[], at: number) => readDigits(text, at, { from: 10, to: 99 })],
  ["spelledyear", readSpelledYear],
  ["year2", readShortYear],
  ["decade", readDecade],
  ["monthday", readMonthDay],
  ["monthnumber", (text: readonly Lexeme[], at: number) => readDigits(text, at, { from: 1, to: 12 })],
  ["ordinal", readOrdinal],
  ["clock", readClock],
  ["minutes", readMinutes],
  ["fourfigures", readFourFigures],
]);

/** Classes that figures can begin, by their number; that words for numbers, decades and an apostrophe ("'87") can. */
const BY_TWO_FIGURES = ["number", "ordinal", "twodigits", "monthday", "monthnumber", "clock", "minutes"];
const BY_FOUR_FIGURES = ["number", "ordinal", "year", "modernyear", "fourfigures", "clock"];
const BY_FIGURES = ["number", "ordinal", "clock"];
const BY_FIGURES_AND_S = ["number", "decade"];
const BY_NUMBER_WORD = ["number", "monthday", "ordinal", "clock"];
const BY_YEAR_WORD = [...BY_NUMBER_WORD, "spelledyear"];
const BY_DECADE_WORD = [...BY_YEAR_WORD, "decade"];
const BY_APOSTROPHE = ["year2", "decade"];
const NOTHING: readonly string[] = [];
/** "nineteen ninety-six", "twenty sixteen", "two thousand five". */
const YEAR_WORD = /^(?:\w+teen|twenty|two)$/;
const APOSTROPHE = /^['’‘]$/;
export const NUMBER_WORD_CLASSES: ReadonlySet<string> = new Set([
  "numword",
  "ordword",
  "number",
  "decadeword",
]);

/** The classes read by rule that a lexeme may begin; `classes` are those of the word table. */
export function numberClassesAt(
  text: readonly Lexeme[],
  at: number,
  classes: readonly string[],
): readonly string[] {
  const lexeme = text[at];
  if (!lexeme) return NOTHING;
  if (lexeme.digits) return figureClasses(lexeme, text[at + 1]);
  if (classes.length > 0 && classes.some((name) => NUMBER_WORD_CLASSES.has(name))) {
    if (classes.includes("decadeword")) return BY_DECADE_WORD;
    return YEAR_WORD.test(lexeme.word) ? BY_YEAR_WORD : BY_NUMBER_WORD;
  }
  const figures = text[at + 1];
  return figures?.digits && figures.gap === "none" && APOSTROPHE.test(lexeme.word) ? BY_APOSTROPHE : NOTHING;
}

function figureClasses({ word }: Lexeme, next: Lexeme | undefined): readonly string[] {
  if (next?.gap === "none" && (next.word === "s" || next.word === "'s")) return BY_FIGURES_AND_S;
  if (word.length <= 2) return BY_TWO_FIGURES;
  return word.length === 4 ? BY_FOUR_FIGURES : BY_FIGURES;
}

const FIRST_YEAR = 1000;
const LAST_YEAR = 2199;
/** A bare number in this range is a year in the news more often than not. */
const MODERN = { from: 1900, to: 2059 };

function readDigits(
  text: readonly Lexeme[],
  at: number,
  range: { from: number; to: number },
): Reading | null {
  const lexeme = text[at];
  if (!lexeme?.digits || !/^\d+$/.test(lexeme.word)) return null;
  const number = Number(lexeme.word);
  if (number < range.from || number > range.to || glued(text[at + 1])) return null;
  return { value: String(number), end: at + 1 };
}

/** Whether letters are written on to a number: "5pm", "20th". */
function glued(next: Lexeme | undefined): boolean {
  return next !== undefined && next.gap === "none" && /^\p{L}/u.test(next.word);
}

/** "5", "2,000", "2 1/2", "two and a half", "twenty-five", "a couple of", "several" (X). */
function readNumber(text: readonly Lexeme[], at: number, lexicon: Lexicon): Reading | null {
  const phrase = lexicon.read(text, at, "number");
  if (phrase) return phrase;
  const whole = text[at]?.digits ? readFigure(text, at) : readSpelled(text, at, lexicon);
  if (!whole) return null;
  const half = lexicon.read(text, whole.end, "fraction");
  return half ? { value: String(Number(whole.value) + Number(half.value)), end: half.end } : whole;
}

function readFigure(text: readonly Lexeme[], at: number): Reading | null {
  const lexeme = text[at];
  if (!lexeme || glued(text[at + 1])) return null;
  return { value: String(Number(lexeme.word.replaceAll(",", ""))), end: at + 1 };
}

/** Words of a spelled number at most: "nine hundred ninety-nine thousand nine hundred and ninety-nine". */
const LONGEST_NUMBER = 10;

function readSpelled(text: readonly Lexeme[], at: number, lexicon: Lexicon): Reading | null {
  let [total, part, end] = [0, 0, at];
  for (let words = 0; words < LONGEST_NUMBER; words += 1) {
    const word = lexicon.read(text, end, "numword") ?? afterAnd(text, end, { lexicon, started: end > at });
    if (!word || (end > at && text[end]?.gap === "break")) break;
    const value = Number(word.value);
    if (value === 1000) [total, part] = [total + Math.max(part, 1) * 1000, 0];
    else if (value === 100) part = Math.max(part, 1) * 100;
    else if (!fits(part, value)) break;
    else part += value;
    end = word.end;
  }
  return end > at ? { value: String(total + part), end } : null;
}

/** "a hundred and twenty": the "and" belongs to the number only where more of it follows. */
function afterAnd(
  text: readonly Lexeme[],
  at: number,
  options: { lexicon: Lexicon; started: boolean },
): Reading | null {
  const hundreds = ["hundred", "thousand"].includes(text[at - 1]?.word ?? "");
  if (!options.started || text[at]?.word !== "and" || !hundreds) return null;
  return options.lexicon.read(text, at + 1, "numword");
}

/** Whether a smaller number word can follow: "twenty five", not "five twenty". */
function fits(part: number, value: number): boolean {
  const rest = part % 100;
  return rest === 0 ? true : rest >= 20 && rest % 10 === 0 && value < 10;
}

/** "nineteen ninety-six", "two thousand (and) five". */
function readSpelledYear(text: readonly Lexeme[], at: number, lexicon: Lexicon): Reading | null {
  const century = lexicon.read(text, at, "numword");
  const value = Number(century?.value ?? 0);
  if (century && value >= 13 && value <= 20) {
    const rest = readSpelled(text, century.end, lexicon);
    const years = Number(rest?.value ?? 0);
    if (rest && years >= 10 && years < 100) return { value: String(value * 100 + years), end: rest.end };
  }
  const whole = readSpelled(text, at, lexicon);
  const year = Number(whole?.value ?? 0);
  return whole && year >= 2000 && year <= 2099 ? whole : null;
}

/** "'87" */
function readShortYear(text: readonly Lexeme[], at: number): Reading | null {
  const digits = text[at + 1];
  if (!APOSTROPHE.test(text[at]?.word ?? "") || digits?.gap !== "none" || !/^\d\d$/.test(digits.word))
    return null;
  if (glued(text[at + 2])) return null;
  const year = Number(digits.word);
  return { value: String(year < 30 ? 2000 + year : 1900 + year), end: at + 2 };
}

/** "1980s", "'80s", "80s", "eighties": the first three figures of the years. */
function readDecade(text: readonly Lexeme[], at: number, lexicon: Lexicon): Reading | null {
  const named = lexicon.read(text, at, "decadeword");
  if (named) return named;
  const start = APOSTROPHE.test(text[at]?.word ?? "") ? at + 1 : at;
  const [digits, s] = [text[start], text[start + 1]];
  if (!digits || !/^(?:\d\d)?\d0$/.test(digits.word) || (start > at && digits.gap !== "none")) return null;
  const apostrophe = s?.word === "'s" && s.gap === "none";
  if (!apostrophe && (s?.word !== "s" || s.gap !== "none")) return null;
  if (digits.word.length === 2) return { value: `19${digits.word.charAt(0)}`, end: start + 2 };
  return /^[12]/.test(digits.word) ? { value: digits.word.slice(0, 3), end: start + 2 } : null;
}

/** "5", "5th", "fifth", from 1 to 31. */
function readMonthDay(text: readonly Lexeme[], at: number, lexicon: Lexicon): Reading | null {
  const ordinal = readOrdinal(text, at, lexicon);
  if (ordinal) return Number(ordinal.value) <= 31 ? ordinal : null;
  return readDigits(text, at, { from: 1, to: 31 });
}

/** "1st", "first", "twenty-first". */
function readOrdinal(text: readonly Lexeme[], at: number, lexicon: Lexicon): Reading | null {
  const [lexeme, next] = [text[at], text[at + 1]];
  if (lexeme?.digits) {
    const suffix = next?.gap === "none" && /^(?:st|nd|rd|th)$/.test(next.word);
    return suffix && /^\d+$/.test(lexeme.word) ? { value: String(Number(lexeme.word)), end: at + 2 } : null;
  }
  const word = lexicon.read(text, at, "ordword");
  if (word) return word;
  const tens = lexicon.read(text, at, "numword");
  const unit = tens && Number(tens.value) >= 20 ? lexicon.read(text, tens.end, "ordword") : null;
  if (!tens || !unit || Number(unit.value) > 9) return null;
  return { value: String(Number(tens.value) + Number(unit.value)), end: unit.end };
}

/** Hour and minutes by the clock: "10:35", "5", "7.30" — as `HH:MM`, or `HH` where minutes are not given. */
function readClock(text: readonly Lexeme[], at: number, lexicon: Lexicon): Reading | null {
  const lexeme = text[at];
  const dotted = /^(\d{1,2})\.(\d\d)$/.exec(lexeme?.word ?? "");
  if (dotted && Number(dotted[1]) < 24 && Number(dotted[2]) < 60) {
    return { value: `${dotted[1]?.padStart(2, "0")}:${dotted[2]}`, end: at + 1 };
  }
  if (lexeme && !lexeme.digits) {
    const spelled = lexicon.read(text, at, "numword");
    const hour = Number(spelled?.value ?? 99);
    return spelled && hour >= 1 && hour <= 12
      ? { value: String(hour).padStart(2, "0"), end: spelled.end }
      : null;
  }
  if (!lexeme || !/^\d{1,2}$/.test(lexeme.word) || Number(lexeme.word) > 24) return null;
  const hour = lexeme.word.padStart(2, "0");
  const minutes = text[at + 1]?.word === ":" && text[at + 1]?.gap === "none" ? text[at + 2] : undefined;
  if (minutes?.gap === "none" && /^[0-5]\d$/.test(minutes.word)) {
    return { value: `${hour}:${minutes.word}`, end: at + 3 };
  }
  return { value: hour, end: at + 1 };
}

/** "10:35": a clock time that needs no more words to be one. */
function readMinutes(text: readonly Lexeme[], at: number, lexicon: Lexicon): Reading | null {
  const clock = readClock(text, at, lexicon);
  return clock?.value.includes(":") && clock.end - at === 3 ? clock : null;
}

/** "2140": hour and minutes without a sign between them, as `HH:MM`. */
function readFourFigures(text: readonly Lexeme[], at: number): Reading | null {
  const match = /^([01]\d|2[0-3])([0-5]\d)$/.exec(text[at]?.word ?? "");
  return match ? { value: `${match[1]}:${match[2]}`, end: at + 1 } : null;
}
