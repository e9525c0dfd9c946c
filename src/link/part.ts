import type { Place, Sketch, Ties } from "../model/near.ts";
import { Groups } from "./groups.ts";
import { MemoryIndex } from "./memory-index.ts";
import { tiesOf } from "./ties.ts";

/** The earlier reports that a report hangs together with, in one list. */
export function placesIn({ parent, copies, credited, version }: Ties): readonly Place[] {
  return [
    ...(parent ? [parent.place] : []),
    ...[...copies, ...credited].map(({ place }) => place),
    ...(version === null ? [] : [version]),
  ];
}

/** The ties of all reports, by their places. */
export function tieAll(sketches: readonly Sketch[]): ReadonlyMap<Place, Ties> {
  const index = new MemoryIndex();
  const ties = new Map<Place, Ties>();
  for (const sketch of [...sketches].sort((a, b) => a.place - b.place)) {
    ties.set(sketch.place, tiesOf(sketch, index));
    index.add(sketch);
  }
  return ties;
}

/**
 * Reports that hang together, each group by itself in the order of places: nothing that is said in one part is
 * compared with what is said in another.
 */
export function partsOf(ties: ReadonlyMap<Place, Ties>): readonly (readonly Place[])[] {
  const places = [...ties.keys()].sort((a, b) => a - b);
  const groups = new Groups(places);
  for (const [place, each] of ties) for (const other of placesIn(each)) groups.join(place, other);
  return groups.all();
}
