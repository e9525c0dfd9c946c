import type { Article } from "../model/article.ts";
import type { Analysis } from "../model/layers.ts";
import type { LinkedEvent, Origin, Story } from "../model/link.ts";
import type { EntityLinks } from "./entity.ts";
import { refKey } from "./entity.ts";
import { Groups } from "./groups.ts";
import type { IdMaker } from "./id.ts";

/** Events below this are too incidental to hold two reports together. Set by hand on reports of our own. */
const TELLING_SALIENCE = 0.4;
/** Likeness (cosine of entities weighted by rarity) from which two reports tell one story. */
const ALIKE = 0.35;
/** A report this much older than the other tells another story about the same people. */
const REACH_DAYS = 200;

interface Found {
  readonly entities: EntityLinks;
  readonly events: readonly Omit<LinkedEvent, "story">[];
  readonly origins: readonly Origin[];
  readonly ids: IdMaker;
}

/** Reports that belong together: they share an origin, an event of the time, or most of their actors. */
export function findStories(analyses: readonly Analysis[], found: Found): readonly Story[] {
  const articles = new Map(analyses.map(({ article }) => [article.id, article]));
  const groups = new Groups(articles.keys());
  for (const { articles: copies } of found.origins) joinAll(groups, copies);
  for (const event of found.events) {
    const telling = event.salience >= TELLING_SALIENCE && !isBackground(event, articles);
    if (telling)
      joinAll(
        groups,
        event.citations.map((each) => each.article),
      );
  }
  const vectors = entityVectors(analyses, found.entities);
  for (const [a, b] of alikePairs(vectors)) if (inReach(articles.get(a), articles.get(b))) groups.join(a, b);
  return groups.all().map((members) => toStory(members, { articles, vectors, ...found }));
}

function joinAll(groups: Groups<string>, members: readonly string[]): void {
  for (const member of members.slice(1)) if (members[0]) groups.join(members[0], member);
}

/** What was over a year before the first report of it is history that many stories share. */
function isBackground(event: Omit<LinkedEvent, "story">, articles: ReadonlyMap<string, Article>): boolean {
  const days = event.citations.flatMap((each) => articles.get(each.article)?.published.value ?? []).sort();
  const first = days[0];
  if (event.time.end === null || first === undefined) return event.time.end === null;
  return Date.parse(first) - Date.parse(event.time.end) > 365 * 86_400_000;
}

function inReach(a: Article | undefined, b: Article | undefined): boolean {
  const [x, y] = [a?.published.value, b?.published.value];
  return !x || !y || Math.abs(Date.parse(x) - Date.parse(y)) <= REACH_DAYS * 86_400_000;
}

type Vector = ReadonlyMap<string, number>;

function entityVectors(analyses: readonly Analysis[], { idOf }: EntityLinks): ReadonlyMap<string, Vector> {
  const counts = new Map<string, Map<string, number>>();
  const reports = new Map<string, number>();
  for (const { article, entities } of analyses) {
    const vector = new Map<string, number>();
    for (const entity of entities) {
      const id = idOf.get(refKey({ article: article.id, id: entity.id }));
      if (id) vector.set(id, (vector.get(id) ?? 0) + 1 + Math.log(entity.mentions.length));
    }
    for (const id of vector.keys()) reports.set(id, (reports.get(id) ?? 0) + 1);
    counts.set(article.id, vector);
  }
  const weigh = (id: string) => Math.log(1 + analyses.length / (reports.get(id) ?? 1));
  return new Map([...counts].map(([article, vector]) => [article, unit(vector, weigh)]));
}

function unit(vector: ReadonlyMap<string, number>, weigh: (id: string) => number): Vector {
  const weighed = [...vector].map(([id, count]) => [id, count * weigh(id)] as const);
  const length = Math.hypot(...weighed.map(([, value]) => value)) || 1;
  return new Map(weighed.map(([id, value]) => [id, value / length]));
}

/** Pairs over the threshold; only reports that share an entity are compared. */
function alikePairs(vectors: ReadonlyMap<string, Vector>): [string, string][] {
  const holders = new Map<string, string[]>();
  const products = new Map<string, number>();
  for (const [article, vector] of vectors) {
    for (const [id, value] of vector) {
      const others = holders.get(id) ?? [];
      for (const other of others) {
        const pair = `${other}\n${article}`;
        products.set(pair, (products.get(pair) ?? 0) + value * (vectors.get(other)?.get(id) ?? 0));
      }
      holders.set(id, [...others, article]);
    }
  }
  return [...products]
    .filter(([, cosine]) => cosine >= ALIKE)
    .map(([pair]) => pair.split("\n") as [string, string]);
}

function toStory(
  members: readonly string[],
  context: Found & { articles: ReadonlyMap<string, Article>; vectors: ReadonlyMap<string, Vector> },
): Story {
  const inside = new Set(members);
  const days = members.flatMap((id) => context.articles.get(id)?.published.value ?? []).sort();
  return {
    id: context.ids.make("s", members[0] ?? ""),
    title: titleOf(members, context),
    articles: members,
    events: context.events
      .filter((event) => event.citations.some((each) => inside.has(each.article)))
      .map(({ id }) => id),
    begin: days[0] ?? null,
    end: days.at(-1) ?? null,
  };
}

/** The title of the report that shares most with the others. */
function titleOf(
  members: readonly string[],
  { articles, vectors }: { articles: ReadonlyMap<string, Article>; vectors: ReadonlyMap<string, Vector> },
): string {
  const sum = new Map<string, number>();
  for (const id of members)
    for (const [key, value] of vectors.get(id) ?? []) sum.set(key, (sum.get(key) ?? 0) + value);
  const score = (id: string) =>
    [...(vectors.get(id) ?? [])].reduce((total, [key, value]) => total + value * (sum.get(key) ?? 0), 0);
  const titled = members.filter((id) => articles.get(id)?.title);
  const best = [...titled].sort((a, b) => score(b) - score(a))[0];
  return (best && articles.get(best)?.title) ?? "Untitled story";
}
