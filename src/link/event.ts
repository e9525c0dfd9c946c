import type { Analysis } from "../model/layers.ts";
import type { LinkedEvent } from "../model/link.ts";
import type { EntityLinks } from "./entity.ts";
import { toLinkedEvent } from "./event-view.ts";
import type { IdMaker } from "./id.ts";
import { conflicting, type Match, matchMentions } from "./match.ts";
import { type EventMention, toMention } from "./mention.ts";

/** Mentions that are one event, each with the reason why it was joined. */
export interface Cluster {
  readonly mentions: readonly EventMention[];
  readonly reasons: readonly string[];
}

export interface EventContext {
  readonly entities: EntityLinks;
  readonly ids: IdMaker;
  /** Origin of each article. */
  readonly originOf: ReadonlyMap<string, string>;
}

/** The events of all reports, each once. The order in which the reports came does not matter. */
export function linkEvents(
  analyses: readonly Analysis[],
  context: EventContext,
): readonly Omit<LinkedEvent, "story">[] {
  const mentions = analyses.flatMap((analysis) =>
    analysis.events.map((event) => toMention(analysis, event, context.entities)),
  );
  return clusterMentions(mentions).map((cluster) => toLinkedEvent(cluster, context));
}

interface Draft {
  readonly mentions: EventMention[];
  readonly reasons: string[];
}

/** Exact times first: a vague mention joins the event that it fits best, never the other way round. */
export function clusterMentions(mentions: readonly EventMention[]): readonly Cluster[] {
  const ordered = [...mentions].sort(mostExactFirst);
  const byKind = new Map<string, Draft[]>();
  const drafts: Draft[] = [];
  for (const mention of ordered) {
    const sameKind = byKind.get(mention.kind) ?? [];
    byKind.set(mention.kind, sameKind);
    const best = bestDraft(mention, sameKind);
    if (best) {
      best.draft.mentions.push(mention);
      best.draft.reasons.push(best.match.reason);
    } else {
      const draft = { mentions: [mention], reasons: ["first mention"] };
      sameKind.push(draft);
      drafts.push(draft);
    }
  }
  return drafts;
}

function bestDraft(
  mention: EventMention,
  drafts: readonly Draft[],
): { draft: Draft; match: Match } | undefined {
  let best: { draft: Draft; match: Match } | undefined;
  for (const draft of drafts) {
    const match = matchAll(mention, draft);
    if (match && (!best || match.score > best.match.score)) best = { draft, match };
  }
  return best;
}

/** One member it contradicts keeps a mention out: events are not joined by a chain of vague ones. */
function matchAll(mention: EventMention, draft: Draft): Match | undefined {
  let best: Match | undefined;
  for (const member of draft.mentions) {
    const match = matchMentions(member, mention);
    if (!match && conflicting(member, mention)) return undefined;
    if (match && (!best || match.score > best.score)) best = match;
  }
  return best;
}

const EXACTNESS = ["day", "week", "month", "quarter", "season", "range", "year", "decade", "unknown"];

function mostExactFirst(a: EventMention, b: EventMention): number {
  return (
    EXACTNESS.indexOf(a.time.precision) - EXACTNESS.indexOf(b.time.precision) ||
    compare(a.time.begin ?? "", b.time.begin ?? "") ||
    compare(a.analysis.article.published.value ?? "", b.analysis.article.published.value ?? "") ||
    compare(a.analysis.article.id, b.analysis.article.id) ||
    a.event.trigger.start - b.event.trigger.start
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
