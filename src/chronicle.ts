import { archiveOf } from "./archive.ts";
import { checkDay, LINKING, timelinesAsOf } from "./as-of.ts";
import type { Article } from "./model/article.ts";
import type { PageHistory } from "./model/changes.ts";
import type {
  AddAllOptions,
  AddFailure,
  AddResult,
  Chronicle,
  ChronicleExport,
  ExplainStep,
  ExportedArticle,
  Progress,
  SearchHit,
  Shown,
} from "./model/chronicle.ts";
import { ChroniclerError } from "./model/error.ts";
import type { Found } from "./model/found.ts";
import { groupBy } from "./model/group.ts";
import type { Analysis } from "./model/layers.ts";
import type { LinkedQuotation, Links } from "./model/link.ts";
import type { Profile, QuoteFilter } from "./model/profile.ts";
import type { FetchedPage, Source } from "./model/source.ts";
import type { EventDisagreement, PendingEvent, Timeline, TimelineOptions } from "./model/timeline.ts";
import type { Visits } from "./model/visit.ts";
import { pageHistories } from "./page-history.ts";
import { findNamed } from "./profile/named.ts";
import { findProfiles } from "./profile/profile.ts";
import { findQuotes } from "./profile/quotes.ts";
import { similarNames } from "./profile/similar.ts";
import { otherSpellings } from "./profile/spellings.ts";
import { loadStages, packageVersion } from "./resources.ts";
import { addAll } from "./store/add-all.ts";
import { deriveAll, type Stages } from "./store/derive.ts";
import { explain } from "./store/explain.ts";
import { Intake } from "./store/intake.ts";
import { show } from "./store/show.ts";
import { openSqlite } from "./store/sqlite.ts";
import type { Store } from "./store/store.ts";
import { disagreementsIn } from "./timeline/difference.ts";
import { newestReport, pendingEvents } from "./timeline/pending.ts";
import { topEntries } from "./timeline/timeline.ts";
import { earlierOf } from "./warc/archive.ts";
import { fetchedSource, payloadOf, revisitRecords } from "./warc/fetched-source.ts";

/** How many finds a search gives where nobody asks for more. */
const SEARCH_LIMIT = 20;

/** Each article with its origin, the story it belongs to, and all the stories it stands in. */
function placeArticles(
  articles: readonly Article[],
  links: Pick<Links, "origins" | "stories">,
): ExportedArticle[] {
  const placeOf = (groups: readonly { id: string; articles: readonly string[] }[]): Map<string, string> => {
    const pairs = groups.flatMap((group) => group.articles.map((id) => [id, group.id] as const));
    return new Map(pairs.reverse());
  };
  const origins = placeOf(links.origins);
  const homes = placeOf(links.stories.map(homeOf));
  const stories = links.stories.flatMap(({ id, articles: of }) => of.map((article) => ({ id, article })));
  const standing = groupBy(stories, ({ article }) => article);
  return articles.map((article) => {
    const story = homes.get(article.id) ?? null;
    const all = (standing.get(article.id) ?? []).map(({ id }) => id);
    const ownFirst = [...all.filter((id) => id === story), ...all.filter((id) => id !== story)];
    return { ...article, origin: origins.get(article.id) ?? null, story, stories: ownFirst };
  });
}

/** A story with the articles that belong to it before all others. */
function homeOf({ id, articles, beside = [] }: Links["stories"][number]) {
  const others = new Set(beside);
  return { id, articles: articles.filter((article) => !others.has(article)) };
}

/** A chronicle on a store. Without stages it can be read, but nothing can be added. */
class StoredChronicle implements Chronicle {
  readonly #store: Store;
  readonly #stages: Stages | null;

  constructor(store: Store, stages: Stages | null) {
    this.#store = store;
    this.#stages = stages;
  }

  #needStages(): Stages {
    if (this.#stages) return this.#stages;
    throw new ChroniclerError(
      "usage",
      "This chronicle was opened for reading only; open it for writing to add to it.",
    );
  }

