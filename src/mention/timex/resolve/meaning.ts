import type { TimexType } from "../../../model/timex.ts";
import type { Candidate, Captured } from "../candidate.ts";
import { edtfOf, type Grain, type Period, timexValue } from "../period.ts";
import type { Pointer } from "../pointer.ts";

/** What an expression means. */
export interface Meaning {
  /** TIMEX3 value. */
  readonly value: string;
  /** Unit of the calendar that it names, where it names one. */
  readonly period?: Period;
  readonly type?: TimexType;
  readonly mod?: string;
  readonly edtf?: string;
  /** EDTF date that it was resolved against, where it is relative. */
  readonly anchor?: string;
}

/** A day that the text tells of. */
export interface ToldDay {
  readonly begin: string;
  /** Whether it was told with a time from 6 p.m. on. */
  readonly late: boolean;
}

/** What is known while the expressions of an article are resolved in order. */
export interface Context {
  /** Day of publication where it is known exactly enough for that unit; else null. */
  anchor(grain: Grain): string | null;
  /** Where the clause of the expression points from the day of publication; null where nothing shows it. */
  readonly direction: Pointer | null;
  /** The dated period that the text spoke of last, and the last one that is over or going on. */
  readonly last: Period | null;
  readonly lastPast: Period | null;
  /** The day told last that a time of day belongs to; "unclear" where it may be one of two, null where none is told. */
  readonly toldDay: ToldDay | "unclear" | null;
  /** The quarter or year that the report gives results for. */
  readonly report: Period | null;
  /** Whether the sentence compares figures ("compared with", "from"), so that the time is that of the second figure. */
  readonly comparing: boolean;
  /** Meaning of an expression that is part of this one. */
  resolve(candidate: Candidate): Meaning | null;
}

export interface Input {
  readonly captures: ReadonlyMap<string, Captured>;
  /** Constant arguments of the rule. */
  readonly args: Readonly<Record<string, string>>;
}

/** Gives the meaning of a match, or null where it has none after all. */
export type Resolver = (input: Input, context: Context) => Meaning | null;

/** The words of a class in the match. */
export function captured(input: Input, name: string): string | undefined {
  return input.captures.get(name)?.value || undefined;
}

/** A whole unit of the calendar. */
export function periodMeaning(period: Period, anchor?: string): Meaning {
  const meaning = { value: timexValue(period), period, edtf: edtfOf(period) };
  return anchor === undefined ? meaning : { ...meaning, anchor };
}

/** Meaning of the time expression that is part of the match. */
export function innerMeaning(input: Input, context: Context, name = "timex"): Meaning | null {
  const inner = input.captures.get(name)?.inner;
  return inner ? context.resolve(inner) : null;
}

/** A time that cannot be placed: PAST_REF, FUTURE_REF or PRESENT_REF by the sign of `count`. */
export function unplaced(count: number): Meaning {
  return { value: count < 0 ? "PAST_REF" : count > 0 ? "FUTURE_REF" : "PRESENT_REF", type: "DATE" };
}
