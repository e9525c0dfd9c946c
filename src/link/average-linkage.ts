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

interface Neighbour {
  readonly group: number;
  readonly mean: number;
}

function nearest(group: number, groups: ReadonlyMap<number, number[]>, sums: Sums): Neighbour {
  const size = groups.get(group)?.length ?? 1;
  let best: Neighbour = { group: -1, mean: -1 };
  for (const [other, members] of groups) {
    if (other === group) continue;
    const mean = sums.get(group, other) / (size * members.length);
    if (mean > best.mean) best = { group: other, mean };
  }
  return best;
}

/**
 * Items in groups (average linkage): two groups become one while the mean likeness of their members reaches
 * the threshold, the most alike first. `likeness` is symmetric and not below 0. Follows chains of nearest
 * neighbours, so that it takes time and memory by the square of `count` and no more.
 */
export function averageLinkage(
  count: number,
  likeness: (a: number, b: number) => number,
  threshold: number,
): readonly (readonly number[])[] {
  const sums = new Sums(count, likeness);
  const open = new Map(Array.from({ length: count }, (_, item): [number, number[]] => [item, [item]]));
  const done: number[][] = [];
  const chain: number[] = [];
  while (open.size > 0) {
    const [first] = open.keys();
    if (chain.length === 0) chain.push(first as number);
    const top = chain.at(-1) as number;
    const { group, mean } = nearest(top, open, sums);
    if (mean < threshold) {
      // Nothing that happens to others brings it nearer to them.
      done.push(open.get(top) ?? []);
      open.delete(top);
      chain.pop();
    } else if (group === chain.at(-2)) {
      open.get(group)?.push(...(open.get(top) ?? []));
      sums.merge(group, top);
      open.delete(top);
      chain.length -= 2;
    } else chain.push(group);
  }
  return done.map((items) => items.sort((a, b) => a - b)).sort(([a = 0], [b = 0]) => a - b);
}
