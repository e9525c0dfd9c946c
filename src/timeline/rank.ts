import type { Article } from "../model/article.ts";
import type { LinkedEvent, StoryDay } from "../model/link.ts";
import type { Central } from "./told-sentence.ts";

/** A report counts the more, the longer after an event it comes back to it: per unit of ln(1 + days). */
const RETURN = 0.2;
/** What each further line of a day is worth beside the one before it. */
const NEXT_OF_DAY = 0.5;
/** So many lines of one day are compared in their words; what is left follows by its own weight. */
const MOST_COMPARED = 30;

/** What an event counts that has nobody in it whom the story is about. */
const ASIDE = 0.5;

/** What nobody dates has no place in the order of a timeline, and is often put together from words on several things. */
const UNDATED = 0.3;

const MS_PER_DAY = 86_400_000;

export interface RankContext {
  readonly days: readonly StoryDay[];
  /** By event, how much of what reports tell of its day is in its sentence. */
  readonly central: ReadonlyMap<string, Pick<Central, "centrality">>;
  /** Ids of the entities that the story is about. */
  readonly about: ReadonlySet<string>;
  readonly articles: ReadonlyMap<string, Article>;
}

interface Weighed {
  readonly event: LinkedEvent;
  weight: number;
}

/**
 * Place of each event in a timeline, from 1 on. A day weighs what the reports of the story speak of it; the best told
 * event of the day has this weight, and each further one less, least of all where its words only repeat another's.
 * What is known less exactly weighs what the reports that tell it weigh.
 */
export function rankEvents(
  events: readonly LinkedEvent[],
  { days, articles, about, central }: RankContext,
): ReadonlyMap<string, number> {
  const own = events.map(
    (event): Weighed => ({ event, weight: ownWeight(event, articles) * standing(event, about) }),
  );
  const dayWeights = new Map(days.map(({ day, weight }) => [day, weight]));
  const ofDay = new Map<string, Weighed[]>();
  for (const each of own) {
    const { begin, end } = each.event.time;
    if (begin === null || begin !== end) continue;
    const others = ofDay.get(begin);
    if (others) others.push(each);
    else ofDay.set(begin, [each]);
  }
  for (const [day, weighed] of ofDay) {
    // Of the events of one day, those count most that its reports speak of in the same words.
    for (const each of weighed) each.weight *= central.get(each.event.id)?.centrality ?? 1;
    shareDay(dayWeights.get(day) ?? 0, weighed);
  }
  own.sort(heaviestFirst);
  return new Map(own.map(({ event }, index) => [event.id, index + 1]));
}

function standing({ participants, place }: LinkedEvent, about: ReadonlySet<string>): number {
  const named = [...participants.map(({ entity }) => entity), place ?? ""];
  return about.size === 0 || named.some((id) => about.has(id)) ? 1 : ASIDE;
}

function heaviestFirst(a: Weighed, b: Weighed): number {
  return b.weight - a.weight || (a.event.id < b.event.id ? -1 : 1);
}

/** What the reports of the event weigh, each origin about once. */
function ownWeight(event: LinkedEvent, articles: ReadonlyMap<string, Article>): number {
  const ids = new Set(event.citations.map(({ article }) => article));
  const returns = [...ids].map((id) => {
    const published = articles.get(id)?.published.value ?? null;
    return 1 + RETURN * Math.log(1 + daysAfter(published, event.time.end));
  });
  const mean = returns.reduce((sum, each) => sum + each, 0) / Math.max(1, returns.length);
  return event.salience * event.origins * mean * (event.time.edtf === null ? UNDATED : 1);
}

function daysAfter(published: string | null, end: string | null): number {
  const gap = published && end ? (Date.parse(published) - Date.parse(end)) / MS_PER_DAY : 0;
  return Number.isNaN(gap) ? 0 : Math.max(0, gap);
}

/** Gives the weight of a day to its best told event, and to the others what is left for them. */
function shareDay(weight: number, weighed: Weighed[]): void {
  weighed.sort(heaviestFirst);
  const best = weighed[0]?.weight ?? 0;
  const told: ReadonlySet<string>[] = [];
  let share = weight > 0 ? weight : best;
  for (const each of weighed) {
    const words = wordsOf(each.event.headline);
    const repeats = told
      .slice(0, MOST_COMPARED)
      .reduce((most, other) => Math.max(most, likeness(words, other)), 0);
    each.weight = best === 0 ? 0 : share * (each.weight / best) * (1 - repeats);
    told.push(words);
    share *= NEXT_OF_DAY;
  }
}

function wordsOf(headline: string): ReadonlySet<string> {
  return new Set(headline.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Shared words by the words of the shorter, from 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(1, Math.min(a.size, b.size));
}
