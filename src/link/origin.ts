import type { Analysis } from "../model/layers.ts";
import type { Origin } from "../model/link.ts";
import { Groups } from "./groups.ts";
import type { IdMaker } from "./id.ts";
import { findCopies } from "./near-duplicate.ts";
import { shinglesOf } from "./shingle.ts";
import { versionsOf } from "./version.ts";

/** Which reports are one piece of reporting: near copies of each other, in the order of the reports. */
export function findOrigins(analyses: readonly Analysis[], ids: IdMaker): readonly Origin[] {
  const names = analyses.map((each) => each.article.id);
  const groups = new Groups(names);
  for (const [a, b] of findCopies(analyses.map(({ article }) => Uint32Array.from(shinglesOf(article))))) {
    groups.join(names[a] ?? "", names[b] ?? "");
  }
  // Two versions of one page are one piece of reporting, however much was rewritten.
  for (const [first, ...later] of versionsOf(analyses)) {
    for (const each of later) groups.join(first?.article.id ?? "", each.article.id);
  }
  const byId = new Map(analyses.map((each) => [each.article.id, each.article]));
  return groups.all().map((articles) => {
    const agency = articles.map((id) => byId.get(id)?.agency).find((each) => each !== undefined);
    const basis = articles.length > 1 ? ("near-duplicate" as const) : ("single" as const);
    return { id: ids.make("o", articles[0] ?? ""), articles, ...(agency ? { agency } : {}), basis };
  });
}
