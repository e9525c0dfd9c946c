import type { Lexeme } from "./lexeme.ts";
import type { TenseWords } from "./tense-words.ts";

/** Verbs that ask for what has not been yet. */
const CALLS = new Set(
  "call calls called calling urge urges urged urging propose proposes proposed".split(" "),
);

/** Verbs that set a day, which "for" names: "announced a strike for Monday", but "announced on Monday". */
const ANNOUNCES = new Set("announce announces announced announcing scheduled".split(" "));

/** Lexemes between such a verb and the day at most: "called for a march through the old town on Saturday". */
const REACH = 12;

/** How many lexemes before the verb its "had" stands. */
const HAD_REACH = 2;

const CLAUSE_END = new Set([".", "!", "?", ";", ":", ",", '"', "“", "”"]);

/**
 * "Called for a march on Saturday", "announced a visit for Monday": the day is that of what is called for, and lies
 * ahead; not where the calling itself lies back ("had called for a march on Saturday"). With "on" only what is held on a
 * day of its own counts: talks that were "called for on Friday" may be on any day.
 */
export function isCalledFor(text: readonly Lexeme[], at: number, words: TenseWords): boolean {
  const link = text[at - 1]?.word ?? "";
  if (link !== "on" && link !== "for") return false;
  const names = link === "for";
  let isHeld = names;
  for (let i = at - 2; i >= Math.max(0, at - REACH); i -= 1) {
    const word = text[i]?.word ?? ".";
    if (CLAUSE_END.has(word)) return false;
    if (words.isHeld(word)) isHeld = true;
    // "Called off the regatta set for 4 May" calls for nothing.
    if (CALLS.has(word) && text[i + 1]?.word === "off") return false;
    if (CALLS.has(word) || (names && ANNOUNCES.has(word)))
      return isHeld && i < at - 2 && !isPluperfect(text, i);
  }
  return false;
}

function isPluperfect(text: readonly Lexeme[], verb: number): boolean {
  return text.slice(Math.max(0, verb - HAD_REACH), verb).some(({ word }) => word === "had");
}
