import type { Span } from "../../model/span.ts";
import type { Token } from "../../model/token.ts";
import { future, NEAREST, type Pointer, past, REACH, WAS } from "./pointer.ts";
import type { TenseWords } from "./tense-words.ts";

/** The direction that the governing verb of a stretch shows in the parse. */
export function directionByParse(tokens: readonly Token[], at: Span, words: TenseWords): Pointer | null {
  const first = firstToken(tokens, at.start);
  if (first < 0) return null;
  let index = tokens[headInside(tokens, first, at)]?.head ?? -1;
  for (let steps = 0; steps < REACH && index >= 0; steps += 1) {
    const token = tokens[index];
    if (!token) return null;
    const direction = isVerbal(token) ? directionOfVerb(tokens, index, { words, direct: steps === 0 }) : null;
    if (direction) return direction;
    if (!isVerbal(token) && isPlan(tokens, index, words)) return future();
    index = token.head;
  }
  return null;
}

/** Index of the first token that ends after the offset; -1 where there is none. */
export function firstToken(tokens: readonly Token[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low < tokens.length ? low : -1;
}

/** The token of the stretch whose head lies outside of it. */
function headInside(tokens: readonly Token[], first: number, at: Span): number {
  for (let i = first; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token || token.start >= at.end) break;
    const head = tokens[token.head];
    if (!head || head.start < at.start || head.start >= at.end) return i;
  }
  return first;
}

function isVerbal(token: Token): boolean {
  return token.upos === "VERB" || token.upos === "AUX" || token.xpos === "VBN" || token.xpos === "VBD";
}

/** Whether the table has the word, or it and the next one, for a plan. */
function isPlan(tokens: readonly Token[], index: number, words: TenseWords): boolean {
  const [word, next] = [tokens[index]?.text.toLowerCase(), tokens[index + 1]?.text.toLowerCase()];
  return words.of(word ?? "", next) === "future" || words.of(word ?? "") === "future";
}

function directionOfVerb(
  tokens: readonly Token[],
  index: number,
  options: { words: TenseWords; direct: boolean },
): Pointer | null {
  const { words, direct } = options;
  const token = tokens[index];
  if (!token) return null;
  const helpers = helpersOf(tokens, index);
  const modal = helpers.find(
    (helper) => helper.xpos === "MD" && helper.lemma !== "could" && helper.lemma !== "can",
  );
  if (modal) return future(modal.text.toLowerCase());
  if (helpers.some((helper) => helper.text === "had")) return past();
  if (isPlan(tokens, index, words)) return future();
  if (helpers.some((helper) => helper.deprel === "mark" && helper.xpos === "TO")) {
    return directionOfInfinitive(tokens, token, words);
  }
  if (token.xpos === "VBD" || token.xpos === "VBN") return past();
  if (helpers.some((helper) => helper.xpos === "VBD" || helper.lemma === "have")) return past();
  // "opens on Friday", "is visiting on Friday": the present with a day named is a plan.
  const present =
    token.xpos === "VBZ" || token.xpos === "VBP" || helpers.some((helper) => helper.lemma === "be");
  return present && direct ? future() : null;
}

/** Auxiliaries, copulas and markers of a verb; they stand near it. */
function helpersOf(tokens: readonly Token[], index: number): readonly Token[] {
  return tokens
    .slice(Math.max(0, index - REACH), index + 1)
    .filter((token) => token.head === index && /^(?:aux|cop|mark)/.test(token.deprel));
}

/** "agreed to meet Friday" looks ahead; "was forced to leave Friday" goes with its governor. */
function directionOfInfinitive(tokens: readonly Token[], token: Token, words: TenseWords): Pointer {
  const governor = tokens[token.head];
  const before = governor && helpersOf(tokens, token.head).map(({ text }) => text.toLowerCase());
  if (before?.includes("had")) return past();
  const isOver =
    before?.some((word) => WAS.has(word)) && words.of(governor?.text.toLowerCase() ?? "") === "future";
  if (isOver) return NEAREST;
  if (governor?.xpos !== "VBD" || token.deprel === "advcl") return future();
  return words.of(governor.text.toLowerCase()) === "past" ? past() : future();
}
