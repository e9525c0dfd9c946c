import { groupBy } from "../../model/group.ts";
import type { Analysis } from "../../model/layers.ts";
import type { Citation, Disagreement } from "../../model/link.ts";
import { cite, citeInSentence } from "../citation.ts";
import { type EventMention, type MentionContext, toMention } from "../mention.ts";
import { type CostPair, costsThatDiffer } from "./cost.ts";
import { type Difference, differenceOfHeads } from "./head.ts";
import { kindOfDifference, kindOfValues } from "./kind.ts";
import { nearMisses, type Pair } from "./near-miss.ts";
import { countDifferently, numberDisagreements } from "./number.ts";
import { type Linked, type Told, toldByReports } from "./told.ts";

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
  return events.map((event) => {
    const own = byEvent.get(event);
    const told = own ? withFound(event, own, { byId, context }) : event;
    return withCosts(told, costs.get(event.id) ?? []);
  });
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

/** Adds the sums with the sentences that give them. */
function withCosts(event: Linked, pairs: readonly CostPair[]): Linked {
  if (pairs.length === 0) return event;
  const costs = [...new Set(pairs.flat())];
  const values = [...groupBy(costs, ({ quantity }) => quantity.value).values()].map((same) => ({
    value: same[0]?.quantity.text ?? "",
    citations: same.map((cost) => event.citations.length + costs.indexOf(cost)),
  }));
  const told = costs.map(({ quantity, analysis: { article } }) => {
    return { quantity, outlet: article.outlet ?? article.id, day: article.published.value };
  });
  return {
    ...event,
    citations: [
      ...event.citations,
      ...costs.map(({ analysis, sentence }) => cite(analysis.article, sentence)),
    ],
    disagreements: [...event.disagreements, { field: "number", kind: kindOfDifference(told), values }],
  };
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
