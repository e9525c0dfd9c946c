import type { ChronicleTime } from "../model/link.ts";
import { type EventMention, isPostponed, isPresupposed, JOURNEY } from "./mention.ts";

/** Why a mention is of the event, and how well it fits. */
export interface Match {
  readonly score: number;
  readonly reason: string;
}

/** Reports farther apart than this do not mean the same event when neither says when it is. */
const UNDATED_REACH_DAYS = 14;
/** A plan that was put off is seldom spoken of again after so long. Set by hand on reports of our own. */
const POSTPONED_REACH_DAYS = 90;
/** How far from its report an event without a date may be. Set by hand on web articles of several years. */
const NEWS_REACH_DAYS = 31;
/** Better than any match by participants: the words are the same. */
const COPY_SCORE = 100;
const MS_PER_DAY = 86_400_000;

/**
 * Whether a mention tells the event that the members tell. One member that it contradicts keeps it out: events
 * are not joined by a chain of vague mentions.
 */
export function matchEvent(mention: EventMention, members: readonly EventMention[]): Match | undefined {
  let best: Match | undefined;
  for (const member of members) {
    const match = isCopy(member, mention) ? COPY : matchMentions(member, mention);
    if (match !== COPY && conflicting(member, mention)) return undefined;
    if (match && (!best || match.score > best.score)) best = match;
  }
  return best && placesAgree(mention, members) ? best : undefined;
}

const COPY: Match = { score: COPY_SCORE, reason: "the same words in a copy of the report" };

function isCopy(a: EventMention, b: EventMention): boolean {
  return a.origin === b.origin && a.analysis !== b.analysis && wordsOf(a) === wordsOf(b);
}

function wordsOf({ event }: EventMention): string {
  return (event.clause.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}

/** The same kind, times that can agree, and the same people and places. */
function matchMentions(a: EventMention, b: EventMention): Match | undefined {
  const shared = [...a.entities].filter((id) => b.entities.has(id)).length;
  const nouns = [...a.nouns].filter((noun) => b.nouns.has(noun)).length;
  if (isTimed(a) && isTimed(b)) {
    if (shared + nouns === 0) return undefined;
    const score = shared * 2 + nouns + closeness(a.time, b.time);
    return { score, reason: "same kind, agreeing times, shared participants" };
  }
  if (!sameAgents(a, b)) return undefined;
  if (isPostponed(a) || isPostponed(b)) return postponedPlan(a, b);
  if (!tellsWhich(a, b) || isOfAnotherTime(a, b) || isOfAnotherTime(b, a)) return undefined;
  if (a.analysis === b.analysis) return { score: shared + 1, reason: "same kind and agent in one report" };
  const near = daysApart(a, b) <= UNDATED_REACH_DAYS || (isTimed(a) !== isTimed(b) && samePlace(a, b));
  return near && shared + nouns >= 2
    ? { score: shared, reason: "same kind, agent and others, reported close together" }
    : undefined;
}

/** A plan that is put off is the plan that was announced before, or is announced after. */
function postponedPlan(a: EventMention, b: EventMention): Match | undefined {
  const planned = [a, b].every(({ event }) => event.status === "scheduled");
  const place = !a.place || !b.place || a.place === b.place;
  return planned && place && daysApart(a, b) <= POSTPONED_REACH_DAYS
    ? { score: samePlace(a, b) ? 3 : 2, reason: "the same agent's plan, put off" }
    : undefined;
}

function isTimed({ time }: EventMention): boolean {
  return time.begin !== null;
}

/** A journey without a time is told from others of the same traveller by where it goes. */
function tellsWhich(a: EventMention, b: EventMention): boolean {
  return a.kind !== JOURNEY || samePlace(a, b) || isPresupposed(a) || isPresupposed(b);
}

/** News without a date is of its day: "launches a satellite" in a report of 2016 is not the launch of 2012. */
function isOfAnotherTime(undated: EventMention, dated: EventMention): boolean {
  const day = undated.analysis.article.published.value;
  if (isTimed(undated) || isPresupposed(undated) || day === null || dated.time.begin === null) return false;
  const [begin, end] = [dated.time.begin, dated.time.end ?? dated.time.begin].map((each) => Date.parse(each));
  const gap = Math.max((begin ?? 0) - Date.parse(day), Date.parse(day) - (end ?? 0));
  return gap > NEWS_REACH_DAYS * MS_PER_DAY;
}

function samePlace(a: EventMention, b: EventMention): boolean {
  return a.place !== undefined && a.place === b.place;
}

function daysApart(a: EventMention, b: EventMention): number {
  const [x, y] = [a.analysis.article.published.value, b.analysis.article.published.value];
  return x === null || y === null
    ? Number.POSITIVE_INFINITY
    : Math.abs(Date.parse(x) - Date.parse(y)) / MS_PER_DAY;
}

function sameAgents(a: EventMention, b: EventMention): boolean {
  return [...a.agents].some((id) => b.agents.has(id));
}

/** What has happened is not what lies after the day of its report, nor what is planned when it is over. */
function outOfStep(a: EventMention, b: EventMention): boolean {
  if (a.event.status !== "happened" || isPresupposed(a)) return false;
  const day = a.analysis.article.published.value;
  return (day !== null && b.time.begin !== null && b.time.begin > day) || isPlannedAfter(b, a.time);
}

/** "Will visit in June" in a report of 10 June is not the visit of 6 June. */
function isPlannedAfter(plan: EventMention, { end }: ChronicleTime): boolean {
  const day = plan.analysis.article.published.value;
  if (plan.event.status !== "scheduled" || isPresupposed(plan)) return false;
  return day !== null && end !== null && end < day && plan.time.end !== null && plan.time.end >= day;
}

/** Times that exclude each other, one done and one ahead, other agents: evidence that these are two events. */
function conflicting(a: EventMention, b: EventMention): boolean {
  if (!canAgree(a.time, b.time) || outOfStep(a, b) || outOfStep(b, a)) return true;
  return a.agents.size > 0 && b.agents.size > 0 && !sameAgents(a, b);
}

/** One journey can lead to an island and to a town on it, when one report tells both; else places must agree. */
function placesAgree(mention: EventMention, members: readonly EventMention[]): boolean {
  const placed = members.filter((member) => member.place !== undefined);
  if (mention.place === undefined || placed.length === 0) return true;
  return placed.some(
    (member) =>
      shareWords(member.placeWords, mention.placeWords) ||
      (member.analysis === mention.analysis && isTimed(member) && isTimed(mention)),
  );
}

/** "December" and "15 December" can be one time; 2010 and 2015 cannot. An end that is not known is open. */
export function canAgree(a: ChronicleTime, b: ChronicleTime): boolean {
  return (a.begin ?? "") <= (b.end ?? "9999") && (b.begin ?? "") <= (a.end ?? "9999");
}

function closeness(a: ChronicleTime, b: ChronicleTime): number {
  return a.begin === b.begin && a.end === b.end ? 1 : 0;
}

/** "the Kuril Islands" and "the Pacific Kuril chain" can be one place. */
function shareWords(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((word) => b.has(word));
}
