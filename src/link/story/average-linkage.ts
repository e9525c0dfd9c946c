/** How alike two groups are, as the sum over the pairs of their members. */
class Sums {
  readonly #sums: Float64Array;
  readonly #count: number;

  constructor(count: number, likeness: (a: number, b: number) => number) {
    this.#count = count;
    this.#sums = new Float64Array(count * count);
    for (let a = 0; a < count; a++) {
      for (let b = 0; b < a; b++) this.#set(a, b, likeness(a, b));
    }
  }

  get(a: number, b: number): number {
    return this.#sums[a * this.#count + b] ?? 0;
  }

  #set(a: number, b: number, sum: number): void {
    this.#sums[a * this.#count + b] = sum;
    this.#sums[b * this.#count + a] = sum;
  }

  merge(into: number, from: number): void {
    for (let other = 0; other < this.#count; other++)
      this.#set(into, other, this.get(into, other) + this.get(from, other));
  }
}

/** Items that belong together, and the two groups that they were before. */
export interface Cluster {
  readonly items: readonly number[];
  /** Mean likeness of each two of the items; 1 for a single one. */
  readonly within: number;
  /** Missing for a single item. */
  readonly halves?: readonly [Cluster, Cluster];
  /** Mean likeness of the items of one half with those of the other; 1 for a single one. */
  readonly between: number;
}

interface Neighbour {
  readonly slot: number;
  readonly mean: number;
}

function nearest(slot: number, groups: ReadonlyMap<number, Cluster>, sums: Sums): Neighbour {
  const size = groups.get(slot)?.items.length ?? 1;
  let best: Neighbour = { slot: -1, mean: -1 };
  for (const [other, { items }] of groups) {
    if (other === slot) continue;
    const mean = sums.get(slot, other) / (size * items.length);
    if (mean > best.mean) best = { slot: other, mean };
  }
  return best;
}

function pairs({ items: { length } }: Cluster): number {
  return (length * (length - 1)) / 2;
}

function join(a: Cluster, b: Cluster, between: number): Cluster {
  const cross = a.items.length * b.items.length;
  const sum = a.within * pairs(a) + b.within * pairs(b) + between * cross;
  return {
    items: [...a.items, ...b.items].sort((x, y) => x - y),
    within: sum / (pairs(a) + pairs(b) + cross),
    halves: [a, b],
    between,
  };
}

/**
 * Items in clusters (average linkage): two groups become one while the mean likeness of their members reaches
 * the threshold, the most alike first. `likeness` is symmetric and not below 0. Follows chains of nearest
 * neighbours, so that it takes time and memory by the square of `count` and no more.
 */
export function averageLinkage(
  count: number,
  likeness: (a: number, b: number) => number,
  threshold: number,
): readonly Cluster[] {
  const sums = new Sums(count, likeness);
  const open = new Map(
    Array.from({ length: count }, (_, item): [number, Cluster] => [
      item,
      { items: [item], within: 1, between: 1 },
    ]),
  );
  const done: Cluster[] = [];
  const chain: number[] = [];
  while (open.size > 0) {
    const [first] = open.keys();
    if (chain.length === 0) chain.push(first as number);
    const top = chain.at(-1) as number;
    const own = open.get(top) as Cluster;
    const { slot, mean } = nearest(top, open, sums);
    if (mean < threshold) {
      // Nothing that happens to others brings it nearer to them.
      done.push(own);
      open.delete(top);
      chain.pop();
    } else if (slot === chain.at(-2)) {
      open.set(slot, join(open.get(slot) as Cluster, own, mean));
      sums.merge(slot, top);
      open.delete(top);
      chain.length -= 2;
    } else chain.push(slot);
  }
  return done.sort((a, b) => (a.items[0] ?? 0) - (b.items[0] ?? 0));
}
