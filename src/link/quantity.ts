import { groupBy } from "../model/group.ts";
import type { Analysis } from "../model/layers.ts";
import type { LinkedQuantity } from "../model/link.ts";
import { cite } from "./citation.ts";
import type { IdMaker } from "./id.ts";

/** The figures of all reports; the same number of the same thing is one figure. */
export function linkQuantities(analyses: readonly Analysis[], ids: IdMaker): readonly LinkedQuantity[] {
  const all = analyses.flatMap((analysis) => analysis.quantities.map((quantity) => ({ analysis, quantity })));
  const groups = groupBy(all, ({ quantity }) => `${quantity.value} ${quantity.unit.toLowerCase()}`);
  return [...groups].map(([key, group]) => ({
    id: ids.make("N", key),
    value: group[0]?.quantity.value ?? 0,
    unit: group[0]?.quantity.unit ?? "",
    approximate: group.every(({ quantity }) => quantity.approximate === true),
    citations: group.map(({ analysis, quantity }) => cite(analysis.article, quantity)),
  }));
}
