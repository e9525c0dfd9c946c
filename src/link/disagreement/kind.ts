import { groupBy } from "../../model/group.ts";
import type { DisagreementKind } from "../../model/link.ts";
import type { Quantity } from "../../model/quantity.ts";

/** A figure as one report gives it. */
export interface ToldFigure {
  readonly quantity: Pick<Quantity, "value" | "to" | "approximate" | "bound">;
  readonly outlet: string;
  /** Day of the report; null where nobody knows. */
  readonly day: string | null;
  /** Whether what it counts goes on being counted after it has happened. */
  readonly isCountedOn?: boolean;
}

/** "Some 19,000" can be 18,200, and hardly 16,000. */
const ROUNDING = 0.1;

/**
 * How differing figures for one thing stand to each other: `detail` where all can be true ("at least 10", "some 12",
 * "12"), `correction` where each outlet that gave another figure came round to the last one later, `update` where the figure
 * of what is counted on has grown from day to day, else `contradiction`.
 */
export function kindOfDifference(figures: readonly ToldFigure[]): DisagreementKind {
  // One of each kind of figure is enough to compare: copies and repetitions say nothing more.
  const different = [...new Map(figures.map((each) => [JSON.stringify(each.quantity), each])).values()];
  const agree = different.every(({ quantity: a }, i) =>
    different.slice(i + 1).every(({ quantity: b }) => canBeOne(a, b)),
  );
  if (agree) return "detail";
  const told = figures.map(({ quantity: { value }, outlet, day }) => ({ value, outlet, day }));
  if (isCorrected(told)) return "correction";
  return hasGrown(figures) ? "update" : "contradiction";
}

/** Later reports count more than all earlier ones, and those of a day the same: "four dead", and the day after "six dead". */
function hasGrown(figures: readonly ToldFigure[]): boolean {
  const byDay = [...groupBy(figures, ({ day }) => day ?? "")].sort(([a], [b]) => (a < b ? -1 : 1));
  const days = byDay.map(([, told]) => told.map(({ quantity }) => quantity.value));
  const isDated = byDay.every(([day]) => day !== "");
  return (
    figures.every(({ isCountedOn }) => isCountedOn) &&
    isDated &&
    days.length > 1 &&
    days.every((told) => new Set(told).size === 1) &&
    days.every((told, i) => i === 0 || Math.min(...told) > Math.max(...(days[i - 1] ?? [])))
  );
}

/** Whether two figures can both be true of one thing: "at least 10", "some 12", "between 10 and 20". */
export function canBeOne(a: ToldFigure["quantity"], b: ToldFigure["quantity"]): boolean {
  return allows(a, b) && allows(b, a);
}

/** Whether the words of the one figure leave room for the other. */
function allows(
  { value, to = value, approximate, bound }: ToldFigure["quantity"],
  other: ToldFigure["quantity"],
): boolean {
  const most = other.to ?? other.value;
  if (bound === "at-least") return other.bound === "at-least" || most >= value;
  if (bound === "at-most") return other.bound === "at-most" || other.value <= to;
  const [least, greatest] = approximate ? [value * (1 - ROUNDING), to * (1 + ROUNDING)] : [value, to];
  const meets = other.value <= greatest && most >= least;
  return meets || (!approximate && (other.approximate === true || other.bound !== undefined));
}

/** A value as one report gives it. */
export interface ToldWord extends Pick<ToldFigure, "outlet" | "day"> {
  readonly value: string | number;
}

/** The same for what is told in words: a day, a place, a name. */
export function kindOfValues(told: readonly ToldWord[]): DisagreementKind {
  return isCorrected(told) ? "correction" : "contradiction";
}

/** Whether the last report of each outlet gives the same. */
function isCorrected(told: readonly ToldWord[]): boolean {
  const lastOf = new Map<string, { readonly day: string; readonly value: string | number }>();
  for (const { outlet, day, value } of told) {
    if (day === null) return false;
    const known = lastOf.get(outlet);
    if (!known || known.day < day) lastOf.set(outlet, { day, value });
  }
  return new Set([...lastOf.values()].map(({ value }) => value)).size === 1;
}
