import {
  addDays,
  addMonths,
  dayText,
  isoWeek,
  mondayOf,
  monthText,
  weekday,
  yearText,
} from "../../model/calendar.ts";

/** Units of the calendar that a time expression can name, from fine to coarse. */
export const GRAINS = [
  "day",
  "weekend",
  "week",
  "month",
  "quarter",
  "season",
  "half",
  "year",
  "decade",
  "century",
] as const;

export type Grain = (typeof GRAINS)[number];

/** One unit of the calendar: the day, week, month … that begins on `begin`. */
export interface Period {
  readonly grain: Grain;
  /** ISO day. */
  readonly begin: string;
  /**
   * Of a business year and its parts: by how many months it begins after the calendar's unit of that name; null where
   * that is not told ("fiscal 1989"), so that its months are not known.
   */
  readonly offset?: number | null;
}

const MONTHS: Readonly<Partial<Record<Grain, number>>> = {
  month: 1,
  quarter: 3,
  season: 3,
  half: 6,
  year: 12,
  decade: 120,
  century: 1200,
};
const DAYS: Readonly<Partial<Record<Grain, number>>> = { day: 1, weekend: 2, week: 7 };

/** Seasons as TIMEX3 writes them, in order from the one that begins in March. */
const SEASONS = ["SP", "SU", "FA", "WI"];
const EDTF_SEASON = 21;

function yearOf(day: string): number {
  return Number(day.slice(0, -6));
}

function monthOf(day: string): number {
  return Number(day.slice(-5, -3));
}

/** The unit that the day lies in. Weeks begin on Monday; a season with March, June, September or December. */
export function containing(grain: Grain, day: string): Period {
  return { grain, begin: beginOf(grain, day) };
}

function beginOf(grain: Grain, day: string): string {
  const [year, month] = [yearOf(day), monthOf(day)];
  switch (grain) {
    case "day":
      return day;
    case "week":
      return mondayOf(day);
    case "weekend":
      return addDays(mondayOf(day), 5);
    case "month":
      return dayText(year, month, 1);
    case "quarter":
      return dayText(year, month - ((month - 1) % 3), 1);
    case "season":
      return addMonths(dayText(year, month, 1), -(month % 3));
    case "half":
      return dayText(year, month < 7 ? 1 : 7, 1);
    case "year":
      return dayText(year, 1, 1);
    case "decade":
      return dayText(year - (year % 10), 1, 1);
    case "century":
      return dayText(year - (year % 100), 1, 1);
  }
}

/** The unit `count` places later. */
export function shift(period: Period, count: number): Period {
  const { grain, begin } = period;
  if (grain === "weekend") return { grain, begin: addDays(begin, count * 7) };
  const months = MONTHS[grain];
  return {
    ...period,
    begin: months ? addMonths(begin, count * months) : addDays(begin, count * (DAYS[grain] ?? 1)),
  };
}

/** First day of the unit, by the business year where it belongs to one. */
function firstDay(period: Period): string {
  return period.offset ? addMonths(period.begin, period.offset) : period.begin;
}

/** Last day of the unit. */
export function endOf(period: Period): string {
  const days = DAYS[period.grain];
  return days ? addDays(period.begin, days - 1) : addDays(firstDay(shift(period, 1)), -1);
}

/** How many months a unit has; undefined for units of days. */
export function monthsOf(grain: Grain): number | undefined {
  return MONTHS[grain];
}

/** The unit as a TIMEX3 value: `2016-W50-WE`, `2016-Q3`, `2016-SU`, `199` for the 1990s, `19` for the 20th century. */
export function timexValue(period: Period): string {
  const [year, month] = [yearOf(period.begin), monthOf(period.begin)];
  switch (period.grain) {
    case "day":
      return period.begin;
    case "week":
      return weekText(period.begin);
    case "weekend":
      return `${weekText(period.begin)}-WE`;
    case "month":
      return monthText(year, month);
    case "quarter":
      return `${yearText(year)}-Q${(month + 2) / 3}`;
    case "season":
      return `${yearText(year)}-${SEASONS[month / 3 - 1]}`;
    case "half":
      return `${yearText(year)}-H${month < 7 ? 1 : 2}`;
    case "year":
      return yearText(year);
    case "decade":
      return yearText(year).slice(0, 3);
    case "century":
      return yearText(year).slice(0, 2);
  }
}

function weekText(day: string): string {
  const { year, week } = isoWeek(day);
  return `${yearText(year)}-W${String(week).padStart(2, "0")}`;
}

/**
 * The unit as EDTF. Quarters and halves are intervals of months and weeks intervals of days, which every reader
 * of EDTF understands; a season keeps its code, for its months depend on the hemisphere. A business year whose months
 * are not known is only roughly the year it is named for.
 */
export function edtfOf(period: Period): string {
  const [year, month] = [yearOf(period.begin), monthOf(period.begin)];
  if (period.offset === null) return `${yearText(year)}~`;
  if (period.offset) return `${firstDay(period).slice(0, -3)}/${endOf(period).slice(0, -3)}`;
  switch (period.grain) {
    case "day":
      return period.begin;
    case "week":
    case "weekend":
      return `${period.begin}/${endOf(period)}`;
    case "month":
      return monthText(year, month);
    case "quarter":
    case "half":
      return `${monthText(year, month)}/${endOf(period).slice(0, -3)}`;
    case "season":
      return `${yearText(year)}-${EDTF_SEASON + month / 3 - 1}`;
    case "year":
      return yearText(year);
    case "decade":
      return `${yearText(year).slice(0, 3)}X`;
    case "century":
      return `${yearText(year).slice(0, 2)}XX`;
  }
}

/** The part of the unit before, or after, a day (both with that day), as EDTF; null where nothing of it is left. */
export function edtfPart(period: Period, options: { until?: string; from?: string }): string | null {
  const begin = options.from && options.from > period.begin ? options.from : period.begin;
  const last = endOf(period);
  const end = options.until && options.until < last ? options.until : last;
  if (begin > end) return null;
  return begin === end ? begin : `${begin}/${end}`;
}

/** Whether the first unit is the smaller one. */
export function isFinerThan(a: Grain, b: Grain): boolean {
  return GRAINS.indexOf(a) < GRAINS.indexOf(b);
}

/** Day of the week within the ISO week of a day; Monday is 1. */
export function dayInWeek(day: string, number: number): string {
  return addDays(day, number - weekday(day));
}
