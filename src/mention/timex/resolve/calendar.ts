import { dayNumber, nthWeekday, parseDay, weekday } from "../../../model/calendar.ts";
import { containing, dayInWeek, endOf, type Grain, type Period, shift } from "../period.ts";
import type { Pointer } from "../pointer.ts";
import { type Context, captured, type Input, innerMeaning, type Meaning, periodMeaning } from "./meaning.ts";
import { type Recurrence, recurrenceOf } from "./recurrence.ts";

/** Which instance of a yearly or weekly thing is meant, seen from the anchor. */
type Choice = "past" | "future" | "last" | "next" | "this";

/** What the words beside a date say of its direction ("last", "next"). */
function givenChoice(input: Input): Choice | undefined {
  return (input.args.dir ?? captured(input, "deixis")) as Choice | undefined;
}

/**
 * A date without a year that lies further off than FAR on one side and nearer than NEAR on the other is the near
 * one, whatever the tense: reports give the year of a date that is most of a year away. In days; set by hand on
 * the two thirds of TimeBank that are not held out, 2026-11-21.
 */
const FAR = 240;
const NEAR = 90;

/**
 * `calendar [year=N] [dir=…]`: a date, month, season, quarter, half or holiday, or a bare year. The year is
 * the one captured, that of the expression inside, `year` years from publication, or chosen by direction.
 */
export function calendar(input: Input, context: Context): Meaning | null {
  const recurrence = recurrenceOf(input);
  const year = yearCaptured(input);
  if (!recurrence) return year ? periodMeaning(containing("year", `${year}-01-01`)) : null;
  if (year) return instance(recurrence, Number(year));
  const inner = innerMeaning(input, context);
  if (inner) {
    return inner.period ? instance(recurrence, yearOf(inner.period), inner.anchor) : null;
  }
  const anchor = context.anchor(recurrence.grain);
  if (anchor === null) return { value: recurrence.yearless };
  if (input.args.year)
    return instance(recurrence, yearOf({ begin: anchor }) + Number(input.args.year), anchor);
  const around = instancesAround(recurrence, anchor, Number(captured(input, "weekday") ?? 0));
  const given = givenChoice(input);
  const period = given ? choose(around, anchor, given) : chooseByTense(around, anchor, context);
  return period && periodMeaning(period, anchor);
}

function yearCaptured(input: Input): string | undefined {
  return captured(input, "year") ?? captured(input, "modernyear") ?? captured(input, "year2");
}

function yearOf(period: Pick<Period, "begin">): number {
  return parseDay(period.begin)?.year ?? 0;
}

function instance(recurrence: Recurrence, year: number, anchor?: string): Meaning | null {
  const period = recurrence.inYear(year);
  return period && periodMeaning(period, anchor);
}

const YEARS_AROUND = [-2, -1, 0, 1, 2];

/** The instances of the years around; those on the weekday told with them, where there is one. */
function instancesAround(recurrence: Recurrence, anchor: string, day: number): readonly Period[] {
  const year = yearOf({ begin: anchor });
  const all = YEARS_AROUND.map((n) => recurrence.inYear(year + n)).filter((period) => period !== null);
  const fitting = all.filter((period) => weekday(period.begin) === day);
  return fitting.length > 0 ? fitting : all;
}

function chooseByTense(periods: readonly Period[], anchor: string, context: Context): Period | null {
  const [past, future] = [choose(periods, anchor, "past"), choose(periods, anchor, "future")];
  if (!past || !future) return past ?? future;
  const back = Math.max(0, dayNumber(anchor) - dayNumber(endOf(past)));
  const ahead = Math.max(0, dayNumber(future.begin) - dayNumber(anchor));
  const pointer = context.direction;
  // Figures are told for a quarter that is over.
  if (!pointer || pointer.nearest) return back <= ahead || isReported(past) ? past : future;
  if (pointer.toward === "past") return !pointer.sure && back > FAR && ahead < NEAR ? future : past;
  return !pointer.sure && ahead > FAR && back < NEAR ? past : future;
}

function isReported({ grain }: Period): boolean {
  return grain === "quarter" || grain === "half";
}

function choose(periods: readonly Period[], anchor: string, choice: Choice): Period | null {
  const grain = periods[0]?.grain ?? "day";
  const here = containing(grain, anchor);
  switch (choice) {
    case "past":
      return periods.findLast((period) => period.begin <= anchor) ?? null;
    case "future":
      return periods.find((period) => endOf(period) >= anchor) ?? null;
    case "last":
      return periods.findLast((period) => endOf(period) < beforeLast(grain, here)) ?? null;
    case "next":
      return periods.find((period) => period.begin > endOf(here)) ?? null;
    case "this":
      return periods.find((period) => yearOf(period) === yearOf({ begin: anchor })) ?? null;
  }
}

/** "Last June" is not the month just over: that one is "last month". Of days and seasons it is the latest. */
function beforeLast(grain: Grain, here: Period): string {
  return grain === "month" ? shift(here, -1).begin : here.begin;
}

/** `weekday [dir=…]`: a day of the week near the day of publication. */
export function weekdayNear(input: Input, context: Context): Meaning | null {
  const number = Number(captured(input, "weekday"));
  const anchor = context.anchor("day");
  if (anchor === null) return { value: `XXXX-WXX-${number}` };
  const inWeek = dayInWeek(anchor, number);
  // News reports look back unless their words say otherwise.
  const choice = givenChoice(input) ?? towardOf(context.direction, inWeek, anchor) ?? "past";
  return periodMeaning({ grain: "day", begin: pickWeekday(inWeek, anchor, choice) }, anchor);
}

