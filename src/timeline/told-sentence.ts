import type { Article } from "../model/article.ts";
import type { Citation, LinkedEvent } from "../model/link.ts";
import type { ToldSentence } from "../model/timeline.ts";
import { headlineWords } from "./headline-words.ts";

/** Sentences of fewer different words, or of more, tell too little by themselves, or too much at once. */
const FEWEST_WORDS = 5;
const MOST_WORDS = 45;
const ODD_LENGTH = 0.5;

/** What a sentence must have of the words of the headline, by the one that has most of them. */
const SHARED = 0.6;

type Vector = ReadonlyMap<string, number>;
type Articles = ReadonlyMap<string, Pick<Article, "text">>;

/** An event's sentence, and how much of what reports tell of the day is in it: 0 to 1. */
export interface Central {
  readonly told: ToldSentence;
  readonly centrality: number;
}

/**
 * For each event the sentence among its sources that is most like all sentences that tell of events of its day, or of the
 * month or year where no day is known: it needs the reader to know least. Words weigh the less, the more sentences have
 * them (tf-idf); likeness is the cosine with the middle of the day's sentences.
 */
export function centralSentences(
  events: readonly LinkedEvent[],
  articles: Articles,
): ReadonlyMap<string, Central> {
  const texts = new Map(events.map((event) => [event.id, sentencesOf(event, articles)]));
  const all = new Set([...texts.values()].flat());
  const vectorOf = vectorsOf(all);
  const wordsIn = new Map([...all].map((text) => [text, headlineWords(text)]));
  const middles = new Map<string, Map<string, number>>();
  const counted = new Map<string, Set<string>>();
  for (const event of events) {
    const day = dayOf(event);
    const middle = middles.get(day) ?? new Map<string, number>();
    const known = counted.get(day) ?? new Set<string>();
    for (const text of texts.get(event.id) ?? []) {
      if (known.has(text)) continue;
      known.add(text);
      for (const [word, weight] of vectorOf(text)) middle.set(word, (middle.get(word) ?? 0) + weight);
    }
    middles.set(day, middle);
    counted.set(day, known);
  }
  const lengths = new Map([...middles].map(([day, middle]) => [day, Math.hypot(...middle.values()) || 1]));
  return new Map(
    events.map((event) => {
      const day = dayOf(event);
      const [middle, length] = [middles.get(day) ?? new Map(), lengths.get(day) ?? 1];
      const likeness = (text: string) => (product(vectorOf(text), middle) / length) * fitness(vectorOf(text));
      return [event.id, mostLike(onlyOf(event, texts.get(event.id) ?? [], wordsIn), likeness)];
    }),
  );
}

/** One for each citation; empty for words of others that tell it otherwise, which stand after those of its mentions. */
function sentencesOf(
  { citations, mentions, disagreements }: LinkedEvent,
  articles: Articles,
): readonly string[] {
  const disputed = new Set(disagreements.flatMap(({ values }) => values.flatMap((each) => each.citations)));
  return citations.map((each, i) =>
    i >= mentions.length && disputed.has(i) ? "" : sentenceOf(each, articles),
  );
}

/** The sentence of cited words, with single spaces; the words themselves where it is not known. */
function sentenceOf({ article, text, sentence }: Citation, articles: Articles): string {
  const whole = sentence && articles.get(article)?.text.slice(sentence.start, sentence.end);
  return (whole || text).replace(/\s+/gu, " ").trim();
}

/** Those sentences that tell what the headline tells: the others are "" and may tell it in a word in passing. */
function onlyOf(
  { headline }: LinkedEvent,
  texts: readonly string[],
  wordsIn: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  const words = [...headlineWords(headline)];
  const shared = texts.map((text) => words.filter((word) => wordsIn.get(text)?.has(word)).length);
  const least = Math.max(...shared) * SHARED;
  return texts.map((text, i) => ((shared[i] ?? 0) >= least ? text : ""));
}

function dayOf({ id, time }: LinkedEvent): string {
  return time.begin === null && time.end === null ? id : `${time.begin}/${time.end}`;
}

function mostLike(texts: readonly string[], likeness: (text: string) => number): Central {
  let best = { source: 0, centrality: -1 };
  for (const [source, text] of texts.entries()) {
    const centrality = likeness(text);
    if (centrality > best.centrality) best = { source, centrality };
  }
  const { source, centrality } = best;
  return { told: { source, text: texts[source] ?? "" }, centrality: Math.max(0, centrality) };
}

function fitness({ size }: Vector): number {
  return size < FEWEST_WORDS || size > MOST_WORDS ? ODD_LENGTH : 1;
}

function product(a: Vector, b: Vector): number {
  let sum = 0;
  for (const [word, weight] of a) sum += weight * (b.get(word) ?? 0);
  return sum;
}

/** The words of each text, weighed by how few of the texts have them; of length 1. */
function vectorsOf(texts: ReadonlySet<string>): (text: string) => Vector {
  const counts = new Map([...texts].map((text) => [text, countsOf(text)]));
  const holders = new Map<string, number>();
  for (const each of counts.values())
    for (const word of each.keys()) holders.set(word, (holders.get(word) ?? 0) + 1);
  const vectors = new Map<string, Vector>();
  for (const [text, each] of counts) {
    const weighed = [...each].map(
      ([word, count]) =>
        [word, (1 + Math.log(count)) * Math.log(1 + texts.size / (holders.get(word) ?? 1))] as const,
    );
    const length = Math.hypot(...weighed.map(([, weight]) => weight)) || 1;
    vectors.set(text, new Map(weighed.map(([word, weight]) => [word, weight / length])));
  }
  return (text) => vectors.get(text) ?? new Map();
}

function countsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
