import type { Sketch } from "../model/near.ts";
import { shareAgency } from "./credit.ts";
import { daysBetween } from "./place.ts";
import { sharedRows } from "./shingle.ts";
import { likeness } from "./terms.ts";

/** Fewer shingles than this in common are a notice or a motto. */
const FEWEST_SHARED = 7;
/** One sentence may be taken over: so many must stand in others. */
const FEWEST_ELSEWHERE = 4;
/** A text of fewer is too short to be known as a copy. */
const SHORTEST = 15;
/**
 * From this strength on a report is a copy. Measured on copies of reports of our own, cut and edited, and on
 * different web articles on one event: see docs/linking.md.
 */
const COPY = 0.11;
/** Texts on different matters that share a row of words share a notice of their outlet. */
const SAME_MATTER = 0.15;

/**
 * How much of one text stands in the other, 0 to 1: the share of the shorter one, and less where the other is
 * much longer, because a long report shares phrases with many.
 */
export function copyStrength(a: Sketch, b: Sketch): number {
  const { rows, elsewhere } = sharedRows(a.shingles, b.shingles);
  const sizes = [a.shingles.rows.length, b.shingles.rows.length].sort((x, y) => x - y);
  const [short, long] = sizes as [number, number];
  if (short < SHORTEST || rows < FEWEST_SHARED || elsewhere < FEWEST_ELSEWHERE) return 0;
  return rows / (short ** 0.75 * long ** 0.25);
}

/** The strength of a copy; 0 where neither is one of the other. */
export function matchCopy(a: Sketch, b: Sketch): number {
  const strength = copyStrength(a, b);
  return strength >= COPY && likeness(a.terms, b.terms) >= SAME_MATTER ? strength : 0;
}

/** Rewritten copy is of the same two days, on the same matter, and keeps some of the agency's words. */
const REWRITTEN_DAYS = 2;
const REWRITTEN_LIKENESS = 0.4;
const REWRITTEN_ROWS = 5;

/** How alike two reports are that tell the same after one agency; 0 where they do not. */
export function matchRewrite(a: Sketch, b: Sketch): number {
  const days = daysBetween(a.place, b.place);
  if (days === null || days > REWRITTEN_DAYS || !shareAgency(a.credits, b.credits)) return 0;
  if (sharedRows(a.shingles, b.shingles).rows < REWRITTEN_ROWS) return 0;
  const alike = likeness(a.terms, b.terms);
  return alike >= REWRITTEN_LIKENESS ? alike : 0;
}
