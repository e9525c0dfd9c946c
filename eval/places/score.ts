import { kilometres } from "../../src/mention/place/distance.ts";
import { overlaps, type Span } from "../../src/model/span.ts";
import type { FoundPlace, GoldArticle, GoldPlace } from "./gold.ts";

/** A place of the gold beside the found one that it overlaps; either may be missing. */
export interface Pair {
  readonly article: GoldArticle;
  readonly gold?: GoldPlace;
  readonly ours?: FoundPlace;
}

/** 100 miles: within it, a place counts as the right one (the measure of the field). */
export const RIGHT = 161;

/** Pairs each place of the gold with the first found one that overlaps it, one to one, the same span first. */
export function pairsOf(article: GoldArticle, ours: readonly FoundPlace[]): Pair[] {
  const free = new Set(ours);
  const pairs = new Map<GoldPlace, FoundPlace>();
  for (const agrees of [sameSpan, overlaps]) {
    for (const gold of article.places) {
      const match = pairs.has(gold) ? undefined : [...free].find((place) => agrees(gold, place));
      if (match) pairs.set(gold, match);
      if (match) free.delete(match);
    }
  }
  return [
    ...article.places.map((gold): Pair => {
      const match = pairs.get(gold);
      return match ? { article, gold, ours: match } : { article, gold };
    }),
    ...[...free].map((place): Pair => ({ article, ours: place })),
  ];
}

function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Kilometres between the points of a pair; null where the tool gives none, and nothing where the gold has none. */
export function errorOf({ gold, ours }: Pair): number | null | undefined {
  const [point, found] = [pointOf(gold), pointOf(ours)];
  if (!point || !ours) return undefined;
  return found ? kilometres(point, found) : null;
}

function pointOf(place: { readonly lat?: number | null; readonly lon?: number | null } | undefined) {
  const { lat, lon } = place ?? {};
  return typeof lat === "number" && typeof lon === "number" ? { lat, lon } : undefined;
}

/** The columns of `scores`. */
export const COLUMNS = [
  "strict P",
  "strict R",
  "strict F1",
  "overlap P",
  "overlap R",
  "overlap F1",
  "within 161 km",
  "of those placed",
  "median km",
] as const;

/**
 * Places found, with the same and with overlapping spans, in percent. Of those found that have a point in the gold: the
 * share within 161 km, the same of those that the tool gives a point, and the median error in kilometres, where a place
 * without a point is as far as can be.
 */
export function scores(pairs: readonly Pair[]): number[] {
  const gold = pairs.filter((each) => each.gold).length;
  const ours = pairs.filter((each) => each.ours).length;
  const both = pairs.filter((each) => each.gold && each.ours);
  const strict = both.filter((each) => each.gold && each.ours && sameSpan(each.gold, each.ours)).length;
  const errors = both.map(errorOf).filter((error) => error !== undefined);
  const right = errors.filter((error) => error !== null && error <= RIGHT).length;
  const placed = errors.filter((error) => error !== null).length;
  const sorted = errors.map((error) => error ?? Infinity).sort((a, b) => a - b);
  return [
    ...[strict, both.length].flatMap((hits) => [
      share(hits, ours),
      share(hits, gold),
      share(2 * hits, gold + ours),
    ]),
    share(right, errors.length),
    share(right, placed),
    sorted[Math.floor(sorted.length / 2)] ?? Infinity,
  ];
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}
