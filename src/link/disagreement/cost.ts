import type { Event } from "../../model/event.ts";
import { groupBy } from "../../model/group.ts";
import type { Analysis } from "../../model/layers.ts";
import type { Quantity } from "../../model/quantity.ts";
import { contains, type Span } from "../../model/span.ts";
import type { MentionContext } from "../mention.ts";
import { likeness, toTerms } from "../terms.ts";
import { unitOf } from "./figure.ts";

/** What something costs, by one report. */
export interface Cost {
  readonly analysis: Analysis;
  readonly quantity: Quantity;
  /** The sentence that tells it. */
  readonly sentence: Span;
  /** The beginnings of the words for what costs it: "repair" of "repairs", "repairing". */
  readonly of: ReadonlySet<string>;
  /** The event that it belongs to, where one is told beside it. */
  readonly event?: Event;
}

export type CostPair = readonly [Cost, Cost];

/** "would cost", "costs", right before the sum. */
const COSTS = /\b(?:(will|would|could|may|might|to)\s+)?cost(?:s|ing)?$/iu;
const LIMITS =
  /(?:\b(?:at least|more than|less than|up to|over|nearly|almost|about|around|some|an estimated|an additional)\s*)+$/iu;
/** So many letters are the same in "repairs" and "repairing"; shorter words say too little. */
const STEM = 5;
/** Where the words for what costs it begin, and where those begin that only say which. */
const OPENS = /[,;:]|\b(?:that|said|says|and|but|which|who)\b/iu;
const NARROWS = /\b(?:of|at|on|in|for|from|to|by|with)\b/iu;
/** The word for costing stands so near before the sum, and what costs it so near as well, in characters. */
const NEAR = 60;
const LONGEST = 400;
/** What is to be paid belongs to a plan told so near, in characters. */
const REACH = 700;
/** Two reports that share less are about different things; and so are two sums of which one is so many times the other. */
const REPORTS_ALIKE = 0.15;
const LARGEST_RATIO = 10;
const REACH_DAYS = 7;
const MS_PER_DAY = 86_400_000;
const MOST_COMPARED = 60;

/** Sums that two origins give for what the same thing costs. */
export function costsThatDiffer(
  analyses: readonly Analysis[],
  { originOf, terms }: Pick<MentionContext, "originOf" | "terms">,
): readonly CostPair[] {
  const none = toTerms([]);
  const areOpposed = (a: Cost, b: Cost): boolean => {
    const [x, y] = [a.analysis.article.id, b.analysis.article.id];
    if ((originOf.get(x) ?? x) === (originOf.get(y) ?? y) || a.quantity.value === b.quantity.value)
      return false;
    const alike = likeness(terms.get(x) ?? none, terms.get(y) ?? none);
    return alike >= REPORTS_ALIKE && areNear(a, b) && [...a.of].some((stem) => b.of.has(stem));
  };
  const costs = groupBy(analyses.flatMap(costsIn), ({ quantity }) => unitOf(quantity));
  return [...costs.values()].flatMap((same) =>
    same.flatMap((a, i) =>
      same
        .slice(i + 1, i + 1 + MOST_COMPARED)
        .flatMap((b): CostPair[] => ((a.event ?? b.event) && areOpposed(a, b) ? [[a, b]] : [])),
    ),
  );
}

function areNear(a: Cost, b: Cost): boolean {
  const [x, y] = [a, b].map(({ analysis }) => Date.parse(analysis.article.published.value ?? ""));
  const values = [a.quantity.value, b.quantity.value];
  const isClose = Math.max(...values) <= LARGEST_RATIO * Math.min(...values);
  return isClose && Math.abs((x ?? 0) - (y ?? 0)) <= REACH_DAYS * MS_PER_DAY;
}

function costsIn(analysis: Analysis): readonly Cost[] {
  const { article, sentences, quantities } = analysis;
  return quantities.flatMap((quantity): Cost[] => {
    const near = withoutLimits(article.text.slice(Math.max(0, quantity.start - NEAR), quantity.start));
    const sentence = COSTS.test(near) ? sentences.find((each) => contains(each, quantity)) : undefined;
    if (!sentence) return [];
    const start = Math.max(sentence.start, quantity.start - LONGEST);
    const before = withoutLimits(article.text.slice(start, quantity.start));
    const found = COSTS.exec(before);
    if (!found) return [];
    const event = eventOf({ quantity, sentence, isAhead: found[1] !== undefined }, analysis);
    const of = stemsIn(before.slice(0, found.index));
    return [{ analysis, quantity, sentence, of, ...(event ? { event } : {}) }];
  });
}

function withoutLimits(before: string): string {
  return before.trimEnd().replace(LIMITS, "").trimEnd();
}

/** The long words of "repairing the quay at Norva": without what says which quay it is. */
function stemsIn(before: string): ReadonlySet<string> {
  const [what = ""] = (before.split(OPENS).at(-1) ?? "").split(NARROWS);
  const long = (what.match(/\p{L}+/gu) ?? []).filter((word) => word.length >= STEM);
  return new Set(long.map((word) => word.toLowerCase().slice(0, STEM)));
}

interface Sum {
  readonly quantity: Quantity;
  readonly sentence: Span;
  readonly isAhead: boolean;
}

/** What will have to be paid belongs to the plan that is told nearest; what was paid, to what its sentence tells. */
function eventOf({ quantity, sentence, isAhead }: Sum, { events }: Analysis): Event | undefined {
  const distance = ({ trigger }: Event) => Math.abs(trigger.start - quantity.start);
  const told = events.filter((event) => event.salience > 0);
  const fitting = isAhead
    ? told.filter((event) => event.status === "scheduled" && distance(event) <= REACH)
    : told.filter(({ trigger }) => contains(sentence, trigger));
  return [...fitting].sort((a, b) => distance(a) - distance(b))[0];
}
