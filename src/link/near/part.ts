import { bondsOf, type Place, SAME_PAGE, type Sketch, type Tie, type Ties } from "../../model/near.ts";
import { MemoryIndex } from "./memory-index.ts";
import { NEAR, tiesOf } from "./ties.ts";

/**
 * A part has no more reports than this, but for versions of one page: what one more report costs is bounded, and a chain
 * of chance likenesses through thousands of reports holds nothing together.
 */
const MOST = 600;
/** By so much bonds are weaker from one trial to the next. */
const STEP = 0.87;

/** Strengths from which bonds hold, one trial after the other: the strongest first, and `NEAR` at last. */
function levels(): readonly number[] {
  const found: number[] = [];
  for (let level = 2; level > NEAR; level *= STEP) found.push(level);
  return [...found, NEAR];
}
const LEVELS = levels();

/** The reports that a report is bound to, earlier and later ones. */
export type Bonds = (place: Place) => readonly Tie[];

/** All that can be reached from a report by bonds of a strength; null where it is more than `most`. */
function reached(
  from: Place,
  bonds: Bonds,
  { least, most }: { least: number; most: number },
): Place[] | null {
  const found = new Set([from]);
  for (const place of found) {
    for (const bond of bonds(place)) if (bond.strength >= least) found.add(bond.place);
    if (found.size > most) return null;
  }
  return [...found];
}

/**
 * The part that a report is in, in the order of places: all that hang together with it by bonds of some strength, the
 * weakest with which they are not too many. Two reports that are in one part have the same, and it depends on nothing
 * outside, so that it can be found from any of them.
 */
export function partOf(place: Place, bonds: Bonds, most: number = MOST): readonly Place[] {
  let part = reached(place, bonds, { least: SAME_PAGE, most: Number.POSITIVE_INFINITY }) ?? [place];
  for (const least of LEVELS) {
    const wider = reached(place, bonds, { least, most });
    if (wider === null) break;
    part = wider;
  }
  return part.sort((a, b) => a - b);
}

/** The ties of all reports, by their places. */
export function tieAll(sketches: readonly Sketch[]): ReadonlyMap<Place, Ties> {
  const index = new MemoryIndex();
  const ties = new Map<Place, Ties>();
  for (const sketch of [...sketches].sort((a, b) => a.place - b.place)) {
    const own = tiesOf(sketch, index);
    ties.set(sketch.place, own);
    index.add(sketch, own);
  }
  return ties;
}

/** All parts: nothing that is said in one is compared with what is said in another. */
export function partsOf(ties: ReadonlyMap<Place, Ties>): readonly (readonly Place[])[] {
  const bonds = new Map<Place, Tie[]>(Array.from(ties.keys(), (place) => [place, []]));
  for (const [place, each] of ties) {
    for (const { place: earlier, strength } of bondsOf(each)) {
      bonds.get(place)?.push({ place: earlier, strength });
      bonds.get(earlier)?.push({ place, strength });
    }
  }
  const open = new Set([...ties.keys()].sort((a, b) => a - b));
  const parts: (readonly Place[])[] = [];
  for (const place of open) {
    const part = partOf(place, (each) => bonds.get(each) ?? []);
    for (const each of part) open.delete(each);
    parts.push(part);
  }
  return parts;
}
