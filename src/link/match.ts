import type { ChronicleTime } from "../model/link.ts";
import type { EventMention } from "./mention.ts";

/** Why two mentions are one event, or `undefined` where they are not. */
export interface Match {
  readonly score: number;
  readonly reason: string;
}

/** Reports farther apart than this do not mean the same event when neither says when it is. */
const UNDATED_REACH_DAYS = 14;

/** Whether two mentions tell the same event: same kind, times that can agree, and the same people and places. */
export function matchMentions(a: EventMention, b: EventMention): Match | undefined {
  if (a.kind !== b.kind || conflicting(a, b)) return undefined;
  const shared = [...a.entities].filter((id) => b.entities.has(id)).length;
  const nouns = [...a.nouns].filter((noun) => b.nouns.has(noun)).length;
  const timed = a.time.begin !== null && b.time.begin !== null;
  if (isJourney(a) && !(a.place && b.place) && !(timed || isPresupposed(a) || isPresupposed(b)))
    return undefined;
  if (timed) {
    if (shared + nouns === 0) return undefined;
    return {
      score: shared * 2 + nouns + closeness(a.time, b.time),
      reason: "same kind, agreeing times, shared participants",
    };
  }
  if (!sameAgents(a, b)) return undefined;
  if (a.analysis === b.analysis) return { score: shared + 1, reason: "same kind and agent in one report" };
  const near = Math.abs(dayNumber(a) - dayNumber(b)) <= UNDATED_REACH_DAYS;
  return near && shared >= 2
    ? { score: shared, reason: "same kind, agent and others, reported close together" }
    : undefined;
}

function dayNumber({ analysis }: EventMention): number {
  const day = analysis.article.published.value;
  return day === null ? Number.NaN : Date.parse(day) / 86_400_000;
}

function sameAgents(a: EventMention, b: EventMention): boolean {
  return [...a.agents].some((id) => b.agents.has(id));
}

/** A journey is told from others of the same traveller by where it goes. */
function isJourney({ kind }: EventMention): boolean {
  return kind === "CONSULT/visit";
}

/** "Abe's visit": speaks of an event that the reader knows of already. */
function isPresupposed({ event }: EventMention): boolean {
  return event.rule.endsWith("/presupposed");
}

/** What has happened by the day of its report is not what lies ahead of that day. */
function outOfStep(a: EventMention, b: EventMention): boolean {
  const [done, day] = [
    a.event.status === "happened" && !isPresupposed(a),
    a.analysis.article.published.value,
  ];
  return done && day !== null && b.time.begin !== null && b.time.begin > day;
}

/** Times that exclude each other, other agents, another place: evidence that these are two events. */
export function conflicting(a: EventMention, b: EventMention): boolean {
  if (!canAgree(a.time, b.time) || outOfStep(a, b) || outOfStep(b, a)) return true;
  if (a.place && b.place && a.place !== b.place) return true;
  return a.agents.size > 0 && b.agents.size > 0 && !sameAgents(a, b);
}

/** "December" and "15 December" can be one time; 2010 and 2015 cannot. */
export function canAgree(a: ChronicleTime, b: ChronicleTime): boolean {
  if (a.begin === null || b.begin === null) return true;
  return a.begin <= (b.end ?? "9999") && b.begin <= (a.end ?? "9999");
}

function closeness(a: ChronicleTime, b: ChronicleTime): number {
  return a.begin === b.begin && a.end === b.end ? 1 : 0;
}
