import type { Contents } from "../contents.ts";
import type { Timeline } from "../library.ts";
import { RequestError } from "../parts/page.ts";

/** The timelines of the last days that were asked for: reports are linked anew for each, which takes its time. */
const KEPT = new WeakMap<Contents, Map<string, readonly Timeline[]>>();
const MOST = 8;

function timelinesAsOf(contents: Contents, asOf: string): readonly Timeline[] {
  const kept = KEPT.get(contents) ?? new Map<string, readonly Timeline[]>();
  KEPT.set(contents, kept);
  const known = kept.get(asOf);
  if (known) return known;
  const timelines = contents.chronicle.timelines({ asOf });
  kept.set(asOf, timelines);
  const oldest = kept.size > MOST ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  return timelines;
}

/** The timeline that tells of most of the same reports: stories are told apart anew for every day. */
function likest(timelines: readonly Timeline[], reports: ReadonlySet<string>): Timeline | null {
  let best: { readonly timeline: Timeline; readonly shared: number } | null = null;
  for (const timeline of timelines) {
    const told = new Set(
      timeline.entries.flatMap(({ sources }) => sources.map(({ citation }) => citation.article)),
    );
    const shared = [...told].filter((id) => reports.has(id)).length;
    if (shared > (best?.shared ?? 0)) best = { timeline, shared };
  }
  return best?.timeline ?? null;
}

/** The timeline of a story: of today, or as it was known on a day. Throws a RequestError where there is no such story. */
export function toldTimeline(contents: Contents, story: string, asOf: string): Timeline {
  const now = contents.timelines.find((timeline) => timeline.story === story);
  if (!now) throw new RequestError(404, "There is no story with this id.");
  if (asOf === "") return now;
  const then = timelinesAsOf(contents, asOf);
  const reports = new Set(
    contents.reports.filter(({ stories }) => stories.includes(story)).map(({ id }) => id),
  );
  const same = then.find((timeline) => timeline.story === story) ?? likest(then, reports);
  return { ...(same ?? { ...now, entries: [], begin: null, end: null }), story, title: now.title };
}

/** The entry with its timeline, of today or as it was known on a day; null where there is none. */
export function toldEntry(contents: Contents, event: string, asOf: string) {
  if (asOf === "") return contents.entries.get(event) ?? null;
  for (const timeline of timelinesAsOf(contents, asOf)) {
    const entry = timeline.entries.find((one) => one.event === event);
    if (entry) return { timeline, entry };
  }
  return null;
}
