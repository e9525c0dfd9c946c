import { decode } from "../article/decode.ts";
import { parseFeed } from "../article/feed/feed.ts";
import type { Feed, FeedItem } from "../article/feed/item.ts";
import { formatOf } from "../article/format.ts";
import type { Fetched } from "../fetch/fetcher.ts";
import { FetchError } from "../fetch/problem.ts";
import { isVersionId } from "../model/article.ts";
import type { AddFailure, AddResult } from "../model/chronicle.ts";
import { ChroniclerError } from "../model/error.ts";
import type { FetchedPage } from "../model/source.ts";
import type { EntryState } from "../model/visit.ts";
import { entryPage, hasWords, keyOf, markOf } from "./entry.ts";
import { type FromWeb, failureOf, fetchAgain, noteVisit, timeOf } from "./page.ts";

/** A feed that lists more is read as far as this: a year of an outlet's reports. */
const MOST_ENTRIES = 2000;

/** So many pages are fetched before they are added: what is done stays done when the program is ended. */
const BATCH = 20;

/** How often an entry is tried, in all. */
const TRIES = 4;

/** Before the second try, in milliseconds; twice as long before each one after. */
const FIRST_WAIT = 15 * 60 * 1000;

/** No wait is longer: a day. */
const LONGEST_WAIT = 24 * 60 * 60 * 1000;

/** What came of one visit to a feed. */
export interface FeedVisit {
  readonly feed: string;
  readonly title: string | null;
  /** How many reports are new, how many are another version of one that was there. */
  readonly added: number;
  readonly changed: number;
  /** Not to be visited again before, in ISO 8601, where that is later than the next round. */
  readonly due: string | null;
  /** What could not be fetched or read: the feed itself, or entries of it. */
  readonly failures: readonly AddFailure[];
}

export interface RoundOptions extends FromWeb {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Called with each report before it is fetched: how many are done of how many. */
  readonly progress?: ((done: number, total: number, name: string) => void) | undefined;
}

/** Waits twice as long each time; at least as long as the server asks for. */
function waitAfter(failures: number, error: unknown): number {
  const asked = error instanceof FetchError ? 1000 * (error.retryAfter ?? 0) : 0;
  return Math.min(LONGEST_WAIT, Math.max(asked, FIRST_WAIT * 2 ** Math.min(failures - 1, 10)));
}

function isPassing(error: unknown): boolean {
  return error instanceof FetchError && (error.code === "later" || error.code === "unreachable");
}

const NOTHING = { title: null, added: 0, changed: 0, due: null, failures: [] };

