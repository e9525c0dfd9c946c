import type { Event } from "../../model/event.ts";
import { overlaps } from "../../model/span.ts";
import { dependents, relation, tokenAt } from "../tree.ts";
import type { EventContext } from "./context.ts";
import type { Trigger } from "./trigger.ts";

/**
 * How much an event belongs into a timeline, from 0 to 1: a sum of what speaks for it. The weights were set
 * by hand on reports of our own, so that dated, known kinds of event with named participants come first.
 */
const WEIGHTS = {
  base: 0.1,
  knownKind: 0.2,
  dated: 0.25,
  datedByOther: 0.15,
  namedParticipant: 0.15,
  place: 0.1,
  early: 0.1,
  title: 0.15,
  speechAct: -0.25,
  uncertain: -0.15,
  unnamed: -0.15,
  /** "during his visit", "by building": told in passing, inside another event. */
  subordinate: -0.2,
  /** "They returned", "If he finishes third": the line does not stand alone. */
  dangling: -0.4,
  /** A noun by itself and without a time: "Tokyo's offer". */
  bareNoun: -0.15,
} as const;

/** However much speaks for it, a line that nobody understands without the report does not belong into a timeline. */
const MOST_DANGLING = 0.4;

/** The lead of a report: its title and first two paragraphs. */
const LEAD_BLOCKS = 3;

export function salienceOf(
  event: Omit<Event, "salience">,
  { trigger, alone }: { readonly trigger: Trigger; readonly alone: boolean },
  context: EventContext,
): number {
  const { article } = context.reading;
  const block = article.blocks.findIndex((each) => overlaps(each, event.trigger));
  const named = event.participants.some((participant) => participant.entity !== undefined);
  let sum: number = WEIGHTS.base;
  // What was called off was planned, whatever its name.
  if (trigger.word || trigger.undone) sum += WEIGHTS.knownKind;
  if (event.time.basis === "stated" && event.time.edtf !== null) sum += WEIGHTS.dated;
  if (event.time.basis === "anchored") sum += WEIGHTS.datedByOther;
  sum += named ? WEIGHTS.namedParticipant : WEIGHTS.unnamed;
  if (event.place) sum += WEIGHTS.place;
  if (block >= 0 && block < LEAD_BLOCKS) sum += WEIGHTS.early;
  if (article.blocks[block]?.kind === "title") sum += WEIGHTS.title;
  if (trigger.rule === "speech-act") sum += WEIGHTS.speechAct;
  if (isSubordinate(trigger, context)) sum += WEIGHTS.subordinate;
  if (!alone) sum += WEIGHTS.dangling;
  if (trigger.rule === "event-noun" && event.time.edtf === null) sum += WEIGHTS.bareNoun;
  if (event.status === "possible" || event.status === "proposed" || event.status === "denied")
    sum += WEIGHTS.uncertain;
  const most = alone ? 1 : MOST_DANGLING;
  return Math.round(Math.min(most, Math.max(0, sum)) * 100) / 100;
}

/** A noun by itself, or a verb without a tense of its own that hangs on another one. */
function isSubordinate(trigger: Trigger, { tree }: EventContext): boolean {
  const token = tokenAt(tree, trigger.light ?? trigger.index);
  if (token.upos === "NOUN") return true;
  if (token.deprel === "acl") return true;
  const participle = token.xpos === "VBN";
  const finite = ["VBD", "VBZ", "VBP"].includes(token.xpos);
  const bare = !finite && dependents(tree, trigger.light ?? trigger.index, "aux").length === 0;
  const hangs = participle ? ["advcl", "xcomp"] : ["advcl"];
  return bare && token.head >= 0 && hangs.includes(relation(token));
}
