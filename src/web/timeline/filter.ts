import type { EventStatus, Links, TimelineEntry } from "../library.ts";
import { RequestError } from "../parts/page.ts";
import { statusesOf, wordsOf } from "../query.ts";

/** What of a timeline is shown: entries that fit all that is asked for. Empty text asks for nothing. */
export interface Filter {
  /** All of these words, anywhere in the entry or in the words it rests on. */
  readonly words: string;
  /** Any of these; empty for all. */
  readonly statuses: readonly EventStatus[];
  /** Entity id of somebody who takes part. */
  readonly who: string;
  /** Entity id of the place. */
  readonly place: string;
  /** Kind or code of the event. */
  readonly kind: string;
  readonly outlet: string;
  /** First and last day, month or year, in ISO 8601. */
  readonly from: string;
  readonly to: string;
  /** What was known at the end of this day. */
  readonly asOf: string;
  /** Only so many of them, the weightiest; 0 for all. */
  readonly top: number;
  /** Only what came in since the last visit. */
  readonly fresh: boolean;
}

export type Codes = Links["events"][number]["codes"];

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

function dateOf(query: URLSearchParams, name: string, form: RegExp = DATE): string {
  const value = wordsOf(query, name);
  if (value === "" || form.test(value)) return value;
  throw new RequestError(400, `Expected ${name}=DATE, such as 2016, 2016-12 or 2016-12-15.`);
}

function topOf(query: URLSearchParams): number {
  const value = query.get("top") ?? "";
  if (!/^\d{0,6}$/.test(value)) throw new RequestError(400, "Expected top=N, how many entries to show.");
  return Number(value);
}

/** The filter of an address; throws a RequestError where it is not one. */
export function filterOf(query: URLSearchParams): Filter {
  return {
    words: wordsOf(query, "words"),
    statuses: statusesOf(query),
    who: wordsOf(query, "who"),
    place: wordsOf(query, "place"),
    kind: wordsOf(query, "kind"),
    outlet: wordsOf(query, "outlet"),
    from: dateOf(query, "from"),
    to: dateOf(query, "to"),
    asOf: dateOf(query, "asof", /^\d{4}-\d{2}-\d{2}$/),
    top: topOf(query),
    fresh: query.get("fresh") === "1",
  };
}

/** The filter as the parameters of an address; what asks for nothing is left out. */
export function filterQuery(filter: Filter): URLSearchParams {
  const { statuses, fresh, asOf, top, ...texts } = filter;
  const pairs = Object.entries({ ...texts, asof: asOf }).filter(([, value]) => value !== "");
  const query = new URLSearchParams(pairs);
  for (const status of statuses) query.append("status", status);
  if (top > 0) query.set("top", String(top));
  if (fresh) query.set("fresh", "1");
  return query;
}

export function isFiltered(filter: Filter): boolean {
  return filterQuery(filter).size > 0;
}

function searchable(entry: TimelineEntry): string {
  const names = entry.participants.map(({ name }) => name);
  const sources = entry.sources.flatMap(({ citation, outlet, agency }) => [citation.text, outlet, agency]);
  const all = [entry.headline, entry.when, entry.place?.name, entry.saidBy, ...names, ...sources];
  return all.join("\n").toLocaleLowerCase("en");
}

function hasWords(entry: TimelineEntry, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = searchable(entry);
  return words.every((word) => text.includes(word));
}

/** Whether the entry may lie within the days, months or years: dates are compared as exactly as they are given. */
function isWithin({ time }: TimelineEntry, { from, to }: Filter): boolean {
  if (from === "" && to === "") return true;
  const [begin, end] = [time.begin ?? time.end, time.end ?? time.begin];
  if (begin === null || end === null) return false;
  return (from === "" || end.slice(0, from.length) >= from) && (to === "" || begin.slice(0, to.length) <= to);
}

/** Whether one of the codes of an event is this one. */
export function hasKind(codes: Codes | undefined, kind: string): boolean {
  return codes !== undefined && [codes.kind, codes.plover, codes.mode].includes(kind);
}

/** What an entry is compared with beside itself. */
export interface Beside {
  readonly codes: ReadonlyMap<string, Codes>;
  /** Whether something of it came in since the last visit. */
  readonly isFresh: (entry: TimelineEntry) => boolean;
}

/** The weightiest of the entries, in the same order. */
function weightiest(entries: readonly TimelineEntry[], top: number): readonly TimelineEntry[] {
  if (top === 0 || entries.length <= top) return entries;
  const kept = new Set([...entries].sort((a, b) => a.rank - b.rank).slice(0, top));
  return entries.filter((entry) => kept.has(entry));
}

/** The entries that the filter lets through, in the same order. */
export function filterEntries(
  entries: readonly TimelineEntry[],
  filter: Filter,
  { codes, isFresh }: Beside,
): readonly TimelineEntry[] {
  const { statuses, who, place, kind, outlet, fresh } = filter;
  const words = filter.words.toLocaleLowerCase("en").split(/\s+/).filter(Boolean);
  const fitting = entries.filter(
    (entry) =>
      (statuses.length === 0 || statuses.includes(entry.status)) &&
      (who === "" || entry.participants.some(({ id }) => id === who)) &&
      (place === "" || entry.place?.id === place) &&
      (kind === "" || hasKind(codes.get(entry.event), kind)) &&
      (outlet === "" || entry.sources.some((source) => source.outlet === outlet)) &&
      isWithin(entry, filter) &&
      (!fresh || isFresh(entry)) &&
      hasWords(entry, words),
  );
  return weightiest(fitting, filter.top);
}
