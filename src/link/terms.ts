import type { Analysis } from "../model/layers.ts";
import type { Terms } from "../model/near.ts";
import type { Token } from "../model/token.ts";
import { hashOf } from "./hash.ts";
import { rarity } from "./rarity.ts";
import type { Ranks } from "./tables.ts";

/** A word of the title counts as often as this. Tried with 1, 3 and 4 on annotated clusters: 4 was best. */
const TITLE_WEIGHT = 4;
/** What a report is about stands in its nouns and names; verbs and adjectives added nothing. */
const TELLING = new Set(["NOUN", "PROPN"]);
/** The words that tell most; more of them made no difference on annotated clusters. */
const MOST_TERMS = 48;

/** Whether the word counts for what a report is about. */
export function isTelling({ upos }: Pick<Token, "upos">): boolean {
  return TELLING.has(upos);
}

/** A telling word of a report. */
export interface Term {
  readonly word: string;
  readonly weight: number;
  /** How often it stands in the report; once in the title counts as `TITLE_WEIGHT` times. */
  readonly count: number;
  /** Part of a proper name. */
  readonly isName: boolean;
  /** One of the commonest nouns of English: it tells of what kind something is, and of little else. */
  readonly isCommon: boolean;
}

/** The telling words of a report, the weightiest first, by the ranks of common nouns. */
export function weighTerms({ article, tokens }: Analysis, nouns: Ranks): readonly Term[] {
  const titleEnd = article.blocks.find((block) => block.kind === "title")?.end ?? 0;
  const counts = new Map<string, { count: number; names: number }>();
  for (const token of tokens) {
    const word = token.lemma.toLowerCase();
    if (!isTelling(token) || !/\p{L}/u.test(word)) continue;
    const known = counts.get(word) ?? { count: 0, names: 0 };
    known.count += token.start < titleEnd ? TITLE_WEIGHT : 1;
    known.names += token.upos === "PROPN" ? 1 : 0;
    counts.set(word, known);
  }
  return [...counts]
    .map(([word, { count, names }]) => ({
      word,
      weight: (1 + Math.log(count)) * rarity(word, nouns),
      count,
      isName: names > 0,
      isCommon: nouns.has(word),
    }))
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_TERMS);
}

/** The same as numbers. */
export function toTerms(weighed: readonly Pick<Term, "word" | "weight">[]): Terms {
  const length = Math.hypot(...weighed.map(({ weight }) => weight)) || 1;
  const numbers = new Map<number, number>();
  for (const { word, weight } of weighed) numbers.set(hashOf(word), weight / length);
  const sorted = [...numbers].sort((a, b) => a[0] - b[0]);
  return {
    words: Uint32Array.from(sorted, ([word]) => word),
    weights: Float32Array.from(sorted, ([, weight]) => weight),
  };
}

/** How alike two reports are in what they are about: the cosine of their terms, 0 to 1. */
export function likeness(a: Terms, b: Terms): number {
  let [i, j, sum] = [0, 0, 0];
  while (i < a.words.length && j < b.words.length) {
    const x = a.words[i] as number;
    const y = b.words[j] as number;
    if (x === y) sum += (a.weights[i] as number) * (b.weights[j] as number);
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return sum;
}
