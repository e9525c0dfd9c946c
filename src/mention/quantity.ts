import type { Reading } from "../model/layers.ts";
import type { Quantity } from "../model/quantity.ts";
import { type Span, textSpan } from "../model/span.ts";
import { type Amount, amountAt } from "./quantity/amount.ts";
import type { Money, QuantityTables } from "./quantity/tables.ts";
import { tollOf } from "./quantity/toll.ts";
import {
  buildTree,
  caseOf,
  childrenOf,
  dependents,
  relation,
  spanOfTokens,
  type Tree,
  tokenAt,
  tokensIn,
} from "./tree.ts";

export { loadQuantityTables, type QuantityTables } from "./quantity/tables.ts";

interface Scene {
  readonly tree: Tree;
  readonly text: string;
  readonly tables: QuantityTables;
}

/**
 * Numbers with what they count: "some 19,000 Russians", "two of the islands", "$5 million", "120 were injured". Times are
 * left out, and so is a number that does not say what it counts.
 */
export function findQuantities(
  reading: Reading<"tokens" | "timexes">,
  tables: QuantityTables,
): readonly Quantity[] {
  const scene = { tree: buildTree(reading.tokens), text: reading.article.text, tables };
  const barred = new Set<number>();
  for (const timex of reading.timexes) {
    const { from, to } = tokensIn(scene.tree.tokens, timex);
    for (let i = from; i < to; i++) barred.add(i);
  }
  const found: Quantity[] = [];
  for (let at = 0; at < reading.tokens.length; at++) {
    if (reading.tokens[at]?.upos !== "NUM" || barred.has(at)) continue;
    const amount = amountAt(at, reading.tokens, { tables, barred });
    if (!amount) continue;
    const end = upperEnd(amount, scene, barred);
    const quantity = quantityOf(amount, end, scene);
    if (quantity) found.push(quantity);
    at = (end ?? amount).to - 1;
  }
  return found;
}

/** The number that ends a range: of "between 100 and 200 boats" and "100 to 200 boats", but not of "rose from 100 to 200 boats". */
function upperEnd(amount: Amount, { tree, tables }: Scene, barred: ReadonlySet<number>): Amount | undefined {
  const link = tree.tokens[amount.to]?.text.toLowerCase() ?? "";
  const before = tree.tokens[amount.from - 1]?.text.toLowerCase();
  const isRange = link === "and" ? before === "between" : RANGE.has(link) && before !== "from";
  const next = isRange ? amountAt(amount.to + 1, tree.tokens, { tables, barred }) : undefined;
  return next && next.value > amount.value ? next : undefined;
}

const RANGE = new Set(["to", "-", "–"]);

function quantityOf(first: Amount, end: Amount | undefined, scene: Scene): Quantity | undefined {
  const amount = { ...first, to: end?.to ?? first.to };
  const noun = countedNoun(amount, scene);
  const about = hedge(amount, scene);
  const span = quantitySpan(amount, { noun, about }, scene);
  const counted = noun === undefined ? undefined : unitOf(noun, scene);
  const opens = end && scene.tree.tokens[amount.from - 1]?.text.toLowerCase() === "between" ? 1 : 0;
  const number = spanOfTokens(scene.tree, [amount.from - opens, amount.to - 1]);
  const toll = tollOf({ span: { ...span, start: number.start }, unit: counted?.unit }, scene);
  const unit = counted ?? unitOfPeople(amount, scene) ?? (toll && { unit: "people" });
  if (unit === undefined) return undefined;
  const bound = boundBefore(amount, span.start, scene);
  return {
    ...textSpan(scene.text, Math.min(span.start, number.start), span.end),
    value: first.value,
    ...(end ? { to: end.value } : {}),
    ...unit,
    ...(about !== undefined ? { approximate: true } : {}),
    ...(bound ? { bound } : {}),
    ...(toll ? { toll } : {}),
  };
}

