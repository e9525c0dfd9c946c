import type { LinkedEvent } from "../model/link.ts";

/** Place of each event by its weight, from 1 on. */
export function rankEvents(events: readonly LinkedEvent[]): ReadonlyMap<string, number> {
  const weighed = events.map((event) => ({ id: event.id, weight: weightOf(event) }));
  weighed.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  return new Map(weighed.map(({ id }, index) => [id, index + 1]));
}

/** What independent reports tell counts more, each further one less. */
function weightOf({ salience, origins }: LinkedEvent): number {
  return salience * Math.log2(1 + origins);
}
