import type { TextSpan } from "./span.ts";

/** What a figure counts of a disaster, an accident or an attack. */
export type Toll = "dead" | "injured" | "missing" | "homeless";

/** A number with what it counts. */
export interface Quantity extends TextSpan {
  readonly value: number;
  /** Where the words give a range, its upper end: "between 100 and 200 people". */
  readonly to?: number;
  /** What is counted, in the article's words: "Russians", "islands", "US dollars". */
  readonly unit: string;
  /** Of money, the ISO 4217 code where the words tell which currency: "€300" does, "$300" does not. */
  readonly currency?: string;
  readonly approximate?: boolean;
  /** "at least", "up to". */
  readonly bound?: "at-least" | "at-most";
  /** Where it counts people in general who were killed, hurt, missed or made homeless, and not only some among them. */
  readonly toll?: Toll;
}
