import { dependents, tokenAt } from "../tree.ts";
import type { EventContext } from "./context.ts";
import type { Trigger } from "./trigger.ts";

/** "Stocks rose", "the dollar hit a low": what is traded, and the verb by which its price moves. */
export function isMarketMove({ index, lemma }: Trigger, { tree, tables }: EventContext): boolean {
  if (!tables.marketMoves.has(lemma)) return false;
  return dependents(tree, index, "nsubj").some((child) =>
    tables.tradedThings.has(tokenAt(tree, child).lemma.toLowerCase()),
  );
}
