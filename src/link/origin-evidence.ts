import type { CopyKind, OriginEvidence } from "../model/link.ts";
import type { Member } from "../model/near.ts";
import { daysBetween } from "./place.ts";
import { narrativeOf, sharedRows } from "./shingle.ts";

/** Two reports of one piece of reporting. */
export interface CopyTie {
  readonly earlier: Member;
  readonly later: Member;
  readonly strength: number;
  readonly rank: "version" | "text" | "credit";
}

/** Share of the shorter text from which it is a part of the other, or a copy with few changes. */
const MOST = 0.6;
/** Share of the longer text from which the shorter was not cut. */
const WHOLE = 0.6;

function kindOf(tie: CopyTie, shares: { readonly short: number; readonly long: number }): CopyKind {
  if (tie.rank === "version") return "version";
  if (tie.rank === "credit") return "credited";
  if (shares.long === 1) return "exact";
  if (shares.short < MOST) return "edited";
  return shares.long >= WHOLE ? "near" : "cut";
}

/** Shorter sentences are the same by chance. In letters. */
const LONG_SENTENCE = 40;

function sentencesOf({ analysis: { article } }: Member): ReadonlySet<string> {
  return new Set(narrativeOf(article).filter(({ length }) => length >= LONG_SENTENCE));
}

/** What can be said of the two for a reader: how much they share, when they appeared, whom they credit. */
export function evidenceOf(tie: CopyTie): OriginEvidence {
  const { earlier, later } = tie;
  const [a, b] = [earlier.sketch.shingles, later.sketch.shingles];
  const { rows } = sharedRows(a, b);
  const sizes = [a.rows.length, b.rows.length].map((size) => Math.max(1, size));
  const shares = { short: rows / Math.min(...sizes), long: rows / Math.max(...sizes) };
  const theirs = sentencesOf(later);
  const agency = [earlier, later].map(({ analysis }) => analysis.article.agency).find((each) => each);
  return {
    kind: kindOf(tie, shares),
    articles: [earlier.sketch.article, later.sketch.article],
    shared: Math.round(shares.short * 100) / 100,
    sentences: [...sentencesOf(earlier)].filter((each) => theirs.has(each)).length,
    ...(agency === undefined ? {} : { agency }),
    days: daysBetween(earlier.sketch.place, later.sketch.place),
  };
}
