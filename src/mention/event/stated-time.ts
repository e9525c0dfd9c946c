import { edtfBounds } from "../../model/calendar.ts";
import type { Timex } from "../../model/timex.ts";
import { caseOf, childrenOf, dependents, relation, type Tree, tokenAt, tokenIndexAt } from "../tree.ts";
import type { EventContext } from "./context.ts";
import { newTime } from "./reschedule.ts";
import { isSpoken } from "./telling.ts";
import type { Trigger } from "./trigger.ts";
import { contextStatus } from "./verb-status.ts";

/** Each timex belongs to the first event above it in the parse. */
export function statedTimes(triggers: readonly Trigger[], context: EventContext): Map<Trigger, Timex[]> {
  const owners = new Map<number, Trigger>();
  for (const trigger of triggers) {
    owners.set(trigger.index, trigger);
    if (trigger.light !== undefined) owners.set(trigger.light, trigger);
    if (trigger.undone) owners.delete(trigger.light ?? -1);
  }
  const rescheduled = rescheduledTo(triggers, context);
  const stated = new Map<Trigger, Timex[]>();
  for (const [head, timex] of context.timexAt) {
    if (timex.type !== "DATE" && timex.type !== "TIME") continue;
    if (isSince(head, context)) continue;
    const above =
      rescheduled.get(timex) ??
      speakerBefore(timex, owners, context) ??
      dueBefore(timex, owners, context) ??
      ownerAbove(head, owners, context);
    const owner =
      above && isAhead(timex, context) ? plannedWithin(above, head, { triggers, context }) : above;
    if (owner) stated.set(owner, [...(stated.get(owner) ?? []), timex]);
  }
  // "talks that were due on Friday have been put off until Tuesday": the new time is the one that holds.
  for (const [timex, trigger] of rescheduled) stated.set(trigger, [timex]);
  return stated;
}

/** "put off the vote until Monday": the new time is that of the vote. */
function rescheduledTo(triggers: readonly Trigger[], context: EventContext): ReadonlyMap<Timex, Trigger> {
  const found = new Map<Timex, Trigger>();
  for (const trigger of triggers) {
    if (trigger.undone !== "postponed" || trigger.light === undefined) continue;
    const timex = newTime({ verb: trigger.light, noun: trigger.index }, context);
    if (timex) found.set(timex, trigger);
  }
  return found;
}

/** "said today its troops would leave": a time right after a verb of saying is that of the saying. */
function speakerBefore(
  timex: Timex,
  owners: ReadonlyMap<number, Trigger>,
  context: EventContext,
): Trigger | undefined {
  const { tree } = context;
  const first = tokenIndexAt(tree.tokens, timex.start);
  const next = tree.tokens[tokenIndexAt(tree.tokens, timex.end)];
  const subject = relation(tokenAt(tree, first)) === "nsubj" || next?.text === "'s" || next?.upos === "AUX";
  const before = owners.get(first - 1);
  return before && !subject && isSpoken(before, context) ? before : undefined;
}

/** "a round table that had been due on 18 April": a time right after "due" is of the noun before it, whatever the parse says. */
function dueBefore(
  timex: Timex,
  owners: ReadonlyMap<number, Trigger>,
  context: EventContext,
): Trigger | undefined {
  const { tokens } = context.tree;
  const marker = tokenIndexAt(tokens, timex.start) - 1;
  const due = tokens[marker]?.upos === "ADP" ? marker - 1 : -1;
  if (tokens[due]?.lemma.toLowerCase() !== "due") return undefined;
  const noun = nounBefore(due, owners, context);
  const isOther = noun && tokens.slice(noun.index, due).some(({ upos }) => upos === "VERB");
  return isOther ? undefined : noun;
}

/** "the first since 2011": where something began to be so is not when it happens. */
function isSince(head: number, { tree }: EventContext): boolean {
  return caseOf(tree, head) === "since";
}

function isAhead(timex: Timex, { reading }: EventContext): boolean {
  const published = reading.article.published.value;
  const bounds = timex.edtf ? edtfBounds(timex.edtf) : null;
  return published !== null && bounds?.begin != null && bounds.begin >= published && bounds.end !== published;
}

