import { groupBy } from "../../model/group.ts";
import { linkedPosition } from "../position.ts";
import type { Bearer, Cluster } from "./bearer.ts";
import { Clusters } from "./clusters.ts";
import { normalized } from "./plain.ts";

/** Words that say what kind of place it is, not which. */
const GENERIC_PLACE_WORDS = new Set(["the", "island", "islands", "chain", "archipelago", "city", "province"]);

/** The words of a place's name that tell which it is. */
export function placeKey(name: string): string {
  const telling = normalized(name)
    .split(" ")
    .filter((word) => !GENERIC_PLACE_WORDS.has(word));
  return telling.join(" ") || name;
}

/** Joins names that the gazetteer has for one place: "Kyiv" and "Kiev". */
export function joinPlaces(bearers: readonly Bearer[]): readonly Cluster[] {
  const clusters = new Clusters(bearers);
  const located = groupBy(bearers, positionOf);
  for (const [position, [a, ...same]] of located)
    for (const b of position === "" || !a ? [] : same)
      if (a && areNamesOfOne(a, b))
        clusters.join(a, b, { rule: "same-place", because: `${a.shown} / ${b.shown}` });
  return clusters.all();
}

/** Which place of the gazetteer it is; empty where that is not known. */
function positionOf({ members }: Bearer): string {
  const whole = members.map(({ entity }) => entity).filter(({ partOfName }) => !partOfName);
  const { lat, lon, geonames } = linkedPosition(whole);
  return lat === undefined ? "" : `${geonames ?? ""} ${lat} ${lon}`;
}

/**
 * "Northern Brenna" is looked up as Brenna, and is not all of it: two names of one place share no word, or have the same
 * number of words, each spelled much as in the other.
 */
function areNamesOfOne(a: Bearer, b: Bearer): boolean {
  const [left, right] = [a, b].map(({ shown }) => placeKey(shown).split(" "));
  if (!left || !right) return false;
  const shared = left.some((word) => right.some((other) => isAlike(word, other)));
  return !shared || (left.length === right.length && left.every((word, i) => isAlike(word, right[i] ?? "")));
}

/** They begin alike: "kuril", "kurile", "kurils". */
function isAlike(a: string, b: string): boolean {
  return a.slice(0, 4) === b.slice(0, 4);
}
