import type { Article, Published } from "../model/article.ts";
import type { SearchHit } from "../model/chronicle.ts";
import type { Analysis, Layers } from "../model/layers.ts";
import type { Links } from "../model/link.ts";
import type { NearIndex, Place, Sketch, Tie, Ties } from "../model/near.ts";
import type { Given, Source } from "../model/source.ts";
import type { Timeline } from "../model/timeline.ts";
import type { Visits } from "../model/visit.ts";

/** A source as it is kept. Its bytes are fetched apart. */
export interface KeptSource {
  /** Counts up in the order in which sources came. */
  readonly id: number;
  readonly name: string;
  /** Hexadecimal. */
  readonly sha256: string;
  /** Bytes, before packing. */
  readonly size: number;
  /** All that was ever given for it; of two values for one field, the later. */
  readonly given: Given;
  /** Grows whenever something more is given. */
  readonly revision: number;
  /** When it was kept, in ISO 8601; null where nobody noted it. */
  readonly added: string | null;
}

/** What persons gave: kept for good, added to, never changed. */
export interface Facts {
  find(bytes: Uint8Array): KeptSource | null;
  get(id: number): KeptSource | null;
  /** In the order in which they came. */
  all(): readonly KeptSource[];
  /** The source that was fetched with this body; `sha256` is hexadecimal. */
  findPayload(sha256: string): KeptSource | null;
  /** Keeps a source that `find` does not know. */
  add(source: Source): KeptSource;
  /** Keeps records of a web archive that belong to a source, or to none. */
  addRecords(records: readonly Uint8Array[], source: number | null): void;
  /** Records that belong to the source, or to none, in the order in which they came. */
  records(source: number | null): Iterable<Uint8Array>;
  /** Keeps one more thing that was given for a source. */
  give(id: number, given: Given): void;
  /** The bytes as they came. */
  bytes(id: number): Uint8Array;
}

export interface Failure {
  readonly code: string;
  readonly message: string;
}

/** What was found at one position of a source: an article, or why there is none. */
export type Report = { readonly article: Article } | { readonly failure: Failure };

/** A report that is not yet analysed. */
export interface PendingReport {
  readonly report: number;
  readonly source: number;
  /** Of the source, when it was read. */
  readonly revision: number;
  /** Place within the source. */
  readonly position: number;
  readonly article: Article;
}

/** A kind of linked thing, as the lists of `Links` are named, or a timeline. */
export type LinkKind = keyof Links | "timelines";

/** All that is made from the facts by rules; it may be thrown away and made again at any time. */
export interface Derived {
  /** Version of the rules that made what is here; null while nothing is. */
  rules(): string | null;
  setRules(version: string): void;
  /** Throws away all reports and layers, but not yet the links, which `setLinks` replaces. */
  clear(): void;
  /** Sources that were not read, or for which something more was given since. */
  unread(): readonly KeptSource[];
  setReports(source: KeptSource, reports: readonly Report[]): void;
  /** Articles without layers. Of several with the same id only the one that came first counts. */
  unanalyzed(): readonly PendingReport[];
  /** `published` is what the layers let say of it. */
  setLayers(report: number, layers: Layers, published?: Published): void;
  setFailure(report: number, failure: Failure): void;
  /** The newest version of the article that was read with this id. */
  newest(page: string): { readonly source: number; readonly content: string | null } | null;
  /** By day of publication, then by id; undated ones last. */
  articles(): readonly Article[];
  /** The same one by one, so that they need not be held at once; nothing may be written meanwhile. */
  eachArticle(): Iterable<Article>;
  /** Notes when the article appeared, where other reports tell it; its layers are to be made anew. */
  setPublished(article: string, published: Published): void;
  /** Whether the article is shown and analysed. */
  has(article: string): boolean;
  /** Ids under which versions of the page are shown, and analysed. */
  idsOf(page: string): readonly string[];
  /** When each article appeared, by its id; null where nobody knows. */
  publications(): ReadonlyMap<string, string | null>;
  /** When the article appeared, as it is shown. */
  published(article: string): Published | null;
  analyses(): readonly Analysis[];
  /** The same one by one, so that they need not be held at once; nothing may be written meanwhile. */
  eachAnalysis(): Iterable<Analysis>;
  analysis(article: string): Analysis | null;
  /** Ids of the articles that were found in a source, also where another source had one of that id before. */
  articlesOf(source: number): readonly string[];
  /** The id of the source that holds the article. */
  sourceOf(article: string): number | null;
  /** When the source of each article was kept, in ISO 8601, by article id; what nobody noted is missing. */
  arrivals(): ReadonlyMap<string, string>;
  /** Whether reports were read or analysed since the links were made. */
  linksAreStale(): boolean;
  /** Replaces all links and timelines, and brings the index for search up to date. */
  setLinks(links: Links, timelines: readonly Timeline[]): void;
  /** Puts the links of a part in the place of those that it had. */
  setPart(part: LinkedPart): void;
  dropPart(id: Place): void;
  /** Notes that the links are those of the reports as they are now. */
  setLinked(): void;
  /** All lists, or only those that are named; the others are empty. */
  links(lists?: readonly (keyof Links)[]): Links;
  /** What stands in the parts in which the things with these ids do. */
  linksBeside(ids: readonly string[]): Links;
  timelines(): readonly Timeline[];
  /** One linked thing by its id. */
  linked(id: string): { readonly kind: LinkKind; readonly value: unknown } | null;
  /**
   * Texts that hold all the words, or one of the phrases, best first; "words in quotes" stand together, `word*` begins a
   * word.
   */
  search(words: string, limit: number, phrases?: readonly string[]): readonly SearchHit[];
}