/**
 * "raised the possibility of a visit before the end of the year": what is past cannot be at a time that lies
 * ahead; the time is that of the event noun between them, or of nothing.
 */
function plannedWithin(
  above: Trigger,
  head: number,
  { triggers, context }: { triggers: readonly Trigger[]; context: EventContext },
): Trigger | undefined {
  const verb = tokenAt(context.tree, above.light ?? above.index);
  if (verb.xpos !== "VBD" || above.undone) return above;
  return triggers.findLast(
    (each) => each.index > above.index && each.index < head && each.rule === "event-noun",
  );
}

function ownerAbove(
  head: number,
  owners: ReadonlyMap<number, Trigger>,
  context: EventContext,
): Trigger | undefined {
  const { tree } = context;
  const announced = announcedNoun(head, owners, context) ?? calledFor(head, owners, context);
  if (announced) return announced === "unknown" ? undefined : announced;
  let at = headOfTime(head, context);
  while (at >= 0) {
    const owner = owners.get(at);
    if (owner) return owner;
    const token = tokenAt(tree, at);
    const planned = plannedNoun(at, owners, context);
    if (planned) return planned;
    // A state in between keeps the time for itself: "was closed in May" says nothing of what governs it.
    const goesOn = leadsOn(at, owners, { tree }) || isAimOfJourney(at, owners, { tree });
    if (token.upos === "VERB" && !goesOn) return undefined;
    at = token.head;
  }
  return undefined;
}

/**
 * What a time hangs on. "found the body Friday wrapped in a sheet": a clause that follows a noun does not begin with a
 * bare day, so that the day is of the verb before it, whatever the parse says.
 */
function headOfTime(time: number, { tree }: EventContext): number {
  const amount = verbOfAmount(time, tree);
  if (amount >= 0) return amount;
  const { head } = tokenAt(tree, time);
  const below = tree.tokens[head];
  const bare = head === time + 1 && tokenAt(tree, time).upos !== "ADV" && caseOf(tree, time) === "";
  const participle = below !== undefined && ["VBN", "VBD"].includes(below.xpos);
  const inner = below !== undefined && ["acl", "ccomp", "xcomp"].includes(below.deprel) && below.head < time;
  const whole = dependents(tree, head, "mark", "nsubj").some((child) => child !== time);
  return bare && participle && inner && !whole ? below.head : head;
}

/**
 * "released him on bail of 500,000 crowns on Thursday", "passed it by 76 votes on Monday": a day with "on" after an amount
 * is of the verb of the clause, whatever the parse says; -1 where there is none.
 */
function verbOfAmount(time: number, tree: Tree): number {
  const { deprel, head: noun } = tokenAt(tree, time);
  if (deprel !== "nmod" || caseOf(tree, time) !== "on") return -1;
  const { head, upos, deprel: role } = tokenAt(tree, noun);
  const isAmount = [noun, ...dependents(tree, noun, "nmod")].some(
    (each) => each < time && dependents(tree, each, "nummod").length > 0,
  );
  const ofVerb = upos === "NOUN" && ["obj", "obl"].includes(role) && tokenAt(tree, head).upos === "VERB";
  return isAmount && ofVerb ? head : -1;
}

/** "her visit, which had been planned for this month", "talks due on Monday": the time is that of what was planned. */
function plannedNoun(
  word: number,
  owners: ReadonlyMap<number, Trigger>,
  { tree, tables }: EventContext,
): Trigger | undefined {
  const { lemma, upos, xpos } = tokenAt(tree, word);
  const plans = (kind: string) => tables.contexts.get(`${kind} ${lemma}`) === "scheduled";
  const isPlan = xpos === "VBN" ? plans("verb") : upos === "ADJ" && plans("adjective");
  if (!isPlan || dependents(tree, word, "xcomp").length > 0) return undefined;
  return nounBefore(word, owners, { tree });
}

/** "the reopening, which the firm had announced for 1 March", "a march that was called for Friday": the time is not of the announcing. */
function announcedNoun(
  time: number,
  owners: ReadonlyMap<number, Trigger>,
  { tree }: EventContext,
): Trigger | undefined {
  const { head } = tokenAt(tree, time);
  if (head < 0 || caseOf(tree, time) !== "for" || !isRelative(head, { tree })) return undefined;
  return nounBefore(head, owners, { tree });
}

