import type { Direction } from "./tense-words.ts";

/** Where a clause points from the day of publication; `sure` where the word beside or an auxiliary of the future says so. */
export interface Pointer {
  readonly toward: Direction;
  readonly sure: boolean;
  /** "Was due on Monday": ahead of what was told, and by now it may be over: the nearest day is meant. */
  readonly nearest?: boolean;
}

const FUTURE_AUXILIARIES = new Set(["will", "'ll", "shall", "wo", "won"]);

export function past(sure = false): Pointer {
  return { toward: "past", sure };
}

export function future(word = ""): Pointer {
  return { toward: "future", sure: FUTURE_AUXILIARIES.has(word) };
}

/** How many lexemes to look at on either side for a verb; a clause is seldom longer. */
export const REACH = 25;

export const WAS = new Set(["was", "were"]);
export const NEAREST: Pointer = { toward: "future", sure: false, nearest: true };