/** "Was due on Monday", told on Wednesday, is the Monday just over; told on Friday, the one to come. */
const JUST_OVER_DAYS = 2;

function towardOf(pointer: Pointer | null, inWeek: string, anchor: string): Choice | undefined {
  if (!pointer?.nearest) return pointer?.toward;
  const since = (dayNumber(anchor) - dayNumber(inWeek) + 7) % 7;
  return since > 0 && since <= JUST_OVER_DAYS ? "past" : "future";
}

function pickWeekday(inWeek: string, anchor: string, choice: Choice): string {
  const move = (weeks: number): string => shift({ grain: "week", begin: inWeek }, weeks).begin;
  switch (choice) {
    case "past":
      return inWeek <= anchor ? inWeek : move(-1);
    case "future":
    case "this":
      return inWeek >= anchor ? inWeek : move(1);
    case "last":
      return inWeek < anchor ? inWeek : move(-1);
    case "next":
      return move(1);
  }
}

/** `weekon`: "a week on Monday": seven days after the Monday to come. */
export function weekAfterWeekday(input: Input, context: Context): Meaning | null {
  const number = Number(captured(input, "weekday"));
  const anchor = context.anchor("day");
  if (anchor === null) return { value: `XXXX-WXX-${number}` };
  const coming = pickWeekday(dayInWeek(anchor, number), anchor, "future");
  return periodMeaning(shift({ grain: "day", begin: coming }, 7), anchor);
}

/**
 * `laterweekday`: "later Sunday", written where it is Saturday of what takes place where it is Sunday already, is tomorrow;
 * else a day of the week as reports look back on it.
 */
export function laterWeekday(input: Input, context: Context): Meaning | null {
  const number = Number(captured(input, "weekday"));
  const anchor = context.anchor("day");
  if (anchor === null) return { value: `XXXX-WXX-${number}` };
  const tomorrow = shift({ grain: "day", begin: anchor }, 1).begin;
  const begin = pickWeekday(dayInWeek(tomorrow, number), tomorrow, "past");
  return periodMeaning({ grain: "day", begin }, anchor);
}

/** `weekdayin`: a day of the week in a week named beside it ("Tuesday of last week"). */
export function weekdayIn(input: Input, context: Context): Meaning | null {
  const week = innerMeaning(input, context);
  if (!week?.period) return null;
  const begin = dayInWeek(containing("week", week.period.begin).begin, Number(captured(input, "weekday")));
  return periodMeaning({ grain: "day", begin }, week.anchor);
}

/** `nthweekday`: "the second Sunday in October"; the last one where the number is negative. */
export function weekdayInMonth(input: Input, context: Context): Meaning | null {
  const month = innerMeaning(input, context);
  if (month?.period?.grain !== "month") return null;
  const { year, month: number } = parseDay(month.period.begin) ?? { year: 0, month: 1 };
  const rule = { weekday: Number(captured(input, "weekday")), nth: Number(captured(input, "nth")) };
  const begin = nthWeekday(year, number, rule);
  return begin === null ? null : periodMeaning({ grain: "day", begin }, month.anchor);
}

/** `decade`, `century`: "the 1980s", "the 19th century". */
export function decade(input: Input): Meaning | null {
  const digits = captured(input, "decade");
  // "The 1800s" are a century, "the 2000s" a decade.
  if (digits && /^1\d0$/.test(digits)) return periodMeaning({ grain: "century", begin: `${digits}0-01-01` });
  return digits ? periodMeaning({ grain: "decade", begin: `${digits}0-01-01` }) : null;
}

export function century(input: Input): Meaning | null {
  const number = Number(captured(input, "ordinal"));
  if (!(number > 1 && number <= 22)) return null;
  return periodMeaning({ grain: "century", begin: `${String(number - 1).padStart(2, "0")}00-01-01` });
}

/** `iso`: `2016-08-30`, and dates in figures with the month first (American) or, where that cannot be, the day. */
export function figures(input: Input): Meaning | null {
  const [a, b, figure] = ["first", "second", "year"].map((name) => Number(captured(input, name)));
  const year = fullYear(figure ?? 0);
  const day = input.args.order === "ymd" ? asDay(year, a, b) : (asDay(year, a, b) ?? asDay(year, b, a));
  return day ? periodMeaning({ grain: "day", begin: day }) : null;
}

/** Two figures stand for the years from 1930 to 2029. */
function fullYear(year: number): number {
  if (year >= 100) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

function asDay(year = 0, month = 0, day = 0): string | null {
  const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return parseDay(text) ? text : null;
}

/** `event`: an event with a known date; the table gives the date as a TIMEX3 value. */
export function event(input: Input): Meaning | null {
  const value = captured(input, "event");
  return value ? dated(value) : null;
}

/** A year, month or day written as such. */
export function dated(value: string): Meaning {
  const grain: Grain = value.length === 4 ? "year" : value.length === 7 ? "month" : "day";
  return periodMeaning({ grain, begin: `${value}-01-01`.slice(0, 10) });
}

/** `weekof`: the week that a date lies in. */
export function weekOf(input: Input, context: Context): Meaning | null {
  const day = innerMeaning(input, context);
  return day?.period ? periodMeaning(containing("week", day.period.begin), day.anchor) : null;
}
