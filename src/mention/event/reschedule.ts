import type { Timex } from "../../model/timex.ts";
import { caseOf, dependents, type Tree, tokenAt } from "../tree.ts";
import type { EventContext } from "./context.ts";

/** "moved to Saturday", "put off until June", "rescheduled for Monday"; "from Thursday" is the old time. */
const TOWARD = new Set(["to", "until", "till", "for"]);
const AWAY = new Set(["from"]);

/** Whether a verb tells of a plan that is moved in time: to a day, or away from one. */
export function isMovedInTime(
  at: { verb: number; noun: number },
  context: Pick<EventContext, "tree" | "timexAt">,
): boolean {
  return timeBeside(at, context, TOWARD) !== undefined || timeBeside(at, context, AWAY) !== undefined;
}

/** The time that a verb gives to the plan that it moves or puts off; undefined where it names none. */
export function newTime(
  at: { verb: number; noun: number },
  context: Pick<EventContext, "tree" | "timexAt">,
): Timex | undefined {
  return timeBeside(at, context, TOWARD);
}

function timeBeside(
  { verb, noun }: { verb: number; noun: number },
  { tree, timexAt }: Pick<EventContext, "tree" | "timexAt">,
  cases: ReadonlySet<string>,
): Timex | undefined {
  for (const child of [verb, noun].flatMap((each) => dependents(tree, each, "obl", "nmod", "advmod"))) {
    const timex = timexAt.get(child);
    const isDate = timex?.type === "DATE" || timex?.type === "TIME";
    if (isDate && child > verb && cases.has(caseOf(tree, child))) return timex;
  }
  return undefined;
}

/** "Regatta moved to Saturday": without an object, what moves is what is moved. */
export function isMovedSubject(noun: number, tree: Tree): boolean {
  const { deprel, head } = tokenAt(tree, noun);
  return deprel === "nsubj" && head > noun && dependents(tree, head, "obj").length === 0;
}
