import type { PendingEvent, PendingState, Timeline, TimelineEntry } from "../model/timeline.ts";
import { headlineWords } from "./headline-words.ts";

/**
 * What was announced and is open or overdue on a day: no report is found that tells that it took place, or that it was called
 * off. A journey has taken place, too, when who travels is told to have acted there on that day. Overdue first, then by
 * time, undated last.
 */
export function pendingEvents(timelines: readonly Timeline[], day: string | null): readonly PendingEvent[] {
  const pending = timelines.flatMap(({ story, entries }) => {
    const deeds = new Set(entries.filter(({ status }) => status === "happened").flatMap(whereabouts));
    return entries
      .filter((entry) => entry.status === "scheduled" && !isMade(entry, deeds))
      .map((entry) => toPending(entry, { story, day, entries }));
  });
  // The sort is stable, and the entries are in order of time.
  return pending.sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state));
}

const STATES: readonly PendingState[] = ["overdue", "open", "undated"];

/** "Olsen signed the treaty in Port Hale on 3 May" shows that her journey to Port Hale on 3 May was made. */
function isMade(entry: TimelineEntry, deeds: ReadonlySet<string>): boolean {
  return entry.codes?.kind === "journey" && whereabouts(entry).some((each) => deeds.has(each));
}

/** The day, the place and one of those who act, for each of them; none where the day or the place is not known. */
function whereabouts({ time, place, participants }: TimelineEntry): readonly string[] {
  if (time.begin === null || time.begin !== time.end || place === null) return [];
  const agents = participants.filter(({ role }) => role === "agent");
  return agents.map(({ id }) => `${time.begin} ${place.id} ${id}`);
}

function toPending(
  entry: TimelineEntry,
  at: { story: string; day: string | null; entries: readonly TimelineEntry[] },
): PendingEvent {
  const days = entry.sources.flatMap(({ published }) => published ?? []).sort();
  const state = stateOf(entry, at.day);
  const told = state === "overdue" ? toldOfDay(entry, at.entries) : [];
  return {
    story: at.story,
    state,
    announced: days[0] ?? null,
    lastHeard: days.at(-1) ?? null,
    ...(told.length > 0 ? { toldOfDay: told } : {}),
    entry,
  };
}

/** So much of a day is shown beside a plan. */
const MOST_TOLD = 2;

/** What is told to have happened on the day of a plan, the most that it has in common with it first. */
function toldOfDay(
  plan: TimelineEntry,
  entries: readonly TimelineEntry[],
): PendingEvent["toldOfDay"] & object {
  const { begin, end } = plan.time;
  if (begin === null || begin !== end) return [];
  const named = namesIn(plan);
  return entries
    .filter(({ status, time }) => status === "happened" && time.begin === begin && time.end === begin)
    .map((entry) => ({ entry, common: [...namesIn(entry)].filter((name) => named.has(name)).length }))
    .filter(({ common }) => common > 0)
    .sort((a, b) => b.common - a.common || a.entry.rank - b.entry.rank)
    .slice(0, MOST_TOLD)
    .map(({ entry: { event, headline } }) => ({ event, headline }));
}

function namesIn({ headline, participants, place }: TimelineEntry): ReadonlySet<string> {
  return new Set([
    ...headlineWords(headline),
    ...participants.map(({ id }) => id),
    ...(place ? [place.id] : []),
  ]);
}

/** Overdue only when the last day that its time allows is over: "in March" is not on 20 March. */
function stateOf({ time }: TimelineEntry, day: string | null): PendingState {
  if (time.begin === null && time.end === null) return "undated";
  return day !== null && time.end !== null && time.end < day ? "overdue" : "open";
}

/** The day of the newest report that is cited; null where none has a day. */
export function newestReport(timelines: readonly Timeline[]): string | null {
  const ends = timelines.flatMap(({ end }) => end ?? []);
  return ends.sort().at(-1) ?? null;
}
