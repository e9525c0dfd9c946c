import { addMonths } from "../model/calendar.ts";
import { type EventMention, isPostponed } from "./mention.ts";
import type { Draft } from "./postponed.ts";

/** Longer times than this are compared with all others: there are few of them. */
const LONGEST_SPAN_MONTHS = 3;
/** A key that is shared by more events than this says too little to find one by it. */
const MOST_OF_A_KEY = 200;

/** Where what has no month, or many, is kept. */
const LONG = "long";
const ANY = "any";

/**
 * Finds the events that a mention may be of, so that it is compared with nothing else: they are of its kind, near it in
 * time, and name somebody or something that it names too.
 */
export class DraftIndex {
  readonly drafts: Draft[] = [];
  readonly #indexOf = new Map<Draft, number>();
  /** Drafts by their indices. */
  readonly #shelves = new Map<string, Map<Thing, Set<number>>>();
  /** By the index of a draft, for which mention it was found last. */
  readonly #foundFor: number[] = [];
  #asked = 0;

  add(draft: Draft, { kinds, times, things }: Keys): void {
    const index = this.#indexOf.get(draft) ?? this.#begin(draft);
    for (const name of shelvesOf(kinds, [...times, ANY])) {
      const shelf = this.#shelves.get(name) ?? new Map<Thing, Set<number>>();
      this.#shelves.set(name, shelf);
      for (const thing of things) put(shelf, thing, index);
    }
  }

  near({ kinds, times, things }: Keys): readonly Draft[] {
    this.#asked += 1;
    const found: Draft[] = [];
    for (const name of shelvesOf(kinds, times.includes(LONG) ? [ANY] : [...times, LONG])) {
      const shelf = this.#shelves.get(name);
      if (!shelf) continue;
      for (const thing of things) {
        for (const index of shelf.get(thing) ?? []) {
          if (this.#foundFor[index] === this.#asked) continue;
          this.#foundFor[index] = this.#asked;
          found.push(this.drafts[index] as Draft);
        }
      }
    }
    return found;
  }

  #begin(draft: Draft): number {
    const index = this.drafts.push(draft) - 1;
    this.#indexOf.set(draft, index);
    this.#foundFor.push(0);
    return index;
  }
}

/** What a mention is found by. */
export interface Keys {
  readonly kinds: readonly string[];
  readonly times: readonly string[];
  readonly things: ReadonlySet<Thing>;
}

export function keysOf(mention: EventMention): Keys {
  const { kind, code } = mention;
  const kinds = code === null ? [kind] : [kind, code];
  return { kinds, times: timesOf(mention), things: thingsOf(mention) };
}

/** Somebody or something that is named, a word as its hash. */
type Thing = string | number;

function put(shelf: Map<Thing, Set<number>>, thing: Thing, draft: number): void {
  const drafts = shelf.get(thing);
  if (!drafts) shelf.set(thing, new Set([draft]));
  else if (drafts.size < MOST_OF_A_KEY) drafts.add(draft);
}

/** What mentions of one event have in common beside a thing that they name: kind or code, and time. */
function shelvesOf(kinds: readonly string[], times: readonly string[]): readonly string[] {
  return kinds.flatMap((each) => times.map((time) => `${each} ${time}`));
}

function thingsOf({ entities, nouns, words, origin, event }: EventMention): ReadonlySet<Thing> {
  return new Set<Thing>([...entities, ...nouns, ...words.words, `${origin} ${event.trigger.text}`]);
}

/** The months that the event may be in; without a time, those around its report; of what was put off, any. */
function timesOf(mention: EventMention): readonly string[] {
  const { time, analysis } = mention;
  if (isPostponed(mention)) return [LONG];
  const { value } = analysis.article.published;
  if (time.begin !== null && time.end !== null) return monthsBetween(time.begin, time.end);
  if (time.begin !== null || time.end !== null || !/^\d{4}-\d\d-\d\d$/.test(value ?? "")) return [LONG];
  return monthsBetween(addMonths(value ?? "", -1), addMonths(value ?? "", 1));
}

function monthsBetween(begin: string, end: string): readonly string[] {
  const months: string[] = [];
  for (let first = `${begin.slice(0, -3)}-01`; first <= end; first = addMonths(first, 1)) {
    if (months.length === LONGEST_SPAN_MONTHS) return [LONG];
    months.push(first.slice(0, -3));
  }
  return months;
}
