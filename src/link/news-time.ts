import { isTimed } from "./conflict.ts";
import { type EventMention, isPresupposed } from "./mention.ts";

/** Reports farther apart than this do not mean the same event when neither says when it is. */
const UNDATED_REACH_DAYS = 14;
/** How far from its report an event without a date may be. Set by hand on web articles of several years. */
const NEWS_REACH_DAYS = 31;

/**
 * How two mentions stand in time where not both say when it is: "near" where their reports appeared close together or
 * have no days, "far" where they did not, "open" where they did not but one has a time, and "apart" where what is told
 * without a date cannot be of then.
 */
export function standing(a: EventMention, b: EventMention): "near" | "far" | "open" | "apart" {
  const [timed, other] = [isTimed(a), isTimed(b)];
  if (timed && other) return "near";
  if (isOfAnotherTime(a, b) || isOfAnotherTime(b, a)) return "apart";
  if (isSameNews(a, b) || daysApart(a, b) === null) return "near";
  return timed || other ? "open" : "far";
}

/** Whether the reports appeared so close together that they can tell the same news without saying when. */
export function isSameNews(a: EventMention, b: EventMention): boolean {
  const days = daysApart(a, b);
  return days !== null && days <= UNDATED_REACH_DAYS;
}

/** News without a date is of its day: "launches a satellite" in a report of 2016 is not the launch of 2012. */
export function isOfAnotherTime(undated: EventMention, dated: EventMention): boolean {
  return daysFrom(undated, dated) > NEWS_REACH_DAYS && !isPresupposed(undated);
}

/** Whether what is told without a date is reported so close to the time of the other that it can be of then. */
export function isOfThoseDays(undated: EventMention, dated: EventMention): boolean {
  return undated.published !== null && daysFrom(undated, dated) <= UNDATED_REACH_DAYS;
}

/** Days between the report of a mention without a time and the time of the other; 0 where one of them is not known. */
function daysFrom(undated: EventMention, dated: EventMention): number {
  const { days } = dated;
  if (isTimed(undated) || undated.published === null || days === null) return 0;
  return Math.max(0, days.begin - undated.published, undated.published - days.end);
}

/** Days between the two reports; null where one has none. */
export function daysApart({ published: a }: EventMention, { published: b }: EventMention): number | null {
  return a === null || b === null ? null : Math.abs(a - b);
}

/**
 * Tells of two mentions by their indices whether their times allow that they are one event: their times can agree and,
 * where not both say when it is, their reports are not far apart. Of what happens only once, that does not matter. It
 * looks at numbers that lie side by side, so that a part can ask of millions of pairs.
 */
export function timesAllow(mentions: readonly EventMention[]): (a: number, b: number) => boolean {
  const [first, last] = [
    mentions.map(({ time }) => time.begin ?? ""),
    mentions.map(({ time }) => time.end ?? "9999"),
  ];
  const ranks = new Map([...new Set([...first, ...last])].sort().map((day, rank) => [day, rank]));
  const begins = Int32Array.from(first, (day) => ranks.get(day) ?? 0);
  const ends = Int32Array.from(last, (day) => ranks.get(day) ?? 0);
  const timed = Uint8Array.from(mentions, (mention) => (isTimed(mention) ? 1 : 0));
  const days = Float64Array.from(mentions, ({ once, published }) =>
    once === null ? (published ?? Number.NaN) : Number.NaN,
  );
  const at = (numbers: Int32Array | Uint8Array | Float64Array, index: number) => numbers[index] as number;
  return (a, b) =>
    at(begins, a) <= at(ends, b) &&
    at(begins, b) <= at(ends, a) &&
    (at(timed, a) + at(timed, b) === 2 || !(Math.abs(at(days, a) - at(days, b)) > UNDATED_REACH_DAYS));
}
