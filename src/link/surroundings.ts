import type { Terms } from "../model/near.ts";
import { contrasted, OTHERS } from "./contrast.ts";
import type { Surroundings, Use } from "./evidence.ts";
import type { EventMention } from "./mention.ts";
import { likeness } from "./terms.ts";

/** A story of so many reports is small. */
const SMALL = 25;

/** The reports of a part as what is told in them is compared, and the words they tell it with. */
export function surroundingsOf(mentions: readonly EventMention[]): Surroundings {
  const reports = [...new Map(mentions.map(({ analysis, report }) => [analysis, report]))];
  const terms = contrasted(reports.map(([, report]) => report));
  const indexOf = new Map(reports.map(([analysis], i) => [analysis, i]));
  const uses = usesOf(mentions);
  const telling = tellingOf(mentions, reports.length);
  const memo = new Map<number, number>();
  return {
    alike: ({ analysis: a }, { analysis: b }) => {
      const [i = 0, j = 0] = [indexOf.get(a), indexOf.get(b)].sort((x = 0, y = 0) => x - y);
      const key = i * reports.length + j;
      const known = memo.get(key);
      if (known !== undefined) return known;
      const alike = likeness(terms[i] as Terms, terms[j] as Terms);
      memo.set(key, alike);
      return alike;
    },
    crowd: Math.max(0, Math.log(reports.length / SMALL)),
    shared: ({ words: { words: a } }, { words: { words: b } }) => {
      let [i, j, sum] = [0, 0, 0];
      while (i < a.length && j < b.length) {
        const [x, y] = [a[i] ?? 0, b[j] ?? 0];
        if (x === y) sum += telling.get(x) ?? 0;
        if (x <= y) i += 1;
        if (y <= x) j += 1;
      }
      return sum;
    },
    use: ({ event }) => uses.get(event.lemma) ?? { mentions: 1, reports: 1 },
  };
}

/** By word of their sentences, how much it tells: the logarithm of how few reports of the part have it. */
function tellingOf(mentions: readonly EventMention[], reports: number): ReadonlyMap<number, number> {
  const having = new Map<number, Set<object>>();
  for (const { analysis, words } of mentions) {
    for (const word of words.words) {
      const known = having.get(word);
      if (known) known.add(analysis);
      else having.set(word, new Set([analysis]));
    }
  }
  return new Map([...having].map(([word, { size }]) => [word, Math.log((reports + OTHERS) / (size + 1))]));
}

function usesOf(mentions: readonly EventMention[]): ReadonlyMap<string, Use> {
  const found = new Map<string, { mentions: number; reports: Set<object> }>();
  for (const { analysis, event } of mentions) {
    const use = found.get(event.lemma) ?? { mentions: 0, reports: new Set() };
    use.mentions += 1;
    use.reports.add(analysis);
    found.set(event.lemma, use);
  }
  return new Map(
    [...found].map(([lemma, { mentions: count, reports }]) => [
      lemma,
      { mentions: count, reports: reports.size },
    ]),
  );
}
