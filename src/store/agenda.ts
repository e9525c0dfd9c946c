import type { Place } from "../model/near.ts";

/** Places to be looked at, the earliest first; later ones may be put on it while it is gone through. */
export class Agenda {
  /** In falling order, so that the next one stands at the end. */
  readonly #open: Place[];
  readonly #known: Set<Place>;

  constructor(places: Iterable<Place>) {
    this.#known = new Set(places);
    this.#open = [...this.#known].sort((a, b) => b - a);
  }

  /** Puts a place on the agenda that is later than the one that is looked at. */
  add(place: Place): void {
    if (this.#known.has(place)) return;
    this.#known.add(place);
    let [low, high] = [0, this.#open.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#open[middle] ?? 0) > place) low = middle + 1;
      else high = middle;
    }
    this.#open.splice(low, 0, place);
  }

  *[Symbol.iterator](): Generator<Place> {
    for (let next = this.#open.pop(); next !== undefined; next = this.#open.pop()) yield next;
  }
}
