import { Groups } from "../model/group.ts";
import { type Place, placesIn, type Sketch, type Ties } from "../model/near.ts";
import { MemoryIndex } from "./memory-index.ts";
import { tiesOf } from "./ties.ts";

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
