/** Things by what `keyOf` gives for them, both in the order in which they come. */
export function groupBy<T, Key>(
  things: readonly T[],
  keyOf: (thing: T) => Key,
): ReadonlyMap<Key, readonly T[]> {
  const groups = new Map<Key, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}

/** How often each key comes, most frequent first; of equals the one that comes first. */
export function tally<Key>(keys: Iterable<Key>): readonly (readonly [Key, number])[] {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
