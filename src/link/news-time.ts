import { isTimed } from "./conflict.ts";
import { type EventMention, isPresupposed } from "./mention.ts";

type Published = Pick<EventMention, "published">;

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
  if (!areFarApart(a, b)) return "near";
  return timed || other ? "open" : "far";
}

/** Whether the reports appeared so close together that they can tell the same news without saying when. */
export function isSameNews(a: EventMention, b: EventMention): boolean {
  const days = daysApart(a, b);
  return days !== null && days <= UNDATED_REACH_DAYS;
}

/** Whether the reports are known to have appeared too far apart for that. */
export function areFarApart(a: Published, b: Published): boolean {
  return (daysApart(a, b) ?? 0) > UNDATED_REACH_DAYS;
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
export function daysApart({ published: a }: Published, { published: b }: Published): number | null {
  return a === null || b === null ? null : Math.abs(a - b);
}
