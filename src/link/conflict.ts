import type { EventStatus } from "../model/event.ts";
import type { ChronicleTime } from "../model/link.ts";
import { type EventMention, isPresupposed, JOURNEY } from "./mention.ts";

/** Times that exclude each other, one done and one ahead, other agents: evidence that these are two events. */
export function conflicting(a: EventMention, b: EventMention): boolean {
  return otherAgents(a, b) || cannotBeOne(a, b);
}

/** The same but for agents, which reports name and tools read in many ways; only travellers travel apart. */
export function cannotBeOne(a: EventMention, b: EventMention): boolean {
  if (!canAgree(a.time, b.time) || outOfStep(a, b) || outOfStep(b, a)) return true;
  if (a.kind === JOURNEY && b.kind === JOURNEY && (otherAgents(a, b) || !mayBeOneJourney(a, b))) return true;
  if (isCalledOffTooLate(a, b) || isCalledOffTooLate(b, a)) return true;
  return otherPatients(a, b) || deniesAnother(a, b) || isDoneAfterAll(a, b) || isDoneAfterAll(b, a);
}

/**
 * "Could not leave" speaks of a journey told in another verb only where agent and object are the same as well, and
 * "the vote did not take place" says nothing of how one person voted.
 */
function deniesAnother(a: EventMention, b: EventMention): boolean {
  if ((a.event.status === "denied") === (b.event.status === "denied")) return false;
  if (isSameActor(a, b)) return a.event.lemma !== b.event.lemma && !sharesObject(a, b);
  return (
    a.event.lemma !== b.event.lemma || (isNobodysOwn(a) && isOnesOwn(b)) || (isNobodysOwn(b) && isOnesOwn(a))
  );
}

/** Done by a person with a name. */
function isOnesOwn({ agentTypes }: EventMention): boolean {
  return agentTypes.has("person");
}

/** "The vote did not take place": the noun of an occasion, which nobody is said to make. */
function isNobodysOwn({ event, agents, callings }: EventMention): boolean {
  return event.rule.startsWith("light-verb") && agents.size + callings.length === 0;
}

const UNDONE = new Set<EventStatus>(["cancelled", "denied"]);

/**
 * What was called off for a day did not take place then, nor what is denied of it: a later report that tells it done and
 * gives no time means another day, and thus another event. What was called off without a day is not done days later.
 */
function isDoneAfterAll(undone: EventMention, done: EventMention): boolean {
  if (!UNDONE.has(undone.event.status) || done.event.status !== "happened" || isPresupposed(done))
    return false;
  const { published } = undone;
  if (published === null || done.published === null || done.published <= published) return false;
  if (done.days === null) return isTimed(undone);
  return undone.event.status === "cancelled" && !isTimed(undone) && done.days.begin > published;
}

/** A morning paper tells what was called off the day before. */
const NEWS_OF_YESTERDAY = 1;

/** What is called off lies ahead: a report that gives no day for it does not mean what was over before. */
function isCalledOffTooLate({ event, published, days }: EventMention, other: EventMention): boolean {
  if (event.status !== "cancelled" || published === null || days !== null) return false;
  return other.days !== null && other.days.end < published - NEWS_OF_YESTERDAY;
}

function sharesObject(a: EventMention, b: EventMention): boolean {
  const open = (each: EventMention) => each.place === undefined && each.patients.size + each.nouns.size === 0;
  return (
    open(a) ||
    open(b) ||
    shareWords(a.placeWords, b.placeWords) ||
    shareWords(a.patientWords, b.patientWords) ||
    shareWords(a.nouns, b.nouns)
  );
}

/** To arrest one person is not to arrest another. */
function otherPatients(a: EventMention, b: EventMention): boolean {
  if (a.patients.size === 0 || b.patients.size === 0 || shareWords(a.patients, b.patients)) return false;
  return !shareWords(a.patientWords, b.patientWords);
}

/**
 * Two persons who travel travel apart, and a country does not travel with its minister; but a country and its army can do
 * one thing, and so can "Mayor Mira Olsen" and "Olsen", where names were cut differently.
 */
function otherAgents(a: EventMention, b: EventMention): boolean {
  if (sameAgents(a, b) || shareWords(a.agentWords, b.agentWords)) return false;
  if (a.kind === JOURNEY) return a.agents.size > 0 && b.agents.size > 0;
  return shareWords(a.agentTypes, b.agentTypes);
}

/** "December" and "15 December" can be one time; 2010 and 2015 cannot. An end that is not known is open. */
export function canAgree(a: ChronicleTime, b: ChronicleTime): boolean {
  return (a.begin ?? "") <= (b.end ?? "9999") && (b.begin ?? "") <= (a.end ?? "9999");
}

export function sameAgents(a: EventMention, b: EventMention): boolean {
  return shareWords(a.agents, b.agents);
}

/** By name, by words of it, or by a title: "the Norwegian minister" of one whom the other report introduces so. */
export function isSameActor(a: EventMention, b: EventMention): boolean {
  const named = sameAgents(a, b) || shareWords(a.agentWords, b.agentWords);
  return named || bearsTitle(a, b) || bearsTitle(b, a);
}

/** Whether an agent without a name is called what another report calls the agent of the other. */
export function bearsTitle({ callings }: EventMention, { titles }: EventMention): boolean {
  return callings.some(
    (words) => words.length > 0 && titles.some((title) => words.every((word) => title.includes(word))),
  );
}

/**
 * A journey told with another verb is one with it only by who travels or where to: people come and go in
 * any story. "Regular sailings" are not "the trial sailing".
 */
export function mayBeOneJourney(a: EventMention, b: EventMention): boolean {
  if (a.isSeveral !== b.isSeveral) return false;
  return a.event.lemma === b.event.lemma || isSameActor(a, b) || shareWords(a.placeWords, b.placeWords);
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

/** One journey can lead to an island and to a town on it, when one report tells both; else places must agree. */
export function placesAgree(mention: EventMention, members: readonly EventMention[]): boolean {
  const placed = members.filter((member) => member.place !== undefined);
  if (mention.place === undefined || placed.length === 0) return true;
  return placed.some(
    (member) =>
      shareWords(member.placeWords, mention.placeWords) ||
      (member.analysis === mention.analysis && isTimed(member) && isTimed(mention)),
  );
}

export function isTimed({ time }: EventMention): boolean {
  return time.begin !== null;
}

/** "the Kuril Islands" and "the Pacific Kuril chain" can be one place; ids are compared as words are. */
function shareWords(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const word of a) if (b.has(word)) return true;
  return false;
}
