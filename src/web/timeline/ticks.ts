import { monthName } from "../library.ts";

const DAY = 86_400_000;

/** A labelled place on an axis of days. */
export interface Tick {
  /** Days since 1970. */
  readonly day: number;
  readonly label: string;
}

/** Days since 1970 of an ISO day, month or year; NaN for anything else. */
export function dayNumber(iso: string): number {
  return Math.floor(Date.parse(iso) / DAY);
}

/** The ISO day of a number of days since 1970. */
export function isoDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

type Unit = "day" | "month" | "year";

/** Steps from fine to coarse: the first that gives few enough ticks is taken. */
const STEPS: readonly (readonly [Unit, number])[] = [
  ...([1, 2, 7, 14] as const).map((step) => ["day", step] as const),
  ...([1, 2, 3, 6] as const).map((step) => ["month", step] as const),
  ...([1, 2, 5, 10, 20, 50, 100, 500] as const).map((step) => ["year", step] as const),
];

function labelOf(day: number, unit: Unit): string {
  const [year, month, dayOfMonth] = isoDay(day).split("-");
  if (unit === "year") return year ?? "";
  const name = monthName(month ?? "")?.slice(0, 3);
  return unit === "month" ? `${name} ${year}` : `${Number(dayOfMonth)} ${name}`;
}

/** First days of months whose number, counted from year 0, can be divided by `months`. */
function monthBegins(first: number, last: number, months: number): number[] {
  const begin = new Date(first * DAY);
  const index = begin.getUTCFullYear() * 12 + begin.getUTCMonth();
  const days: number[] = [];
  for (let month = Math.floor(index / months) * months; ; month += months) {
    const day = new Date(0).setUTCFullYear(0, month, 1) / DAY;
    if (day > last) return days;
    if (day >= first) days.push(day);
  }
}

/** Begins of units within the days, so that "Dec 2016" stands on its first day and nowhere else. */
function stepTicks(first: number, last: number, [unit, step]: readonly [Unit, number]): Tick[] {
  const length = Math.floor((last - first) / step) + 1;
  const days =
    unit === "day"
      ? Array.from({ length }, (_, index) => first + index * step)
      : monthBegins(first, last, unit === "year" ? 12 * step : step);
  return days.map((day) => ({ day, label: labelOf(day, unit) }));
}

/** At most so many ticks over the days from the first to the last. */
export function ticks(first: number, last: number, most: number): Tick[] {
  for (const step of STEPS) {
    const days = { day: 1, month: 28, year: 365 }[step[0]] * step[1];
    if ((last - first) / days > 4 * most) continue;
    const found = stepTicks(first, last, step);
    if (found.length <= most) return found;
  }
  return [];
}
