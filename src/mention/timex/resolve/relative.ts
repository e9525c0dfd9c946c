import { addMonths } from "../../../model/calendar.ts";
import { containing, type Grain, isFinerThan, type Period, shift } from "../period.ts";
import {
  type Context,
  captured,
  type Input,
  innerMeaning,
  type Meaning,
  periodMeaning,
  unplaced,
} from "./meaning.ts";

/** Units of the word table to units of the calendar; smaller ones have none. */
const UNIT_GRAINS: Readonly<Record<string, Grain>> = {
  D: "day",
  W: "week",
  WE: "weekend",
  M: "month",
  Q: "quarter",
  Y: "year",
  DE: "decade",
  CE: "century",
};

/** The unit of the calendar that the words or the rule name. */
export function grainOf(input: Input): Grain | null {
  const unit = captured(input, "unit") ?? captured(input, "unit1") ?? input.args.unit ?? "";
  return UNIT_GRAINS[unit] ?? null;
}

/** Number of units to move: the captured number (1 if none), in the direction of `n`; null where it is vague. */
function countOf(input: Input): number | null {
  const number = captured(input, "number");
  const step = Number(input.args.n ?? 0);
  if (number === undefined) return step;
  return /^[\d.]+$/.test(number) ? Math.round(Number(number)) * step : null;
}

/** `unit n=N`: this, last, next week, year …; N units, or a captured number of units, from publication. */
export function fromPublication(input: Input, context: Context): Meaning | null {
  const [grain, count] = [grainOf(input), countOf(input)];
  const sign = Number(input.args.n ?? 0);
  if (count === null) return unplaced(sign);
  const anchor = grain && context.anchor(grain);
  if (!grain) return hoursAway(sign, context);
  return anchor ? periodMeaning(shift(containing(grain, anchor), count), anchor) : unplaced(sign);
}

/** Years in the units that "ago" counts only roughly. */
const ROUGH_YEARS: Readonly<Partial<Record<Grain, number>>> = { decade: 10, century: 100 };

/** `ago n=-1`: units before publication; "two decades ago" is some twenty years back, and not a whole decade. */
export function ago(input: Input, context: Context): Meaning | null {
  const years = ROUGH_YEARS[grainOf(input) ?? "day"];
  const [anchor, count] = [context.anchor("year"), countOf({ ...input, args: { n: "-1" } })];
  if (!years || anchor === null || count === null) return fromPublication(input, context);
  const number = captured(input, "number") === undefined ? -1 : count;
  const meaning = periodMeaning(shift(containing("year", anchor), number * years), anchor);
  return { ...meaning, mod: "APPROX", edtf: `${meaning.edtf}~` };
}

/** `yearsfromday n=N`: "ten years ago today": a number of years from the day of publication. */
export function yearsFromDay(input: Input, context: Context): Meaning | null {
  const [anchor, count] = [context.anchor("day"), countOf(input)];
  if (anchor === null || count === null) return unplaced(Number(input.args.n));
  return periodMeaning({ grain: "day", begin: addMonths(anchor, count * 12) }, anchor);
}

/** "Two hours ago" is on the day of publication, give or take; no more is known. */
function hoursAway(sign: number, context: Context): Meaning {
  const anchor = context.anchor("day");
  return anchor ? { ...unplaced(sign), edtf: anchor, anchor } : unplaced(sign);
}

/** `narrative n=N`: N units from the time that the text spoke of last ("the next day", "two weeks later"). */
export function fromNarrative(input: Input, context: Context): Meaning | null {
  const [grain, count] = [grainOf(input), countOf(input)];
  const sign = Number(input.args.n ?? 0);
  // "A few minutes later, he died": later than what was told before it, but past all the same.
  const toward = context.direction?.toward === "past" ? -1 : sign;
  if (count === null || !grain) return unplaced(toward);
  const ahead = sign > 0 && context.direction?.toward === "future";
  const base = ahead ? publicationBase(grain, context) : baseFor(grain, context);
  // What comes after a day that was never told cannot be placed; what came before may lean on publication.
  if (!base || (sign > 0 && !ahead && !context.last)) return unplaced(toward);
  return periodMeaning(shift(containing(grain, base.begin), count), base.anchor);
}

/** What a relative unit is counted from: the last time that is known at least that exactly, or publication. */
function baseFor(grain: Grain, context: Context): { begin: string; anchor: string } | null {
  const last = context.lastPast ?? context.last;
  if (last && !isFinerThan(grain, last.grain)) return { begin: last.begin, anchor: anchorText(last) };
  return publicationBase(grain, context);
}

