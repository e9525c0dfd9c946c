import type { Rule } from "./tables.ts";

/** Words of a class inside a match. */
export interface Captured {
  readonly value: string;
  /** Lexeme indices, half-open. */
  readonly from: number;
  readonly to: number;
  /** The time expression, where a smaller one is part of the match. */
  readonly inner?: Candidate;
}

/** A stretch of lexemes that a rule takes for a time expression. */
export interface Candidate {
  readonly rule: Rule;
  /** Lexeme indices, half-open, without context. */
  readonly from: number;
  readonly to: number;
  readonly captures: ReadonlyMap<string, Captured>;
}
