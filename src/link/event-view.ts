import type { EventStatus } from "../model/event.ts";
import { groupBy } from "../model/group.ts";
import type { ChronicleTime, HistoryStep, LinkedEvent, LinkedParticipant } from "../model/link.ts";
import { citeInSentence } from "./citation.ts";
import { canAgree } from "./conflict.ts";
import { numberDisagreements } from "./disagreement/number.ts";
import { refKey } from "./entity.ts";
import type { Cluster, EventContext } from "./event.ts";
import { chronicleTime, type EventMention, isMoved, isPostponed, isPresupposed, NO_TIME } from "./mention.ts";

/** Where one report says two things of an event, the firmer one is what it reports. */
const FIRMNESS: readonly EventStatus[] = [
  "possible",
  "proposed",
  "ongoing",
  "scheduled",
  "denied",
  "happened",
  "cancelled",
];

/** One event as the whole chronicle tells it: the latest word, the finest time, all citations. */
export function toLinkedEvent(cluster: Cluster, context: EventContext): Omit<LinkedEvent, "story"> {
  const order = cluster.mentions
    .map((_, i) => i)
    .sort((a, b) => byReport(cluster.mentions[a], cluster.mentions[b]));
  const mentions = order.flatMap((i) => cluster.mentions[i] ?? []);
  const first = mentions[0];
  if (!first) throw new RangeError("an event without a mention");
  const citations = mentions.map(({ analysis, event }) => citeInSentence(analysis, event.clause));
  const history = historyOf(mentions);
  const current = history.at(-1);
  const lead = leadOf(mentions, current?.status ?? first.event.status);
  const time = finestTime(timesOf(mentions.slice(lastPostponement(mentions) + 1)));
  const place = mentions.map((mention) => mention.place).find((each) => each !== undefined);
  const articles = [...new Set(mentions.map(({ analysis }) => analysis.article.id))];
  return {
    id: context.ids.make("E", `${first.analysis.article.id} ${first.event.trigger.start}`),
    headline: lead.event.headline,
    time,
    status: current?.status ?? first.event.status,
    participants: participantsOf(mentions, context),
    ...(place ? { place } : {}),
    codes: { ...lead.event.codes },
    history,
    disagreements: numberDisagreements(mentions),
    citations,
    mentions: mentions.map(({ analysis, event }) => ({ article: analysis.article.id, id: event.id })),
    reasons: order.map((i) => cluster.reasons[i] ?? ""),
    outlets: outletsOf(mentions).size,
    origins: new Set(articles.map((id) => context.originOf.get(id) ?? id)).size,
    salience: Math.max(...mentions.map(({ event }) => event.salience)),
    ...claimOf(mentions, context),
  };
}

/**
 * Index of the last mention that leaves the event without a time; -1 where there is none. A report that also
 * gives a new time, or looks back at it when the event is over, does not.
 */
function lastPostponement(mentions: readonly EventMention[]): number {
  return mentions.findLastIndex((mention, i) => {
    const day = mention.analysis.article.published.value ?? "";
    const known = finestTime(timesOf(mentions.slice(0, i)));
    const renewed = mentions.some(
      (each) => each.analysis === mention.analysis && each.time.begin !== null && !repeatsTime(each, known),
    );
    const isOver = known.end !== null && known.end < day;
    return isPostponed(mention) && !isMoved(mention) && !renewed && !isOver;
  });
}

/** "Put off her visit, which had been planned for April": the time that is known already, or one around it, is the old one. */
function repeatsTime(mention: EventMention, known: ChronicleTime): boolean {
  const { begin, end } = mention.time;
  if (!isPostponed(mention) || begin === null || end === null) return false;
  return known.begin !== null && known.end !== null && begin <= known.begin && known.end <= end;
}

/** Dated reports first, oldest first; in one report in order of the text. */
function byReport(a: EventMention | undefined, b: EventMention | undefined): number {
  if (!a || !b) return 0;
  const [left, right] = [a.analysis.article, b.analysis.article];
  const [x, y] = [left.published.value ?? "9999", right.published.value ?? "9999"];
  if (x !== y) return x < y ? -1 : 1;
  if (left.id !== right.id) return left.id < right.id ? -1 : 1;
  return a.event.trigger.start - b.event.trigger.start;
}

function outletsOf(mentions: readonly EventMention[]): ReadonlySet<string> {
  return new Set(mentions.map(({ analysis: { article } }) => article.outlet ?? article.id));
}

/** What has happened is not planned again: only a denial, or word that it was called off after all, goes against it. */
const UNDOES = new Set<EventStatus>(["happened", "denied", "cancelled"]);

