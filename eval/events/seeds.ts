import type { Analysis } from "../../src/model/layers.ts";
import type { LinkedEvent } from "../../src/model/link.ts";
import { linkArticles, makeTimelines } from "../../src/pipeline.ts";
import { countChecks, eventsIn } from "../expectation.ts";
import { checkEvents, checkNonEvents, readSeeds } from "../seeds.ts";
import type { Measured } from "./measured.ts";

/**
 * Events of the founding reports: how many of the expected ones are right, what is shown of those that are none, and how
 * many lines of the timeline tell something that is not among the expected events.
 */
export async function measureSeeds(goldDir: string, errors: number): Promise<Measured> {
  const { gold, reports } = readSeeds(goldDir);
  const checks = [...checkEvents(gold, reports), ...checkNonEvents(gold, reports)];
  const counts = countChecks(checks);
  const expected = gold.events.map(({ file, evidence }) => ({
    report: reports.get(file.slice(0, 3)) as Analysis,
    evidence,
  }));
  const further = furtherLines([...reports.values()], expected);
  const part = (task: string) => [counts[task]?.right, String(counts[task]?.of)] as const;
  return {
    table: {
      title: "events of the founding reports",
      about:
        "further lines: lines of the timeline of which no mention stands in the words of an expected event",
      columns: ["count", "of"],
      floors: ["count"],
      rows: [
        { name: "expected events, all right", cells: part("event") },
        { name: "non-events, not shown as happened", cells: part("non-event") },
        { name: "further lines", cells: [further.length], noFloor: true },
      ],
    },
    errors:
      errors > 0
        ? further.map(({ status, time, headline }) => `  further: ${status} ${time.edtf} ${headline}`)
        : [],
  };
}

interface Expected {
  readonly report: Analysis;
  readonly evidence: string;
}

function furtherLines(reports: readonly Analysis[], expected: readonly Expected[]): readonly LinkedEvent[] {
  const told = new Set(
    expected.flatMap(({ report, evidence }) =>
      eventsIn(report, evidence).map((event) => `${report.article.id} ${event.id}`),
    ),
  );
  const links = linkArticles(reports);
  const timelines = makeTimelines(
    links,
    reports.map(({ article }) => article),
  );
  const shown = new Set(timelines.flatMap(({ entries }) => entries.map(({ event }) => event)));
  return links.events.filter(
    ({ id, mentions }) => shown.has(id) && !mentions.some((each) => told.has(`${each.article} ${each.id}`)),
  );
}
