import type { TimelineEntry } from "../library.ts";
import { dateInWords, monthName } from "../library.ts";
import { groupBy } from "../parts/group.ts";

/** Entries of one month or a few, or those of a year that are not tied to months (`month` is null). */
export interface MonthGroup {
  readonly month: string | null;
  readonly entries: readonly TimelineEntry[];
}

export interface YearGroup {
  readonly year: string;
  readonly months: readonly MonthGroup[];
}

/** A timeline in the parts in which it is read. Each entry is in exactly one of them. */
export interface Parts {
  readonly years: readonly YearGroup[];
  readonly background: readonly TimelineEntry[];
  readonly undated: readonly TimelineEntry[];
}

/** Longest stretch of days that is told by its first and last month. */
const FEW_MONTHS = 100;

/**
 * "December 2016" where the entry lies within one month, "April – May 2016" where it lies within a few; null where
 * its date is less exact.
 */
function monthOf({ begin, end }: TimelineEntry["time"]): string | null {
  if (begin === null || end === null) return null;
  const days = (Date.parse(end) - Date.parse(begin)) / 86_400_000;
  if (Number.isNaN(days) || days > FEW_MONTHS) return null;
  const [first, last] = [begin.slice(0, 7), end.slice(0, 7)];
  if (first === last) return dateInWords(first);
  const isOneYear = begin.slice(0, 4) === end.slice(0, 4);
  const from = isOneYear ? monthName(begin.slice(5, 7)) : dateInWords(first);
  return `${from} – ${dateInWords(last)}`;
}

function months(entries: readonly TimelineEntry[]): MonthGroup[] {
  const groups = groupBy(entries, ({ time }) => monthOf(time));
  const named = [...groups].map(([month, of]) => ({ month, entries: of }));
  // What is known to the year only must not look as if it came after what is known to the month.
  return [...named.filter(({ month }) => month === null), ...named.filter(({ month }) => month !== null)];
}

/** Groups entries by year and month in the order in which they come; background and undated ones stand apart. */
export function groupEntries(entries: readonly TimelineEntry[]): Parts {
  const undated = entries.filter(({ time }) => time.begin === null && time.end === null);
  const dated = entries.filter(({ time }) => time.begin !== null || time.end !== null);
  const main = dated.filter(({ background }) => !background);
  const years = groupBy(main, ({ time }) => /^-?\d+/.exec(time.begin ?? time.end ?? "")?.[0] ?? "");
  return {
    years: [...years].map(([year, of]) => ({ year, months: months(of) })),
    background: dated.filter(({ background }) => background),
    undated,
  };
}

/** All entries in the order in which they are read, from the first year to the undated ones. */
export function inReadingOrder(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const { years, background, undated } = groupEntries(entries);
  const dated = years.flatMap(({ months: all }) => all.flatMap((month) => month.entries));
  return [...dated, ...background, ...undated];
}
