import type { Reading } from "../model/layers.ts";
import type { Quantity } from "../model/quantity.ts";
import { textSpan } from "../model/span.ts";
import {
  buildTree,
  childrenOf,
  dependents,
  relation,
  spanOfTokens,
  type Tree,
  tokenAt,
  tokensIn,
} from "./tree.ts";

const WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
    hundred: 100,
    thousand: 1_000,
    million: 1_000_000,
    billion: 1_000_000_000,
    trillion: 1_000_000_000_000,
    dozen: 12,
  }),
);
const CURRENCY: ReadonlyMap<string, string> = new Map([
  ["$", "dollars"],
  ["US$", "US dollars"],
  ["€", "euros"],
  ["£", "pounds"],
  ["¥", "yen"],
]);
const APPROXIMATE = new Set([
  "some",
  "about",
  "around",
  "roughly",
  "nearly",
  "almost",
  "approximately",
  "estimated",
]);
const AT_LEAST = /\b(?:at least|more than|over|no fewer than|no less than)$/iu;
const AT_MOST = /\b(?:at most|up to|fewer than|less than|under|no more than)$/iu;

/** Numbers with what they count: "some 19,000 Russians", "two of the islands", "$5 million". Times are left out. */
export function findQuantities(reading: Reading<"tokens" | "timexes">): readonly Quantity[] {
  const tree = buildTree(reading.tokens);
  const inTime = new Set<number>();
  for (const timex of reading.timexes) {
    const { from, to } = tokensIn(tree.tokens, timex);
    for (let i = from; i < to; i++) inTime.add(i);
  }
  return reading.tokens.flatMap((token, index) => {
    if (token.upos !== "NUM" || inTime.has(index)) return [];
    const found = quantityAt(index, tree, reading.article.text);
    return found ? [found] : [];
  });
}

function quantityAt(index: number, tree: Tree, text: string): Quantity | undefined {
  const token = tokenAt(tree, index);
  const head = token.head >= 0 ? token.head : index;
  const counts = token.deprel === "nummod" && ["NOUN", "PROPN", "SYM"].includes(tokenAt(tree, head).upos);
  const noun = counts ? head : ofWhat(index, tree);
  const value = amountOf(index, tree);
  if (noun === undefined || value === undefined) return undefined;
  const unit = unitOf(noun, tree);
  const approximate = hedge(index, tree);
  const span = quantitySpan({ index, noun, tree });
  const bound = boundBefore(index, tree, text);
  return {
    ...textSpan(text, span.start, span.end),
    value,
    unit,
    ...(approximate !== undefined ? { approximate: true } : {}),
    ...(bound ? { bound } : {}),
  };
}

/** "at least 40", "over 40": a limit, unless "over" is the preposition of what is counted ("a row over four islands"). */
function boundBefore(index: number, tree: Tree, text: string): Quantity["bound"] {
  const token = tokenAt(tree, index);
  const before = text.slice(Math.max(0, token.start - 20), token.start).trimEnd();
  const governs = index > 0 && ["over", "under"].includes(tokenAt(tree, index - 1).lemma);
  if (governs && tokenAt(tree, index - 1).head !== index) return undefined;
  if (AT_LEAST.test(before)) return "at-least";
  return AT_MOST.test(before) ? "at-most" : undefined;
}

/** "two of the islands": what is counted hangs below the number. */
function ofWhat(index: number, tree: Tree): number | undefined {
  return dependents(tree, index, "nmod").find((child) =>
    dependents(tree, child, "case").some((each) => tokenAt(tree, each).lemma === "of"),
  );
}

function unitOf(noun: number, tree: Tree): string {
  const token = tokenAt(tree, noun);
  return CURRENCY.get(token.text) ?? token.text;
}

function amountOf(index: number, tree: Tree): number | undefined {
  const parts = [...dependents(tree, index, "compound", "nummod", "flat"), index].sort((a, b) => a - b);
  let total: number | undefined;
  for (const part of parts) {
    const value = numberOf(tokenAt(tree, part).text);
    if (value === undefined) return total;
    total = total === undefined ? value : value >= 100 ? total * value : total + value;
  }
  return total;
}

function numberOf(text: string): number | undefined {
  const plain = text.toLowerCase().replace(/,(?=\d{3}\b)/gu, "");
  if (/^\d+(?:\.\d+)?$/u.test(plain)) return Number(plain);
  return WORDS.get(plain);
}

function hedge(index: number, tree: Tree): number | undefined {
  const near = [...childrenOf(tree, index), ...childrenOf(tree, tokenAt(tree, index).head)];
  return [...near, index - 1].find((child) => {
    const token = tree.tokens[child];
    return (
      token !== undefined && child < index && index - child <= 2 && APPROXIMATE.has(token.text.toLowerCase())
    );
  });
}

function quantitySpan({ index, noun, tree }: { index: number; noun: number; tree: Tree }) {
  const inside = [index, noun, ...dependents(tree, index, "compound", "nummod", "flat")];
  const between = childrenOf(tree, noun).filter(
    (child) => child > index && child < noun && relation(tokenAt(tree, child)) !== "punct",
  );
  const approx = hedge(index, tree);
  return spanOfTokens(tree, [...inside, ...between, ...(approx === undefined ? [] : [approx])]);
}
