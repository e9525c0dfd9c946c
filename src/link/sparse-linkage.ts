/** What speaks for two items being one. */
export interface Likeness {
  /** Over the pairs of their members; minus infinity where the two are two. */
  readonly sum: number;
  /** Pairs of their members that say nothing, and do not count. */
  readonly silent: number;
}

/** Items by their indices, with their likeness. */
export type Edge = readonly [a: number, b: number, likeness: Likeness];

interface Group {
  readonly items: number[];
  size: number;
  /** Likeness with other groups, by their slots; nothing speaks for two groups without one. */
  readonly near: Map<number, Likeness>;
}

interface Neighbour {
  readonly slot: number;
  readonly mean: number;
}

/**
 * Items in groups by average linkage, where most pairs of items have nothing in common: two groups become one while the
 * mean over the pairs of their members reaches the threshold, the most alike first. Each item counts for as many members
 * as its size. Takes time and memory by the number of likenesses.
 */
export function sparseLinkage(
  sizes: readonly number[],
  edges: Iterable<Edge>,
  threshold: number,
): readonly (readonly number[])[] {
  const open = new Map(
    sizes.map((size, item): [number, Group] => [item, { items: [item], size, near: new Map() }]),
  );
  for (const [a, b, likeness] of edges) {
    open.get(a)?.near.set(b, likeness);
    open.get(b)?.near.set(a, likeness);
  }
  const done: number[][] = [];
  const chain: number[] = [];
  while (open.size > 0) {
    const [first] = open.keys();
    if (chain.length === 0) chain.push(first as number);
    const top = chain.at(-1) as number;
    const before = chain.at(-2);
    const { slot, mean } = nearest(top, before, open);
    if (mean < threshold) {
      done.push(close(top, open));
      chain.pop();
    } else if (slot === before) {
      merge(slot, top, open);
      chain.length -= 2;
    } else chain.push(slot);
  }
  return done.map((items) => items.sort((a, b) => a - b)).sort(([a = 0], [b = 0]) => a - b);
}

const NOTHING: Likeness = { sum: 0, silent: 0 };

/** Of neighbours that are equally near, the one before it in the chain, or the first: so the chain ends. */
function nearest(top: number, before: number | undefined, open: ReadonlyMap<number, Group>): Neighbour {
  const { near, size } = open.get(top) as Group;
  let best: Neighbour = { slot: -1, mean: -1 };
  for (const [slot, { sum, silent }] of near) {
    const mean = sum / Math.max(1, size * (open.get(slot)?.size ?? 1) - silent);
    const first = mean === best.mean && best.slot !== before && (slot === before || slot < best.slot);
    if (mean > best.mean || first) best = { slot, mean };
  }
  return best;
}

/** Nothing that happens to others brings it nearer to them. */
function close(slot: number, open: Map<number, Group>): number[] {
  const { items, near } = open.get(slot) as Group;
  for (const other of near.keys()) open.get(other)?.near.delete(slot);
  open.delete(slot);
  return items;
}

function merge(into: number, from: number, open: Map<number, Group>): void {
  const [group, gone] = [open.get(into) as Group, open.get(from) as Group];
  for (const [other, { sum, silent }] of gone.near) {
    open.get(other)?.near.delete(from);
    if (other === into) continue;
    const known = group.near.get(other) ?? NOTHING;
    const both = { sum: known.sum + sum, silent: known.silent + silent };
    group.near.set(other, both);
    open.get(other)?.near.set(into, both);
  }
  group.near.delete(from);
  group.items.push(...gone.items);
  group.size += gone.size;
  open.delete(from);
}
