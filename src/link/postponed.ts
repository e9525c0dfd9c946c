import { type EventMention, isMoved, isPostponed, isPresupposed } from "./mention.ts";
import { likeness } from "./terms.ts";

/** An event while its mentions are gathered, each with the reason why it was joined. */
export interface Draft {
  readonly mentions: EventMention[];
  readonly reasons: string[];
}

/**
 * Joins what was announced before an event was put off with what was announced after it: "in April", put off,
 * "on 6 June" are one event, although its times exclude each other.
 */
export function mergePostponed(drafts: readonly Draft[]): readonly Draft[] {
  const gone = new Set<Draft>();
  for (const draft of drafts) {
    const postponed = gone.has(draft) ? undefined : draft.mentions.find(isPostponed);
    const day = postponed?.analysis.article.published.value;
    if (!postponed || !day) continue;
    const others = drafts.filter(
      (other) => other !== draft && !gone.has(other) && isSamePlan(other, postponed),
    );
    const before = others.filter(
      (other) => firstReport(other) < day && earliest(other) >= firstReport(other) && !hasHappened(other),
    );
    // Where the new day is told, another day is another plan.
    const after = others.filter(
      (other) => firstReport(other) > day && earliest(other) > day && !draft.mentions.some(isMoved),
    );
    const parts = [before.sort(byEarliest).at(-1), after.sort(byEarliest)[0]];
    for (const part of parts) {
      if (!part) continue;
      draft.mentions.push(...part.mentions);
      draft.reasons.push(...part.mentions.map(() => "the same plan, put off in between"));
      gone.add(part);
    }
  }
  return drafts.filter((draft) => !gone.has(draft));
}

/** The same kind by the same agent, or of the same thing where none is named, and nowhere else. */
function isSamePlan(draft: Draft, postponed: EventMention): boolean {
  return draft.mentions.some(
    (mention) =>
      mention.kind === postponed.kind &&
      (mention.agents.size === 0 || postponed.agents.size === 0
        ? isOfSameThing(mention, postponed)
        : [...mention.agents].some((id) => postponed.agents.has(id))) &&
      (!mention.place || !postponed.place || mention.place === postponed.place),
  );
}

/** How alike the words of two plans are, as a cosine, for "the vote on the harbour plan" to be one vote. Set by hand. */
const ONE_THING = 0.35;

function isOfSameThing(a: EventMention, b: EventMention): boolean {
  if (a.event.lemma !== b.event.lemma) return false;
  return (
    likeness(a.told, b.told) >= ONE_THING ||
    [...a.entities].some((id) => id !== a.place && b.entities.has(id))
  );
}

/** What has taken place was not put off: it is another event. */
function hasHappened(draft: Draft): boolean {
  return draft.mentions.some((mention) => mention.event.status === "happened" && !isPresupposed(mention));
}

function reportDays(draft: Draft): string[] {
  return draft.mentions.flatMap(({ analysis }) => analysis.article.published.value ?? []).sort();
}

function firstReport(draft: Draft): string {
  return reportDays(draft)[0] ?? "";
}

/** First day that the event may be on. */
function earliest(draft: Draft): string {
  return draft.mentions.flatMap(({ time }) => time.begin ?? []).sort()[0] ?? "";
}

function byEarliest(a: Draft, b: Draft): number {
  return earliest(a) < earliest(b) ? -1 : 1;
}
