import { groupBy } from "../../model/group.ts";
import type { Analysis } from "../../model/layers.ts";
import type { Citation, Disagreement } from "../../model/link.ts";
import type { Quantity } from "../../model/quantity.ts";
import type { Span } from "../../model/span.ts";
import { cite, citeInSentence } from "../citation.ts";
import { type EventMention, type MentionContext, toMention } from "../mention.ts";
import { type Cost, type CostPair, costsThatDiffer } from "./cost.ts";
import { type Difference, differenceOfHeads } from "./head.ts";
import { kindOfDifference, kindOfValues } from "./kind.ts";
import { nearMisses, type Pair } from "./near-miss.ts";
import { countDifferently, numberDisagreements } from "./number.ts";
import { type Linked, type Told, toldByReports } from "./told.ts";
import { keyOf, type ToldToll, tollInWords, tollsThatDiffer } from "./toll.ts";

interface Found {
  readonly pair: Pair;
  /** Null where they differ on a figure. */
  readonly difference: Difference | null;
}

/**
 * Adds what differs between events that are told as one but were not joined, because they differ: to the weightier of the
 * two, with the words of the other among its citations.
 */
export function withDifferences(
  events: readonly Linked[],
  analyses: readonly Analysis[],
  context: MentionContext,
): readonly Linked[] {
  const entities = new Map(context.entities.entities.map((entity) => [entity.id, entity]));
  const pairs = nearMisses(toldByReports(events, analyses, context));
  const found = pairs.map(weightierFirst).flatMap((pair): Found[] => {
    const difference = differenceOfHeads(pair, (id) => entities.get(id));
    if (difference) return [{ pair, difference }];
    return countDifferently(pair[0].mention, pair[1].mention) ? [{ pair, difference: null }] : [];
  });
  const byEvent = groupBy(found, ({ pair: [{ linked }] }) => linked);
  const byId = new Map(analyses.map((analysis) => [analysis.article.id, analysis]));
  const costs = costsByEvent(events, costsThatDiffer(analyses, context));
  const tolls = groupBy(tollsThatDiffer(events, analyses, context), ([first]) => first?.cause);
  return events.map((event) => {
    const own = byEvent.get(event);
    const told = own ? withFound(event, own, { byId, context }) : event;
    const counted = (tolls.get(event.id) ?? []).reduce((all, each) => withFigures(all, each, TOLL), told);
    return withSources(withFigures(counted, (costs.get(event.id) ?? []).flat(), COST), { byId, context });
  });
}

/** With as many outlets and origins as its citations have: who gives a figure for it tells of it. */
function withSources(event: Linked, { byId, context: { originOf } }: Reports): Linked {
  if (event.citations.length === event.mentions.length) return event;
  const articles = [...new Set(event.citations.map(({ article }) => article))];
  const outlets = new Set(articles.map((id) => byId.get(id)?.article.outlet ?? id));
  return {
    ...event,
    outlets: outlets.size,
    origins: new Set(articles.map((id) => originOf.get(id) ?? id)).size,
  };
}

/** Each pair with the weightier of the events to which its sums belong. */
function costsByEvent(
  events: readonly Linked[],
  pairs: readonly CostPair[],
): ReadonlyMap<string, readonly CostPair[]> {
  const linkedOf = new Map(
    events.flatMap((linked) =>
      linked.mentions.map(({ article, id }) => [`${article} ${id}`, linked] as const),
    ),
  );
  const placed = pairs.flatMap((pair) => {
    const own = pair.flatMap(
      ({ analysis, event }) => (event && linkedOf.get(`${analysis.article.id} ${event.id}`)) ?? [],
    );
    const [weightiest] = own.sort((a, b) => b.salience - a.salience || (a.id < b.id ? -1 : 1));
    return weightiest ? [{ pair, id: weightiest.id }] : [];
  });
  return new Map(
    [...groupBy(placed, ({ id }) => id)].map(([id, same]) => [id, same.map(({ pair }) => pair)]),
  );
}

/** A figure that stands for itself, with the sentence that gives it. */
interface Figure {
  readonly analysis: Analysis;
  readonly quantity: Quantity;
  readonly sentence: Span;
}

