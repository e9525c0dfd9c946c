import type { KeyKind, KeyQuery, NearIndex, Place, Sketch, Ties } from "../../model/near.ts";

/** Sketches in memory, put in in the order of their places. */
export class MemoryIndex implements NearIndex {
  readonly #sketches = new Map<Place, Sketch>();
  readonly #ties = new Map<Place, Ties>();
  readonly #lists = { copy: new Map(), topic: new Map(), page: new Map() } satisfies Record<
    KeyKind,
    Map<number, Place[]>
  >;

  sketch(place: Place): Sketch {
    const sketch = this.#sketches.get(place);
    if (!sketch) throw new RangeError(`no report stands at ${place}`);
    return sketch;
  }

  ties(place: Place): Ties | null {
    return this.#ties.get(place) ?? null;
  }

  /** All that is in the index stands before the place that is asked for. */
  before({ kind, key, count }: KeyQuery): readonly Place[] {
    const list: Place[] = this.#lists[kind].get(key) ?? [];
    return list.slice(-count).reverse();
  }

  add(sketch: Sketch, ties: Ties): void {
    this.#sketches.set(sketch.place, sketch);
    this.#ties.set(sketch.place, ties);
    for (const kind of ["copy", "topic", "page"] as const) {
      const keys = kind === "page" ? [sketch.page] : sketch.keys[kind];
      for (const key of keys) this.#note(this.#lists[kind], key, sketch.place);
    }
  }

  #note(lists: Map<number, Place[]>, key: number, place: Place): void {
    const list = lists.get(key);
    if (list) list.push(place);
    else lists.set(key, [place]);
  }
}
