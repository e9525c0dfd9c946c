import type { KeyKind, NearIndex, Place, Sketch, Tie, Ties } from "../model/near.ts";
import { matchCopy, matchRewrite } from "./near-duplicate.ts";
import { daysBetween } from "./place.ts";
import { likeness } from "./terms.ts";

/**
 * So many earlier reports with a key are looked at, the nearest: what more reports than that have in common is
 * known to everybody, or a page's furniture, and tells little. It bounds what one report costs.
 */
export const REACH = 40;
/** So many of those with most keys in common are compared. */
const COMPARED = 32;
/**
 * Likeness from which a report hangs together with an earlier one, so that what they tell is compared at all.
 */
const NEAR = 0.16;
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

/**
 * How the report hangs together with earlier ones. It is the same whatever the order in which the reports came,
 * and only reports that have a key in common with it are looked at.
 */
export function tiesOf(sketch: Sketch, index: NearIndex): Ties {
  const copied = candidates(sketch, "copy", index);
  const all = [...new Set([...copied, ...candidates(sketch, "topic", index)])];
  const compare = (places: readonly Place[], match: (a: Sketch, b: Sketch) => number): readonly Tie[] =>
    places
      .map((place) => ({ place, strength: match(sketch, index.sketch(place)) }))
      .filter(({ strength }) => strength > 0);
  const near = compare(all, nearness).filter(({ strength }) => strength >= NEAR);
  return {
    parent: strongest(near),
    copies: compare(copied, matchCopy),
    credited: compare(all, matchRewrite),
    version: earlierVersion(sketch, index),
  };
}
