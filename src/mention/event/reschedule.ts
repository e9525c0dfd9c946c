import type { Timex } from "../../model/timex.ts";
import { caseOf, dependents, type Tree, tokenAt } from "../tree.ts";
import type { EventContext } from "./context.ts";

/** "moved to Saturday", "put off until June", "rescheduled for Monday"; "from Thursday" is the old time. */
const TOWARD = new Set(["to", "until", "till", "for"]);

/** The time that a verb gives to the plan that it moves or puts off; undefined where it names none. */
export function newTime(
  { verb, noun }: { verb: number; noun: number },
  { tree, timexAt }: Pick<EventContext, "tree" | "timexAt">,
): Timex | undefined {
  for (const child of [verb, noun].flatMap((each) => dependents(tree, each, "obl", "nmod", "advmod"))) {
    const timex = timexAt.get(child);
    const isDate = timex?.type === "DATE" || timex?.type === "TIME";
    if (isDate && child > verb && TOWARD.has(caseOf(tree, child))) return timex;
  }
  return undefined;
}

/** "Regatta moved to Saturday": without an object, what moves is what is moved. */
export function isMovedSubject(noun: number, tree: Tree): boolean {
  const { deprel, head } = tokenAt(tree, noun);
  return deprel === "nsubj" && head > noun && dependents(tree, head, "obj").length === 0;
}
