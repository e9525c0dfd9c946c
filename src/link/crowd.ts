import { type Profile, shares } from "./profile.ts";

/*
 * In a story of hundreds of reports, and in reports as long as a page of a book, many events are told by one word: that two
 * mentions have it, in reports that are alike, is not enough. Set by hand on three stories of 121 to 278 reports.
 */

/** A story of so many reports is small. */
const SMALL = 25;
/** Reports that tell of so many events on average are long. */
const LONG = 75;
/** The share of the reports that tell of what the story is on. */
const MOST_REPORTS = 0.4;

/** What it takes to tell which event is meant, beside what its word takes. */
const NEEDED = 2;
/** What words of the rest of the sentence count, where those of the clause count 1. */
const AROUND = 0.5;
/** What the same days count, where both say when it is. */
const SAME_DAYS = 2;
/** More than so many times what is needed says no more. */
const MOST_SHARED = 1.5;

/** Logarithm of how many times more reports there are than in a small story, from 0. */
export function crowdOf(reports: number): number {
  return Math.max(0, Math.log(reports / SMALL));
}

/** Whether a word that so many of the reports have may be what their story is on. */
export function isCommon(having: number, reports: number): boolean {
  return having > MOST_REPORTS * reports;
}

/** How much of a crowd two mentions stand in; among those of long reports as well, where their clauses share nothing. */
export function crowdAround(
  a: Profile,
  b: Profile,
  { crowd, told }: { crowd: number; told: number },
): number {
  if (areCentral(a, b)) return 0;
  return told > 0 ? crowd : Math.max(crowd, Math.log((a.neighbours * b.neighbours) / LONG ** 2));
}

/** What a report that tells of so many events adds to the crowd among long ones. */
export function crowdOfLong(neighbours: number): number {
  return Math.log(neighbours / LONG);
}

/** "The earthquake" is that which the story is on, whatever else is said with it. */
function areCentral(a: Profile, b: Profile): boolean {
  if (!a.isCentral || !b.isCentral || a.lemma !== b.lemma) return false;
  return a.agentWords.length === 0 || b.agentWords.length === 0 || shares(a.agentWords, b.agentWords);
}

/** What two mentions share. */
export interface Shared {
  /** How much the words tell that both clauses have, and both sentences. */
  readonly told: number;
  readonly words: number;
  /** Whether both say that it is on the same days. */
  readonly days: boolean;
  /** Logarithm of how many mentions have the word of the two, or of the one that has more. */
  readonly rivals: number;
}

/**
 * How much more two mentions share than it takes to tell which event is meant, from -1 for nothing. It takes the more, the
 * more mentions have their words: a rare word is told by little beside it.
 */
export function tellsWhich({ told, words, days, rivals }: Shared): number {
  const around = Math.max(0, words - told);
  const shared = told + AROUND * around + (days ? SAME_DAYS : 0);
  return Math.min(MOST_SHARED, shared / (NEEDED + rivals)) - 1;
}

/** The days that the mention itself says it is on; null where it does not. */
export function saidDays({ mention: { event, time } }: Profile): string | null {
  return event.time.basis === "stated" && time.begin !== null ? `${time.begin}/${time.end}` : null;
}
