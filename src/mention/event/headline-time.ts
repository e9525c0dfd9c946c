import { contains } from "../../model/span.ts";
import { headOfSpan, phrasalLemma, subtree, type Tree, tokenAt } from "../tree.ts";
import type { EventContext } from "./context.ts";

/** A time after these limits what is said ("did not pay until May"): it must stay. */
const LIMITS = new Set(["until", "till"]);
/** Adverbs before a time: "way back in 2004". */
const TIME_ADVERBS = new Set("way back early earlier late later shortly only just again sometime".split(" "));

/** Words of the dates in the clause, and the adverbs right before them, but for dates that the line cannot do without. */
export function timesToLeave(top: number, context: EventContext): ReadonlySet<number> {
  const { tree, dateTokens } = context;
  const left = new Set<number>();
  for (const index of subtree(tree, top)) {
    if (!dateTokens.has(index) || isLimit(index, context) || isCelebrated(index, context)) continue;
    if (isAward(index, tree)) continue;
    left.add(index);
    let before = index - 1;
    while (dateTokens.has(before)) before--;
    // "announced in September his vision": the preposition goes with the date, wherever the parse hangs it.
    const within = ["nmod:poss", "compound", "amod", "nummod"].includes(tokenAt(tree, index).deprel);
    if (tree.tokens[before]?.upos === "ADP" && !within && !dateTokens.has(tokenAt(tree, index).head))
      left.add(before--);
    while (TIME_ADVERBS.has(tree.tokens[before]?.text.toLowerCase() ?? "") && !isOfVerb(before, tree))
      left.add(before--);
  }
  return left;
}

/** "put back to September": a particle is a part of its verb. */
function isOfVerb(index: number, tree: Tree): boolean {
  return tree.tokens[index]?.text.toLowerCase() === "back" && tree.tokens[index - 1]?.upos === "VERB";
}

/** "Song of the Year", with a capital letter: the name of an award. */
function isAward(index: number, tree: Tree): boolean {
  const words = [index, index + 1, index + 2].map((at) => tree.tokens[at]?.text).join(" ");
  const before = tree.tokens[index - 1]?.text;
  return /^the (?:Year|Month|Decade|Century)\b/u.test(words)
    ? before === "of"
    : before === "the" && isAward(index - 1, tree);
}

function isLimit(index: number, { tree, tables, dateTokens }: EventContext): boolean {
  let first = index;
  while (dateTokens.has(first - 1)) first--;
  // "put off until Monday": what is put off is on that day.
  const { head } = tokenAt(tree, headAbove(index, { tree, dateTokens }));
  if (head >= 0 && tables.contexts.get(`verb ${phrasalLemma(tree, head)}`) === "postponed") return false;
  const opening = [tree.tokens[first - 1], tree.tokens[first]];
  return opening.some((token) => LIMITS.has(token?.text.toLowerCase() ?? ""));
}

/** The token of a date that hangs on a word outside of it. */
function headAbove(index: number, { tree, dateTokens }: Pick<EventContext, "tree" | "dateTokens">): number {
  let at = index;
  while (dateTokens.has(tokenAt(tree, at).head)) at = tokenAt(tree, at).head;
  return at;
}

/** "celebrated New Year's Eve", "the New Year's celebration": a holiday is what the clause speaks of. */
function isCelebrated(index: number, { tree, reading }: EventContext): boolean {
  const timex = reading.timexes.find((each) => contains(each, tokenAt(tree, index)));
  if (timex?.rule !== "holiday") return false;
  const head = headOfSpan(tree.tokens, timex) ?? index;
  return SPOKEN_OF.has(tokenAt(tree, head).deprel);
}

const SPOKEN_OF = new Set(["obj", "nsubj", "nsubj:pass", "compound", "nmod:poss"]);