/** The sketch of a report that is not yet among the others. */
export interface NewSketch {
  readonly report: number;
  readonly sketch: Sketch;
}

/** Which reports hang together: made from the analyses, and kept so that few need be read when one is added. */
export interface Near extends NearIndex {
  /** Reports that are not yet linked as they are now; `article` is null where there is nothing to link. */
  changed(): readonly { readonly report: number; readonly article: string | null }[];
  /** Places of reports that have gone or changed. */
  gone(): readonly Place[];
  /** Notes that the report is linked as it is now, and that its words can be searched for. */
  settle(report: number): void;
  /** Gives the sketches with the places that the reports were given: the next one where its own was taken. */
  add(sketches: readonly NewSketch[]): readonly Sketch[];
  remove(place: Place): void;
  has(place: Place): boolean;
  /** Reports without a day of their own that have a copy key in common with it. */
  undatedLike(sketch: Sketch): readonly Place[];
  /** The first reports with a day of their own that have a copy key. */
  firstDatedWith(copyKey: number, count: number): readonly Place[];
  /** For each key of the report the next ones that have it, at most `count`. */
  after(place: Place, count: number): readonly Place[];
  setTies(place: Place, ties: Ties): void;
  /** Reports that are bound to this one, earlier and later ones. */
  bonds(place: Place): readonly Tie[];
  /** Later reports that are bound to it. */
  followersOf(place: Place): readonly Place[];
  /** The part that the report is in, by the place of that part's first report. */
  partOf(place: Place): Place | null;
  membersOf(part: Place): readonly Place[];
  setPart(place: Place, part: Place): void;
  isEmpty(): boolean;
  /** Throws everything away, and the links with it. */
  clear(): void;
}

/** A part of the links, with the timelines of its stories. */
export interface LinkedPart {
  readonly id: Place;
  /** Of its first report; parts stand in the order of these. */
  readonly published: string | null;
  readonly article: string;
  readonly links: Links;
  readonly timelines: readonly Timeline[];
}

/** Where a chronicle is kept. */
export interface Store {
  readonly facts: Facts;
  readonly derived: Derived;
  readonly near: Near;
  readonly visits: Visits;
  /** Does all of `work` or nothing; no other writer comes between. Not to be nested. */
  transaction<T>(work: () => T): T;
  /** All that `work` reads is of one moment, whatever others write meanwhile. Not to be nested. */
  snapshot<T>(work: () => T): T;
  /** Another one whenever anything here may have changed, by whichever program. Quick to ask for. */
  revision(): string;
  close(): void;
}
