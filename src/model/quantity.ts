import type { TextSpan } from "./span.ts";

/** A number with what it counts. */
export interface Quantity extends TextSpan {
  readonly value: number;
  /** What is counted, in the article's words: "Russians", "islands", "US dollars". */
  readonly unit: string;
  /** Of money, the ISO 4217 code where the words tell which currency: "€300" does, "$300" does not. */
  readonly currency?: string;
  readonly approximate?: boolean;
  /** "at least", "up to". */
  readonly bound?: "at-least" | "at-most";
}
