/** How often each value was seen with each key. */
export type Counts = Map<string, Map<string, number>>;

/** Counts one sight of `value` with `key`. */
export function count(counts: Counts, key: string, value: string): void {
  const inner = counts.get(key) ?? new Map<string, number>();
  counts.set(key, inner);
  inner.set(value, (inner.get(value) ?? 0) + 1);
}

/** The value seen most often; of equals, the first by its letters. */
export function most(counts: ReadonlyMap<string, number>): string {
  let best = "";
  let times = -1;
  for (const [value, n] of counts) {
    if (n > times || (n === times && value < best)) {
      best = value;
      times = n;
    }
  }
  return best;
}

/** The number of sights. */
export function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((a, b) => a + b, 0);
}
