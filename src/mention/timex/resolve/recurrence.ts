import { addDays, daysInMonth, dayText, easter, nthWeekday } from "../../../model/calendar.ts";
import type { Grain, Period } from "../period.ts";
import { captured, type Input } from "./meaning.ts";

/** Something that comes once a year: a month, a date, a season, a quarter, a holiday. */
export interface Recurrence {
  readonly grain: Grain;
  /** TIMEX3 value without a year: `XXXX-12-15`. */
  readonly yearless: string;
  inYear(year: number): Period | null;
}

const SEASON_MONTH: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** The yearly thing that the captures name. */
export function recurrenceOf(input: Input): Recurrence | null {
  const [month, date] = [monthCaptured(input), captured(input, "monthday")];
  if (month && date) return dateRecurrence(Number(month), Number(date));
  if (month) return { ...everyYear("month", Number(month)), yearless: `XXXX-${month.padStart(2, "0")}` };
  const season = captured(input, "season");
  if (season) return { ...everyYear("season", SEASON_MONTH[season] ?? 3), yearless: `XXXX-${season}` };
  const holiday = captured(input, "holiday");
  if (holiday) return holidayRecurrence(holiday);
  return partRecurrence(input);
}

function monthCaptured(input: Input): string | undefined {
  return captured(input, "month") ?? captured(input, "monthname") ?? captured(input, "monthframe");
}

function partRecurrence(input: Input): Recurrence | null {
  const [quarter, half] = [captured(input, "quarter"), captured(input, "half")];
  if (quarter && Number(quarter) <= 4) {
    return { ...everyYear("quarter", Number(quarter) * 3 - 2), yearless: `XXXX-Q${quarter}` };
  }
  if (half && Number(half) <= 2)
    return { ...everyYear("half", Number(half) * 6 - 5), yearless: `XXXX-H${half}` };
  return null;
}

function everyYear(grain: Grain, month: number): Omit<Recurrence, "yearless"> {
  return { grain, inYear: (year) => ({ grain, begin: dayText(year, month, 1) }) };
}

function dateRecurrence(month: number, date: number): Recurrence {
  const day = (year: number): string | null =>
    date <= daysInMonth(year, month) ? dayText(year, month, date) : null;
  return { grain: "day", yearless: dayText(0, month, date).replace(/^0000/, "XXXX"), inYear: onDay(day) };
}

function onDay(day: (year: number) => string | null): (year: number) => Period | null {
  return (year) => {
    const begin = day(year);
    return begin === null ? null : { grain: "day", begin };
  };
}

/** Reads the value of a holiday row: `12-25`, `11:4:4` (month, weekday from Monday, which one), `easter-2`. */
function holidayRecurrence(value: string): Recurrence | null {
  const fixed = /^(\d\d)-(\d\d)$/.exec(value);
  if (fixed) return dateRecurrence(Number(fixed[1]), Number(fixed[2]));
  const nth = /^(\d+):(\d):(-?\d)(?:([+-]\d+))?$/.exec(value);
  if (nth) {
    const rule = { weekday: Number(nth[2]), nth: Number(nth[3]) };
    const day = (year: number): string | null => {
      const found = nthWeekday(year, Number(nth[1]), rule);
      return found === null ? null : addDays(found, Number(nth[4] ?? 0));
    };
    return { grain: "day", yearless: "XXXX-XX-XX", inYear: onDay(day) };
  }
  const moving = /^easter([+-]\d+)$/.exec(value);
  if (!moving) return null;
  return {
    grain: "day",
    yearless: "XXXX-XX-XX",
    inYear: onDay((year) => addDays(easter(year), Number(moving[1]))),
  };
}
