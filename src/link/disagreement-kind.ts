import type { DisagreementKind } from "../model/link.ts";
import type { Quantity } from "../model/quantity.ts";

/** A figure as one report gives it. */
export interface ToldFigure {
  readonly quantity: Pick<Quantity, "value" | "approximate" | "bound">;
  readonly outlet: string;
  /** Day of the report; null where nobody knows. */
  readonly day: string | null;
}

/** "Some 19,000" can be 18,200, and hardly 16,000. */
const ROUNDING = 0.1;

/**
 * How differing figures for one thing stand to each other: `detail` where all can be true ("at least 10", "some 12",
 * "12"), `correction` where each outlet that gave another figure came round to the last one later, else `contradiction`.
 */
export function kindOfDifference(figures: readonly ToldFigure[]): DisagreementKind {
  // One of each kind of figure is enough to compare: copies and repetitions say nothing more.
  const different = [...new Map(figures.map((each) => [JSON.stringify(each.quantity), each])).values()];
  const agree = different.every(({ quantity: a }, i) =>
    different.slice(i + 1).every(({ quantity: b }) => canBeOne(a, b)),
  );
  if (agree) return "detail";
  return isCorrected(figures) ? "correction" : "contradiction";
}

function canBeOne(a: ToldFigure["quantity"], b: ToldFigure["quantity"]): boolean {
  return allows(a, b) && allows(b, a);
}

/** Whether the words of the one figure leave room for the other. */
function allows(
  { value, approximate, bound }: ToldFigure["quantity"],
  other: ToldFigure["quantity"],
): boolean {
  if (bound === "at-least") return other.value >= value || other.bound === "at-most";
  if (bound === "at-most") return other.value <= value || other.bound === "at-least";
  if (approximate) return Math.abs(other.value - value) <= ROUNDING * Math.abs(value);
  return other.value === value || other.approximate === true || other.bound !== undefined;
}

function isCorrected(figures: readonly ToldFigure[]): boolean {
  const dated = figures.filter((each): each is ToldFigure & { day: string } => each.day !== null);
  if (dated.length < figures.length) return false;
  const lastOf = new Map<string, ToldFigure & { day: string }>();
  for (const each of dated) {
    const known = lastOf.get(each.outlet);
    if (!known || known.day < each.day) lastOf.set(each.outlet, each);
  }
  const last = new Set([...lastOf.values()].map(({ quantity }) => quantity.value));
  return last.size === 1;
}
