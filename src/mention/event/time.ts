import { edtfBounds } from "../../model/calendar.ts";
import type { EventTime } from "../../model/event.ts";
import type { Timex } from "../../model/timex.ts";
import { caseOf, childrenOf, dependents, relation, tokenAt } from "../tree.ts";
import type { EventContext } from "./context.ts";
import { hangingOn, joinedTo, sharedTimes } from "./shared-time.ts";
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
    const timex = best(stated.get(trigger) ?? []);
    times.set(
      trigger,
      timex ? toTime(timex, "stated") : (shared(trigger, triggers, { stated, context }) ?? UNKNOWN),
    );
  }
  const { tree } = context;
  const joined = sharedTimes(triggers, times, { tree, links: joinedTo });
  const told = new Map([...joined, ...tellingTimes(triggers, joined, context)]);
  // The day of the report is weaker than a day that is named: what merely stands beside it does not get it.
  return sharedTimes(triggers, told, { tree, links: hangingOn });
}

function toTime(timex: Timex, basis: EventTime["basis"]): EventTime {
  return { edtf: timex.edtf ?? null, basis: timex.edtf ? basis : "none", timex: timex.id };
}

/** Each timex belongs to the first event above it in the parse. */
function statedTimes(triggers: readonly Trigger[], context: EventContext): Map<Trigger, Timex[]> {
  const owners = new Map<number, Trigger>();
  for (const trigger of triggers) {
    owners.set(trigger.index, trigger);
    if (trigger.light !== undefined) owners.set(trigger.light, trigger);
    if (trigger.undone) owners.delete(trigger.light ?? -1);
  }
  const stated = new Map<Trigger, Timex[]>();
  for (const [head, timex] of context.timexAt) {
    if (timex.type !== "DATE" && timex.type !== "TIME") continue;
    if (isSince(head, context)) continue;
    const above = ownerAbove(head, owners, context);
    const owner =
      above && isAhead(timex, context) ? plannedWithin(above, head, { triggers, context }) : above;
    if (owner) stated.set(owner, [...(stated.get(owner) ?? []), timex]);
  }
  return stated;
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
  if (verb.xpos !== "VBD") return above;
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
  let at = tokenAt(tree, head).head;
  while (at >= 0) {
    const owner = owners.get(at);
    if (owner) return owner;
    const token = tokenAt(tree, at);
    const planned = plannedNoun(at, owners, context);
    if (planned) return planned;
    // A state in between keeps the time for itself: "was closed in May" says nothing of what governs it.
    if (token.upos === "VERB" && !leadsOn(at, owners, { tree })) return undefined;
    at = token.head;
  }
  return undefined;
}

/** "her visit, which had been planned for this month": the time is that of what was planned. */
function plannedNoun(
  verb: number,
  owners: ReadonlyMap<number, Trigger>,
  { tree, tables }: EventContext,
): Trigger | undefined {
  const token = tokenAt(tree, verb);
  const plans = tables.contexts.get(`verb ${token.lemma}`) === "scheduled" && token.xpos === "VBN";
  if (!plans || dependents(tree, verb, "xcomp").length > 0) return undefined;
  const before = [...owners.values()].filter(
    (each) => each.index < verb && tokenAt(tree, each.index).sentence === token.sentence,
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

/** The most exact of several: "on Thursday" before "this year". */
function best(timexes: readonly Timex[]): Timex | undefined {
  return [...timexes].sort((a, b) => exactness(b) - exactness(a) || a.start - b.start)[0];
}

function exactness(timex: Timex): number {
  if (!timex.edtf) return 0;
  return timex.edtf.includes("/") ? 1 : timex.edtf.length;
}

/** "the 2011 earthquake and tsunami", "came in May and then left": the second goes with the first. */
function shared(
  trigger: Trigger,
  triggers: readonly Trigger[],
  { stated, context }: { stated: ReadonlyMap<Trigger, Timex[]>; context: EventContext },
): EventTime | undefined {
  const { tree } = context;
  const token = tokenAt(tree, trigger.light ?? trigger.index);
  if (token.head < 0) return undefined;
  const head = triggers.find((other) => other.index === token.head || other.light === token.head);
  const timex = head && best(stated.get(head) ?? []);
  const purpose = trigger.word !== undefined && ["obl", "advcl", "nmod"].includes(relation(token));
  const joined = token.deprel === "conj" && (token.upos === "NOUN" || saysThen(trigger.index, context));
  if (timex && (joined || purpose)) return toTime(timex, "anchored");
  const below = purposeTime(trigger, triggers, { stated, context });
  return below ?? timeBefore(trigger.index, context) ?? whenOf(trigger, context);
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
  const timex = infinitive && best(stated.get(infinitive) ?? []);
  return timex && trigger.word?.kind === "journey" ? toTime(timex, "anchored") : undefined;
}

function saysThen(index: number, { tree }: EventContext): boolean {
  return childrenOf(tree, index).some((child) =>
    ["then", "later", "also"].includes(tokenAt(tree, child).lemma),
  );
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
