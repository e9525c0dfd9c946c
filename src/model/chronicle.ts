import type { Article } from "./article.ts";
import type { PageHistory } from "./changes.ts";
import type { Found } from "./found.ts";
import type { Analysis } from "./layers.ts";
import type { LinkedQuotation, Links } from "./link.ts";
import type { Profile, QuoteFilter } from "./profile.ts";
import type { FetchedPage, Source } from "./source.ts";
import type { EventDisagreement, PendingEvent, Timeline, TimelineOptions } from "./timeline.ts";
import type { Visits } from "./visit.ts";

/** A source, or a report in it, that could not be read. The others are not lost. */
export interface AddFailure {
  readonly name: string;
  readonly code: string;
  readonly message: string;
}

export interface AddResult {
  /** Ids of articles that are new. */
  readonly added: readonly string[];
  /** Ids of articles that were known, but for which something more was given: they are made anew. */
  readonly updated: readonly string[];
  /** How many were in the chronicle already. */
  readonly unchanged: number;
  readonly failures: readonly AddFailure[];
}

/** What two rounds of adding did together. */
export function joinResults(one: AddResult, other: AddResult): AddResult {
  return {
    added: [...one.added, ...other.added],
    updated: [...one.updated, ...other.updated],
    unchanged: one.unchanged + other.unchanged,
    failures: [...one.failures, ...other.failures],
  };
}

export interface AddAllOptions {
  /** Called before each report that is read, and with an empty name before what is read is linked. */
  readonly progress?: ((name: string) => void) | undefined;
  /** Stops after the reports at hand; what was added until then is linked. */
  readonly signal?: AbortSignal | undefined;
}

/** Called as work goes on: how much is done of how much, and with what. */
export type Progress = (done: number, total: number, name: string) => void;

/** A place in a kept text that holds the words searched for. */
export interface SearchHit {
  readonly article: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  /** Words around the find; the found ones stand between U+0002 and U+0003. */
  readonly snippet: string;
}

/** Contract part 2: an article without its layers, with where it belongs. */
export type ExportedArticle = Article & {
  readonly origin: string | null;
  /** The story it belongs to. */
  readonly story: string | null;
  /** All the stories it stands in, its own first: of some it tells at length beside its own. */
  readonly stories: readonly string[];
};

export type ChronicleExport = { readonly articles: readonly ExportedArticle[] } & Links;

/** Anything that has an id, with what kind of thing it is. */
export interface Shown {
  readonly kind: "article" | "event" | "entity" | "quotation" | "story" | "origin" | "quantity" | "mention";
  readonly id: string;
  readonly value: unknown;
}

/** One step of the way from a report's words to an entry. */
export interface ExplainStep {
  readonly stage: "source" | "article" | "mention" | "link" | "timeline";
  /** Name of the rule that decided. */
  readonly rule: string;
  /** What it decided, in one sentence. */
  readonly text: string;
}

/** One chronicle: a file that holds reports as given and all that is derived from them. */
export interface Chronicle {
  /** Adds what is not there yet, and brings everything derived up to date. */
  add(sources: readonly Source[], progress?: Progress): AddResult;
  /**
   * The same for any number of sources, which are taken as they come and not held. What is done stays done
   * when it is broken off; the same call again takes up what is missing. Links are made once, at the end.
   */
  addAll(found: AsyncIterable<Found>, options?: AddAllOptions): Promise<AddResult>;
  /** Adds pages that were fetched; of one whose body is kept already only the visit is noted. */
  addFetched(pages: readonly FetchedPage[], progress?: Progress): AddResult;
  /** Makes all derived data again from the kept originals; the result is the same, byte for byte. */
  rebuild(progress?: Progress): void;
  articles(): readonly ExportedArticle[];
  analysis(articleId: string): Analysis | null;
  /** When each report came into the chronicle, in ISO 8601, by article id; of old chronicles it may be missing. */
  arrivals(): ReadonlyMap<string, string>;
  /** Another one whenever anything in the chronicle may have changed, by whichever program. Quick to ask for. */
  revision(): string;
  /** The bytes as they came. */
  original(articleId: string): { readonly bytes: Uint8Array; readonly name: string } | null;
  /** All that is kept, as a web archive (WARC/1.1), record by record; packed, each by itself. */
  archive(options: { readonly isPacked: boolean }): Iterable<Uint8Array>;
  /** How pages have changed since they were first fetched; `id` is that of any version. */
  changes(id?: string): readonly PageHistory[];
  /**
   * One timeline for each story. As of an earlier day, reports are linked anew, which takes as long as adding one.
   *
   * @throws ChroniclerError `bad-date` where `asOf` is no ISO day
   */
  timelines(options?: TimelineOptions): readonly Timeline[];
  /**
   * What was announced and is open or overdue: on the day of the newest report, or on that day as it was known then.
   *
   * @throws ChroniclerError `bad-date` where `asOf` is no ISO day
   */
  pending(options?: Pick<TimelineOptions, "asOf">): readonly PendingEvent[];
  /** Where reports differ, with the words of each; contradictions first. */
  disagreements(): readonly EventDisagreement[];
  links(): Links;
  /** Who said what, by the day of the report; all of it, or what the filter asks for. */
  quotes(filter?: QuoteFilter): readonly LinkedQuotation[];
  /** What is known of everybody who is meant by an id, by words of a name or by an office, likeliest first. */
  who(name: string): readonly Profile[];
  /** Names in the chronicle that are nearly spelt like this one, the nearest first. */
  similarNames(name: string): readonly string[];
  export(): ChronicleExport;
  show(id: string): Shown | null;
  explain(id: string): readonly ExplainStep[] | null;
  /** Reports that hold all the words, or name whom the words name in another spelling; best first. */
  search(words: string, limit?: number): readonly SearchHit[];
  /** What is remembered of addresses and feeds between two visits. */
  readonly visits: Visits;
  close(): void;
}
