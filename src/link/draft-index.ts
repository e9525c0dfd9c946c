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
  readonly #byKey = new Map<string, Set<Draft>>();

  add(draft: Draft, mention: EventMention): void {
    if (draft.mentions.length === 1) this.drafts.push(draft);
    for (const key of keysOf(mention, [...timesOf(mention), ANY])) {
      const drafts = this.#byKey.get(key) ?? new Set();
      if (drafts.size < MOST_OF_A_KEY) this.#byKey.set(key, drafts.add(draft));
    }
  }

  near(mention: EventMention): ReadonlySet<Draft> {
    const times = timesOf(mention);
    const keys = keysOf(mention, times.includes(LONG) ? [ANY] : [...times, LONG]);
    return new Set(keys.flatMap((key) => [...(this.#byKey.get(key) ?? [])]));
  }
}

/** What mentions of one event have in common: kind or code, time, and somebody or something that they name. */
function keysOf(mention: EventMention, times: readonly string[]): string[] {
  const { kind, code, entities, nouns, words, origin, event } = mention;
  const things = [...new Set([...entities, ...nouns, ...words.words, `${origin} ${event.trigger.text}`])];
  const kinds = code === null ? [kind] : [kind, code];
  return kinds.flatMap((each) => times.flatMap((time) => things.map((thing) => `${each} ${time} ${thing}`)));
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
