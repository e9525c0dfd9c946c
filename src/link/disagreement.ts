import { groupBy } from "../model/group.ts";
import type { Disagreement } from "../model/link.ts";
import type { Quantity } from "../model/quantity.ts";
import { kindOfDifference } from "./disagreement-kind.ts";
import type { EventMention } from "./mention.ts";

interface Figure {
  readonly quantity: Quantity;
  readonly citation: number;
  readonly origin: string;
  readonly outlet: string;
  readonly day: string | null;
}

/**
 * Figures for the same thing in the sentences that tell the event, where different origins give different
 * values: "14 boats" here, "17 boats" there. Copies of one report cannot disagree.
 */
export function findDisagreements(
  mentions: readonly EventMention[],
  originOf: ReadonlyMap<string, string>,
): readonly Disagreement[] {
  const figures = mentions.flatMap((mention, citation) =>
    quantitiesNear(mention).map((quantity) => ({
      quantity,
      citation,
      origin: originOf.get(mention.analysis.article.id) ?? mention.analysis.article.id,
      outlet: mention.analysis.article.outlet ?? mention.analysis.article.id,
      day: mention.analysis.article.published.value,
    })),
  );
  const byUnit = groupBy(figures, ({ quantity }) => singular(quantity.unit));
  return [...byUnit.values()].flatMap(disagreementOf);
}

function disagreementOf(figures: readonly Figure[]): Disagreement[] {
  const byValue = groupBy(figures, ({ quantity }) => quantity.value);
  const origins = [...byValue.values()].map((group) => new Set(group.map(({ origin }) => origin)));
  const apart = origins.some((set, i) =>
    origins.some((other, j) => i !== j && ![...set].some((id) => other.has(id))),
  );
  if (byValue.size < 2 || !apart) return [];
  const values = [...byValue.values()].map((group) => ({
    value: group[0]?.quantity.text ?? "",
    citations: [...new Set(group.map(({ citation }) => citation))],
  }));
  return [{ field: "number", kind: kindOfDifference(figures), values }];
}

/** Figures inside the words that state the event. */
function quantitiesNear({ analysis, event }: EventMention): readonly Quantity[] {
  return analysis.quantities.filter(
    ({ start, end }) => event.clause.start <= start && end <= event.clause.end,
  );
}

function singular(unit: string): string {
  return unit.toLowerCase().replace(/s$/u, "");
}
