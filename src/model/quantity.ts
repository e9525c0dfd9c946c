import type { TextSpan } from "./span.ts";

/** A number with what it counts. */
export interface Quantity extends TextSpan {
  readonly value: number;
  /** What is counted, in the article's words: "Russians", "islands", "US dollars". */
  readonly unit: string;
  readonly approximate?: boolean;
  /** "at least", "up to". */
  readonly bound?: "at-least" | "at-most";
}
