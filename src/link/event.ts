import type { Analysis } from "../model/layers.ts";
import type { LinkedEvent } from "../model/link.ts";
import { joinAlike, toldAlike } from "./alike.ts";
import { DraftIndex, keysOf } from "./draft-index.ts";
import { toLinkedEvent } from "./event-view.ts";
import type { IdMaker } from "./id.ts";
import { type Match, type MayBeOne, matchEvent } from "./match.ts";
import { type EventMention, type MentionContext, toMention } from "./mention.ts";
import { type Draft, mergePostponed } from "./postponed.ts";
import { surroundingsOf } from "./surroundings.ts";

/** Mentions that are one event, each with the reason why it was joined. */
export interface Cluster {
  readonly mentions: readonly EventMention[];
  readonly reasons: readonly string[];
}

export interface EventContext extends MentionContext {
  readonly ids: IdMaker;
}

/** The events of all reports, each once. The order in which the reports came does not matter. */
export function linkEvents(
  analyses: readonly Analysis[],
  context: EventContext,
): readonly Omit<LinkedEvent, "story">[] {
  const mentions = analyses.flatMap((analysis) =>
    analysis.events.map((event) => toMention(analysis, event, context)),
  );
  return clusterMentions(mentions).map((cluster) => toLinkedEvent(cluster, context));
}

/**
 * First what rules decide, exact times first: a vague mention joins the event that it fits best, never the other way round.
 * Then events that are told alike become one.
 */
export function clusterMentions(mentions: readonly EventMention[]): readonly Cluster[] {
  const index = new DraftIndex();
  const surroundings = surroundingsOf(mentions);
  const mayBeOne = surroundings.crowd > 0 ? toldAlike(surroundings) : undefined;
  for (const mention of [...mentions].sort(mostExactFirst)) {
    const keys = keysOf(mention);
    const best = bestDraft(mention, index.near(keys), mayBeOne);
    const draft = best?.draft ?? { mentions: [], reasons: [] };
    draft.mentions.push(mention);
    draft.reasons.push(best?.match.reason ?? "first mention");
    index.add(draft, keys);
  }
  return mergePostponed(joinAlike(index.drafts, surroundings));
}

function bestDraft(
  mention: EventMention,
  drafts: Iterable<Draft>,
  mayBeOne?: MayBeOne,
): { draft: Draft; match: Match } | undefined {
  let best: { draft: Draft; match: Match } | undefined;
  for (const draft of drafts) {
    const match = matchEvent(mention, draft.mentions, mayBeOne);
    if (match && (!best || match.score > best.match.score)) best = { draft, match };
  }
  return best;
}

/** How many days the time leaves open; more than any where it is not known. */
function width({ time }: EventMention): number {
  if (time.begin === null || time.end === null) return Number.MAX_SAFE_INTEGER;
  return Date.parse(time.end) - Date.parse(time.begin);
}

function mostExactFirst(a: EventMention, b: EventMention): number {
  return (
    width(a) - width(b) ||
    compare(a.time.begin ?? "", b.time.begin ?? "") ||
    compare(a.analysis.article.published.value ?? "", b.analysis.article.published.value ?? "") ||
    compare(a.analysis.article.id, b.analysis.article.id) ||
    a.event.trigger.start - b.event.trigger.start
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
