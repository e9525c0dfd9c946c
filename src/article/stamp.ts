import type { DateLanguage, DateWords } from "./date-words.ts";
import { type FoundDay, foundDay, locateDay, toDay } from "./day.ts";

/** A day, with the time of day and the zone where they are stated. */
export interface Stamp {
  /** `2016-08-30`, in the zone stated. */
  readonly day: string;
  /** `23:30` or `23:30:05`. */
  readonly clock?: string;
  /** `Z`, `+09:00`; absent where none is stated or its name means several. */
  readonly offset?: string;
}

/** What stamps are read with. */
export interface StampReading {
  readonly words: DateWords;
  /** BCP 47; without it, months that several languages name differently, and `05/10/2016`, stay unread. */
  readonly language?: string;
}

const MINUTES = 60;
const MINUTE_MS = 60_000;

/** The moment in ISO 8601, as exactly as it is stated: `2016-08-30T23:30+08:00`. */
export function isoOf({ day, clock, offset }: Stamp): string {
  return clock === undefined ? day : `${day}T${clock}${offset ?? ""}`;
}

/** Minutes of an offset: 540 for `+09:00`. */
export function offsetMinutes(offset: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset);
  if (match === null) return 0;
  const minutes = Number(match[2]) * MINUTES + Number(match[3] ?? 0);
  return match[1] === "-" ? -minutes : minutes;
}

/** The moment in milliseconds of Universal Time; null without time of day and zone. */
export function momentOf({ day, clock, offset }: Stamp): number | null {
  if (clock === undefined || offset === undefined) return null;
  return Date.parse(`${day}T${clock}Z`) - offsetMinutes(offset) * MINUTE_MS;
}

/** A moment given as seconds or milliseconds since 1970, as pages' scripts hold it. */
export function stampOfEpoch(value: number): Stamp | null {
  const SECONDS_FROM = 500_000_000;
  const MILLISECONDS_FROM = 500_000_000_000;
  const ms = value >= MILLISECONDS_FROM ? value : value >= SECONDS_FROM ? value * 1000 : Number.NaN;
  const date = new Date(ms);
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() > 2199) return null;
  const iso = date.toISOString();
  return { day: iso.slice(0, 10), clock: iso.slice(11, 19), offset: "Z" };
}

/** Digits of other scripts as ASCII ones, and marks of direction away. */
function plainDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19]/g, (digit) =>
      String((digit.codePointAt(0) ?? 0) & 0xf),
    )
    .replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, "");
}

const NAMED_DAY =
  /(?<!\d)(\d{1,2})(?:\.|º|er|ª)?\s*(?:de |di |от )?(\p{L}{3,14})\.?,?\s*(?:de |del |του )?(\d{4})(?!\d)/giu;
