import { edtfOf, edtfPart, endOf, type Period, shift } from "../period.ts";
import { calendar, dated } from "./calendar.ts";
import { type Context, captured, type Input, innerMeaning, type Meaning } from "./meaning.ts";

/**
 * `earlier`, `later`: "earlier this year", "later this week": the unit, and as EDTF that part of it which is over,
 * or still to come, on the day of publication.
 */
export function earlier(input: Input, context: Context): Meaning | null {
  const meaning = clipped(input, context, "until");
  const { period } = meaning ?? {};
  // On its first day nothing of the week is over: "earlier this week" in a report of Monday leads into the week before.
  if (!meaning || !period || period.grain === "day" || period.begin !== context.anchor("day")) return meaning;
  return { ...meaning, edtf: `${shift(period, -1).begin}/${period.begin}` };
}

export function later(input: Input, context: Context): Meaning | null {
  return clipped(input, context, "from");
}

function clipped(input: Input, context: Context, side: "until" | "from"): Meaning | null {
  const meaning = innerMeaning(input, context);
  const anchor = context.anchor("day");
  if (!meaning?.period || !anchor || !inside(meaning.period, anchor)) return meaning;
  const edtf = edtfPart(meaning.period, { [side]: anchor });
  return edtf === null ? meaning : { ...meaning, edtf };
}

function inside(period: Period, day: string): boolean {
  return period.begin <= day && day <= endOf(period);
}

/** `before`: "before the end of the year": some time from publication to then. */
export function before(input: Input, context: Context): Meaning | null {
  const meaning = innerMeaning(input, context);
  const anchor = context.anchor("day");
  if (!meaning?.period) return null;
  if (!anchor || !inside(meaning.period, anchor)) return meaning;
  const edtf = edtfPart(meaning.period, { from: anchor });
  return edtf === null ? meaning : { ...meaning, edtf };
}

/** `since`: "ever since 1945": from then on, without end. */
export function since(input: Input, context: Context): Meaning | null {
  const meaning = innerMeaning(input, context);
  if (!meaning?.period) return null;
  return { ...meaning, edtf: `${meaning.edtf?.split("/")[0] ?? meaning.period.begin}/..` };
}

/** `sincethen`: "ever since", "since then": from the time spoken of last. */
export function sinceThen(_input: Input, context: Context): Meaning | null {
  const last = context.lastPast;
  if (!last) return null;
  const begin = edtfOf(last).split("/")[0];
  return { value: "PAST_REF", edtf: `${begin}/..`, anchor: edtfOf(last) };
}

/** `span`: from one date to another, written as one expression ("2009-2010", "2 to 5 May"). */
export function span(input: Input, context: Context): Meaning | null {
  return between(innerMeaning(input, context, "from"), innerMeaning(input, context, "to"));
}

function between(from: Meaning | null, to: Meaning | null): Meaning | null {
  const [begin, end] = [from?.edtf, to?.edtf];
  if (!begin || !end || !from?.period || !to?.period || from.period.begin >= to.period.begin) return null;
  const edtf = `${begin.split("/")[0]}/${end.split("/").at(-1)}`;
  return { value: edtf, edtf, ...(to.anchor === undefined ? {} : { anchor: to.anchor }) };
}

/** `days`: "2 to 5 May 2016", where the first day has neither month nor year of its own. */
export function dayRange(input: Input, context: Context): Meaning | null {
  const last = innerMeaning(input, context);
  const first = captured(input, "monthday");
  if (last?.period?.grain !== "day" || !first) return null;
  const begin = `${last.period.begin.slice(0, -2)}${first.padStart(2, "0")}`;
  if (begin >= last.period.begin) return null;
  const edtf = `${begin}/${last.period.begin}`;
  return { ...last, value: edtf, edtf };
}

/** `monthdays`: "June 3-5": both days in one month. */
export function monthDays(input: Input, context: Context): Meaning | null {
  const ends = ["from", "to"].map((name) => {
    const day = input.captures.get(name);
    return day
      ? calendar({ ...input, captures: new Map(input.captures).set("monthday", day) }, context)
      : null;
  });
  return between(ends[0] ?? null, ends[1] ?? null);
}

/** `shortyears`: "2009-10": the second year in two figures. */
export function shortYears(input: Input): Meaning | null {
  const [from, to] = [captured(input, "year"), captured(input, "to")];
  if (!from || !to || !/^\d\d$/.test(to)) return null;
  const last = `${from.slice(0, 2)}${to}`;
  if (last <= from) return null;
  return { value: `${from}/${last}`, edtf: `${from}/${last}`, ...keepPeriod(from) };
}

function keepPeriod(year: string): Pick<Meaning, "period"> {
  const { period } = dated(year);
  return period ? { period } : {};
}
