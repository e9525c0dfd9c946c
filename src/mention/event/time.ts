import type { EventTime } from "../../model/event.ts";
import type { Timex } from "../../model/timex.ts";
import { caseOf, childrenOf, dependents, relation, tokenAt } from "../tree.ts";
import type { EventContext } from "./context.ts";
import { courseTimes } from "./course-time.ts";
import { hangingOn, joinedTo, type Links, sharedTimes } from "./shared-time.ts";
import { mostExact, statedTimes } from "./stated-time.ts";
import { statusOf } from "./status.ts";
import { tellingTimes } from "./telling.ts";
import type { Trigger } from "./trigger.ts";

const UNKNOWN: EventTime = { edtf: null, basis: "none" };

/**
 * Gives each event the time its own clause states, or the one it shares with the clause it is joined to; what is said
 * without a time is of the day that the report tells of.
 */
export function eventTimes(
  triggers: readonly Trigger[],
  context: EventContext,
): ReadonlyMap<Trigger, EventTime> {
  const stated = statedTimes(triggers, context);
  const times = new Map<Trigger, EventTime>();
  for (const trigger of triggers) {
    const timex = mostExact(stated.get(trigger) ?? courseTimes(trigger, context));
    times.set(
      trigger,
      timex ? toTime(timex, "stated") : (shared(trigger, triggers, { stated, context }) ?? UNKNOWN),
    );
  }
  const joined = sharedTimes(triggers, times, { context, links: ifReal(joinedTo) });
  const told = new Map([...joined, ...tellingTimes(triggers, joined, context)]);
  // The day of the report is weaker than a day that is named: what merely stands beside it does not get it.
  return sharedTimes(triggers, told, { context, links: ifReal(hangingOn) });
}

/** "called on Friday for a vote": the day of the call is not that of the vote, which may never come. */
function ifReal(links: Links): Links {
  return (trigger, context) => {
    const status = statusOf(trigger, context, null)?.status;
    return status === "proposed" || status === "possible" ? [] : links(trigger, context);
  };
}

function toTime(timex: Timex, basis: EventTime["basis"]): EventTime {
  return { edtf: timex.edtf ?? null, basis: timex.edtf ? basis : "none", timex: timex.id };
}

/** "the 2011 earthquake and tsunami", "came in May and then left": the second goes with the first. */
function shared(
  trigger: Trigger,
  triggers: readonly Trigger[],
  { stated, context }: { stated: ReadonlyMap<Trigger, Timex[]>; context: EventContext },
): EventTime | undefined {
  const { tree } = context;
  const token = tokenAt(tree, trigger.light ?? trigger.index);
  const meanwhile = whenClauseTime(trigger, triggers, { stated, context });
  if (token.head < 0) return meanwhile;
  const head = triggers.find((other) => other.index === token.head || other.light === token.head);
  const timex = head && mostExact(stated.get(head) ?? []);
  const joined = token.deprel === "conj" && (token.upos === "NOUN" || saysThen(trigger.index, context));
  if (timex && (joined || goesWith(trigger, head, context))) return toTime(timex, "anchored");
  const below = purposeTime(trigger, triggers, { stated, context }) ?? meanwhile;
  return below ?? timeBefore(trigger.index, context) ?? whenOf(trigger, context);
}

/** Whether an event is at the time of the one it hangs on: "came on Friday for talks", "died on Friday when it burned". */
function goesWith(trigger: Trigger, above: Trigger, context: EventContext): boolean {
  const { tree } = context;
  const at = trigger.light ?? trigger.index;
  if (trigger.word === undefined) return false;
  if (hangingOn(trigger, context).length > 0) return true;
  const token = tokenAt(tree, at);
  const aim = token.xpos === "VB" || AIMS.has(caseOf(tree, at));
  if (above.word?.kind === "journey" && aim) return true;
  return relation(token) === "advcl" && marksOf(at, context).some((mark) => SAME_TIME.has(mark));
}

const AIMS = new Set(["for", "to"]);
const SAME_TIME = new Set(["when", "as", "while"]);

function marksOf(index: number, { tree }: EventContext): string[] {
  return dependents(tree, index, "mark", "advmod").map((each) => tokenAt(tree, each).text.toLowerCase());
}

/** "the end of the war, when troops seized the islands": the clause with "when" is at the time named right before it. */
function whenOf(trigger: Trigger, { tree, timexTokens, reading }: EventContext): EventTime | undefined {
  const verb = trigger.light ?? trigger.index;
  const when = childrenOf(tree, verb).find(
    (child) => child < verb && tokenAt(tree, child).text.toLowerCase() === "when",
  );
  if (when === undefined) return undefined;
  const before = tokenAt(tree, Math.max(0, when - 1)).upos === "PUNCT" ? when - 2 : when - 1;
  if (!timexTokens.has(before)) return undefined;
  const last = tokenAt(tree, before);
  const timex = reading.timexes.find((each) => each.start <= last.start && last.end <= each.end);
  return timex && toTime(timex, "anchored");
}

/** "went to see the damage on Monday": the time of the purpose is that of the going. */
function purposeTime(
  trigger: Trigger,
  triggers: readonly Trigger[],
  { stated, context }: { stated: ReadonlyMap<Trigger, Timex[]>; context: EventContext },
): EventTime | undefined {
  const { tree } = context;
  const clauses = dependents(tree, trigger.light ?? trigger.index, "xcomp", "advcl");
  const infinitive = triggers.find(
    (each) => clauses.includes(each.index) && tokenAt(tree, each.index).xpos === "VB",
  );
  const timex = infinitive && mostExact(stated.get(infinitive) ?? []);
  return timex && trigger.word?.kind === "journey" ? toTime(timex, "anchored") : undefined;
}

/** "died when a bus hit a tree on Sunday": what happened at the same time. */
function whenClauseTime(
  trigger: Trigger,
  triggers: readonly Trigger[],
  { stated, context }: { stated: ReadonlyMap<Trigger, Timex[]>; context: EventContext },
): EventTime | undefined {
  const { tree } = context;
  const clauses = dependents(tree, trigger.light ?? trigger.index, "advcl").filter((clause) =>
    childrenOf(tree, clause).some(
      (child) => child < clause && SAME_TIME.has(tokenAt(tree, child).text.toLowerCase()),
    ),
  );
  const inner = triggers.find(({ index, light }) => clauses.includes(light ?? index));
  const happened = [trigger, inner].every(
    (each) => each && tokenAt(tree, each.light ?? each.index).xpos.startsWith("VB") && isPast(each, context),
  );
  const timex = inner && happened && mostExact(stated.get(inner) ?? []);
  return timex ? toTime(timex, "anchored") : undefined;
}

function isPast(trigger: Trigger, context: EventContext): boolean {
  return statusOf(trigger, context, null)?.status === "happened";
}

function saysThen(index: number, { tree }: EventContext): boolean {
  return childrenOf(tree, index).some((child) => ["then", "later"].includes(tokenAt(tree, child).lemma));
}

/** "the 2011 earthquake and tsunami": the year stands before the first noun. */
function timeBefore(index: number, { tree, timexAt }: EventContext): EventTime | undefined {
  const token = tokenAt(tree, index);
  if (token.deprel !== "conj" || token.upos !== "NOUN") return undefined;
  for (const child of childrenOf(tree, token.head)) {
    const timex = child < token.head ? timexAt.get(child) : undefined;
    if (timex) return toTime(timex, "anchored");
  }
  return undefined;
}
