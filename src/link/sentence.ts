import type { Span } from "../model/span.ts";

/** Index of the sentence in which a span begins; -1 where it stands in none. */
export function sentenceOf(sentences: readonly Span[], { start }: Pick<Span, "start">): number {
  let [low, high] = [0, sentences.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.start ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  const sentence = sentences[low];
  return sentence && sentence.start <= start && start < sentence.end ? low : -1;
}
