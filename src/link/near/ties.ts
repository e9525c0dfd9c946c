import type { KeyKind, NearIndex, Place, Sketch, Tie, Ties } from "../../model/near.ts";
import { matchCopy, matchRewrite } from "../near-duplicate.ts";
import { daysBetween } from "../place.ts";
import { likeness } from "../terms.ts";

/**
 * So many earlier reports with a key are looked at, the nearest: what more reports than that have in common is
 * known to everybody, or a page's furniture, and tells little. It bounds what one report costs.
 */
export const REACH = 12;
/** So many of those with most keys in common are compared. */
const COMPARED = 24;
/**
 * Likeness from which a report hangs together with an earlier one, so that what they tell is compared at all; and the
 * mean likeness to the line of reports that it would follow.
 */
export const NEAR = 0.16;
/**
 * So many reports of a line count: the parent, the one that this follows, and so on. With one, a single report that
 * stands between two matters ties them together, and a chronicle of many matters becomes one part; see docs/linking.md.
 */
export const LINE = 5;
/** Likeness halves in so many days: two matters of the same people, years apart, are no story. */
const HALF_LIFE_DAYS = 1500;

/** Earlier reports with which it shares keys, those with most of them first, then the nearest. */
function candidates(sketch: Sketch, kind: "copy" | "topic", index: NearIndex): readonly Place[] {
  const shared = new Map<Place, number>();
  for (const key of sketch.keys[kind]) {
    for (const place of index.before({ kind, key, place: sketch.place, count: REACH }))
      shared.set(place, (shared.get(place) ?? 0) + 1);
  }
  const best = [...shared].sort((a, b) => b[1] - a[1] || b[0] - a[0]).slice(0, COMPARED);
  return best.map(([place]) => place);
}

/** What is left of the likeness of two reports the farther apart they appeared, 0 to 1. */
export function fading(a: Place, b: Place): number {
  return 0.5 ** ((daysBetween(a, b) ?? 0) / HALF_LIFE_DAYS);
}

/** Likeness of two reports in what they are about, less the farther apart they appeared. */
function nearness(a: Sketch, b: Sketch): number {
  return likeness(a.terms, b.terms) * fading(a.place, b.place);
}

function strongest(ties: readonly Tie[]): Tie | null {
  const [first] = [...ties].sort((a, b) => b.strength - a.strength || b.place - a.place);
  return first ?? null;
}

/** The version of its page before this one. */
function earlierVersion(sketch: Sketch, index: NearIndex): Place | null {
  const kind: KeyKind = "page";
  return index.before({ kind, key: sketch.page, place: sketch.place, count: 1 })[0] ?? null;
}

/** The parent and those before it that it follows, one after the other. */
function lineOf(parent: Place, index: NearIndex): readonly Place[] {
  const line = [parent];
  for (let ties = index.ties(parent); line.length < LINE && ties?.follows && ties.parent; ) {
    line.push(ties.parent.place);
    ties = index.ties(ties.parent.place);
  }
  return line;
}

/** The mean likeness of a report to those that it would follow, `LINE` of them at most; 0 where that is too little. */
function followed(sketch: Sketch, parent: Tie | null, index: NearIndex): number {
  if (parent === null) return 0;
  const line = lineOf(parent.place, index);
  const mean = line.reduce((sum, place) => sum + nearness(sketch, index.sketch(place)), 0) / line.length;
  return mean >= NEAR ? mean : 0;
}

/**
 * How the report hangs together with earlier ones, of which the ties are known. It is the same whatever the order in
 * which the reports came, and only reports that have a key in common with it are looked at.
 */
export function tiesOf(sketch: Sketch, index: NearIndex): Ties {
  const copied = candidates(sketch, "copy", index);
  const all = [...new Set([...copied, ...candidates(sketch, "topic", index)])];
  const compare = (places: readonly Place[], match: (a: Sketch, b: Sketch) => number): readonly Tie[] =>
    places
      .map((place) => ({ place, strength: match(sketch, index.sketch(place)) }))
      .filter(({ strength }) => strength > 0);
  const parent = strongest(compare(all, nearness).filter(({ strength }) => strength >= NEAR));
  return {
    parent,
    follows: followed(sketch, parent, index),
    copies: compare(copied, matchCopy),
    credited: compare(all, matchRewrite),
    version: earlierVersion(sketch, index),
  };
}

/** The ties of a report after those of earlier ones have changed: only what it follows depends on them. */
export function realigned(sketch: Sketch, ties: Ties, index: NearIndex): Ties {
  return { ...ties, follows: followed(sketch, ties.parent, index) };
}
