import type { Analysis } from "../model/layers.ts";
import type { Origin } from "../model/link.ts";
import { Groups } from "./groups.ts";
import type { IdMaker } from "./id.ts";
import { FEWEST_SHARED, shinglesOf } from "./shingle.ts";
import { versionsOf } from "./version.ts";

/**
 * Share of the shorter report's shingles that must stand in the other: a copy that was cut is still mostly
 * made of the longer one. Set on copies cut and edited by hand.
 */
const CONTAINED = 0.5;
/**
 * What stands in more reports than this is furniture, or an agency's report that everybody prints: each is
 * compared with the next alone, which is enough to find copies and costs no more than there are reports.
 */
const COMMON = 50;

/** Which reports are one piece of reporting: near copies of each other, in the order of the reports. */
export function findOrigins(analyses: readonly Analysis[], ids: IdMaker): readonly Origin[] {
  const shingles = new Map(analyses.map((each) => [each.article.id, shinglesOf(each.article)]));
  const groups = new Groups(analyses.map((each) => each.article.id));
  for (const [pair, shared] of sharedShingles(shingles)) {
    const [a = "", b = ""] = pair.split("\n");
    const shorter = Math.min(shingles.get(a)?.size ?? 0, shingles.get(b)?.size ?? 0);
    if (shared >= FEWEST_SHARED && shared / shorter >= CONTAINED) groups.join(a, b);
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

/** How many shingles each pair shares; only pairs that share some are ever looked at. */
function sharedShingles(shingles: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, number> {
  const holders = new Map<string, string[]>();
  for (const [id, set] of shingles)
    for (const each of set) holders.set(each, [...(holders.get(each) ?? []), id]);
  const counts = new Map<string, number>();
  for (const ids of holders.values()) {
    const reach = ids.length > COMMON ? 1 : COMMON;
    for (const [i, a] of ids.entries()) {
      for (const b of ids.slice(i + 1, i + 1 + reach))
        counts.set(`${a}\n${b}`, (counts.get(`${a}\n${b}`) ?? 0) + 1);
    }
  }
  return counts;
}
