/** What an address answered when it was asked for last. Times are ISO 8601 in UTC. */
export interface Visit {
  readonly checked: string;
  /** Not to be asked for again before. */
  readonly due?: string;
  readonly etag?: string;
  readonly modified?: string;
  /** How often it has failed since it last succeeded. */
  readonly failures?: number;
}

/** What became of an entry of a feed. */
export interface EntryState {
  /** Hash of what the feed said of it: another one means that the entry has changed. */
  readonly mark: string;
  /** When it is to be tried again; without it, it is done with. */
  readonly due?: string;
  readonly failures?: number;
}

/** What is remembered of addresses and feeds between two visits. */
export interface Visits {
  visit(url: string): Visit | null;
  setVisit(url: string, visit: Visit): void;
  /** The entries of a feed that were met, by their key. */
  entries(feed: string): ReadonlyMap<string, EntryState>;
  setEntry(feed: string, key: string, state: EntryState): void;
}