/** Where a page names its feed. */
function feedOfPage(text: string, url: string): string | null {
  const link = /<link\b[^>]{0,500}application\/(?:rss|atom|feed)\+(?:xml|json)[^>]{0,500}>/i.exec(text)?.[0];
  const href = /\bhref\s*=\s*["']?([^"'\s>]+)/i.exec(link ?? "")?.[1];
  return href !== undefined && URL.canParse(href, url) ? new URL(href, url).href : null;
}

function parse({ bytes, type, url }: Extract<Fetched, { kind: "page" }>): Feed {
  const charset = /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(type)?.[1];
  const text = decode({ bytes, name: url, charset });
  const format = formatOf(text, url);
  if (format === "feed") return parseFeed(text, url);
  const found = format === "page" ? feedOfPage(text, url) : null;
  const what = format === "feed-list" ? "a list of feeds" : format === "page" ? "a web page" : "no feed";
  const todo =
    format === "feed-list"
      ? "save it, and give the file"
      : found
        ? `its feed is ${found}`
        : "expected RSS, Atom or JSON Feed; look for its feed on the site";
  throw new ChroniclerError("unreadable", `${url} is ${what}; ${todo}.`);
}

/** One visit to one feed. */
class FeedRound {
  readonly #url: string;
  readonly #options: RoundOptions;
  readonly #failures: AddFailure[] = [];
  #added = 0;
  #changed = 0;

  constructor(url: string, options: RoundOptions) {
    this.#url = url;
    this.#options = options;
  }

  async visit(): Promise<FeedVisit> {
    const { chronicle, now } = this.#options;
    const due = chronicle.visits.visit(this.#url)?.due;
    if (due !== undefined && due > timeOf(now())) return { feed: this.#url, ...NOTHING, due };
    try {
      return await this.#read();
    } catch (error) {
      const failure = failureOf(error, this.#url);
      return { feed: this.#url, ...NOTHING, due: this.#putOff(error), failures: [failure] };
    }
  }

  /** Remembers the failure; gives the time before which the feed is not to be visited again. */
  #putOff(error: unknown): string {
    const { chronicle, now } = this.#options;
    const { due: _due, ...before } = chronicle.visits.visit(this.#url) ?? { checked: timeOf(now()) };
    const failures = (before.failures ?? 0) + 1;
    const due = timeOf(now() + waitAfter(failures, error));
    chronicle.visits.setVisit(this.#url, { ...before, checked: timeOf(now()), failures, due });
    return due;
  }

  async #read(): Promise<FeedVisit> {
    const { chronicle, now } = this.#options;
    const fetched = await fetchAgain(this.#url, this.#options);
    const entries = chronicle.visits.entries(this.#url);
    const feed = fetched.kind === "page" ? parse(fetched) : null;
    if (feed && fetched.kind === "page") {
      await this.#addAll(feed, { entries, captures: fetched.captures });
    }
    // A feed that has not changed is asked in full again while some of its entries wait for another try.
    const waits = [...chronicle.visits.entries(this.#url).values()].some((state) => state.due !== undefined);
    const remembered = waits && fetched.kind === "page" ? { ...fetched, validators: {} } : fetched;
    noteVisit(chronicle.visits, this.#url, { fetched: remembered, now: now() });
    return {
      feed: this.#url,
      title: feed?.title ?? null,
      added: this.#added,
      changed: this.#changed,
      due: null,
      failures: this.#failures,
    };
  }

  #isDue(item: FeedItem, entries: ReadonlyMap<string, EntryState>): boolean {
    const known = entries.get(keyOf(item));
    if (!known || known.mark !== markOf(item)) return true;
    return known.due !== undefined && known.due <= timeOf(this.#options.now());
  }

  async #addAll(
    feed: Feed,
    at: {
      readonly entries: ReadonlyMap<string, EntryState>;
      readonly captures: FetchedPage["captures"];
    },
  ): Promise<void> {
    const items = feed.items.slice(0, MOST_ENTRIES).filter((item) => this.#isDue(item, at.entries));
    for (let start = 0; start < items.length; start += BATCH) {
      const ready: [FeedItem, FetchedPage][] = [];
      for (const [index, item] of items.slice(start, start + BATCH).entries()) {
        this.#options.progress?.(start + index, items.length, item.title ?? keyOf(item));
        const own = entryPage(item, feed, at.captures);
        const page = await this.#pageOf(item, { own, known: at.entries.get(keyOf(item)) });
        if (page) ready.push([item, page]);
      }
      this.#add(ready);
    }
  }

  /** The page of the entry, or the entry itself; null where it is to be tried another time, or cannot be had. */
  async #pageOf(
    item: FeedItem,
    { own, known }: { readonly own: FetchedPage; readonly known: EntryState | undefined },
  ): Promise<FetchedPage | null> {
    if (item.url === undefined || (!item.isTeaser && hasWords(item))) return hasWords(item) ? own : null;
    const { fetcher, signal } = this.#options;
    try {
      const fetched = await fetcher.get(item.url, { signal });
      return fetched.kind === "page" ? { captures: fetched.captures, given: {} } : null;
    } catch (error) {
      this.#failures.push(failureOf(error, item.url));
      const failures = (known?.mark === markOf(item) ? (known.failures ?? 0) : 0) + 1;
      if (isPassing(error) && failures < TRIES) {
        this.#remember(item, { failures, due: timeOf(this.#options.now() + waitAfter(failures, error)) });
        return null;
      }
      // Better the opening of the report than nothing of it.
      if (hasWords(item)) return own;
      this.#remember(item, { failures });
      return null;
    }
  }

  #remember(item: FeedItem, state: Omit<EntryState, "mark">): void {
    this.#options.chronicle.visits.setEntry(this.#url, keyOf(item), { mark: markOf(item), ...state });
  }

  #add(ready: readonly (readonly [FeedItem, FetchedPage])[]): void {
    if (ready.length === 0) return;
    const result: AddResult = this.#options.chronicle.addFetched(ready.map(([, page]) => page));
    const versions = result.added.filter(isVersionId).length;
    this.#added += result.added.length - versions;
    this.#changed += versions;
    this.#failures.push(...result.failures);
    // Also what cannot be read is done with, until the feed says something else of it.
    for (const [item] of ready) this.#remember(item, {});
  }
}

/**
 * Visits a feed once: adds the reports that are new in it or have changed, and remembers in the chronicle
 * how far it has come. What fails is told in what comes back, and tried again later.
 */
export function visitFeed(url: string, options: RoundOptions): Promise<FeedVisit> {
  return new FeedRound(url, options).visit();
}