/** Which figures are one value, how it is shown, and whether it goes on being counted. */
interface Shown<Told extends Figure> {
  readonly key: (told: Told) => string | number;
  readonly words: (told: Told) => string;
  readonly isCountedOn: boolean;
}

const COST: Shown<Cost> = {
  key: ({ quantity }) => quantity.value,
  words: ({ quantity }) => quantity.text,
  isCountedOn: false,
};
const TOLL: Shown<ToldToll> = {
  key: ({ quantity }) => keyOf(quantity),
  words: ({ quantity }) => tollInWords(quantity),
  isCountedOn: true,
};

/** Adds figures for one thing that differ, with the sentences that give them. */
function withFigures<Told extends Figure>(event: Linked, all: readonly Told[], shown: Shown<Told>): Linked {
  const figures = [...new Set(all)];
  if (figures.length === 0) return event;
  const values = [...groupBy(figures, shown.key).values()].map((same) => ({
    value: commonest(same.map(shown.words)),
    citations: same.map((figure) => event.citations.length + figures.indexOf(figure)),
  }));
  const told = figures.map(({ quantity, analysis: { article } }) => {
    const [outlet, day] = [article.outlet ?? article.id, article.published.value];
    return { quantity, outlet, day, isCountedOn: shown.isCountedOn };
  });
  return {
    ...event,
    citations: [
      ...event.citations,
      ...figures.map(({ analysis, sentence }) => cite(analysis.article, sentence)),
    ],
    disagreements: [...event.disagreements, { field: "number", kind: kindOfDifference(told), values }],
  };
}

/** Of words for one value those that most reports use; the first of those that as many do. */
function commonest(words: readonly string[]): string {
  const [most] = [...groupBy(words, (each) => each).values()].sort((a, b) => b.length - a.length);
  return most?.[0] ?? "";
}

function weightierFirst([a, b]: Pair): Pair {
  const order = b.linked.origins - a.linked.origins || b.linked.salience - a.linked.salience;
  const isFirst = order < 0 || (order === 0 && a.linked.id < b.linked.id);
  return isFirst || a.linked === b.linked ? [a, b] : [b, a];
}

interface Reports {
  readonly byId: ReadonlyMap<string, Analysis>;
  readonly context: MentionContext;
}

function withFound(event: Linked, found: readonly Found[], reports: Reports): Linked {
  const others = [...new Set(found.map(({ pair }) => pair[1]))];
  const citations = [...event.citations, ...others.map(({ mention }) => citationOf(mention))];
  const indexOf = (told: Told) =>
    told.linked === event ? told.citation : event.citations.length + others.indexOf(told);
  const fields = groupBy(
    found.filter(({ difference }) => difference !== null),
    ({ difference }) => difference?.field,
  );
  const differing = [...fields.values()].map((same) => disagreementOf(same, indexOf));
  const counted = found.some(({ difference }) => difference === null);
  const numbers = counted
    ? numberDisagreements([...mentionsOf(event, reports), ...others.map(({ mention }) => mention)])
    : event.disagreements;
  return { ...event, citations, disagreements: [...differing, ...numbers] };
}

function citationOf({ analysis, event }: EventMention): Citation {
  return citeInSentence(analysis, event.clause);
}

function mentionsOf({ mentions }: Linked, { byId, context }: Reports): readonly EventMention[] {
  return mentions.flatMap(({ article, id }) => {
    const analysis = byId.get(article);
    const event = analysis?.events.find((each) => each.id === id);
    return analysis && event ? [toMention(analysis, event, context)] : [];
  });
}

function disagreementOf(found: readonly Found[], indexOf: (told: Told) => number): Disagreement {
  const told = found.flatMap(({ pair, difference }) =>
    pair.map((each, i) => {
      const { article } = each.mention.analysis;
      return {
        value: difference?.values[i] ?? "",
        outlet: article.outlet ?? article.id,
        day: article.published.value,
        citation: indexOf(each),
      };
    }),
  );
  const values = [...groupBy(told, ({ value }) => value)].map(([value, same]) => ({
    value,
    citations: [...new Set(same.map(({ citation }) => citation))].sort((a, b) => a - b),
  }));
  return { field: found[0]?.difference?.field ?? "time", kind: kindOfValues(told), values };
}
