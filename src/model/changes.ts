import type { Note } from "./article.ts";

/** Something known of a report that its page later told otherwise; null where it told nothing. */
export interface FieldChange {
  readonly field: "title" | "outlet" | "authors" | "agency" | "published" | "updated";
  readonly before: string | null;
  readonly after: string | null;
}

/** A sentence that was put in other words. */
export interface Reworded {
  readonly before: string;
  readonly after: string;
}

/** How one version of a page became the next. */
export interface VersionChange {
  /** Article ids. */
  readonly from: string;
  readonly to: string;
  /** When the later one was fetched, as an ISO date or date and time. */
  readonly fetched: string | null;
  readonly fields: readonly FieldChange[];
  /** Corrections and the like that came with it. */
  readonly notes: readonly Pick<Note, "kind" | "text">[];
  /** Sentences, in the order of the text. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly reworded: readonly Reworded[];
}

/** A page that was fetched more than once and has changed. */
export interface PageHistory {
  /** Article id of the first version. */
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  /** When the first version was fetched, where it is known. */
  readonly fetched: string | null;
  /** Oldest first; never empty. */
  readonly changes: readonly VersionChange[];
}
