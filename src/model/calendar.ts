import type { Precision } from "./link.ts";

/**
 * Days of the proleptic Gregorian calendar as ISO strings (`2016-08-30`). No clock and no time zone:
 * everything is counted in whole days, in UTC.
 */

const MS_PER_DAY = 86_400_000;
/** From 1 March of the year 0 to 1 January 1970. */
const DAYS_TO_1970 = 719_468;

/** At least four digits, with a sign before year 0, as ISO 8601 writes years. */
export function yearText(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, "0");
  return year < 0 ? `-${digits}` : digits;
}

/** `2016-08` */
export function monthText(year: number, month: number): string {
  return `${yearText(year)}-${String(month).padStart(2, "0")}`;
}

/** `2016-08-30` */
export function dayText(year: number, month: number, day: number): string {
  return `${monthText(year, month)}-${String(day).padStart(2, "0")}`;
}

export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** Year, month and day of an ISO day; null where it is not one that exists. */
export function parseDay(text: string): CalendarDay | null {
  const match = /^(-?\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return { year, month, day };
}

/** Length of a month in days; months are numbered from 1. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return leap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days since 1970-01-01. `day` must be an ISO day. */
export function dayNumber(day: string): number {
  const parts = parseDay(day);
  if (!parts) throw new RangeError(`Expected an ISO day such as 2016-08-30, not "${day}"`);
  // Years are counted from March, so that the leap day is the last of them.
  const year = parts.month > 2 ? parts.year : parts.year - 1;
  const month = (parts.month + 9) % 12;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + Math.floor((month * 153 + 2) / 5) + parts.day - 1 - DAYS_TO_1970;
}

/** The ISO day that many days after 1970-01-01. */
export function dayOfNumber(number: number): string {
  const date = new Date(number * MS_PER_DAY);
  return dayText(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

export function addDays(day: string, days: number): string {
  return dayOfNumber(dayNumber(day) + days);
}

/** The same day `months` later, or the last of that month where it is shorter. */
export function addMonths(day: string, months: number): string {
  const { year, month, day: date } = parseDay(day) as CalendarDay;
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return dayText(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)));
}

/** ISO weekday: Monday is 1, Sunday 7. */
export function weekday(day: string): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** First (Monday) of the ISO week that the day is in. */
export function mondayOf(day: string): string {
  return addDays(day, 1 - weekday(day));
}

/** ISO 8601 week: the year it counts to is that of its Thursday. */
export function isoWeek(day: string): { readonly year: number; readonly week: number } {
  const thursday = addDays(mondayOf(day), 3);
  const year = Number(thursday.slice(0, -6));
  const first = dayNumber(dayText(year, 1, 1));
  return { year, week: Math.floor((dayNumber(thursday) - first) / 7) + 1 };
}

/** Monday of an ISO week. */
export function mondayOfWeek(year: number, week: number): string {
  // 4 January is in week 1 by definition.
  return addDays(mondayOf(dayText(year, 1, 4)), (week - 1) * 7);
}

/** The nth given weekday of a month, from 1; from the end where `nth` is negative. Null where there is none. */
export function nthWeekday(
  year: number,
  month: number,
  options: { weekday: number; nth: number },
): string | null {
  const { weekday: wanted, nth } = options;
  if (nth < 0) {
    const last = dayText(year, month, daysInMonth(year, month));
    const back = (weekday(last) - wanted + 7) % 7;
    return addDays(last, -back + (nth + 1) * 7);
  }
  const first = dayText(year, month, 1);
  const date = 1 + ((wanted - weekday(first) + 7) % 7) + (nth - 1) * 7;
  return date <= daysInMonth(year, month) ? dayText(year, month, date) : null;
}

/** Easter Sunday of the western churches (Gauss's rule in the form of Meeus, Jones and Butcher). */
export function easter(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayText(year, Math.floor(n / 31), (n % 31) + 1);
}

/** First and last day that an EDTF expression allows (null where open), and how exact it is. */
export interface EdtfBounds {
  readonly begin: string | null;
  readonly end: string | null;
  readonly precision: Precision;
}

/** Months in EDTF's codes 21 to 41 (level 2): first month and number of months. Winter runs into the next year. */
const PARTS_OF_YEAR: ReadonlyMap<number, readonly [first: number, months: number, precision: Precision]> =
  new Map([
    [21, [3, 3, "season"]],
    [22, [6, 3, "season"]],
    [23, [9, 3, "season"]],
    [24, [12, 3, "season"]],
    [25, [3, 3, "season"]],
    [26, [6, 3, "season"]],
    [27, [9, 3, "season"]],
    [28, [12, 3, "season"]],
    [29, [9, 3, "season"]],
    [30, [12, 3, "season"]],
    [31, [3, 3, "season"]],
    [32, [6, 3, "season"]],
    [33, [1, 3, "quarter"]],
    [34, [4, 3, "quarter"]],
    [35, [7, 3, "quarter"]],
    [36, [10, 3, "quarter"]],
    [37, [1, 4, "range"]],
    [38, [5, 4, "range"]],
    [39, [9, 4, "range"]],
    [40, [1, 6, "range"]],
    [41, [7, 6, "range"]],
  ]);

/**
 * What an EDTF date or interval (ISO 8601-2) covers: years, months, days, decades and centuries with `X`,
 * seasons, quarters, and intervals with open ends. An interval that is just a week, month, quarter, year or
 * decade has that precision. Times of day count as their day; `?`, `~` and `%` change nothing. Null for
 * anything else.
 */
export function edtfBounds(edtf: string): EdtfBounds | null {
  const plain = edtf.trim().replace(/[?~%]/g, "");
  const slash = plain.indexOf("/");
  if (slash < 0) return dateBounds(plain);
  const [left, right] = [plain.slice(0, slash), plain.slice(slash + 1)];
  const from = isOpen(left) ? null : dateBounds(left);
  const to = isOpen(right) ? null : dateBounds(right);
  if ((!from && !isOpen(left)) || (!to && !isOpen(right))) return null;
  const [begin, end] = [from?.begin ?? null, to?.end ?? null];
  if (begin === null && end === null) return null;
  if (begin !== null && end !== null && dayNumber(begin) > dayNumber(end)) return null;
  return { begin, end, precision: begin && end ? precisionOf(begin, end) : "range" };
}

function isOpen(bound: string): boolean {
  return bound === ".." || bound === "";
}

function dateBounds(text: string): EdtfBounds | null {
  const match = /^(-?\d{2}(?:\d\d|\dX|XX))(?:-(\d\d|XX)(?:-(\d\d|XX)(?:T[\d:Z.+-]+)?)?)?$/.exec(text);
  if (!match) return null;
  const [, year = "", month, day] = match;
  if (month === undefined || month === "XX")
    return yearBounds(year, month === undefined ? "year" : "unknown");
  if (year.includes("X")) return null;
  if (Number(month) > 12) return day === undefined ? partOfYear(Number(year), Number(month)) : null;
  if (day === undefined || day === "XX") return monthBounds(Number(year), Number(month));
  return parseDay(`${year}-${month}-${day}`) ? whole(`${year}-${month}-${day}`) : null;
}

function whole(date: string): EdtfBounds {
  return { begin: date, end: date, precision: "day" };
}

function yearBounds(year: string, ifExact: Precision): EdtfBounds {
  const [begin, end] = [`${year.replace(/X/g, "0")}-01-01`, `${year.replace(/X/g, "9")}-12-31`];
  const unknown = year.match(/X/g)?.length ?? 0;
  return { begin, end, precision: unknown === 0 ? ifExact : unknown === 1 ? "decade" : "range" };
}

function monthBounds(year: number, month: number): EdtfBounds | null {
  if (month < 1) return null;
  return {
    begin: dayText(year, month, 1),
    end: dayText(year, month, daysInMonth(year, month)),
    precision: "month",
  };
}

function partOfYear(year: number, code: number): EdtfBounds | null {
  const part = PARTS_OF_YEAR.get(code);
  if (!part) return null;
  const begin = dayText(year, part[0], 1);
  return { begin, end: addDays(addMonths(begin, part[1]), -1), precision: part[2] };
}

/** How exact an interval of whole days is: the calendar unit that it fills, or `range`. */
export function precisionOf(begin: string, end: string): Precision {
  if (begin === end) return "day";
  const next = addDays(end, 1);
  if (weekday(begin) === 1 && addDays(begin, 7) === next) return "week";
  if (!begin.endsWith("-01")) return "range";
  if (addMonths(begin, 1) === next) return "month";
  if (addMonths(begin, 3) === next && (Number(begin.slice(-5, -3)) - 1) % 3 === 0) return "quarter";
  if (!begin.endsWith("-01-01")) return "range";
  if (addMonths(begin, 12) === next) return "year";
  return begin.endsWith("0-01-01") && addMonths(begin, 120) === next ? "decade" : "range";
}
