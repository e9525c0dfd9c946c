import { ChroniclerError } from "../model/error.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";

/** No newspaper that is read on the web as text is older; earlier years are misread numbers. */
const FIRST_YEAR = 1800;
const LAST_YEAR = 2199;

/** A form of writing a day, with the groups that hold year, month and day. */
interface DayForm {
  readonly pattern: RegExp;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAY_FORMS: readonly DayForm[] = [
  { pattern: /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/, year: 1, month: 2, day: 3 },
  { pattern: /(?<!\d)(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/, year: 1, month: 2, day: 3 },
  { pattern: /(?<!\d)(\d{4})(\d{2})(\d{2})(?=T\d|(?!\d))/, year: 1, month: 2, day: 3 },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]${MONTH},?[ -](\\d{4})(?!\\d)`, "i"),
    year: 3,
    month: 2,
    day: 1,
  },
  {
    pattern: new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, "i"),
    year: 3,
    month: 1,
    day: 2,
  },
  { pattern: /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/, year: 3, month: 2, day: 1 },
];

function monthNumber(text: string): number {
  const named = MONTHS.indexOf(text.slice(0, 3).toLowerCase());
  return named >= 0 ? named + 1 : Number(text);
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** The day as `2016-08-30`, or null where there is no such day or no report could be from it. */
export function toDay(year: number, month: number, day: number): string | null {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return null;
  if (!(day >= 1 && day <= daysIn(year, month))) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** `30/08/2016` or `08/30/2016`, where only one of the two can be meant. */
function slashedDay(text: string): FoundDay | null {
  const match = /(?<!\d)(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/.exec(text);
  if (match === null) return null;
  const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const european = toDay(year, second, first);
  const american = toDay(year, first, second);
  const day = european !== null && american !== null && european !== american ? null : (european ?? american);
  return day === null ? null : foundDay(day, match);
}

/** A day, and where in the words it is named. */
export interface FoundDay {
  readonly day: string;
  readonly start: number;
  readonly end: number;
}

/** The day with the place of the match that names it. */
export function foundDay(day: string, match: RegExpExecArray): FoundDay {
  return { day, start: match.index, end: match.index + match[0].length };
}

/** As `findDay`, with the place of the words. */
export function locateDay(text: string): FoundDay | null {
  for (const form of DAY_FORMS) {
    const match = form.pattern.exec(text);
    if (match === null) continue;
    const month = monthNumber(match[form.month] ?? "");
    const day = toDay(Number(match[form.year]), month, Number(match[form.day]));
    return day === null ? null : foundDay(day, match);
  }
  return slashedDay(text);
}

/**
 * The first day that the words or the timestamp name, as `2016-08-30`; null where there is none, or where
 * it cannot be told which is meant. Of a timestamp with a zone, the day in that zone is kept.
 */
export function findDay(text: string): string | null {
  return locateDay(text)?.day ?? null;
}

/** The day in a web address: `/2016/08/30/`, `/2016-08-30-`, `/20160830/`. */
export function dayOfUrl(url: string): string | null {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, "").replace(/[?#].*$/, "");
  const match =
    /(?<!\d)((?:19|20)\d\d)[/_-](\d{1,2})[/_-](\d{1,2})(?![\da-z])/i.exec(path) ??
    /(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/.exec(path) ??
    /(?<!\d)((?:19|20)\d\d)[/-]([a-z]{3})[a-z]{0,6}[/-](\d{1,2})(?!\d)/i.exec(path);
  if (match === null) return null;
  return toDay(Number(match[1]), monthNumber(match[2] ?? ""), Number(match[3]));
}

const EXPECTED =
  'expected a year, month or day such as "2016", "2016-08" or "2016-08-30", or an ISO date and time';

/**
 * A day, month or year as a person gave it.
 *
 * @throws ChroniclerError `bad-date`
 */
export function givenDate(text: string, name: string): string {
  const match =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T\d{2}:?\d{2}[\d:.,]*(?:Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/.exec(text);
  const [, year, month, day] = match ?? [];
  const whole = toDay(Number(year), Number(month ?? "1"), Number(day ?? "1"));
  if (whole === null) {
    throw new ChroniclerError("bad-date", `${name}: "${text}" is no publication date; ${EXPECTED}.`);
  }
  return day !== undefined ? whole : month !== undefined ? whole.slice(0, 7) : whole.slice(0, 4);
}
