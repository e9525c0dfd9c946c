import type { Event } from "../../model/event.ts";
import type { Analysis } from "../../model/layers.ts";
import type { Quantity } from "../../model/quantity.ts";
import { contains, overlaps, type Span } from "../../model/span.ts";
import type { EventMention } from "../mention.ts";

/** A figure farther from the word of its event than this, in characters, counts something else. Set by hand. */
const REACH = 60;

/** "34-6", "10 to 12", "one of the crew", "two other boats": a score, a range, or a part of what is counted. */
const NO_COUNT = /\d\s?(?:[-–]|to|and)\s?\d|^0|\bof\b|\b(?:other|others|more|another|additional|extra)\b/iu;
/** What is said holds other events, whose figures these are. */
const SAYING = new Set(["say", "tell", "speak", "report", "announce", "add", "estimate"]);
/** "killed 10 from Norva" is not all who were killed; "carried 10 from Norva to Hale" may be all. */
const PART = /^\s(?:of|among|who|whose)\b|^\sfrom\b(?!.{0,40}\bto\b)/u;
/** "fell below $6,000": a level that is reached, which moves by the minute. */
const LEVEL = /\b(?:below|above|past|under|beneath|to|at|as low as|as high as|by)\b/iu;
/** "killed two and wounded 90": what stands behind such a word counts something else. */
const BREAK = /[,;:]|\b(?:and|or|but|while|including|after|before|than)\b/iu;

/**
 * The figures that tell how many or how much of the event: each stands in its clause and nearer to it than to any other
 * event, and is the only one there of its unit. Of "rose 5 dollars to 90 dollars" neither can be compared with another's,
 * and "three storms" are not one storm.
 */
export function figuresOf({
  analysis,
  event,
}: Pick<EventMention, "analysis" | "event">): readonly Quantity[] {
  const inside = analysis.quantities.filter((quantity) => contains(event.clause, quantity));
  return inside.filter(
    (quantity) =>
      gap(event.trigger, quantity) <= REACH &&
      !overlaps(event.trigger, quantity) &&
      inside.every((other) => other === quantity || unitOf(other) !== unitOf(quantity)) &&
      isWhole(quantity, { analysis, event }) &&
      ownerOf(quantity, analysis) === event,
  );
}

/** Whether the words around the figure leave it to be how many there were in all. */
function isWhole(quantity: Quantity, { analysis, event }: Pick<EventMention, "analysis" | "event">): boolean {
  const between = wordsBetween(event.trigger, quantity, analysis);
  if (SAYING.has(event.lemma)) return false;
  if (isMeasure(quantity) && LEVEL.test(between)) return false;
  const after = analysis.article.text.slice(quantity.end, quantity.end + 60);
  return !NO_COUNT.test(quantity.text) && !PART.test(after) && !BREAK.test(between);
}

const MEASURES = new Set(
  "percent foot feet mile meter metre kilometer kilometre kilogram pound ton tonne yard time point degree magnitude hour minute".split(
    " ",
  ),
);

/** Money, lengths, shares: of one unit there are many in a report, of different things. */
export function isMeasure(quantity: Quantity): boolean {
  return (
    quantity.currency !== undefined ||
    MEASURES.has(unitOf(quantity)) ||
    /^\p{Sc}|dollar|euro/u.test(unitOf(quantity))
  );
}

/** "300 in three days", "last year": how many in that time, not in all. */
const PERIOD =
  /\b(?:in|over|during|within|for|since|last|past|this|each|every|a|per) (?:\S+ ){0,3}(?:minute|hour|day|night|week|fortnight|month|year|decade|centur)(?:s|y|ies)?\b/iu;

/** Whether the figure is counted over a time that the words give. */
export function isOverPeriod({ event }: EventMention): boolean {
  return PERIOD.test(event.clause.text);
}

/** What is counted, "boat" as well as "Boats"; money by its currency, where that is known. */
export function unitOf({ unit, currency }: Quantity): string {
  return currency ?? unit.toLowerCase().replace(/s$/u, "");
}

/** The event with the shortest clause around the figure; of those as short, the one told nearest to it. */
function ownerOf(quantity: Quantity, { events }: Analysis): Event | undefined {
  const around = events.filter(({ clause }) => contains(clause, quantity));
  return around.reduce<Event | undefined>(
    (best, each) => (best && !isNearer(each, best, quantity) ? best : each),
    undefined,
  );
}

function isNearer(a: Event, b: Event, quantity: Span): boolean {
  const shorter = lengthOf(a.clause) - lengthOf(b.clause);
  return shorter < 0 || (shorter === 0 && gap(a.trigger, quantity) < gap(b.trigger, quantity));
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

/** The words between, without those that limit or round the figure: "at least", "more than". */
function wordsBetween(a: Span, b: Span, { article }: Analysis): string {
  const between = article.text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start));
  return between.replace(/\b(?:more|less|fewer) than\b/giu, "");
}

/** Characters between two spans; 0 where they touch. */
function gap(a: Span, b: Span): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}
