import { overlaps, type Span } from "../../src/model/span.ts";
import type { FoundTimex, GoldArticle, GoldTimex } from "./gold.ts";

/** An expression of ours beside the gold one that it overlaps; either may be missing. */
export interface Pair {
  readonly article: GoldArticle;
  readonly gold?: GoldTimex;
  readonly ours?: FoundTimex;
}

/** Pairs each gold expression with the first of ours that overlaps it, the same span first. */
export function pairsOf(article: GoldArticle, ours: readonly FoundTimex[]): Pair[] {
  const free = new Set(ours);
  const pairs = new Map<GoldTimex, FoundTimex>();
  for (const agrees of [sameSpan, overlaps]) {
    for (const gold of article.timexes) {
      const match = pairs.has(gold)
        ? undefined
        : ours.find((timex) => free.has(timex) && agrees(gold, timex));
      if (match) pairs.set(gold, match);
      if (match) free.delete(match);
    }
  }
  return [
    ...article.timexes.map((gold) => pair(article, gold, pairs.get(gold))),
    ...[...free].map((timex) => pair(article, undefined, timex)),
  ];
}

function pair(article: GoldArticle, gold?: GoldTimex, ours?: FoundTimex): Pair {
  return { article, ...(gold ? { gold } : {}), ...(ours ? { ours } : {}) };
}

function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** The columns of `scores`. */
export const COLUMNS = ["strict", "relaxed", "type", "value"] as const;

/**
 * By the measures of TempEval-3, F1 in percent: with the same span, with overlapping spans (one to one), and the latter
 * times the share of matches with the same type, or value.
 */
export function scores(pairs: readonly Pair[]): number[] {
  const gold = pairs.filter((each) => each.gold).length;
  const ours = pairs.filter((each) => each.ours).length;
  const both = pairs.filter((each) => each.gold && each.ours);
  const hits = [
    both.filter((each) => each.gold && each.ours && sameSpan(each.gold, each.ours)).length,
    both.length,
    both.filter((each) => each.gold?.type === each.ours?.type).length,
    both.filter((each) => each.gold?.value === each.ours?.value).length,
  ];
  return hits.map((hit) => (gold + ours === 0 ? 0 : (200 * hit) / (gold + ours)));
}