  add(sources: readonly Source[], progress?: Progress): AddResult {
    const stages = this.#needStages();
    const intake = new Intake(this.#store, stages);
    // Reading and analysing take about as long as each other: each is half of the way.
    const half = sources.length;
    intake.keep(sources, progress && ((done, total, name) => progress(done, 2 * total, name)));
    intake.prepare(progress && ((done, total, name) => progress(half + done, half + total, name)));
    return intake.result(this.#derive(stages, { prepared: intake, progress }));
  }

  addAll(found: AsyncIterable<Found>, options: AddAllOptions = {}): Promise<AddResult> {
    return addAll(this.#store, this.#needStages(), { found, ...options });
  }

  addFetched(pages: readonly FetchedPage[], progress?: Progress): AddResult {
    return this.add(
      pages.map((page) => this.#sourceOf(page)),
      progress,
    );
  }

  /** The source that a fetched page is; where its body is kept already, that source, with the visit noted. */
  #sourceOf(page: FetchedPage): Source {
    const { facts } = this.#store;
    const known = facts.findPayload(payloadOf(page));
    if (!known) return fetchedSource(page);
    const bytes = facts.bytes(known.id);
    const records = revisitRecords(page, earlierOf(bytes));
    this.#store.transaction(() => facts.addRecords(records, known.id));
    return { name: known.name, bytes, given: page.given };
  }

  rebuild(progress?: Progress): void {
    this.#derive(this.#needStages(), { fresh: true, progress });
  }

  #derive(stages: Stages, options: Parameters<typeof deriveAll>[2]): readonly AddFailure[] {
    return this.#store.transaction(() => deriveAll(this.#store, stages, options));
  }

  articles(): readonly ExportedArticle[] {
    return this.#store.snapshot(() => placeArticles(this.#store.derived.articles(), this.#groups()));
  }

  analysis(articleId: string): Analysis | null {
    return this.#store.derived.analysis(articleId);
  }

  arrivals(): ReadonlyMap<string, string> {
    return this.#store.derived.arrivals();
  }

  revision(): string {
    return this.#store.revision();
  }

  original(articleId: string): { readonly bytes: Uint8Array; readonly name: string } | null {
    const id = this.#store.derived.sourceOf(articleId);
    const kept = id === null ? null : this.#store.facts.get(id);
    return kept && { bytes: this.#store.facts.bytes(kept.id), name: kept.name };
  }

  archive(options: { readonly isPacked: boolean }): Iterable<Uint8Array> {
    return archiveOf(this.#store.facts, { ...options, version: packageVersion() });
  }

  changes(id?: string): readonly PageHistory[] {
    return this.#store.snapshot(() => pageHistories(this.#store.derived, id));
  }

  get visits(): Visits {
    return this.#store.visits;
  }

  timelines({ asOf, top }: TimelineOptions = {}): readonly Timeline[] {
    const { derived } = this.#store;
    if (asOf !== undefined) checkDay(asOf);
    const timelines =
      asOf === undefined
        ? derived.timelines()
        : this.#store.snapshot(() => timelinesAsOf(derived, asOf, this.#stages ?? LINKING));
    return top === undefined ? timelines : timelines.map((each) => topEntries(each, top));
  }

  pending({ asOf }: Pick<TimelineOptions, "asOf"> = {}): readonly PendingEvent[] {
    const timelines = this.timelines({ asOf });
    return pendingEvents(timelines, asOf ?? newestReport(timelines));
  }

  disagreements(): readonly EventDisagreement[] {
    return disagreementsIn(this.timelines());
  }

  #groups(): Pick<Links, "origins" | "stories"> {
    return this.#store.derived.links(["origins", "stories"]);
  }

  links(): Links {
    return this.#store.derived.links();
  }

  quotes(filter: QuoteFilter = {}): readonly LinkedQuotation[] {
    return findQuotes(this.#store.derived.links(["quotations", "entities"]), filter);
  }

  who(name: string): readonly Profile[] {
    const { derived } = this.#store;
    return this.#store.snapshot(() => {
      const { entities } = derived.links(["entities"]);
      const named = findNamed(entities, name).map(({ id }) => id);
      if (named.length === 0) return [];
      // What they do and say stands in parts that name them: the rest of the chronicle need not be read.
      const links = { ...derived.linksBeside(named), entities };
      return findProfiles(name, { links, publishedOf: derived.publications() });
    });
  }

  export(): ChronicleExport {
    return this.#store.snapshot(() => {
      const links = this.links();
      return { articles: placeArticles(this.#store.derived.articles(), links), ...links };
    });
  }

  show(id: string): Shown | null {
    return this.#store.snapshot(() => {
      const shown = show(this.#store, id);
      if (shown?.kind !== "article") return shown;
      const value = placeArticles([shown.value as Article], this.#groups())[0];
      return { ...shown, value };
    });
  }

  explain(id: string): readonly ExplainStep[] | null {
    return this.#store.snapshot(() => explain(this.#store, id));
  }

  similarNames(name: string): readonly string[] {
    return similarNames(this.#store.derived.links(["entities"]).entities, name);
  }

  search(words: string, limit: number = SEARCH_LIMIT): readonly SearchHit[] {
    const { derived } = this.#store;
    return this.#store.snapshot(() => {
      const others = otherSpellings(derived.links(["entities"]).entities, words);
      return derived.search(words, limit, others);
    });
  }

  close(): void {
    this.#store.close();
  }
}

/** The chronicle at `path`, with stages that are given; ":memory:" is one that is gone when closed. */
export function chronicleOf(path: string, stages: Stages | null): Chronicle {
  return new StoredChronicle(openSqlite(path, { mustExist: stages === null }), stages);
}

export interface OpenChronicleOptions {
  /** Open one that must be there already, to read it: quick, because no language model is needed. */
  readonly readOnly?: boolean;
}

/**
 * Opens the chronicle at `path`, a file, or begins one there.
 *
 * @throws ChroniclerError `not-found`, `bad-chronicle`, `unreadable`, `busy` or `disk`
 */
export async function openChronicle(
  path: string,
  { readOnly = false }: OpenChronicleOptions = {},
): Promise<Chronicle> {
  return chronicleOf(path, readOnly ? null : await loadStages());
}
