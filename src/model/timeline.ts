import type { EventStatus } from "./event.ts";
import type { ChronicleTime, Citation, Disagreement, HistoryStep } from "./link.ts";

/** The newest version of a page that has changed since it was cited. */
export interface LaterVersion {
  /** Article id. */
  readonly id: string;
  /** When it was fetched, as an ISO date or date and time. */
  readonly fetched: string | null;
  /** Whether the cited words still stand there. */
  readonly hasWords: boolean;
}

/** Where an entry's words stand: the citation with what a reader must know of its report. */
export interface CitedSource {
  readonly citation: Citation;
  readonly outlet: string | null;
  readonly agency: string | null;
  readonly title: string | null;
  readonly published: string | null;
  readonly url: string | null;
  /** Where the page has changed since. */
  readonly later?: LaterVersion;
}

/** One line of a timeline. */
export interface TimelineEntry {
  /** Id of the linked event. */
  readonly event: string;
  readonly headline: string;
  readonly time: ChronicleTime;
  /** The time in words, as exact as it is known: "15 December 2016", "December 2016", "2005", "undated". */
  readonly when: string;
  readonly status: EventStatus;
  /** Older than the story itself: kept, but apart. */
  readonly background: boolean;
  readonly participants: readonly { readonly id: string; readonly name: string; readonly role: string }[];
  readonly place: { readonly id: string; readonly name: string } | null;
  /** Who claims it, where no report states it in its own voice. */
  readonly saidBy: string | null;
  readonly history: readonly HistoryStep[];
  readonly disagreements: readonly Disagreement[];
  /** Never empty. */
  readonly sources: readonly CitedSource[];
  readonly outlets: number;
  readonly origins: number;
  readonly salience: number;
}

/** One story, ready to be shown: entries by time, undated ones last. */
export interface Timeline {
  readonly story: string;
  readonly title: string;
  readonly begin: string | null;
  readonly end: string | null;
  readonly entries: readonly TimelineEntry[];
}
