import { edtfBounds } from "../../model/calendar.ts";
import type { Entity } from "../../model/entity.ts";
import type { Event, EventTime, Participant } from "../../model/event.ts";
import { contains, textSpan } from "../../model/span.ts";
import { dependents, phrasalLemma, tokenAt } from "../tree.ts";
import { argumentsOf, toParticipant } from "./argument.ts";
import { clauseOf } from "./clause.ts";
import { codesOf } from "./code/code.ts";
import { type EventContext, type EventReading, eventContext } from "./context.ts";
import { headlineOf } from "./headline.ts";
import { placeOf } from "./place.ts";
import { salienceOf } from "./salience.ts";
import { statusOf } from "./status.ts";
import type { EventTables } from "./tables.ts";
import { eventTimes } from "./time.ts";
import { findTriggers, type Trigger } from "./trigger.ts";
import type { Judged } from "./verb-status.ts";

/** What happens in one article, is announced or denied: each with who, where, when and on whose word. */
export function findEvents(reading: EventReading, tables: EventTables): readonly Event[] {
  const context = eventContext(reading, tables);
  const triggers = findTriggers(context);
  const times = eventTimes(triggers, context);
  const found = triggers.flatMap((trigger) => {
    const event = toEvent(trigger, times.get(trigger) ?? { edtf: null, basis: "none" }, context);
    return event ? [event] : [];
  });
  return found.map((event, index) => ({ ...event, id: `v${index + 1}` }));
}

function toEvent(trigger: Trigger, found: EventTime, context: EventContext): Event | undefined {
  const judged = statusOf(trigger, context, found.edtf);
  const time = judged && isOutOfStep(found, judged, context) ? UNKNOWN_TIME : found;
  const stated = argumentsOf(trigger, context).map((argument) => toParticipant(argument, context));
  const participants = [...stated, ...occasionParticipants(trigger, stated, context)];
  const place = placeOf(trigger, context);
  if (!judged || !time || !counts(trigger, { participants, time, place }, context)) return undefined;
  const codes = codesOf(trigger, context, { status: judged.status, time });
  const { reading, tree } = context;
  const token = tokenAt(tree, trigger.index);
  const clause = clauseOf(trigger, context);
  const saidBy = reading.quotations.find(({ content, pieces }) =>
    (pieces ?? [content]).some((piece) => contains(piece, token)),
  );
  const line = headlineOf(trigger, context);
  const lemma = lemmaOf(trigger, context);
  const senses = context.tables.senses.get(lemma) ?? context.tables.senses.get(trigger.lemma);
  const draft = {
    id: "",
    trigger: textSpan(reading.article.text, token.start, token.end),
    lemma,
    ...(senses ? { senses } : {}),
    clause: textSpan(reading.article.text, clause.start, clause.end),
    headline: line.text,
    participants: withoutPlace(participants, place?.id, trigger),
    ...(place ? { place: place.id } : {}),
    time,
    status: judged.status,
    codes,
    ...(saidBy ? { saidBy: saidBy.id } : {}),
    rule: `${trigger.rule}/${judged.rule}`,
  };
  return { ...draft, salience: salienceOf(draft, { trigger, alone: line.alone }, context) };
}

/** "Rule out", "put off", "call on": with its particle, a verb is another one than without, unless a table knows better. */
function lemmaOf({ index, lemma }: Trigger, { tree }: EventContext): string {
  const token = tokenAt(tree, index);
  return token.upos === "VERB" && token.lemma.toLowerCase() === lemma ? phrasalLemma(tree, index) : lemma;
}

const UNKNOWN_TIME: EventTime = { edtf: null, basis: "none" };

/** What is told in the past cannot begin after the day of the report, and what "will be" cannot end before it. */
function isOutOfStep({ edtf }: EventTime, { status, rule }: Judged, { reading }: EventContext): boolean {
  const published = reading.article.published.value?.slice(0, 10);
  const bounds = edtf === null ? null : edtfBounds(edtf);
  if (published === undefined || !bounds) return false;
  if (rule === "future") return bounds.end !== null && bounds.end.slice(0, 10) < published;
  return status === "happened" && bounds.begin !== null && bounds.begin.slice(0, 10) > published;
}

/** "said in an interview with the Morning Herald": who asked takes part in what was said. */
function occasionParticipants(
  trigger: Trigger,
  stated: readonly Participant[],
  context: EventContext,
): Participant[] {
  if (trigger.rule !== "speech-act") return [];
  const token = tokenAt(context.tree, trigger.index);
  const said = context.reading.quotations.find((each) => each.cue && contains(each.cue, token));
  const occasion = said?.occasion;
  if (!occasion) return [];
  return context.reading.entities
    .filter((entity) => entity.type !== "place" && !stated.some((each) => each.entity === entity.id))
    .flatMap((entity) => {
      const mention = entity.mentions.find((each) => contains(occasion, each));
      return mention
        ? [
            {
              role: "other" as const,
              entity: entity.id,
              start: mention.start,
              end: mention.end,
              text: mention.text,
            },
          ]
        : [];
    });
}

/** Where a visit leads to is its place, not somebody who takes part. */
function withoutPlace(
  participants: readonly Participant[],
  place: string | undefined,
  trigger: Trigger,
): Participant[] {
  const leads = trigger.word?.object === "place";
  return participants.filter(
    (each) => !(leads && each.role === "patient" && each.entity !== undefined && each.entity === place),
  );
}

/** "agree on who should pay": whether anybody will is what is asked. */
function isOpenQuestion({ index, light }: Trigger, { tree }: EventContext): boolean {
  const verb = light ?? index;
  if (tokenAt(tree, verb).deprel.startsWith("acl")) return false;
  const modal = dependents(tree, verb, "aux").some((child) => tokenAt(tree, child).xpos === "MD");
  const subject = dependents(tree, verb, "nsubj").map((child) => tokenAt(tree, child));
  return modal && subject.some(({ text, xpos }) => xpos === "WP" && text.toLowerCase() === "who");
}

/**
 * An event needs somebody or something in it, a time or a place; a noun by itself names one without. What is said needs a
 * day or an occasion as well, or it is told by its quotation alone; in a report without a date nothing said can have one.
 */
function counts(
  trigger: Trigger,
  {
    participants,
    time,
    place,
  }: { participants: readonly Participant[]; time: EventTime; place: Entity | undefined },
  context: EventContext,
): boolean {
  const { tree, reading } = context;
  if (isOpenQuestion(trigger, context)) return false;
  if (trigger.rule === "speech-act") {
    const token = tokenAt(tree, trigger.index);
    const cued = reading.quotations.find((each) => each.cue && contains(each.cue, token));
    const dated = time.basis !== "none" || time.timex !== undefined || cued?.occasion !== undefined;
    return participants.length > 0 && (dated || reading.article.published.value === null);
  }
  // "The march was called off": that it was tells enough.
  if (participants.length > 0 || trigger.undone || trigger.rule === "noun-in-passing") return true;
  return time.timex !== undefined || place !== undefined;
}
