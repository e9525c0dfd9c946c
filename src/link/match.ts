import type { ChronicleTime } from "../model/link.ts";
import { bearsTitle, conflicting, isTimed, mayBeOneJourney, placesAgree, sameAgents } from "./conflict.ts";
import { type EventMention, isPostponed, isPresupposed, JOURNEY } from "./mention.ts";
import { daysApart, isOfAnotherTime, isOfThoseDays, isSameNews } from "./news-time.ts";

/** Why a mention is of the event, and how well it fits. */
export interface Match {
  readonly score: number;
  readonly reason: string;
}

/** A plan is seldom spoken of again after so long. Set by hand on reports of our own. */
const PLAN_REACH_DAYS = 90;
/** More mentions of an event than this are not looked at: they repeat the first ones. */
const MOST_COMPARED = 24;
/** Fewer words than this may stand in two sentences by chance: "crying". */
const LEAST_COPIED = 5;
/** Better than any match by participants: the words are the same. */
const COPY_SCORE = 100;

/** Whether two mentions may be one for how they are told. */
export type MayBeOne = (a: EventMention, b: EventMention) => boolean;

/**
 * Whether a mention tells the event that the members tell. One member that it contradicts keeps it out: events
 * are not joined by a chain of vague mentions.
 */
export function matchEvent(
  mention: EventMention,
  members: readonly EventMention[],
  mayBeOne: MayBeOne = () => true,
): Match | undefined {
  const compared = members.slice(0, MOST_COMPARED);
  let best: Match | undefined;
  for (const member of compared) {
    const match = matchOne(mention, member);
    if (match && (!best || match.score > best.score)) best = match;
  }
  // Few match any: what goes against it takes longer to find, and is looked for last.
  if (!best || compared.some((member) => speaksAgainst(mention, member, mayBeOne))) return undefined;
  return placesAgree(mention, members) ? best : undefined;
}

function matchOne(mention: EventMention, member: EventMention): Match | undefined {
  return isCopy(member, mention) ? COPY : matchMentions(member, mention);
}

function speaksAgainst(mention: EventMention, member: EventMention, mayBeOne: MayBeOne): boolean {
  return !isCopy(member, mention) && (conflicting(member, mention) || !mayBeOne(member, mention));
}

const COPY: Match = { score: COPY_SCORE, reason: "the same words in a copy of the report" };

function isCopy(a: EventMention, b: EventMention): boolean {
  if (a.origin !== b.origin || a.analysis === b.analysis || a.wording !== b.wording) return false;
  return a.wording.split(" ").length >= LEAST_COPIED || isSameSentence(a.words.words, b.words.words);
}

/** Whether the two have the same nouns and names, but for a few. */
function isSameSentence(a: Uint32Array, b: Uint32Array): boolean {
  const shared = a.filter((word) => b.includes(word)).length;
  return shared >= 0.7 * Math.max(a.length, b.length);
}

/** The same kind, times that can agree, and the same people and places. */
function matchMentions(a: EventMention, b: EventMention): Match | undefined {
  if (a.kind !== b.kind || (a.kind === JOURNEY && !mayBeOneJourney(a, b))) return undefined;
  const areTimed = isTimed(a) && isTimed(b);
  const byTitle = !areTimed && (goesByTitle(a, b) || goesByTitle(b, a));
  if (!areTimed && !byTitle && !sameAgents(a, b)) return undefined;
  const shared = sharedCount(a.entities, b.entities);
  const nouns = sharedCount(a.nouns, b.nouns);
  if (areTimed) {
    if (shared + nouns === 0) return undefined;
    const score = shared * 2 + nouns + closeness(a.time, b.time);
    return { score, reason: "same kind, agreeing times, shared participants" };
  }
  if (byTitle)
    return {
      score: shared + nouns,
      reason: "same kind, by one who bears the title, in the days of its time",
    };
  if (isPostponed(a) || isPostponed(b)) return postponedPlan(a, b);
  if (speaksOfPlan(a, b) || speaksOfPlan(b, a))
    return { score: shared, reason: "the agent's plan, spoken of" };
  if (!tellsWhich(a, b) || isOfAnotherTime(a, b) || isOfAnotherTime(b, a)) return undefined;
  if (a.analysis === b.analysis) return { score: shared + 1, reason: "same kind and agent in one report" };
  const near = isSameNews(a, b) || (isTimed(a) !== isTimed(b) && samePlace(a, b));
  return near && shared + nouns >= 2
    ? { score: shared, reason: "same kind, agent and others, reported close together" }
    : undefined;
}

function sharedCount(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const each of a) if (b.has(each)) count += 1;
  return count;
}

/** A plan that is put off is the plan that was announced before, or is announced after. */
function postponedPlan(a: EventMention, b: EventMention): Match | undefined {
  const planned = [a, b].every(({ event }) => event.status === "scheduled");
  const place = !a.place || !b.place || a.place === b.place;
  return planned && place && (daysApart(a, b) ?? 0) <= PLAN_REACH_DAYS
    ? { score: samePlace(a, b) ? 3 : 2, reason: "the same agent's plan, put off" }
    : undefined;
}

/** "Her visit is still in the calendar": while what was announced lies ahead, it is what the agent is going to do. */
function speaksOfPlan(spoken: EventMention, plan: EventMention): boolean {
  if (!isPresupposed(spoken) || isTimed(spoken) || plan.event.status !== "scheduled") return false;
  const [day, announced] = [spoken, plan].map(({ analysis }) => analysis.article.published.value);
  const ahead =
    day != null && announced != null && plan.time.end !== null && announced <= day && day <= plan.time.end;
  return ahead && (daysApart(spoken, plan) ?? 0) <= PLAN_REACH_DAYS;
}

/** "The Norwegian minister's visit", in a report of the days when the minister of that name is told to have visited. */
function goesByTitle(described: EventMention, named: EventMention): boolean {
  if (isTimed(described) || !isTimed(named) || described.agents.size > 0) return false;
  return bearsTitle(described, named) && isOfThoseDays(described, named);
}

/** A journey without a time is told from others of the same traveller by where it goes. */
function tellsWhich(a: EventMention, b: EventMention): boolean {
  return a.kind !== JOURNEY || samePlace(a, b) || isPresupposed(a) || isPresupposed(b);
}

function samePlace(a: EventMention, b: EventMention): boolean {
  return a.place !== undefined && a.place === b.place;
}

function closeness(a: ChronicleTime, b: ChronicleTime): number {
  return a.begin === b.begin && a.end === b.end ? 1 : 0;
}
