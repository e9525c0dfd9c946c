import { addMonths, parseDay } from "../../../model/calendar.ts";
import { containing, type Grain, monthsOf, type Period, shift } from "../period.ts";
import { calendar } from "./calendar.ts";
import { type Context, captured, type Input, innerMeaning, type Meaning, periodMeaning } from "./meaning.ts";
import { fromPublication, grainOf } from "./relative.ts";

/**
 * `fiscal`: "fiscal 1989", "the fiscal second quarter", and with `unit` "the next fiscal year": named like a unit of the
 * calendar, but its months are those of the business, which the words do not tell.
 */
export function fiscal(input: Input, context: Context): Meaning | null {
  const named = input.args.unit ? fromPublication(input, context) : calendar(input, context);
  return named?.period ? periodMeaning({ ...named.period, offset: null }, named.anchor) : named;
}

/** Books are closed at the end of a month, or on a weekday near it. */
const LATE_IN_MONTH = 15;

/**
 * `ended unit=U`: "the quarter ended July 31", "the second quarter ended Oct. 31": the months up to that date, under the
 * name that the words give it, else that of the calendar's unit in which most of it lies.
 */
export function ended(input: Input, context: Context): Meaning | null {
  const [grain, end] = [grainOf(input), innerMeaning(input, context, "end")];
  if (!grain || !end?.period) return null;
  const last = overBy(context.anchor("day"), end.period);
  const begin = firstMonth(grain, last.begin);
  const name = nameOf(input, { grain, begin, end: last }, context);
  const meaning = periodMeaning({ ...name, offset: monthsBetween(name.begin, begin) }, end.anchor);
  if (grain !== "year") return meaning;
  // TIMEX3 takes "the year ended …" for a length of time; where it lies is told by its EDTF.
  const { period: _, ...rest } = meaning;
  return { ...rest, value: "P1Y" };
}

/** What has ended lies before publication. */
function overBy(anchor: string | null, end: Period): Period {
  if (anchor === null || end.begin <= anchor) return end;
  return { ...end, begin: addMonths(end.begin, -12) };
}

function firstMonth(grain: Grain, end: string): string {
  const { day = 0 } = parseDay(end) ?? {};
  // The first of a month stands for the whole month where no day is told.
  const early = day > 1 && day < LATE_IN_MONTH ? 1 : 0;
  return addMonths(containing("month", end).begin, 1 - early - (monthsOf(grain) ?? 1));
}

function nameOf(
  input: Input,
  period: { grain: Grain; begin: string; end: Period },
  { report }: Context,
): Period {
  const { grain, begin, end } = period;
  const number = captured(input, "quarter");
  // "First-quarter profit rose. Sales in the quarter ended Sept. 30 …": the quarter has been named.
  if (!number && grain === "quarter" && report?.grain === grain) return report;
  if (!number) return containing(grain, addMonths(begin, Math.floor((monthsOf(grain) ?? 0) / 2)));
  return shift(containing("quarter", containing("year", end.begin).begin), Number(number) - 1);
}

function monthsBetween(from: string, to: string): number {
  const months = [from, to].map((day) => Number(day.slice(0, -6)) * 12 + Number(day.slice(-5, -3)));
  return (months[1] ?? 0) - (months[0] ?? 0);
}
