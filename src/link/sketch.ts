import type { Analysis } from "../model/layers.ts";
import type { Sketch } from "../model/near.ts";
import { creditsOf } from "./credit.ts";
import { hashOf, hashOfRow } from "./hash.ts";
import { placeOf } from "./place.ts";
import { shinglesOf } from "./shingle.ts";
import { toTerms, weighTerms } from "./terms.ts";
import { pageOf } from "./version.ts";

/** Two reports of one matter have two of so many of their weightiest words in common. */
const KEY_TERMS = 9;
/** Each two of the weightiest words: rare enough to find few reports, common enough to find those of one matter. */
function topicKeys(words: readonly string[]): readonly number[] {
  const numbers = words
    .slice(0, KEY_TERMS)
    .map(hashOf)
    .sort((a, b) => a - b);
  return [...new Set(numbers.flatMap((a, i) => numbers.slice(i + 1).map((b) => hashOfRow([a, b]))))];
}

/** What the report is found and compared by. */
export function sketchOf(analysis: Analysis): Sketch {
  const { article } = analysis;
  const weighed = weighTerms(analysis);
  const { shingles, prints } = shinglesOf(article);
  return {
    article: article.id,
    place: placeOf(article),
    page: hashOf(pageOf(article)),
    terms: toTerms(weighed),
    shingles,
    credits: creditsOf(analysis),
    keys: { copy: prints, topic: topicKeys(weighed.map(([word]) => word)) },
  };
}
