import { groupBy } from "../../model/group.ts";
import type { Disagreement } from "../../model/link.ts";
import type { Quantity } from "../../model/quantity.ts";
import type { EventMention } from "../mention.ts";
import { likeness } from "../terms.ts";
import { figuresOf, isMeasure, isOverPeriod, unitOf } from "./figure.ts";
import { kindOfDifference } from "./kind.ts";
import { daysApart, shares } from "./near-miss.ts";

interface Figure {
  readonly quantity: Quantity;
  readonly mention: EventMention;
  /** Index of the mention. */
  readonly citation: number;
  readonly outlet: string;
  readonly day: string | null;
}

/**
 * Two sentences that share less than this of their nouns and names count different things, and so do figures of which one
 * is so many times the other. Set by hand on web articles of several outlets on one event.
 */
const SAME_MATTER = 0.3;
const SAME_THING = 0.1;
const ANYBODY = new Set([
  "people",
  "person",
  "member",
  "man",
  "men",
  "woman",
  "women",
  "child",
  "children",
  "civilian",
]);
const LARGEST_RATIO = 10;
/** Counts are of their days: those of reports farther apart are compared only where they count one finished thing. */
const REACH_DAYS = 14;
/** Figures for one thing of one event beyond these say nothing new. */
const MOST_COMPARED = 200;

/** Figures for the same thing in the words that tell one event, where different origins give different ones. */
export function numberDisagreements(mentions: readonly EventMention[]): readonly Disagreement[] {
  const figures = mentions.flatMap((mention, citation) =>
    countsOf(mention).map((quantity): Figure => {
      const { article } = mention.analysis;
      return {
        quantity,
        mention,
        citation,
        outlet: article.outlet ?? article.id,
        day: article.published.value,
      };
    }),
  );
  const comparable = groupBy(figures, ({ quantity, mention }) => `${mention.kind} ${unitOf(quantity)}`);
  return [...comparable.values()].flatMap(disagreementOf);
}

/** Without tolls, which are compared by what cost them, wherever they are told. */
function countsOf(mention: EventMention): readonly Quantity[] {
  return figuresOf(mention).filter(({ toll }) => toll === undefined);
}

function disagreementOf(all: readonly Figure[]): Disagreement[] {
  const figures = all.slice(0, MOST_COMPARED);
  const opposed = figures.filter((a) => figures.some((b) => areOpposed(a, b)));
  const byValue = groupBy(opposed, ({ quantity }) => quantity.value);
  if (byValue.size < 2) return [];
  const values = [...byValue.values()].map((group) => ({
    value: group[0]?.quantity.text ?? "",
    citations: [...new Set(group.map(({ citation }) => citation))],
  }));
  const told = opposed.map((each) => ({ ...each, isCountedOn: each.mention.isCountedOn }));
  return [{ field: "number", kind: kindOfDifference(told), values }];
}

type Counted = Pick<Figure, "quantity" | "mention">;

/** Another number for the same thing, from another origin. Copies of one report cannot disagree. */
function areOpposed({ quantity: x, mention: a }: Counted, { quantity: y, mention: b }: Counted): boolean {
  if (x.value === y.value || a.origin === b.origin || a.kind !== b.kind) return false;
  if (unitOf(x) !== unitOf(y) || ratioOf(x.value, y.value) > LARGEST_RATIO) return false;
  if (areElsewhere(a, b) || (daysApart(a, b) ?? 0) > REACH_DAYS || isOverPeriod(a) !== isOverPeriod(b))
    return false;
  if ((isMeasure(x) || isMeasure(y)) && !shareParties(a, b)) return false;
  return likeness(a.words, b.words) >= leastAlike(x);
}

/** One event seldom has two numbers of passengers; it has many of people. */
function leastAlike(quantity: Quantity): number {
  return ANYBODY.has(unitOf(quantity)) ? SAME_MATTER : SAME_THING;
}

/** Whether two events that were not joined are told with figures for one thing that differ. */
export function countDifferently(a: EventMention, b: EventMention): boolean {
  if (likeness(a.words, b.words) < SAME_MATTER) return false;
  return countsOf(a).some((x) =>
    countsOf(b).some((y) => areOpposed({ quantity: x, mention: a }, { quantity: y, mention: b })),
  );
}

function ratioOf(a: number, b: number): number {
  return Math.max(a, b) / Math.max(Math.min(a, b), Number.MIN_VALUE);
}

/** Other agents, or another place. */
function areElsewhere(a: EventMention, b: EventMention): boolean {
  if (a.place !== undefined && b.place !== undefined && !shares(a.placeWords, b.placeWords)) return true;
  return a.agents.size > 0 && b.agents.size > 0 && !shares(a.agents, b.agents);
}

function shareParties(a: EventMention, b: EventMention): boolean {
  return shares(a.agents, b.agents) || shares(a.nouns, b.nouns);
}