const NAMED_DAY_YEAR_FIRST = /(?<!\d)(\d{4})\.? (\p{L}{3,14})\.? (\d{1,2})(?!\d)/giu;
const EAST_ASIAN_DAY = /(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/u;
const FIGURES = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/;

/** The month that the word begins with in the language; 0 where it is none. */
function monthIn(word: string, { language, months }: DateLanguage): number {
  const lower = word.toLowerCase();
  const bare = language === "he" && lower.startsWith("ב") ? lower.slice(1) : lower;
  let best = { month: 0, length: 0 };
  months.forEach((forms, index) => {
    for (const form of forms) {
      if (form.length > best.length && bare.startsWith(form))
        best = { month: index + 1, length: form.length };
    }
  });
  return best.month;
}

function isLanguage({ language }: DateLanguage, wanted: string): boolean {
  return language.split("-")[0] === wanted.split("-")[0]?.toLowerCase();
}

/** The month of the word: in the page's language, else in the only way that all languages read it. */
function monthOf(word: string, { words, language }: StampReading): number {
  const own = words.languages.filter((each) => language !== undefined && isLanguage(each, language));
  for (const languages of [own, words.languages]) {
    const months = new Set(languages.map((each) => monthIn(word, each)).filter((month) => month > 0));
    if (months.size === 1) return [...months][0] ?? 0;
  }
  return 0;
}

function namedDay(text: string, reading: StampReading): FoundDay | null {
  const east = EAST_ASIAN_DAY.exec(text);
  const day = east && toDay(Number(east[1]), Number(east[2]), Number(east[3]));
  if (east && day) return foundDay(day, east);
  for (const match of text.matchAll(NAMED_DAY)) {
    const found = toDay(Number(match[3]), monthOf(match[2] ?? "", reading), Number(match[1]));
    if (found !== null) return foundDay(found, match);
  }
  for (const match of text.matchAll(NAMED_DAY_YEAR_FIRST)) {
    const found = toDay(Number(match[1]), monthOf(match[2] ?? "", reading), Number(match[3]));
    if (found !== null) return foundDay(found, match);
  }
  return null;
}

/** `05/10/2016`, in the order of the page's language. */
function figuresDay(text: string, { words, language }: StampReading): FoundDay | null {
  const match = FIGURES.exec(text);
  if (match === null || language === undefined) return null;
  const rows = words.languages.filter((each) => each.language.toLowerCase() === language.toLowerCase());
  const own = rows.length > 0 ? rows : words.languages.filter((each) => isLanguage(each, language));
  const [order, ...others] = new Set(own.map((each) => each.order));
  if (order === undefined || others.length > 0) return null;
  const [first, second] = [Number(match[1]), Number(match[2])];
  const day = toDay(Number(match[3]), order === "mdy" ? first : second, order === "mdy" ? second : first);
  return day === null ? null : foundDay(day, match);
}

const CLOCK =
  /(?<![\d.:])([01]?\d|2[0-3])(?:[:.h]|時|시 ?)([0-5]\d)(?:[:.]([0-5]\d)(?:[.,]\d+)?)?(?:分|분)?(?!\d)(?:\s*([ap])\.?\s?m\b\.?)?/iu;
const HOUR_ALONE = /(?<![\d.:])(1[0-2]|0?[1-9])\s*([ap])\.?\s?m\b\.?/i;
const OFFSET = /^\s*(?:[([]\s*)?(?:GMT|UTC)?\s*([+-])\s?(\d{1,2}):?(\d{2})?(?!\d)/i;
const ZONE_NAME = /^[\s,]*(?:[([]\s*)?(Z|[A-Z]{2,5})\b/;

function clockText(hour: number, rest: readonly (string | undefined)[], half: string | undefined): string {
  const HALF_DAY = 12;
  const shifted = half === undefined ? hour : (hour % HALF_DAY) + (half.toLowerCase() === "p" ? HALF_DAY : 0);
  return [String(shifted).padStart(2, "0"), ...rest.filter((part) => part !== undefined)].join(":");
}

/** The offset that stands at the start of the words. */
function offsetAt(text: string, { words }: StampReading): string | undefined {
  const figures = OFFSET.exec(text);
  if (figures !== null) return `${figures[1]}${figures[2]?.padStart(2, "0")}:${figures[3] ?? "00"}`;
  const name = ZONE_NAME.exec(text)?.[1];
  return words.zones.find(({ zone }) => zone === name)?.offset;
}

function clockIn(text: string, reading: StampReading): Partial<Stamp> {
  const match = CLOCK.exec(text);
  const alone = match === null ? HOUR_ALONE.exec(text) : null;
  const found = match ?? alone;
  if (found === null) return {};
  const clock =
    match !== null
      ? clockText(Number(match[1]), [match[2], match[3]], match[4])
      : clockText(Number(alone?.[1]), ["00"], alone?.[2]);
  const offset = offsetAt(text.slice(found.index + found[0].length), reading);
  return offset === undefined ? { clock } : { clock, offset };
}

/** Hours beyond it are no time of day: `24:30` is none, and neither are figures of other kinds. */
const COMPACT_CLOCK = /^T(\d{2})(\d{2})(\d{2})?/;

/**
 * The first day that the words or the timestamp name, with time of day and zone where they stand beside
 * it; null where no day is named, or where it cannot be told which is meant.
 */
export function readStamp(text: string, reading: StampReading): Stamp | null {
  const plain = plainDigits(text);
  const found = locateDay(plain) ?? namedDay(plain, reading) ?? figuresDay(plain, reading);
  if (found === null) return null;
  const after = plain.slice(found.end);
  const compact = COMPACT_CLOCK.exec(after);
  if (compact !== null) {
    const clock = clockText(Number(compact[1]), [compact[2], compact[3]], undefined);
    const offset = offsetAt(after.slice(compact[0].length), reading);
    return offset === undefined ? { day: found.day, clock } : { day: found.day, clock, offset };
  }
  const behind = clockIn(after.replace(/^T/i, " "), reading);
  const clock = behind.clock === undefined ? clockIn(plain.slice(0, found.start), reading) : behind;
  return { day: found.day, ...clock };
}
