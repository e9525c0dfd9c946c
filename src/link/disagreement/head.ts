import { dayNumber } from "../../model/calendar.ts";
import type { Analysis } from "../../model/layers.ts";
import type { Disagreement, LinkedEntity } from "../../model/link.ts";
import { canAgree } from "../conflict.ts";
import type { EventMention } from "../mention.ts";
import { likeness } from "../terms.ts";
import { type Pair, shares } from "./near-miss.ts";

/** How much the sentences share at least, beside somebody or something who takes part in both. */
const WORDS_ALIKE = 0.3;
/** Days that lie farther apart are those of two events. */
const MOST_DAYS = 7;

/** What two heads give differently of one event: a field, and the value of each. */
export interface Difference {
  readonly field: Disagreement["field"];
  readonly values: readonly [string, string];
}

type EntityOf = (id: string) => LinkedEntity | undefined;

/**
 * On what alone two heads differ that tell one event otherwise: its day, its place or who did it. Neither report knows
 * of the other's value: one that tells of Monday and of Tuesday tells of two events, or of more of one.
 */
export function differenceOfHeads([a, b]: Pair, entityOf: EntityOf): Difference | null {
  if (!a.isHead || !b.isHead) return null;
  const [left, right] = [a.mention, b.mention];
  if (likeness(left.words, right.words) < WORDS_ALIKE || !shares(left.entities, right.entities)) return null;
  const found = [
    dayDifference(left, right),
    placeDifference(left, right, entityOf),
    agentDifference(left, right, entityOf),
  ];
  const differences = found.filter((each) => each !== null);
  return differences.length === 1 ? (differences[0] ?? null) : null;
}

/** Two stated days, of which each report names only its own. */
function dayDifference(a: EventMention, b: EventMention): Difference | null {
  if (canAgree(a.time, b.time)) return null;
  const [x, y] = [a, b].map(statedDay);
  if (!x || !y || Math.abs(dayNumber(x) - dayNumber(y)) > MOST_DAYS) return null;
  if (namesDay(a.analysis, y) || namesDay(b.analysis, x)) return null;
  return { field: "time", values: [x, y] };
}

function statedDay({ time, event }: EventMention): string | null {
  return time.precision === "day" && event.time.basis === "stated" ? time.begin : null;
}

function namesDay({ timexes }: Analysis, day: string): boolean {
  return timexes.some(({ edtf }) => edtf?.startsWith(day));
}

/** Two places in different countries, of which each report names only its own. */
function placeDifference(a: EventMention, b: EventMention, entityOf: EntityOf): Difference | null {
  const [x, y] = [a, b].map(({ place }) => (place === undefined ? undefined : entityOf(place)));
  if (!x?.country || !y?.country || x.country === y.country) return null;
  if (namesEntity(a.analysis, y) || namesEntity(b.analysis, x)) return null;
  return { field: "place", values: [x.name, y.name] };
}

/** One who does it, and another of the same kind who is said to: each report names only its own. */
function agentDifference(a: EventMention, b: EventMention, entityOf: EntityOf): Difference | null {
  if (a.agents.size !== 1 || b.agents.size !== 1 || shares(a.agents, b.agents)) return null;
  const [x, y] = [a, b].map(({ agents }) => entityOf([...agents][0] ?? ""));
  if (!x || !y || x.type !== y.type || shares(a.agentWords, b.agentWords)) return null;
  if (namesEntity(a.analysis, y) || namesEntity(b.analysis, x)) return null;
  return { field: "who", values: [x.name, y.name] };
}

function namesEntity({ article }: Analysis, { name, names, mentions }: LinkedEntity): boolean {
  return (
    mentions.some((mention) => mention.article === article.id) ||
    [name, ...names].some((each) => article.text.includes(each))
  );
}
