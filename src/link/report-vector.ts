import type { Analysis } from "../model/layers.ts";
import type { Token } from "../model/token.ts";

/** Words of a report with their weights; of length 1. */
export type Vector = ReadonlyMap<string, number>;

/** A word of the title counts as often as this. Tried with 1, 3 and 4 on annotated clusters: 4 was best. */
const TITLE_WEIGHT = 4;
/** What a report is about stands in its nouns and names; verbs and adjectives added nothing. */
const TELLING = new Set(["NOUN", "PROPN"]);

/** Whether the word counts for what a report is about. */
export function isTelling({ upos }: Token): boolean {
  return TELLING.has(upos);
}

/** The nouns and names of each report, weighed by how few of the reports have them (tf-idf). */
export function reportVectors(analyses: readonly Analysis[]): ReadonlyMap<string, Vector> {
  const counts = new Map(analyses.map((analysis) => [analysis.article.id, wordCounts(analysis)]));
  const holders = new Map<string, number>();
  for (const words of counts.values()) {
    for (const word of words.keys()) holders.set(word, (holders.get(word) ?? 0) + 1);
  }
  const rarity = (word: string) => Math.log(1 + analyses.length / (holders.get(word) ?? 1));
  return new Map([...counts].map(([id, words]) => [id, unit(words, rarity)]));
}

function wordCounts({ article, tokens }: Analysis): ReadonlyMap<string, number> {
  const titleEnd = article.blocks.find((block) => block.kind === "title")?.end ?? 0;
  const counts = new Map<string, number>();
  for (const token of tokens) {
    if (!isTelling(token)) continue;
    const word = token.lemma.toLowerCase();
    counts.set(word, (counts.get(word) ?? 0) + (token.start < titleEnd ? TITLE_WEIGHT : 1));
  }
  return counts;
}

function unit(counts: ReadonlyMap<string, number>, rarity: (word: string) => number): Vector {
  const weighed = [...counts].map(([word, count]) => [word, (1 + Math.log(count)) * rarity(word)] as const);
  const length = Math.hypot(...weighed.map(([, weight]) => weight)) || 1;
  return new Map(weighed.map(([word, weight]) => [word, weight / length]));
}
