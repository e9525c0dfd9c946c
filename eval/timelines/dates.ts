import { dayNumber } from "../../src/model/calendar.ts";

/** How well days in order of their weight match those of a gold timeline of k days. */
export interface DateScore {
  /** F1 of the k weightiest days. */
  readonly f1: number;
  /** Recall of the 2k and the 3k weightiest. */
  readonly recall2: number;
  readonly recall3: number;
  /** F1 where a day beside the gold one counts as well. */
  readonly near: number;
}

export function scoreDates(ranked: readonly string[], gold: ReadonlySet<string>): DateScore {
  const k = gold.size;
  const first = ranked.slice(0, k);
  return {
    f1: f1Of(share(first, gold, 0), share([...gold], new Set(first), 0)),
    recall2: share([...gold], new Set(ranked.slice(0, 2 * k)), 0),
    recall3: share([...gold], new Set(ranked.slice(0, 3 * k)), 0),
    near: f1Of(share(first, gold, 1), share([...gold], new Set(first), 1)),
  };
}

export function f1Of(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** Share of the days that have one of the others within so many days. */
function share(days: readonly string[], others: ReadonlySet<string>, tolerance: number): number {
  const numbers = new Set([...others].map(dayNumber));
  const near = (day: string) => {
    const number = dayNumber(day);
    for (let off = -tolerance; off <= tolerance; off++) if (numbers.has(number + off)) return true;
    return false;
  };
  return days.length === 0 ? 0 : days.filter(near).length / days.length;
}

/** Days by their counts, the most frequent first; of equal ones, the earlier. */
export function mostFrequent(days: Iterable<string>): readonly string[] {
  const counts = new Map<string, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([day]) => day);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
