import type { Attribution } from "./gold.ts";

export interface Pair {
  readonly gold: Attribution;
  readonly found: Attribution;
}

/** What one article gives, with the pairs by Jaccard index and by any overlap. */
export interface Scored {
  readonly id: string;
  readonly text: string;
  readonly gold: readonly Attribution[];
  readonly found: readonly Attribution[];
  readonly pairs: readonly Pair[];
  readonly touching: readonly Pair[];
}

/** The Jaccard index from which two contents count as the same, as the gold set defines it. */
const SAME_CONTENT = 0.5;

/** How many words two sets have in common. */
export function common(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let sum = 0;
  for (const each of a) if (b.has(each)) sum++;
  return sum;
}

/** Pairs one to one, best first, at or above the least Jaccard index. */
function pairUp(gold: readonly Attribution[], found: readonly Attribution[], least: number): Pair[] {
  const candidates: { pair: Pair; index: number }[] = [];
  for (const one of gold) {
    for (const other of found) {
      const both = common(one.content, other.content);
      const index = both / (one.content.size + other.content.size - both || 1);
      if (both > 0 && index >= least) candidates.push({ pair: { gold: one, found: other }, index });
    }
  }
  candidates.sort((a, b) => b.index - a.index);
  const used = new Set<Attribution>();
  return candidates.flatMap(({ pair }) => {
    if (used.has(pair.gold) || used.has(pair.found)) return [];
    used.add(pair.gold).add(pair.found);
    return [pair];
  });
}

/** Compares what was found in one article with the gold. */
export function score(
  { id, text }: { readonly id: string; readonly text: string },
  gold: readonly Attribution[],
  found: readonly Attribution[],
): Scored {
  const pairs = pairUp(gold, found, SAME_CONTENT);
  return { id, text, gold, found, pairs, touching: pairUp(gold, found, 0) };
}

export function sourceRight({ gold, found }: Pair): boolean {
  return common(gold.source, found.source) > 0;
}

/** Precision, recall and F1 from counts, in per cent. */
export interface Rates {
  readonly p: number;
  readonly r: number;
  readonly f: number;
}

function rates(right: number, found: number, gold: number): Rates {
  const [p, r] = [found ? (100 * right) / found : 0, gold ? (100 * right) / gold : 0];
  return { p, r, f: p + r ? (2 * p * r) / (p + r) : 0 };
}

/** Right ones of all. */
export interface Share {
  readonly right: number;
  readonly all: number;
}

/** The figures of one kind of attributions. */
export interface Figures {
  readonly gold: number;
  readonly found: number;
  readonly tokens: Rates;
  readonly same: Rates;
  readonly content: Rates;
  readonly source: Rates;
  readonly both: Rates;
  /** Of matched attributions with a source in the gold: the right ones; the same of those where one is named. */
  readonly speakers: Share;
  readonly named: Share;
  readonly cues: Share;
}

type Kind = (attribution: Attribution) => boolean;

function union(list: readonly Attribution[]): Set<number> {
  return new Set(list.flatMap((each) => [...each.content]));
}

function tokenRates(scored: readonly Scored[], kind: Kind): Rates {
  let [right, found, gold] = [0, 0, 0];
  for (const each of scored) {
    const [a, b] = [union(each.gold.filter(kind)), union(each.found.filter(kind))];
    [right, found, gold] = [right + common(a, b), found + b.size, gold + a.size];
  }
  return rates(right, found, gold);
}

/** Measures the attributions of one kind; a pair is of the kind of its gold. */
export function figuresOf(scored: readonly Scored[], kind: Kind): Figures {
  const [gold, found] = (["gold", "found"] as const).map((key) =>
    scored.flatMap((each) => each[key]).filter(kind),
  ) as [Attribution[], Attribution[]];
  const pairs = scored.flatMap((each) => each.pairs).filter((pair) => kind(pair.gold));
  const touching = scored.flatMap((each) => each.touching).filter((pair) => kind(pair.gold));
  const sourced = pairs.filter((pair) => pair.gold.source.size > 0);
  const named = sourced.filter((pair) => pair.found.source.size > 0);
  const cued = pairs.filter((pair) => pair.gold.cue.size > 0);
  const right = touching.filter(sourceRight).length;
  const withSource = (list: readonly Attribution[]) => list.filter((each) => each.source.size > 0).length;
  return {
    gold: gold.length,
    found: found.length,
    tokens: tokenRates(scored, kind),
    same: rates(pairs.length, found.length, gold.length),
    content: rates(touching.length, found.length, gold.length),
    source: rates(right, withSource(found), withSource(gold)),
    both: rates(right, found.length, gold.length),
    speakers: { right: sourced.filter(sourceRight).length, all: sourced.length },
    named: { right: named.filter(sourceRight).length, all: named.length },
    cues: {
      right: cued.filter((pair) => common(pair.gold.cue, pair.found.cue) > 0).length,
      all: cued.length,
    },
  };
}
