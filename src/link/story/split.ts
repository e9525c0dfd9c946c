import type { Cluster } from "./average-linkage.ts";

/**
 * Two halves of a cluster are two matters where they are less than so much as alike as the reports within the half that
 * holds together less. On annotated reports, the halves of one matter are mostly at 0.75 to 0.95, look-alikes at 0.4 to 0.75.
 */
const APART = 0.7;
/** Halves of fewer have no likeness of their own to be measured by. */
const FEWEST = 2;
/** In so many days of a matter that goes on, half of that is enough. */
const HALF_LIFE_DAYS = 30;

/**
 * The clusters without those that hold look-alikes: these fall into their halves, as often as they must. `dayOf` gives
 * the day of an item as a number, or null.
 */
export function splitLookAlikes(
  clusters: readonly Cluster[],
  dayOf: (item: number) => number | null,
): readonly (readonly number[])[] {
  const open = [...clusters];
  const whole: (readonly number[])[] = [];
  for (let cluster = open.pop(); cluster; cluster = open.pop()) {
    if (cluster.halves && isTwo(cluster, cluster.halves, dayOf)) open.push(...cluster.halves);
    else whole.push(cluster.items);
  }
  return whole.sort(([a = 0], [b = 0]) => a - b);
}

function isTwo(
  { between }: Cluster,
  [a, b]: readonly [Cluster, Cluster],
  dayOf: (item: number) => number | null,
): boolean {
  if (Math.min(a.items.length, b.items.length) < FEWEST) return false;
  const expected = APART * Math.min(a.within, b.within);
  if (between >= expected) return false;
  return between < expected * (1 - allowance(daysOf(a, dayOf), daysOf(b, dayOf)));
}

function daysOf({ items }: Cluster, dayOf: (item: number) => number | null): readonly number[] {
  return items.flatMap((item) => dayOf(item) ?? []);
}

/**
 * What is forgiven because reports over months tell of ever new things: the more days lie between the reports of the two
 * halves, and only as far as reports of the other half stand beside those of each. A silence of a year between two halves
 * is no going on. From 0 to 1.
 */
function allowance(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const apart = mean(a.map((x) => mean(b.map((y) => Math.abs(x - y)))));
  if (apart === 0) return 0;
  const goesOn = 1 - Math.max(gaps(a, b), gaps(b, a)) / apart;
  return Math.max(0, goesOn) * (1 - 0.5 ** (apart / HALF_LIFE_DAYS));
}

/** Mean days from a report to the nearest of the others. */
function gaps(days: readonly number[], others: readonly number[]): number {
  return mean(days.map((x) => others.reduce((least, y) => Math.min(least, Math.abs(x - y)), Infinity)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
