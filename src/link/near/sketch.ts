import type { Analysis } from "../../model/layers.ts";
import type { Sketch } from "../../model/near.ts";
import { ownDay } from "../copy-date.ts";
import { creditsOf } from "../credit.ts";
import { hashOf, hashOfRow } from "../hash.ts";
import { placeOf } from "../place.ts";
import { shinglesOf } from "../shingle.ts";
import { type LinkTables, NO_LINK_TABLES } from "../tables.ts";
import { type Term, toTerms, weighTerms } from "../terms.ts";
import { pageOf } from "../version.ts";

/** Two reports of one matter have two of so many of their weightiest words in common. */
const KEY_TERMS = 9;

/** Whether the noun tells of the matter and not only of its kind: it is none of the common ones, and stands again or in the title. */
function isSubject({ isCommon, count }: Term): boolean {
  return !isCommon && count > 1;
}

/**
 * Each two of the weightiest words of which one is a name, or both are subjects: rare enough to find few reports, common
 * enough to find those of one matter. Reports that have only common nouns in common are of one kind, not of one matter.
 */
function topicKeys(terms: readonly Term[]): readonly number[] {
  const top = terms
    .slice(0, KEY_TERMS)
    .map((term) => ({ number: hashOf(term.word), isName: term.isName, isSubject: isSubject(term) }))
    .sort((a, b) => a.number - b.number);
  const keys = top.flatMap((a, i) =>
    top
      .slice(i + 1)
      .flatMap((b) =>
        a.isName || b.isName || (a.isSubject && b.isSubject) ? [hashOfRow([a.number, b.number])] : [],
      ),
  );
  return [...new Set(keys)];
}

/** What the report is found and compared by. */
export function sketchOf(analysis: Analysis, { names, words }: LinkTables = NO_LINK_TABLES): Sketch {
  const { article } = analysis;
  const weighed = weighTerms(analysis, words.nouns);
  const { shingles, prints } = shinglesOf(article);
  return {
    article: article.id,
    place: placeOf(article),
    day: ownDay(article),
    page: hashOf(pageOf(article)),
    terms: toTerms(weighed),
    shingles,
    credits: creditsOf(analysis, names.agencies),
    keys: { copy: prints, topic: topicKeys(weighed) },
  };
}
