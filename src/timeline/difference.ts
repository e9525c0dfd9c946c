import type { Disagreement } from "../model/link.ts";
import type { EventDisagreement, Timeline, TimelineEntry, ToldValue } from "../model/timeline.ts";

/** Contradictions first: they are what a reader must settle. */
const KINDS: readonly Disagreement["kind"][] = ["contradiction", undefined, "correction", "update", "detail"];

/** What reports tell differently of the entries, each value with the words that give it. */
export function disagreementsIn(timelines: readonly Timeline[]): readonly EventDisagreement[] {
  const found = timelines.flatMap(({ story, entries }) =>
    entries.flatMap((entry) =>
      entry.disagreements.map((each): EventDisagreement => {
        const { event, headline, when } = entry;
        const { field, kind } = each;
        const values = toldValues(each, entry);
        return { story, event, headline, when, field, ...(kind ? { kind } : {}), values };
      }),
    ),
  );
  return found.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

function toldValues({ values }: Disagreement, { sources }: TimelineEntry): readonly ToldValue[] {
  const told = values.map(({ value, citations }) => {
    const own = citations.flatMap((index) => sources[index] ?? []);
    const since = own.flatMap(({ published }) => published ?? []).sort()[0] ?? null;
    return { value, since, sources: own };
  });
  return told.sort((a, b) => ((a.since ?? "9999") < (b.since ?? "9999") ? -1 : 1));
}
