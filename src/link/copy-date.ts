import type { Article, Published } from "../model/article.ts";
import type { Sketch } from "../model/near.ts";
import { sharedRows } from "./shingle.ts";

/**
 * Share of the undated report's shingles that must stand in the dated one: nearly all, because a report that
 * says more may be of a later day.
 */
const CONTAINED = 0.8;
/** A shorter text may be a notice that stands in many reports. */
const FEWEST_SHARED = 20;

/** The day that a report knows without the help of a copy; null where it knows none. */
export function ownDay({ published }: Pick<Article, "published">): string | null {
  return published.basis === "copy" ? null : published.value;
}

/** Exact days before months and years, then the earliest. */
function byWorth(a: Dated, b: Dated): number {
  if (a.day !== b.day) return b.day.length - a.day.length || (a.day < b.day ? -1 : 1);
  return a.source < b.source ? -1 : 1;
}

interface Dated {
  readonly day: string;
  readonly source: string;
}

function isContained({ shingles }: Sketch, dated: Sketch): boolean {
  const { rows } = sharedRows(shingles, dated.shingles);
  return rows >= FEWEST_SHARED && rows >= CONTAINED * shingles.rows.length;
}

/**
 * When an undated report appeared, where a dated copy of it is among others: on the day of the first copy. Null where
 * none is. What stands in the reports decides, and not their order.
 */
export function dateOfCopy(undated: Sketch, others: readonly Sketch[]): Published | null {
  const copies = others.flatMap((each): Dated[] =>
    each.day !== null && isContained(undated, each) ? [{ day: each.day, source: each.article }] : [],
  );
  const [best] = copies.sort(byWorth);
  return best ? { value: best.day, basis: "copy", source: best.source } : null;
}
