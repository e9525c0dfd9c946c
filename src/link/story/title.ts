import type { LinkedEvent } from "../../model/link.ts";
import type { Member } from "../../model/near.ts";

/** Where fewer of the reports than this share have a title, none speaks for the story. */
const TITLED = 1 / 3;

type Told = Pick<LinkedEvent, "headline" | "origins" | "salience">;

/** The title of the report that is most like all of them; what its weightiest event tells, where few have a title. */
export function storyTitle(members: readonly Member[], events: readonly Told[]): string {
  const titled = members.filter(({ analysis }) => analysis.article.title);
  const headline = weightiest(events)?.headline;
  if (titled.length === 0 || (headline && titled.length < TITLED * members.length))
    return headline || "Untitled story";
  const all = new Map<number, number>();
  for (const { sketch } of members)
    for (const [word, weight] of wordsOf(sketch)) all.set(word, (all.get(word) ?? 0) + weight);
  const centrality = ({ sketch }: Member): number =>
    wordsOf(sketch).reduce((sum, [word, weight]) => sum + weight * (all.get(word) ?? 0), 0);
  const best = firstOfMost(titled, centrality);
  return best?.analysis.article.title ?? "Untitled story";
}

function wordsOf({ terms: { words, weights } }: Member["sketch"]): (readonly [number, number])[] {
  return Array.from(words, (word, index) => [word, weights[index] ?? 0] as const);
}

function weightiest(events: readonly Told[]): Told | undefined {
  return firstOfMost(events, ({ origins, salience }) => origins * salience);
}

/** The first of those that score most. */
function firstOfMost<Item>(items: readonly Item[], scoreOf: (item: Item) => number): Item | undefined {
  let best: { readonly item: Item; readonly score: number } | undefined;
  for (const item of items) {
    const score = scoreOf(item);
    if (!best || score > best.score) best = { item, score };
  }
  return best?.item;
}
