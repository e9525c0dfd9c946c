import { dayNumber } from "../model/calendar.ts";
import type { LinkedEvent } from "../model/link.ts";
import { headlineWords } from "./headline-words.ts";

/** A headline of fewer words says too little to be known again. */
const FEWEST_WORDS = 3;
/** Words that a promise and its content share in one clause, of those of the shorter. */
const SHARED_IN_CLAUSE = 0.8;
/** What is told again the next morning is told in nearly the same words, and more of them: things happen daily. */
const FEWEST_NEXT_DAY = 5;
const SHARED_NEXT_DAY = 0.75;
/** So many lines that may be doubles are compared with one, at most. */
const MOST_COMPARED = 200;

/** An event with those that only repeat it. */
export interface Undoubled {
  readonly event: LinkedEvent;
  readonly doubles: readonly LinkedEvent[];
}

interface Compared {
  readonly event: LinkedEvent;
  readonly words: ReadonlySet<string>;
  readonly doubles: LinkedEvent[];
}

/**
 * Events of which others are only a second line: the same words at the same time; a promise and what is promised, in one
 * clause; the same told for the next day by reports of another zone or of the next morning. Where it is not clear, both stay.
 */
export function withoutDoubles(events: readonly LinkedEvent[]): readonly Undoubled[] {
  const kept: Compared[] = [];
  const byKey = new Map<string, Compared[]>();
  for (const event of [...events].sort(fullestFirst)) {
    const one: Compared = { event, words: headlineWords(event.headline), doubles: [] };
    const near = keysNear(event).flatMap((key) => (byKey.get(key) ?? []).slice(0, MOST_COMPARED));
    const main = near.find((other) => isDouble(other, one));
    if (main) {
      main.doubles.push(event);
      continue;
    }
    kept.push(one);
    for (const key of keysOf(event)) {
      const others = byKey.get(key);
      if (others) others.push(one);
      else byKey.set(key, [one]);
    }
  }
  return kept.map(({ event, doubles }) => ({ event, doubles }));
}

/** What is known more exactly, is done rather than promised, is told by more, or says more, stands for the other. */
function fullestFirst(a: LinkedEvent, b: LinkedEvent): number {
  return (
    Number(a.time.edtf === null) - Number(b.time.edtf === null) ||
    lengthOf(a) - lengthOf(b) ||
    Number(isOver(b) === "happened") - Number(isOver(a) === "happened") ||
    b.origins - a.origins ||
    b.headline.length - a.headline.length ||
    (a.id < b.id ? -1 : 1)
  );
}

/** Days that the time allows; many where it has no begin or end. */
function lengthOf({ time: { begin, end } }: LinkedEvent): number {
  return begin && end ? dayNumber(end) - dayNumber(begin) : Number.MAX_SAFE_INTEGER;
}

/** What doubles of the event have in common with it: their time, or a report. */
function keysOf({ time: { begin, end }, citations }: LinkedEvent): readonly string[] {
  const reports = [...new Set(citations.map(({ article }) => `in ${article}`))];
  return begin === null && end === null ? reports : [`${begin}/${end}`, ...reports];
}

function keysNear(event: LinkedEvent): readonly string[] {
  const { begin, end } = event.time;
  if (begin === null || begin !== end) return keysOf(event);
  const beside = [-1, 1].map((off) =>
    new Date(Date.parse(begin) + off * 86_400_000).toISOString().slice(0, 10),
  );
  return [...keysOf(event), ...beside.map((day) => `${day}/${day}`)];
}

function isDouble(main: Compared, other: Compared): boolean {
  const [short, long] = [main.words, other.words].sort((a, b) => a.size - b.size) as [
    ReadonlySet<string>,
    ReadonlySet<string>,
  ];
  if (short.size < FEWEST_WORDS) return false;
  const shared = [...short].filter((word) => long.has(word)).length;
  if (shared < SHARED_NEXT_DAY * short.size || !sameFigures(short, long)) return false;
  if (isSameTime(main.event, other.event) && isOver(main.event) === isOver(other.event))
    return shared === short.size;
  if (shareClause(main.event, other.event))
    return shared >= SHARED_IN_CLAUSE * short.size && canBeOneTime(main.event, other.event);
  if (short.size < FEWEST_NEXT_DAY || !isNextDay(main.event, other.event)) return false;
  return shared >= SHARED_NEXT_DAY * (short.size + long.size - shared);
}

/** Three dead and four dead are two reports of a thing, or two things. */
function sameFigures(short: ReadonlySet<string>, long: ReadonlySet<string>): boolean {
  return [...short].every((word) => !/\d/u.test(word) || long.has(word));
}

function isOver({ status }: LinkedEvent): string {
  return status === "ongoing" ? "happened" : status;
}

function isSameTime({ time: a }: LinkedEvent, { time: b }: LinkedEvent): boolean {
  return a.edtf !== null && a.begin === b.begin && a.end === b.end;
}

/** The time of the one lies within that of the other, or one has none. */
function canBeOneTime({ time: a }: LinkedEvent, { time: b }: LinkedEvent): boolean {
  if (a.edtf === null || b.edtf === null) return true;
  if (!a.begin || !a.end || !b.begin || !b.end) return false;
  return (a.begin <= b.begin && b.end <= a.end) || (b.begin <= a.begin && a.end <= b.end);
}

/** Words of the one stand in the clause of the other. */
function shareClause({ citations: a }: LinkedEvent, { citations: b }: LinkedEvent): boolean {
  const first = a.slice(0, MOST_COMPARED);
  return b
    .slice(0, MOST_COMPARED)
    .some((x) => first.some((y) => x.article === y.article && x.start < y.end && y.start < x.end));
}

/** On days beside each other, both over, and told in different reports: one that tells of both days tells them apart. */
function isNextDay(a: LinkedEvent, b: LinkedEvent): boolean {
  if (!a.time.begin || a.time.begin !== a.time.end || !b.time.begin || b.time.begin !== b.time.end)
    return false;
  if (Math.abs(dayNumber(a.time.begin) - dayNumber(b.time.begin)) !== 1) return false;
  if (isOver(a) !== "happened" || isOver(b) !== "happened") return false;
  const reports = new Set(a.citations.map(({ article }) => article));
  return b.citations.every(({ article }) => !reports.has(article));
}
