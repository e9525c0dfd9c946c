/** Where events stand: for each event, the sentences ("document sentence") that tell it. */
export type Tellings = Iterable<Iterable<string>>;

export interface Counts {
  readonly both: number;
  readonly found: number;
  readonly gold: number;
}

/** Pairs of sentences of different documents that tell an event in common, found and in the gold. */
export function countPairs(found: Tellings, gold: Tellings): Counts {
  const [ours, theirs] = [pairsOf(found), pairsOf(gold)];
  const both = [...ours].filter((pair) => theirs.has(pair)).length;
  return { both, found: ours.size, gold: theirs.size };
}

function pairsOf(tellings: Tellings): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const telling of tellings) {
    const sentences = [...new Set(telling)].sort();
    for (const [i, a] of sentences.entries()) {
      for (const b of sentences.slice(i + 1)) if (documentOf(a) !== documentOf(b)) pairs.add(`${a}|${b}`);
    }
  }
  return pairs;
}

function documentOf(sentence: string): string {
  return sentence.slice(0, sentence.indexOf(" "));
}
