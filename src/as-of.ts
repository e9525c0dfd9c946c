import { linkAnalyses } from "./link/link.ts";
import type { Article } from "./model/article.ts";
import { parseDay } from "./model/calendar.ts";
import { ChroniclerError } from "./model/error.ts";
import type { Analysis } from "./model/layers.ts";
import type { Links } from "./model/link.ts";
import type { Timeline } from "./model/timeline.ts";
import { linkTables } from "./resources.ts";
import type { Stages } from "./store/derive.ts";
import type { Derived } from "./store/store.ts";
import { makeTimelines } from "./timeline/timeline.ts";

/** The stages that need no model: what they make can be made anew for any day. */
export type Linking = Pick<Stages, "link" | "timelines">;

export const LINKING: Linking = {
  link: (analyses) => linkAnalyses(analyses, linkTables()),
  timelines: makeTimelines,
};

/**
 * Refuses what is no day.
 *
 * @throws ChroniclerError `bad-date`
 */
export function checkDay(text: string): void {
  if (parseDay(text)) return;
  throw new ChroniclerError("bad-date", `Expected a day such as 2016-08-30, not "${text}".`);
}

/**
 * The day since which the words of a report could be read: that of its publication, of its last change where the page
 * tells one, or of the visit that found it changed. Null where nobody knows.
 */
export function knownSince({ published, updated, version, fetched }: Article): string | null {
  if (published.value === null) return null;
  const days = [published.value, updated?.value ?? "", version ? (fetched ?? "").slice(0, 10) : ""];
  return days.sort().at(-1) ?? null;
}

function* until(day: string, analyses: Iterable<Analysis>): Generator<Analysis> {
  for (const analysis of analyses) {
    const since = knownSince(analysis.article);
    // A month or a year counts from its end on: "2016-08" is not known to be before 30 August.
    if (since !== null && `${since}-99`.slice(0, 10) <= day) yield analysis;
  }
}

/** The timelines as they could have been known on a day: from the reports published until then, linked anew. */
export function timelinesAsOf(derived: Derived, day: string, linking: Linking): readonly Timeline[] {
  const articles: Article[] = [];
  const told = function* () {
    for (const analysis of until(day, derived.eachAnalysis())) {
      articles.push({ ...analysis.article, dropped: [] });
      yield analysis;
    }
  };
  const links: Links = linking.link(told());
  return linking.timelines(links, articles).map((timeline) => ({ ...timeline, asOf: day }));
}
