/** Sets of items that belong together, joined two by two (union-find). */
export class Groups<Item> {
  readonly #parent = new Map<Item, Item>();

  constructor(items: Iterable<Item>) {
    for (const item of items) this.#parent.set(item, item);
  }

  /** Gives whether they were apart before. */
  join(a: Item, b: Item): boolean {
    const [left, right] = [this.#top(a), this.#top(b)];
    if (left === right) return false;
    this.#parent.set(right, left);
    return true;
  }

  /** Whether they have been joined, be it by others. */
  areOne(a: Item, b: Item): boolean {
    return this.#top(a) === this.#top(b);
  }

  /** The groups, and the items in each, in the order in which the items were given. */
  all(): Item[][] {
    const groups = new Map<Item, Item[]>();
    for (const item of this.#parent.keys()) {
      const top = this.#top(item);
      const group = groups.get(top);
      if (group) group.push(item);
      else groups.set(top, [item]);
    }
    return [...groups.values()];
  }

  #top(item: Item): Item {
    let top = item;
    for (let next = this.#parent.get(top); next !== undefined && next !== top; next = this.#parent.get(top))
      top = next;
    if (top !== item) this.#parent.set(item, top);
    return top;
  }
}

/** Items by key, in the order in which they were given. */
export function groupBy<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
