import type { EventCodes, EventStatus } from "./event.ts";
import type { ChronicleTime, Citation, Disagreement, HistoryStep, StoryActors } from "./link.ts";

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

/** The sentence that tells of an event in the words most like those in which reports tell of its day. */
export interface ToldSentence {
  /** Index into the entry's sources. */
  readonly source: number;
  /** Whole, where it is known, with single spaces. */
  readonly text: string;
}

/** One line of a timeline. */
export interface TimelineEntry {
  /** Id of the linked event. */
  readonly event: string;
  /** Ids of linked events that only repeat it, whose sources stand among its own; missing where there are none. */
  readonly also?: readonly string[];
  readonly headline: string;
  readonly time: ChronicleTime;
  /** The time in words, as exact as it is known: "15 December 2016", "December 2016", "2005", "undated". */
  readonly when: string;
  readonly status: EventStatus;
  /** Event codes of political science and a general kind, where one applies. */
  readonly codes?: EventCodes;
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
  /** What a reader is shown of the sources first; missing in chronicles of earlier rules. */
  readonly told?: ToldSentence;
  readonly outlets: number;
  readonly origins: number;
  readonly salience: number;
  /** Place of the entry in its timeline by weight: 1 is the line that a timeline of one line would keep. */
  readonly rank: number;
}

/** Those who act, or are acted on, most in a story; the weightiest of each kind first. */
export type TimelineActors = {
  readonly [Kind in keyof StoryActors]: readonly { readonly id: string; readonly name: string }[];
};

/** One story, ready to be shown: entries by time, undated ones last. */
export interface Timeline {
  readonly story: string;
  readonly title: string;
  readonly begin: string | null;
  readonly end: string | null;
  /** Missing in chronicles of earlier rules. */
  readonly actors?: TimelineActors;
  /** How many reports belong to the story; versions of one page count once. Missing in chronicles of earlier rules. */
  readonly reports?: number;
  /** How many entries there are, where only the weightiest are given. Missing in chronicles of earlier rules. */
  readonly total?: number;
  readonly entries: readonly TimelineEntry[];
  /** The day as of which it is told, where one was asked for: later reports and undated ones are left out. */
  readonly asOf?: string;
}

/** Which timelines are wanted. */
export interface TimelineOptions {
  /** An ISO day: only what could be known then, from reports published until then. */
  readonly asOf?: string | undefined;
  /** At most this many entries of each story, the weightiest; still in order of time. */
  readonly top?: number | undefined;
}

/** How an announced event stands: its time is ahead, over, or not known (put off, or announced without one). */
export type PendingState = "open" | "overdue" | "undated";

/** What was announced, and of which no report tells yet that it took place or was called off. */
export interface PendingEvent {
  readonly story: string;
  readonly state: PendingState;
  /** Day of the first report that announces it; null where no report of it has a day. */
  readonly announced: string | null;
  /** Day of the last report that speaks of it. */
  readonly lastHeard: string | null;
  /**
   * Of what is overdue: what the story tells to have happened on its very day, with somebody, a place or a word in common.
   * It may be what was announced, told in other words.
   */
  readonly toldOfDay?: readonly Pick<TimelineEntry, "event" | "headline">[];
  readonly entry: TimelineEntry;
}

/** A value that some reports give, with the words in which they give it. */
export interface ToldValue {
  /** An EDTF date for a time, words for all else. */
  readonly value: string;
  /** Day of the first report that gives it. */
  readonly since: string | null;
  readonly sources: readonly CitedSource[];
}

/** What reports of different origins tell differently of one event. */
export interface EventDisagreement extends Pick<Disagreement, "field" | "kind"> {
  readonly story: string;
  readonly event: string;
  readonly headline: string;
  readonly when: string;
  /** Two or more, in the order in which they were first told. */
  readonly values: readonly ToldValue[];
}
