import { describe, expect, it } from "vitest";
import { type Place, SAME_PAGE, type Tie, type Ties } from "../../model/near.ts";
import { partOf, partsOf } from "./part.ts";

const ALONE: Ties = { parent: null, follows: 0, copies: [], credited: [], version: null };

/** Each report follows the one before it with the strength that is given for it. */
function chain(strengths: readonly number[]): Map<Place, Ties> {
  const follow = (place: Place, strength: number): Ties => ({
    ...ALONE,
    parent: { place: place - 1, strength },
    follows: strength,
  });
  return new Map([
    [0, ALONE],
    ...strengths.map((strength, i): [Place, Ties] => [i + 1, follow(i + 1, strength)]),
  ]);
}

const sizes = (ties: ReadonlyMap<Place, Ties>) => partsOf(ties).map((part) => part.length);

describe("a part", () => {
  it("holds reports that hang together, however weakly", () => {
    expect(sizes(chain([0.9, 0.17, 0.3, 0, 0.5]))).toEqual([4, 2]);
  });

  it("is cut where its bonds are weakest when it has too many reports", () => {
    const strengths = Array.from({ length: 899 }, (_, i) => (i % 300 === 299 ? 0.2 : 0.5));
    expect(sizes(chain(strengths))).toEqual([300, 300, 300]);
  });

  it("keeps copies together longer than what is alike, and the versions of a page always", () => {
    const tied = (ties: (place: Place) => Partial<Ties>) =>
      new Map(Array.from({ length: 700 }, (_, i) => [i, i === 0 ? ALONE : { ...ALONE, ...ties(i) }]));
    const like = (i: number) => ({ parent: { place: i - 1, strength: 0.6 }, follows: 0.6 });
    const copied = tied((i) => (i % 2 === 0 ? like(i) : { copies: [{ place: i - 1, strength: 0.2 }] }));
    expect(new Set(sizes(copied))).toEqual(new Set([2]));
    expect(sizes(tied((i) => ({ version: i - 1 })))).toEqual([700]);
  });

  it("is the same from each of its reports", () => {
    const bonds = new Map<Place, readonly Tie[]>([
      [1, [{ place: 2, strength: 0.3 }]],
      [
        2,
        [
          { place: 1, strength: 0.3 },
          { place: 3, strength: SAME_PAGE },
        ],
      ],
      [3, [{ place: 2, strength: SAME_PAGE }]],
    ]);
    for (const place of [1, 2, 3]) expect(partOf(place, (each) => bonds.get(each) ?? [])).toEqual([1, 2, 3]);
  });
});
