import type { Span, TextSpan } from "./span.ts";

/** How the day of publication is known; `copy` is a dated article with the same text. */
export type PublishedBasis = "given" | "metadata" | "url" | "text" | "copy" | "unknown";

/** When an article appeared: an EDTF day (`2016-08-30`), or null where nobody says. */
export interface Published {
  readonly value: string | null;
  readonly basis: PublishedBasis;
  /**
   * The moment as exactly as it is stated, in ISO 8601: `2016-08-30T23:30+08:00`, without an offset where
   * none is stated or its name means several. Its day may differ from `value`, which is the outlet's own.
   */
  readonly time?: string;
  /**
   * What states it: `json-ld datePublished`, `meta article:published_time`, `address`, `visible text`, `dateline` …; of a
   * copy, the id of the dated article.
   */
  readonly source?: string;
  /** Where the day is unknown, what the report's own words leave: an EDTF interval, `2019-03-12/2019-05`. */
  readonly bounds?: string;
}

/** When an article was last changed, where that is stated and later than its publication. */
export interface Updated {
  /** An EDTF day. */
  readonly value: string;
  /** As in `Published`. */
  readonly time?: string;
  readonly source: string;
}

/** A date that the page states as its own, and that cannot be. */
export interface RejectedDate {
  readonly value: string;
  readonly source: string;
  readonly reason: string;
}

/** What an outlet says of its own report: that it was corrected, clarified or added to. */
export interface Note extends TextSpan {
  readonly kind: "correction" | "clarification" | "update";
}

/** What a stretch of the text is on the page. */
export type BlockKind = "title" | "heading" | "paragraph" | "caption" | "list-item";

/** A block of the text. Sentences never cross blocks. */
export interface Block extends Span {
  readonly kind: BlockKind;
}

/** Words of the page that are not part of the report, with the rule that says so. */
export interface Dropped {
  readonly text: string;
  readonly reason: string;
}

/** The place and agency with which a report opens: "MOSCOW (AFP) —". */
export interface Dateline extends TextSpan {
  readonly place?: string;
  readonly agency?: string;
}

/** Which of several states of one page this is. */
export interface Version {
  /** Id of the first. */
  readonly of: string;
  /** From 2 on, in the order in which they came. */
  readonly number: number;
}

/** A report as its desk wrote it, free of the page around it. Everything later points into `text`. */
export interface Article {
  /** Derived from the address or the content; stable. */
  readonly id: string;
  /** Of a page that was fetched again and had changed; missing for the first. */
  readonly version?: Version;
  /** When the page was fetched, as an ISO date or date and time. */
  readonly fetched?: string;
  readonly url?: string;
  readonly outlet?: string;
  readonly title?: string;
  readonly authors: readonly string[];
  /** Agency credited for the text, not for photographs. */
  readonly agency?: string;
  readonly dateline?: Dateline;
  readonly published: Published;
  readonly updated?: Updated;
  readonly rejectedDates?: readonly RejectedDate[];
  /** Stretches of `text` that tell of the report itself. */
  readonly notes?: readonly Note[];
  /** Who is credited for photographs, in the words of the captions; never the credit of the text. */
  readonly photoCredits?: readonly string[];
  /** Set where the source holds no more than the opening of the report, as many feeds do. */
  readonly extent?: "teaser";
  /** BCP 47. */
  readonly language: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly dropped: readonly Dropped[];
}

/** The id of a later version of a page: that of the first, and its number. */
export function versionId(page: string, number: number): string {
  return number === 1 ? page : `${page}@${number}`;
}

/** Whether an id is that of a later version of a page. */
export function isVersionId(id: string): boolean {
  return /@[1-9]\d*$/.test(id);
}

/** The id of the page that an id stands for, whichever version it names. */
export function pageId(id: string): string {
  return id.replace(/@[1-9]\d*$/, "");
}
