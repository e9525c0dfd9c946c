import { type Profile, sharedTelling, shares } from "./profile.ts";

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

/** "The earthquake" is that which the story is on, whatever else is said with it. */
function areCentral(a: Profile, b: Profile): boolean {
  if (!a.isCentral || !b.isCentral || a.lemma !== b.lemma) return false;
  return a.agentWords.length === 0 || b.agentWords.length === 0 || shares(a.agentWords, b.agentWords);
}

/**
 * How much more two mentions share than it takes to tell which event is meant, from -1 for nothing. It takes the more, the
 * more mentions have their words: a rare word is told by little beside it. `told` is what their clauses share.
 */
export function tellsWhich(a: Profile, b: Profile, told: number): number {
  return muchShared(a, b, { told, words: sharedTelling(a.words, b.words) });
}

/** It is no more than this, which needs no comparison of words. */
export function mostTellsWhich(a: Profile, b: Profile, told: number): number {
  return muchShared(a, b, { told, words: Math.min(a.words.sum, b.words.sum) });
}

function muchShared(a: Profile, b: Profile, { told, words }: { told: number; words: number }): number {
  const around = Math.max(0, words - told);
  const shared = told + AROUND * around + (saySameDays(a, b) ? SAME_DAYS : 0);
  return Math.min(MOST_SHARED, shared / (NEEDED + Math.max(a.rivals, b.rivals))) - 1;
}

function saySameDays({ mention: a }: Profile, { mention: b }: Profile): boolean {
  const stated = a.event.time.basis === "stated" && b.event.time.basis === "stated";
  return stated && a.time.begin !== null && a.time.begin === b.time.begin && a.time.end === b.time.end;
}
