import {
  type Article,
  type Chronicle,
  type Links,
  newestVersions,
  type Timeline,
  type TimelineEntry,
} from "./library.ts";
import { type Claims, claimsOf } from "./parts/claim.ts";

/** A report without its text, which is read only where it is shown. */
export type Report = Omit<ReturnType<Chronicle["articles"]>[number], "text" | "blocks" | "dropped">;

/** An entry with the timeline it stands in. */
export interface Placed {
  readonly timeline: Timeline;
  readonly entry: TimelineEntry;
}

/** The newest versions of pages that have changed, by the id of the first. */
export type Newest = ReturnType<typeof newestVersions>;

/** Makes something when it is first asked for, and keeps it. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function withoutText({ text, blocks, dropped, ...report }: Article & Report): Report {
  return report;
}

/**
 * All that the views read of one state of a chronicle. Each part is read when it is first needed; the texts are not
 * held. Made anew when the chronicle has changed.
 */
export class Contents {
  readonly chronicle: Chronicle;
  readonly revision: string;
  readonly #read: () => { readonly reports: readonly Report[]; readonly newest: Newest };
  readonly #timelines = once(() => this.chronicle.timelines());
  readonly #links = once(() => this.chronicle.links());
  readonly #pending = once(() => this.chronicle.pending());
  readonly #disagreements = once(() => this.chronicle.disagreements());
  readonly #arrivals = once(() => this.chronicle.arrivals());
  readonly #byId = once(() => new Map(this.reports.map((report) => [report.id, report])));
  readonly #names = once(() => new Map(this.links.entities.map(({ id, name }) => [id, name])));
  readonly #claims = once(() => claimsOf(this.links));
  readonly #kinds = once(() => new Map(this.links.events.map(({ id, codes }) => [id, codes])));
  readonly #entries = once(() => {
    const placed = this.timelines.flatMap((timeline) =>
      timeline.entries.map((entry) => ({ timeline, entry })),
    );
    // An event that stands on another's line is found there.
    const ids = ({ event, also = [] }: TimelineEntry): readonly string[] => [event, ...also];
    return new Map<string, Placed>(
      placed.flatMap((each) => ids(each.entry).map((id) => [id, each] as const)),
    );
  });

  constructor(chronicle: Chronicle, revision: string) {
    this.chronicle = chronicle;
    this.revision = revision;
    this.#read = once(() => {
      const articles = chronicle.articles();
      return { reports: articles.map(withoutText), newest: newestVersions(articles) };
    });
  }

  get timelines(): readonly Timeline[] {
    return this.#timelines();
  }

  get links(): Links {
    return this.#links();
  }

  get reports(): readonly Report[] {
    return this.#read().reports;
  }

  get newest(): Newest {
    return this.#read().newest;
  }

  /** Reports by id. */
  get reportOf(): ReadonlyMap<string, Report> {
    return this.#byId();
  }

  /** What was announced, and no report follows up. */
  get pending(): ReturnType<Chronicle["pending"]> {
    return this.#pending();
  }

  /** Where reports differ. */
  get disagreements(): ReturnType<Chronicle["disagreements"]> {
    return this.#disagreements();
  }

  /** When reports came into the chronicle, by id. */
  get arrivals(): ReadonlyMap<string, string> {
    return this.#arrivals();
  }

  /** Names by the id of the entity. */
  get names(): ReadonlyMap<string, string> {
    return this.#names();
  }

  get claims(): Claims {
    return this.#claims();
  }

  /** Codes of events by their id. */
  get codes(): ReadonlyMap<string, Links["events"][number]["codes"]> {
    return this.#kinds();
  }

  /** Entries of all timelines by the id of their event. */
  get entries(): ReadonlyMap<string, Placed> {
    return this.#entries();
  }
}

const KEPT = new WeakMap<Chronicle, Contents>();

/** What the chronicle holds now; the same object as long as nothing has changed. */
export function contentsOf(chronicle: Chronicle): Contents {
  const revision = chronicle.revision();
  const known = KEPT.get(chronicle);
  if (known?.revision === revision) return known;
  const contents = new Contents(chronicle, revision);
  KEPT.set(chronicle, contents);
  return contents;
}