function publicationBase(grain: Grain, context: Context): { begin: string; anchor: string } | null {
  const anchor = context.anchor(grain);
  return anchor === null ? null : { begin: anchor, anchor };
}

function anchorText(period: Period): string {
  return periodMeaning(period).edtf ?? period.begin;
}

/**
 * `compare n=-1 [only=figures]`: "a year ago", "a year earlier" beside the figures of a quarter is the same quarter then;
 * "last year" only where the sentence compares figures.
 */
export function compared(input: Input, context: Context): Meaning | null {
  const count = Number(input.args.n ?? -1);
  const report = input.args.only === "figures" && !context.comparing ? null : context.report;
  if (report) return periodMeaning(sameTimeOfYear(report, count), anchorText(report));
  return input.args.from === "narrative" ? fromNarrative(input, context) : fromPublication(input, context);
}

function sameTimeOfYear(period: Period, years: number): Period {
  const units: Partial<Record<Grain, number>> = { quarter: 4, half: 2, month: 12, season: 4 };
  return shift(period, years * (units[period.grain] ?? 1));
}

/** `report [n=N]`: "the quarter", "the latest period": what the report gives results for, or the last one over. */
export function reported(input: Input, context: Context): Meaning | null {
  const years = Number(input.args.n ?? 0);
  const grain = (input.args.grain ?? "quarter") as Grain;
  const report = context.report;
  if (report?.grain === grain) {
    return periodMeaning(sameTimeOfYear(report, years), anchorText(report));
  }
  const anchor = context.anchor(grain);
  if (anchor === null) return unplaced(-1);
  const latest = shift(containing(grain, anchor), -1);
  return periodMeaning(sameTimeOfYear(latest, years), anchor);
}

/** `yearreport`: "the 1988 period": the reporting period in another year, or just that year. */
export function reportedIn(input: Input, context: Context): Meaning | null {
  const year = containing("year", `${captured(input, "year")}-01-01`);
  const report = context.report;
  if (!report) return periodMeaning(year);
  const years = Number(year.begin.slice(0, -6)) - Number(report.begin.slice(0, -6));
  return periodMeaning(sameTimeOfYear(report, years), anchorText(report));
}

/** `weekend`: the one just over or going on, unless the words or the verb point ahead. */
export function weekend(input: Input, context: Context): Meaning | null {
  const anchor = context.anchor("day");
  const choice = captured(input, "deixis") ?? context.direction?.toward ?? "past";
  if (anchor === null) return unplaced(choice === "past" || choice === "last" ? -1 : 1);
  const current = containing("weekend", anchor);
  const over = current.begin > anchor;
  const moves: Readonly<Record<string, number>> = { past: over ? -1 : 0, last: -1, next: 1 };
  return periodMeaning(shift(current, moves[choice] ?? 0), anchor);
}

/** `yearend`: the last day of the year, as businesses use the word. */
export function yearEnd(_input: Input, context: Context): Meaning | null {
  const anchor = context.anchor("day");
  if (anchor === null) return unplaced(1);
  return periodMeaning({ grain: "day", begin: `${anchor.slice(0, -6)}-12-31` }, anchor);
}

/** `that`: "that day", "that year", "the same month": the unit around the time spoken of last. */
export function same(input: Input, context: Context): Meaning | null {
  const grain = grainOf(input);
  const base = grain && baseFor(grain, context);
  return base ? periodMeaning(containing(grain, base.begin), base.anchor) : unplaced(-1);
}

/** `untilthen`: the time spoken of last. */
export function untilThen(_input: Input, context: Context): Meaning | null {
  return context.last ? periodMeaning(context.last, anchorText(context.last)) : unplaced(-1);
}

/** `then`: "at the time", "then": whatever past time was spoken of last, and no more. */
export function atThatTime(_input: Input, context: Context): Meaning | null {
  const last = context.lastPast;
  const meaning = unplaced(-1);
  return last ? { ...meaning, edtf: anchorText(last), anchor: anchorText(last) } : meaning;
}

/** `away n=N`: a number of units before or after a date named beside them ("two days after May 3"). */
export function away(input: Input, context: Context): Meaning | null {
  const [base, grain, count] = [innerMeaning(input, context), grainOf(input), countOf(input)];
  if (!base?.period || !grain || count === null || isFinerThan(grain, base.period.grain)) return null;
  return periodMeaning(shift(containing(grain, base.period.begin), count), base.edtf);
}
