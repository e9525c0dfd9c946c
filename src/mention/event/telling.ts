import { addDays, type EdtfBounds, edtfBounds, parseDay } from "../../model/calendar.ts";
import type { EventTime } from "../../model/event.ts";
import type { QuotationAct } from "../../model/quotation.ts";
import { contains } from "../../model/span.ts";
import { dependents, relation, tokenAt } from "../tree.ts";
import type { EventContext } from "./context.ts";
import { isMarketMove } from "./market-move.ts";
import type { Trigger } from "./trigger.ts";

/** Acts by which a source speaks to those who report; what it thinks, plans or finds has no day of its own. */
const SPOKEN: ReadonlySet<QuotationAct> = new Set(["state", "deny", "ask", "demand", "promise", "judge"]);
/** A report tells what was said in the days before it; what was said earlier it dates. */
const NEWS_DAYS = 7;
/** Sentences of the lead, where a report says on what day it was told what it tells. */
const LEAD_SENTENCES = 3;
/** Sentences that a look back goes on for, where no paragraph ends it before. */
const BACKWARD_SENTENCES = 2;
/** "did not say" has the base form. */
const FINITE = new Set(["VBD", "VBZ", "VBP", "VB"]);

/**
 * The day of what is said without a time of its own: news reports tell what was said on the day that their lead names,
 * or else on the day of publication. Only main clauses in the simple past or present count, and none right after a
 * sentence of the same paragraph that looks back further.
 */
export function tellingTimes(
  triggers: readonly Trigger[],
  times: ReadonlyMap<Trigger, EventTime>,
  context: EventContext,
): ReadonlyMap<Trigger, EventTime> {
  const published = publicationDay(context);
  const found = new Map<Trigger, EventTime>();
  if (published === null) return found;
  const dated = triggers.flatMap((trigger) => datedMain(trigger, times.get(trigger), context));
  const day = dayOfReport(published, dated, context);
  let backward: Trigger | undefined;
  for (const trigger of triggers) {
    const own = dated.find((each) => each.trigger === trigger);
    if (own) backward = isNews(own, published) ? undefined : trigger;
    const time = times.get(trigger);
    const open = time?.basis === "none" && time.timex === undefined;
    const apart = (!backward || !goesOn(backward, trigger, context)) && !isSecondOf(dated, trigger, context);
    if (open && apart && isTelling(trigger, context)) found.set(trigger, day);
  }
  return found;
}

/** "met the mayor this week, but told reporters …": the second is no more exact than the first. */
function isSecondOf(dated: readonly Dated[], { index, light }: Trigger, { tree }: EventContext): boolean {
  const token = tokenAt(tree, light ?? index);
  if (token.deprel !== "conj") return false;
  return dated.some(
    ({ trigger, bounds }) => (trigger.light ?? trigger.index) === token.head && bounds.begin !== bounds.end,
  );
}

function publicationDay({ reading }: EventContext): string | null {
  const value = reading.article.published.value?.slice(0, 10) ?? "";
  return parseDay(value) ? value : null;
}

/** An event of a main clause with a time of its own. */
interface Dated {
  readonly trigger: Trigger;
  readonly time: EventTime;
  readonly bounds: EdtfBounds;
}

function datedMain(trigger: Trigger, time: EventTime | undefined, context: EventContext): readonly Dated[] {
  const bounds = time?.edtf && time.timex !== undefined ? edtfBounds(time.edtf) : null;
  return time && bounds && isMain(trigger.light ?? trigger.index, context) ? [{ trigger, time, bounds }] : [];
}

/** Within the days before publication, or ahead of it. */
function isNews({ bounds }: Dated, published: string): boolean {
  return bounds.end === null || bounds.end >= addDays(published, -NEWS_DAYS);
}

/** The latest day that the lead names, up to publication; else publication itself. */
function dayOfReport(published: string, dated: readonly Dated[], { tree }: EventContext): EventTime {
  const named = dated
    .filter(({ trigger }) => tokenAt(tree, trigger.index).sentence < LEAD_SENTENCES)
    .filter(({ bounds }) => bounds.begin !== null && bounds.begin === bounds.end)
    .filter((each) => isNews(each, published) && (each.bounds.begin ?? "") <= published)
    .sort((a, b) => ((a.bounds.begin ?? "") < (b.bounds.begin ?? "") ? 1 : -1))[0];
  return named ? { ...named.time, basis: "anchored" } : { edtf: published, basis: "inferred" };
}

/** Whether the second stands in the same paragraph as the first, and close behind it. */
function goesOn(first: Trigger, second: Trigger, { tree, reading }: EventContext): boolean {
  const [from, to] = [tokenAt(tree, first.index), tokenAt(tree, second.index)];
  const block = reading.article.blocks.find(({ start, end }) => start <= from.start && from.start < end);
  return to.sentence - from.sentence <= BACKWARD_SENTENCES && (!block || to.start < block.end);
}

/**
 * Whether it is of the day that the report tells of: somebody speaks, by a verb of the table or one that reports what a
 * source states, asks, promises …; or a price moves.
 */
function isTelling(trigger: Trigger, context: EventContext): boolean {
  return (isSpoken(trigger, context) || isMarketMove(trigger, context)) && isTold(trigger, context);
}

/** Whether the word of the event is one by which somebody speaks. */
export function isSpoken({ index, lemma }: Trigger, { tree, reading, tables }: EventContext): boolean {
  const token = tokenAt(tree, index);
  const spoken = reading.quotations.some(({ cue, act }) => cue && SPOKEN.has(act) && contains(cue, token));
  const phrases = dependents(tree, index, "obj").map((child) => `${lemma} ${tokenAt(tree, child).lemma}`);
  return spoken || (token.upos === "VERB" && [lemma, ...phrases].some((each) => tables.tellings.has(each)));
}

/** Whether the verb tells in the main clause, in the simple past or present, outside of what is quoted. */
function isTold({ index }: Trigger, context: EventContext): boolean {
  const { tree, reading } = context;
  const token = tokenAt(tree, index);
  const helpers = auxiliaries(index, context);
  if (helpers.some((lemma) => lemma !== "do") || !FINITE.has(token.xpos)) return false;
  const repeated = dependents(tree, index, "obl", "advmod").some((child) => context.timexTokens.has(child));
  const quoted = reading.quotations.some(
    ({ kind, content, pieces }) =>
      kind === "direct" && (pieces ?? [content]).some((piece) => contains(piece, token)),
  );
  return !repeated && !quoted && isMain(index, context);
}

/** Lemmas of its auxiliaries; "had condemned it, but also praised it": a second verb shares those of the first. */
function auxiliaries(index: number, context: EventContext): readonly string[] {
  const { tree } = context;
  const { deprel, head } = tokenAt(tree, index);
  const own = dependents(tree, index, "aux").map((child) => tokenAt(tree, child).lemma.toLowerCase());
  const shares = deprel === "conj" && dependents(tree, index, "nsubj", "aux").length === 0;
  return shares ? auxiliaries(head, context) : own;
}

function isMain(index: number, context: EventContext): boolean {
  const token = tokenAt(context.tree, index);
  if (token.head < 0) return true;
  const apart = dependents(context.tree, index, "punct").some(
    (child) => child < index && tokenAt(context.tree, child).text === ";",
  );
  return (apart || ["conj", "parataxis"].includes(relation(token))) && isMain(token.head, context);
}