/** What each report says, and only where it changes what was known. */
function historyOf(mentions: readonly EventMention[]): readonly HistoryStep[] {
  const steps: HistoryStep[] = [];
  // "The visit" says nothing of whether it took place: the first report that does takes the place of such a step.
  let onlySpokenOf = false;
  const reports = groupBy(
    mentions.map((mention, i) => ({ mention, i })),
    ({ mention }) => mention.analysis,
  );
  for (const [analysis, entries] of reports) {
    const strong = entries.filter(({ mention }) => !isPresupposed(mention));
    const said = strong.length > 0 ? strong : entries;
    const firm = said.reduce((best, each) => (firmness(each.mention) > firmness(best.mention) ? each : best));
    if (steps.length > 0 && strong.length === 0) continue;
    const postponed = isPostponed(firm.mention) && firm.i === lastPostponement(mentions.slice(0, firm.i + 1));
    const last = steps.at(-1);
    const before = chronicleTime(last?.time ?? null);
    const told = timesOf(entries.map(({ mention }) => mention));
    const known = postponed ? null : finestTime([before, ...told]).edtf;
    const status = firm.mention.event.status;
    if (last && last.status === status && last.time === known) continue;
    if (last?.status === "cancelled" && isOldPlan(firm.mention, before)) continue;
    if (last?.status === "happened" && !onlySpokenOf && !UNDOES.has(status)) continue;
    if (onlySpokenOf) steps.pop();
    onlySpokenOf = strong.length === 0;
    steps.push({
      asOf: analysis.article.published.value,
      time: known,
      status,
      citation: firm.i,
    });
  }
  return steps;
}

const AHEAD = new Set<EventStatus>(["possible", "proposed", "scheduled"]);

/** "Was first planned for 4 May": what was called off is planned anew only for another time. */
function isOldPlan({ event, time }: EventMention, calledOff: ChronicleTime): boolean {
  if (!AHEAD.has(event.status)) return false;
  return time.begin === null || (calledOff.begin !== null && canAgree(time, calledOff));
}

function firmness({ event }: EventMention): number {
  return FIRMNESS.indexOf(event.status);
}

function timesOf(mentions: readonly EventMention[]): readonly ChronicleTime[] {
  return mentions.map(({ time }) => time);
}

/** The most exact time, and the later told where two exclude each other. */
function finestTime(times: readonly ChronicleTime[]): ChronicleTime {
  let best = NO_TIME;
  for (const time of times) {
    if (time.edtf === null) continue;
    const finer = best.edtf === null || width(time) < width(best);
    if (finer || !canAgree(best, time)) best = time;
  }
  return best;
}

function width(time: { begin: string | null; end: string | null }): number {
  return Date.parse(time.end ?? "9999-12-31") - Date.parse(time.begin ?? "0001-01-01");
}

/** The mention whose words stand for the event: one that says its present status, the most salient of them. */
function leadOf(mentions: readonly EventMention[], status: EventStatus): EventMention {
  const fitting = mentions.filter(({ event }) => event.status === status);
  const among = fitting.length > 0 ? fitting : mentions;
  return among.reduce((best, each) => (leadScore(each) > leadScore(best) ? each : best));
}

function leadScore(mention: EventMention): number {
  const { event } = mention;
  const noun = event.rule.startsWith("event-noun") || isPostponed(mention) ? 0.3 : 0;
  return event.salience + mention.entities.size * 0.05 - noun;
}

function participantsOf(
  mentions: readonly EventMention[],
  { entities }: EventContext,
): readonly LinkedParticipant[] {
  const found = new Map<string, LinkedParticipant>();
  for (const { analysis, event } of mentions) {
    for (const { role, entity } of event.participants) {
      const id =
        entity === undefined
          ? undefined
          : entities.idOf.get(refKey({ article: analysis.article.id, id: entity }));
      if (id && !found.has(id)) found.set(id, { role, entity: id });
    }
  }
  return [...found.values()];
}

/** Only claimed: every report tells it in somebody's words, none in its own. */
function claimOf(
  mentions: readonly EventMention[],
  { entities }: EventContext,
): { readonly saidBy?: string } {
  const sources = mentions.map(({ analysis, event }) => {
    const source = analysis.quotations.find((each) => each.id === event.saidBy)?.source;
    const id =
      source?.entity && entities.idOf.get(refKey({ article: analysis.article.id, id: source.entity }));
    return (id && entities.nameOf.get(id)) ?? source?.text;
  });
  const named = sources.filter((each) => each !== undefined);
  return named.length === sources.length ? { saidBy: [...new Set(named)].join("; ") } : {};
}
