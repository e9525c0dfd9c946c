import { groupBy } from "../../model/group.ts";
import type { EventMention } from "../mention.ts";
import { likeness } from "../terms.ts";
import type { Linked, Told } from "./told.ts";

/**
 * How much two reports share at least where they tell one event, though they may differ on when, where, who or how many.
 * Set by hand on web articles of several outlets on one event.
 */
const REPORTS_ALIKE = 0.3;
/** News of one event comes within so many days. */
const REACH_DAYS = 3;
/** What is told with one verb is compared with so many that follow. */
const MOST_COMPARED = 60;
const MS_PER_DAY = 86_400_000;

export type Pair = readonly [Told, Told];

/**
 * Pairs of events that were not joined, told with one word by different origins in reports of one matter. One report
 * that tells both events knows them as two.
 */
export function nearMisses(told: readonly Told[]): readonly Pair[] {
  const areTold = (a: Linked, b: Linked) => {
    const reports = new Set(a.mentions.map(({ article }) => article));
    return b.mentions.some(({ article }) => reports.has(article));
  };
  return [...groupBy(told, ({ mention }) => mention.event.lemma).values()].flatMap((same) =>
    same.flatMap((a, i) =>
      same
        .slice(i + 1, i + 1 + MOST_COMPARED)
        .filter(
          (b) => a.linked !== b.linked && mayBeOne(a.mention, b.mention) && !areTold(a.linked, b.linked),
        )
        .map((b): Pair => [a, b]),
    ),
  );
}

function mayBeOne(a: EventMention, b: EventMention): boolean {
  if (a.origin === b.origin || a.isSeveral || b.isSeveral || (daysApart(a, b) ?? Infinity) > REACH_DAYS)
    return false;
  return a.event.status === b.event.status && likeness(a.report, b.report) >= REPORTS_ALIKE;
}

export function shares<Item>(a: ReadonlySet<Item>, b: ReadonlySet<Item>): boolean {
  return [...a].some((item) => b.has(item));
}

/** Days between the reports; null where one has none. */
export function daysApart(a: EventMention, b: EventMention): number | null {
  const [x, y] = [a, b].map(({ analysis }) => analysis.article.published.value);
  const days = Math.abs(Date.parse(x ?? "") - Date.parse(y ?? "")) / MS_PER_DAY;
  return Number.isNaN(days) ? null : days;
}
