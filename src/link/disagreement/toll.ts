import { groupBy } from "../../model/group.ts";
import type { Analysis } from "../../model/layers.ts";
import type { Quantity, Toll } from "../../model/quantity.ts";
import { contains, type Span } from "../../model/span.ts";
import { refKey } from "../entity.ts";
import type { MentionContext } from "../mention.ts";
import { canBeOne } from "./kind.ts";
import type { Linked } from "./told.ts";
import { type Cause, type CauseContext, causeOf, mainOf, wordsIn } from "./toll-cause.ts";

/** A toll as one report gives it. */
export interface ToldToll extends Cause {
  readonly analysis: Analysis;
  readonly quantity: Quantity & { readonly toll: Toll };
  /** The sentence that gives it. */
  readonly sentence: Span;
  /** Places that the sentence names and not every report does: tolls of two places are two. */
  readonly scope: string;
  /** Who gives the figure, as a linked entity or in words; null where the report does itself. */
  readonly voice: string | null;
}

/** A place that so great a part of the reports names does not tell one toll from another. */
const EVERYWHERE = 0.25;
/** Counts move on: those of reports farther apart are of their days; less so, the longer what cost them is over. */
const REACH_DAYS = 3;
const REACH_OF_AGE = 0.5;
const LARGEST_RATIO = 10;
/** So many figures for one toll are compared, and so many values shown: those that most origins give. */
const MOST_COMPARED = 300;
const MOST_VALUES = 8;

/** "In the capital alone": of a part. */
const PARTIAL = /\b(?:alone|only)\b/iu;

/** Tolls of one event that cannot all be true, given by different origins within days: one list for each, oldest first. */
export function tollsThatDiffer(
  events: readonly Linked[],
  analyses: readonly Analysis[],
  context: MentionContext,
): readonly (readonly ToldToll[])[] {
  const told = tollsIn(events, analyses, context);
  const groups = groupBy(told, ({ cause, scope, quantity }) => `${cause} ${quantity.toll} ${scope}`);
  return [...groups.values()]
    .flatMap((all) => oppositions(supported(all).slice(0, MOST_COMPARED), context))
    .map((opposed) => {
      const byValue = [...groupBy(opposed, ({ quantity }) => keyOf(quantity)).values()];
      const kept = new Set(
        byValue
          .sort((a, b) => b.length - a.length)
          .slice(0, MOST_VALUES)
          .flat(),
      );
      return told.filter((each) => kept.has(each));
    });
}

/** What tells the figure without its cause may count something else: it needs a report that gives the figure with it. */
function supported(figures: readonly ToldToll[]): readonly ToldToll[] {
  const sure = new Set(figures.filter(({ isSure }) => isSure).map(({ quantity }) => keyOf(quantity)));
  return figures.filter(({ quantity }) => sure.has(keyOf(quantity)));
}

/** Groups of figures that hang together by being opposed: the dead of the first hours, and those of the weeks after. */
function oppositions(
  figures: readonly ToldToll[],
  context: MentionContext,
): readonly (readonly ToldToll[])[] {
  const open = new Set(figures);
  const found: (readonly ToldToll[])[] = [];
  for (const first of figures) {
    if (!open.delete(first)) continue;
    const group = [first];
    for (const each of group) {
      for (const other of open) {
        if (!areOpposed(each, other, context)) continue;
        open.delete(other);
        group.push(other);
      }
    }
    if (group.length > 1) found.push(group);
  }
  return found;
}

/** "up to 200,000 dead", in the figures of the report. */
export function tollInWords({ text, unit, bound, toll }: ToldToll["quantity"]): string {
  const number = text.toLowerCase().replace(new RegExp(`\\s(?:of the )?${unit}$`, "iu"), "");
  const limit = bound === undefined ? "" : bound === "at-least" ? "at least " : "up to ";
  return `${limit}${number} ${toll}`;
}

/** One key for "some 200,000 people" and "up to 200,000". */
export function keyOf({ value, to }: Quantity): string {
  return `${value} ${to ?? ""}`;
}