/** Kinds of events that are held on an appointed day. */
const HELD = new Set(["protest", "election", "ceremony"]);
/** What a verb makes of an event that it calls for or announces. */
const CALLED: ReadonlySet<string> = new Set(["proposed", "scheduled"]);

/**
 * "Called for a march on Saturday", "announced a strike for Monday": the day is not that of the calling. After "had
 * called for" it may be a day before the report or after it.
 */
function calledFor(
  time: number,
  owners: ReadonlyMap<number, Trigger>,
  context: EventContext,
): Trigger | "unknown" | undefined {
  const { tree, tables, timexAt } = context;
  const { head: verb } = tokenAt(tree, time);
  const preposition = caseOf(tree, time);
  const timex = timexAt.get(time);
  const isBareAhead = preposition === "" && timex !== undefined && isAhead(timex, context);
  if (verb < 0 || verb > time || !(isBareAhead || ["on", "for"].includes(preposition))) return undefined;
  const noun = dependents(tree, verb, "obj", "obl").findLast((each) => verb < each && each < time);
  const called = noun === undefined ? undefined : owners.get(noun);
  const token = tokenAt(tree, verb);
  const announces = token.lemma === "announce" && preposition === "for";
  const calls = announces || CALLED.has(contextStatus(token, tables.contexts) ?? "");
  if (!called || !calls || !(preposition === "for" || HELD.has(called.word?.kind ?? ""))) return undefined;
  const had = dependents(tree, verb, "aux").some((aux) => tokenAt(tree, aux).text.toLowerCase() === "had");
  return had && preposition === "on" ? "unknown" : called;
}

/** "which the firm had announced", "announced by the firm", about a noun: what is announced, not who announces. */
function isRelative(verb: number, { tree }: Pick<EventContext, "tree">): boolean {
  const token = tokenAt(tree, verb);
  if (relation(token) !== "acl" || !["VBN", "VBD"].includes(token.xpos)) return false;
  const object = dependents(tree, verb, "obj")[0];
  return object === undefined || tokenAt(tree, object).upos === "PRON";
}

function nounBefore(
  verb: number,
  owners: ReadonlyMap<number, Trigger>,
  { tree }: Pick<EventContext, "tree">,
): Trigger | undefined {
  const { sentence } = tokenAt(tree, verb);
  const before = [...owners.values()].filter(
    (each) => each.index < verb && tokenAt(tree, each.index).sentence === sentence,
  );
  return before.findLast((each) => tokenAt(tree, each.index).upos === "NOUN");
}

/** "is set on Friday to meet": the time at the governing verb is that of the event it leads to. */
function leadsOn(
  verb: number,
  owners: ReadonlyMap<number, Trigger>,
  { tree }: Pick<EventContext, "tree">,
): boolean {
  return childrenOf(tree, verb).some(
    (child) => relation(tokenAt(tree, child)) === "xcomp" && owners.has(child),
  );
}

/** "went to see the damage on Monday": the time of what a journey is for is that of the journey. */
function isAimOfJourney(
  verb: number,
  owners: ReadonlyMap<number, Trigger>,
  { tree }: Pick<EventContext, "tree">,
): boolean {
  const { xpos, deprel, head } = tokenAt(tree, verb);
  return xpos === "VB" && ["xcomp", "advcl"].includes(deprel) && owners.get(head)?.word?.kind === "journey";
}

/**
 * The most exact of several: "on Thursday" before "this year". What names a day is before a time of the day, which takes
 * its own from the report: "an early morning eclipse on January 31".
 */
export function mostExact(timexes: readonly Timex[]): Timex | undefined {
  const isTime = ({ type }: Timex): number => (type === "TIME" ? 1 : 0);
  return [...timexes].sort(
    (a, b) => exactness(b) - exactness(a) || isTime(a) - isTime(b) || a.start - b.start,
  )[0];
}

function exactness(timex: Timex): number {
  if (!timex.edtf) return 0;
  return timex.edtf.includes("/") ? 1 : timex.edtf.length;
}
