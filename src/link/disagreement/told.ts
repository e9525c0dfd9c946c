import { groupBy } from "../../model/group.ts";
import type { Analysis } from "../../model/layers.ts";
import type { LinkedEvent } from "../../model/link.ts";
import { contains, type Span } from "../../model/span.ts";
import { type EventMention, isPostponed, isPresupposed, type MentionContext, toMention } from "../mention.ts";
import { figuresOf } from "./figure.ts";

/** An event without its story, as linking makes it first. */
export type Linked = Omit<LinkedEvent, "story">;

/** An event as one report tells it. */
export interface Told {
  readonly linked: Linked;
  readonly mention: EventMention;
  /** Index of its words among the citations of the event. */
  readonly citation: number;
  /** Whether it stands in the head of the report, which tells what the report is about. */
  readonly isHead: boolean;
}

/** The head of a report: its title and so many sentences after it. */
const HEAD_SENTENCES = 2;

/** What can be compared with what others tell: events in the heads of reports, and those with a figure. */
export function toldByReports(
  events: readonly Linked[],
  analyses: readonly Analysis[],
  context: MentionContext,
): readonly Told[] {
  const linkedOf = new Map(
    events.flatMap((linked) =>
      linked.mentions.map(({ article, id }, citation) => [`${article} ${id}`, { linked, citation }] as const),
    ),
  );
  return analyses.flatMap((analysis) => {
    const head = headOf(analysis);
    const told = analysis.events.flatMap((event): Told[] => {
      const isHead = contains(head, event.trigger);
      const known = linkedOf.get(`${analysis.article.id} ${event.id}`);
      if (!known || !(isHead || figuresOf({ analysis, event }).length > 0)) return [];
      const mention = toMention(analysis, event, context);
      return isPresupposed(mention) || isPostponed(mention) ? [] : [{ ...known, mention, isHead }];
    });
    return [...groupBy(told, ({ linked }) => linked).values()].flatMap(([first]) => first ?? []);
  });
}

function headOf({ article, sentences }: Analysis): Span {
  const titleEnd = article.blocks.find(({ kind }) => kind === "title")?.end ?? 0;
  const body = sentences.filter(({ start }) => start >= titleEnd);
  return { start: 0, end: body[HEAD_SENTENCES - 1]?.end ?? body.at(-1)?.end ?? titleEnd };
}
