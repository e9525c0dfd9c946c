import type { TextSpan } from "./span.ts";

/** Kinds of time expression in TIMEX3. */
export type TimexType = "DATE" | "TIME" | "DURATION" | "SET";

/** A time expression in the text, after TimeML TIMEX3. */
export interface Timex extends TextSpan {
  readonly id: string;
  readonly type: TimexType;
  /** TIMEX3 value: 2016-12-15, 2016-W50, P2D, PAST_REF, XXXX-WXX-2 … */
  readonly value: string;
  /** TIMEX3 modifier where it matters: START, MID, END, APPROX, BEFORE, AFTER, LESS_THAN, MORE_THAN … */
  readonly mod?: string;
  /** The same as an EDTF date or interval, where it is one; never more exact than the words. */
  readonly edtf?: string;
  /** What a relative expression was resolved against: an EDTF date. */
  readonly anchor?: string;
  /** Name of the rule that made it. */
  readonly rule: string;
}
