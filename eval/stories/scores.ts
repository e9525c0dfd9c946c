/** Group of each report, by its id. */
export type Clustering = ReadonlyMap<string, string>;

/** Precision, recall and their harmonic mean; 0 to 1. */
export interface Prf {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

function prf(precision: number, recall: number): Prf {
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
}

function sizes(clustering: Clustering): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [id, group] of clustering) groups.set(group, [...(groups.get(group) ?? []), id]);
  return groups;
}

/** Pairs of reports that are, and that should be, in one group. */
export function pairScore(gold: Clustering, found: Clustering): Prf {
  const ids = [...gold.keys()];
  const count = { both: 0, gold: 0, found: 0 };
  for (const [i, a] of ids.entries()) {
    for (const b of ids.slice(i + 1)) {
      const [together, joined] = [gold.get(a) === gold.get(b), found.get(a) === found.get(b)];
      if (together) count.gold++;
      if (joined) count.found++;
      if (together && joined) count.both++;
    }
  }
  return prf(count.both / (count.found || 1), count.both / (count.gold || 1));
}

/** B-cubed: the mean over reports of how much of a report's group belongs with it, and how much of that is there. */
export function bcubed(gold: Clustering, found: Clustering): Prf {
  const share = (by: Clustering, other: Clustering): number => {
    const groups = sizes(by);
    let sum = 0;
    for (const [id, group] of by) {
      const mates = groups.get(group) ?? [];
      sum += mates.filter((each) => other.get(each) === other.get(id)).length / mates.length;
    }
    return sum / by.size;
  };
  return prf(share(found, gold), share(gold, found));
}

/** Share of the pairs that are in one group, and how many pairs there are. */
export interface PairShare {
  readonly joined: number;
  readonly pairs: number;
}

/** How many of the pairs that `isAsked` picks are in one group. */
export function shareJoined(found: Clustering, isAsked: (a: string, b: string) => boolean): PairShare {
  const ids = [...found.keys()];
  const pairs = ids.flatMap((a, i) =>
    ids.slice(i + 1).flatMap((b) => (isAsked(a, b) ? [[a, b] as const] : [])),
  );
  const joined = pairs.filter(([a, b]) => found.get(a) === found.get(b)).length;
  return { joined: pairs.length === 0 ? 0 : joined / pairs.length, pairs: pairs.length };
}
