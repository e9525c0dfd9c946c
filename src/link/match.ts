import type { ChronicleTime } from "../model/link.ts";
import { conflicting, isTimed, mayBeOneJourney, placesAgree, sameAgents } from "./conflict.ts";
import { type EventMention, isPostponed, isPresupposed, JOURNEY } from "./mention.ts";
import { likeness } from "./terms.ts";

/** Why a mention is of the event, and how well it fits. */
export interface Match {
  readonly score: number;
  readonly reason: string;
}

/** Reports farther apart than this do not mean the same event when neither says when it is. */
const UNDATED_REACH_DAYS = 14;
/** A plan is seldom spoken of again after so long. Set by hand on reports of our own. */
const PLAN_REACH_DAYS = 90;
/** How far from its report an event without a date may be. Set by hand on web articles of several years. */
const NEWS_REACH_DAYS = 31;
/**
 * What speaks for one event in reports of one story, and how much of it is enough. Set on the 25 topics of ECB+ that are
 * not for validation: a pair of mentions that reaches this is one event four times out of five, two look-alike events
 * lying beside each other in every topic.
 */
const ONE_STORY = 0.2;
const SENTENCE = 0.3;
const PARTICIPANT = 0.05;
/** Two reports that share less than this are about different things, whatever else they share. */
const LEAST_ALIKE = 0.03;
/** Two mentions of one report are of one story, but a report tells many things. */
const OWN_REPORT = 0.2;
/** More mentions of an event than this are not looked at: they repeat the first ones. */
const MOST_COMPARED = 24;
/** Better than any match by participants: the words are the same. */
const COPY_SCORE = 100;
const MS_PER_DAY = 86_400_000;

/**
 * Whether a mention tells the event that the members tell. One member that it contradicts keeps it out: events
 * are not joined by a chain of vague mentions.
 */
export function matchEvent(mention: EventMention, members: readonly EventMention[]): Match | undefined {
  let best: Match | undefined;
  for (const member of members.slice(0, MOST_COMPARED)) {
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
  if (a.kind === JOURNEY && b.kind === JOURNEY && !mayBeOneJourney(a, b)) return undefined;
  if (a.kind !== b.kind) return sameStory(a, b, shared + nouns);
  if (isTimed(a) && isTimed(b)) {
    if (shared + nouns === 0) return sameStory(a, b, 0);
    const score = shared * 2 + nouns + closeness(a.time, b.time);
    return { score, reason: "same kind, agreeing times, shared participants" };
  }
  const told = sameStory(a, b, shared + nouns);
  if (told) return told;
  if (!sameAgents(a, b)) return undefined;
  if (isPostponed(a) || isPostponed(b)) return postponedPlan(a, b);
  if (speaksOfPlan(a, b) || speaksOfPlan(b, a))
    return { score: shared, reason: "the agent's plan, spoken of" };
  if (!tellsWhich(a, b) || isOfAnotherTime(a, b) || isOfAnotherTime(b, a)) return undefined;
  if (a.analysis === b.analysis) return { score: shared + 1, reason: "same kind and agent in one report" };
  const near = daysApart(a, b) <= UNDATED_REACH_DAYS || (isTimed(a) !== isTimed(b) && samePlace(a, b));
  return near && shared + nouns >= 2
    ? { score: shared, reason: "same kind, agent and others, reported close together" }
    : undefined;
}

/**
 * Reports that are alike tell one event where they tell the same kind of thing with the same words, and name nobody else
 * for it. All of this speaks for it together: how much the reports share of what they are about, how much their two
 * sentences share, whom and what both name in it. What has only its codes in common must share a participant as well.
 */
function sameStory(a: EventMention, b: EventMention, shared: number): Match | undefined {
  if (isPostponed(a) || isPostponed(b)) return undefined;
  if (!(isTimed(a) && isTimed(b)) && tooFarApart(a, b)) return undefined;
  if (isOfAnotherTime(a, b) || isOfAnotherTime(b, a)) return undefined;
  const isOneReport = a.analysis === b.analysis;
  if (a.kind !== b.kind && (isOneReport || shared === 0)) return undefined;
  const alike = isOneReport ? OWN_REPORT : likeness(a.report, b.report);
  const words = likeness(a.words, b.words);
  const score = alike + words * SENTENCE + Math.min(shared, 2) * PARTICIPANT;
  if (alike < LEAST_ALIKE || score < ONE_STORY) return undefined;
  return { score: shared + alike + words, reason: "same kind and words in reports of one story" };
}

function tooFarApart(a: EventMention, b: EventMention): boolean {
  const days = daysApart(a, b);
  return days > UNDATED_REACH_DAYS && days !== Number.POSITIVE_INFINITY;
}

/** A plan that is put off is the plan that was announced before, or is announced after. */
function postponedPlan(a: EventMention, b: EventMention): Match | undefined {
  const planned = [a, b].every(({ event }) => event.status === "scheduled");
  const place = !a.place || !b.place || a.place === b.place;
  return planned && place && daysApart(a, b) <= PLAN_REACH_DAYS
    ? { score: samePlace(a, b) ? 3 : 2, reason: "the same agent's plan, put off" }
    : undefined;
}

/** "Her visit is still in the calendar": while what was announced lies ahead, it is what the agent is going to do. */
function speaksOfPlan(spoken: EventMention, plan: EventMention): boolean {
  if (!isPresupposed(spoken) || isTimed(spoken) || plan.event.status !== "scheduled") return false;
  const [day, announced] = [spoken, plan].map(({ analysis }) => analysis.article.published.value);
  const ahead =
    day != null && announced != null && plan.time.end !== null && announced <= day && day <= plan.time.end;
  return ahead && daysApart(spoken, plan) <= PLAN_REACH_DAYS;
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

function closeness(a: ChronicleTime, b: ChronicleTime): number {
  return a.begin === b.begin && a.end === b.end ? 1 : 0;
}
