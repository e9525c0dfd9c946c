import { edtfBounds } from "../../model/calendar.ts";
import type { EventTime } from "../../model/event.ts";
import { caseOf, dependents, relation, type Tree, tokenAt } from "../tree.ts";
import type { EventContext } from "./context.ts";
import { isSpoken } from "./telling.ts";
import type { Trigger } from "./trigger.ts";

const WITHIN = new Set(["in", "at", "during"]);
/** "by promising", "while posing": at the time of the main clause; "after", "before" and "since" are not. */
const MEANWHILE = new Set(["by", "while", "as", "in"]);

/** The tokens whose time is that of the event too. */
export type Links = (trigger: Trigger, context: EventContext) => readonly number[];

/**
 * The day that an event has with another one, where it has none of its own; `links` says with which. One link of such a
 * chain after the other.
 */
export function sharedTimes(
  triggers: readonly Trigger[],
  times: ReadonlyMap<Trigger, EventTime>,
  { context, links }: { context: EventContext; links: Links },
): ReadonlyMap<Trigger, EventTime> {
  const found = new Map(times);
  const owners = new Map<number, Trigger>();
  for (const trigger of triggers) {
    owners.set(trigger.index, trigger);
    if (trigger.light !== undefined) owners.set(trigger.light, trigger);
  }
  const timeBeside = (trigger: Trigger): EventTime | undefined =>
    links(trigger, context)
      .map((index) => owners.get(index))
      // "forced them to call off the sailing planned for 4 May": on which day it was called off is not told.
      .map((other) => (other && !other.undone ? found.get(other) : undefined))
      .find((time) => time !== undefined && isDay(time.edtf));
  for (let changed = true; changed; ) {
    changed = false;
    for (const trigger of triggers) {
      const time = isOpen(found.get(trigger)) ? timeBeside(trigger) : undefined;
      if (!time) continue;
      found.set(trigger, { ...time, basis: time.basis === "inferred" ? "inferred" : "anchored" });
      changed = true;
    }
  }
  return found;
}

function isOpen(time: EventTime | undefined): boolean {
  return !time || (time.edtf === null && time.timex === undefined);
}

/** Only a day is shared: of two acts in one year or month, one may lie far from the other. */
function isDay(edtf: string | null): boolean {
  const bounds = edtf === null ? null : edtfBounds(edtf);
  return bounds !== null && bounds.begin === bounds.end;
}

/** What an event hangs on: "said in an interview", "pledged help, warning others". */
export const hangingOn: Links = (trigger, context) => {
  const { tree } = context;
  const at = trigger.light ?? trigger.index;
  const token = tokenAt(tree, at);
  if (token.upos === "NOUN") {
    const within = relation(token) === "obl" && WITHIN.has(caseOf(tree, at));
    return within || lastsHours(at, context) ? [token.head] : [];
  }
  if (relation(token) !== "advcl" || token.xpos !== "VBG") return [];
  const marks = dependents(tree, at, "mark", "case").map((each) => tokenAt(tree, each).lemma.toLowerCase());
  const meanwhile = marks.every((mark) => MEANWHILE.has(mark)) && dependents(tree, at, "aux").length === 0;
  return meanwhile ? [token.head] : [];
};

/** "After a two-hour meeting he said …", "ended a three-hour meeting": what lasts hours is of the same day. */
function lastsHours(noun: number, { tree, timexAt }: EventContext): boolean {
  if (!["obl", "obj"].includes(relation(tokenAt(tree, noun)))) return false;
  return dependents(tree, noun, "compound", "amod", "nmod").some((child) => {
    const timex = timexAt.get(child);
    return timex?.type === "DURATION" && timex.value.startsWith("PT");
  });
}

/**
 * What an event is one with besides: "denounced the plan today and said …", "voted to support the plan Friday", "told a
 * news conference on Tuesday".
 */
export const joinedTo: Links = (trigger, context) => {
  const { tree } = context;
  const at = trigger.light ?? trigger.index;
  const token = tokenAt(tree, at);
  const above = hangingOn(trigger, context);
  if (token.xpos !== "VBD") return above;
  const audience = isSpoken(trigger, context) ? dependents(tree, at, "obj", "iobj") : [];
  const partners = dependents(tree, at, "conj").filter((child) => isPartner(child, tree));
  const aims = dependents(tree, at, "xcomp").filter((child) => tokenAt(tree, child).xpos === "VB");
  const venues = dependents(tree, at, "obl").filter((child) => WITHIN.has(caseOf(tree, child)));
  const first = token.deprel === "conj" && isPartner(at, tree) ? [token.head] : [];
  return [...above, ...first, ...partners, ...aims, ...venues, ...audience];
};

/** A second verb of the same subject in the simple past: "hailed the ruling and said …". */
function isPartner(index: number, tree: Tree): boolean {
  const token = tokenAt(tree, index);
  const alone = dependents(tree, index, "nsubj", "aux").length === 0;
  return token.xpos === "VBD" && tokenAt(tree, token.head).xpos === "VBD" && alone;
}