/** What is counted: a sign of money at the number, the noun above it, or the one below it in "two of the islands". */
function countedNoun({ from, to }: Amount, { tree, tables }: Scene): number | undefined {
  const before = tree.tokens[from - 1]?.text.toLowerCase() ?? "";
  if (!/\p{L}$/u.test(before) && tables.money.has(before)) return from - 1;
  if (tables.money.has(tree.tokens[to]?.lemma.toLowerCase() ?? "")) return to;
  for (let at = from; at < to; at++) {
    const { head, deprel } = tokenAt(tree, at);
    const outside = head >= to || (head >= 0 && head < from);
    if (outside && deprel === "nummod" && COUNTED.has(tokenAt(tree, head).upos)) return head;
    const below = dependents(tree, at, "nmod").find((child) => caseOf(tree, child) === "of");
    if (below !== undefined) return below;
  }
  // "Between 5,000 and 10,000 people were hurt": of people it is, wherever the parse hangs the numbers.
  return tree.tokens[to]?.text === "people" ? to : undefined;
}

const COUNTED = new Set(["NOUN", "PROPN", "SYM"]);

/** "At least 40 people were killed and 120 injured": a bare number beside such a verb counts people. */
function unitOfPeople({ to }: Amount, { tree, tables }: Scene): Money | undefined {
  const { head, deprel } = tokenAt(tree, to - 1);
  if (head < 0 || !["nsubj:pass", "obj"].includes(deprel)) return undefined;
  return tables.people.has(tokenAt(tree, head).lemma.toLowerCase()) ? { unit: "people" } : undefined;
}

/** What is counted, in the article's words; money with its currency, where the words tell which. */
function unitOf(noun: number, scene: Scene): Money {
  const { tree, tables } = scene;
  const token = tokenAt(tree, noun);
  if (token.text === "%") return { unit: "percent" };
  const sign = tables.money.get(signAt(noun, scene).toLowerCase()) ?? tables.money.get(token.text);
  if (sign) return sign;
  const money = tables.money.get(token.lemma.toLowerCase());
  if (!money) return { unit: token.text };
  // "Australian dollars"
  const kinds = childrenOf(tree, noun).filter(
    (child) => child < noun && ["amod", "compound"].includes(relation(tokenAt(tree, child))),
  );
  return { ...money, unit: [...kinds, noun].map((each) => tokenAt(tree, each).text).join(" ") };
}

/** "US$" may be two tokens; empty where this is no sign of more than one. */
function signAt(noun: number, { tree, tables }: Scene): string {
  const before = tree.tokens[noun - 1];
  const sign = `${before?.text}${tokenAt(tree, noun).text}`;
  return before?.end === tokenAt(tree, noun).start && tables.money.has(sign.toLowerCase()) ? sign : "";
}

/** Characters before a number in which its bound stands. */
const LONGEST_BOUND = 20;

/** "at least 40", "over 40": a limit, unless "over" is the preposition of what is counted ("a row over four islands"). */
function boundBefore(amount: Amount, start: number, { tree, text, tables }: Scene): Quantity["bound"] {
  const governor = tree.tokens[amount.from - 1];
  const governs = governor?.lemma === "over" && (governor.head < amount.from || governor.head >= amount.to);
  if (governs) return undefined;
  const before = text
    .slice(Math.max(0, start - LONGEST_BOUND), start)
    .trimEnd()
    .toLowerCase();
  return tables.bounds.find(([words]) => before === words || before.endsWith(` ${words}`))?.[1];
}

/** "some", "about" right before the number, or before its sign. */
function hedge({ from }: Amount, { tree, tables }: Scene): number | undefined {
  return [from - 1, from - 2].find((at) => tables.approximate.has(tree.tokens[at]?.text.toLowerCase() ?? ""));
}

function quantitySpan(
  { from, to }: Amount,
  { noun, about }: { noun: number | undefined; about: number | undefined },
  scene: Scene,
): Span {
  const inside = [from, to - 1];
  if (noun !== undefined) inside.push(noun);
  if (noun !== undefined && signAt(noun, scene)) inside.push(noun - 1);
  if (about !== undefined) inside.push(about);
  return spanOfTokens(scene.tree, inside);
}