function dayOf(date: string): number {
  return Date.parse(date) / 86_400_000;
}

function areOpposed(a: ToldToll, b: ToldToll, { originOf }: MentionContext): boolean {
  const [x, y] = [a, b].map(({ analysis }) => analysis.article);
  if (!x?.published.value || !y?.published.value) return false;
  const isOneOrigin = (originOf.get(x.id) ?? x.id) === (originOf.get(y.id) ?? y.id);
  // Of one origin, or of one speaker, figures are compared only where two are named who give them.
  if (isOneOrigin ? !a.voice || !b.voice || a.voice === b.voice : a.voice !== null && a.voice === b.voice)
    return false;
  const [first, last] = [dayOf(x.published.value), dayOf(y.published.value)].sort((m, n) => m - n) as [
    number,
    number,
  ];
  const age = a.day === null ? 0 : Math.max(0, first - dayOf(a.day));
  const values = [a.quantity.value, b.quantity.value];
  const isNear =
    last - first <= REACH_DAYS + REACH_OF_AGE * age &&
    Math.max(...values) <= LARGEST_RATIO * Math.min(...values);
  return isNear && !canBeOne(a.quantity, b.quantity);
}

type PlacesOf = (analysis: Analysis, sentence: Span) => readonly string[];

function tollsIn(
  events: readonly Linked[],
  analyses: readonly Analysis[],
  context: MentionContext,
): readonly ToldToll[] {
  const linkedOf = new Map(
    events.flatMap((linked) => linked.mentions.map((mention) => [refKey(mention), linked] as const)),
  );
  const told: CauseContext = { linkedOf, main: mainOf(events), outcomes: context.words.outcomes };
  const placesOf = tellingPlaces(analyses, context);
  return analyses.flatMap((analysis) =>
    analysis.quantities.flatMap((quantity): ToldToll[] => {
      const { toll } = quantity;
      const sentence = toll && analysis.sentences.find((each) => contains(each, quantity));
      if (!toll || !sentence || quantity.value < 1 || PARTIAL.test(wordsIn(analysis, sentence))) return [];
      const cause = causeOf(quantity, { analysis, sentence }, told);
      const scope = placesOf(analysis, sentence).join(" ");
      const voice = voiceOf(quantity, analysis, context);
      return cause ? [{ analysis, quantity: { ...quantity, toll }, sentence, ...cause, scope, voice }] : [];
    }),
  );
}

function voiceOf(
  quantity: Quantity,
  { article, quotations }: Analysis,
  { entities }: MentionContext,
): string | null {
  const source = quotations.find(({ content }) => contains(content, quantity))?.source;
  const entity = source?.entity;
  const linked =
    entity === undefined ? undefined : entities.idOf.get(refKey({ article: article.id, id: entity }));
  return linked ?? source?.text.toLowerCase() ?? null;
}

/** Places of a sentence, as linked entities, but for those that reports of the story name anyway. */
function tellingPlaces(analyses: readonly Analysis[], { entities }: MentionContext): PlacesOf {
  const idOf = (analysis: Analysis, id: string) =>
    entities.idOf.get(refKey({ article: analysis.article.id, id }));
  const placesIn = (analysis: Analysis) => analysis.entities.filter(({ type }) => type === "place");
  const reports = new Map<string, number>();
  for (const analysis of analyses) {
    for (const id of new Set(placesIn(analysis).flatMap((place) => idOf(analysis, place.id) ?? [])))
      reports.set(id, (reports.get(id) ?? 0) + 1);
  }
  return (analysis, sentence) => {
    const named = placesIn(analysis).filter(({ mentions }) =>
      mentions.some((each) => contains(sentence, each)),
    );
    const ids = new Set(named.flatMap(({ id }) => idOf(analysis, id) ?? []));
    return [...ids].filter((id) => (reports.get(id) ?? 0) < EVERYWHERE * analyses.length).sort();
  };
}
