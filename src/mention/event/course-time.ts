import type { Timex } from "../../model/timex.ts";
import { childrenOf, tokenAt } from "../tree.ts";
import type { EventContext } from "./context.ts";
import type { Trigger } from "./trigger.ts";

/** The times at a verb that tells what the event itself does as it takes place: "the attack killed three on Monday". */
export function courseTimes({ index }: Trigger, { tree, tables, timexAt }: EventContext): readonly Timex[] {
  const noun = tokenAt(tree, index);
  if (noun.deprel !== "nsubj" || noun.upos !== "NOUN" || noun.head < 0) return [];
  if (!tables.courses.has(tokenAt(tree, noun.head).lemma)) return [];
  return childrenOf(tree, noun.head).flatMap((child) => timexAt.get(child) ?? []);
}
