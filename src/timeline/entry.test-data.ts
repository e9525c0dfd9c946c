import { edtfBounds } from "../model/calendar.ts";
import type { CitedSource, Timeline, TimelineEntry } from "../model/timeline.ts";

/** A report of an outlet that is cited with a few words. */
export function cited(outlet: string, published: string | null, text = "words"): CitedSource {
  const citation = { article: `a-${outlet}`, start: 0, end: text.length, text, prefix: "", suffix: "" };
  return { citation, outlet, agency: null, title: null, published, url: null };
}

/** An entry at a time, of one report. */
export function entryAt(
  event: string,
  edtf: string | null,
  more: Partial<TimelineEntry> = {},
): TimelineEntry {
  const bounds = edtf === null ? null : edtfBounds(edtf);
  return {
    event,
    headline: `What ${event} tells`,
    time: { edtf, begin: null, end: null, precision: "unknown", ...bounds },
    when: edtf ?? "undated",
    status: "happened",
    background: false,
    participants: [],
    place: null,
    saidBy: null,
    history: [],
    disagreements: [],
    sources: [cited("Post", "2030-02-01")],
    outlets: 1,
    origins: 1,
    salience: 1,
    rank: 1,
    ...more,
  };
}

export function timelineOf(...entries: readonly TimelineEntry[]): Timeline {
  const [begin, end] = ["2030-02-01", "2030-03-20"];
  return { story: "s1", title: "The ferry", begin, end, reports: 2, total: entries.length, entries };
}
