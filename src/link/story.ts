import type { Article } from "../model/article.ts";
import type { LinkedEvent, Origin, Story } from "../model/link.ts";
import type { Member } from "../model/near.ts";
import { averageLinkage } from "./average-linkage.ts";
import type { IdMaker } from "./id.ts";
import { likeness } from "./terms.ts";
import { nearness } from "./ties.ts";

/**
 * Mean likeness of the reports of a story. Set on 34 annotated clusters of web articles, a little below the best
 * (0.22), because a story over months changes its words; see docs/linking.md.
 */
const SAME_STORY = 0.18;

interface Found {
  readonly events: readonly Omit<LinkedEvent, "story">[];
  readonly origins: readonly Origin[];
  readonly ids: IdMaker;
}

/** Reports that belong together: those that are alike on average; one piece of reporting is in one story. */
export function findStories(members: readonly Member[], found: Found): readonly Story[] {
  const byId = new Map(members.map((member) => [member.sketch.article, member]));
  const pieces = found.origins.map(({ articles }) => articles.flatMap((id) => byId.get(id) ?? []));
  const alike = (a: number, b: number): number => pieceNearness(pieces[a] ?? [], pieces[b] ?? []);
  const order = new Map(members.map((member, i) => [member, i]));
  return averageLinkage(pieces.length, alike, SAME_STORY).map((group) => {
    const inside = group.flatMap((piece) => pieces[piece] ?? []);
    return toStory(
      inside.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
      found,
    );
  });
}

/** How alike two pieces of reporting are: as their first reports, because copies say the same. */
function pieceNearness([a]: readonly Member[], [b]: readonly Member[]): number {
  return a && b ? nearness(a.sketch, b.sketch) : 0;
}

function toStory(members: readonly Member[], { events, ids }: Found): Story {
  const articles = members.map(({ sketch }) => sketch.article);
  const inside = new Set(articles);
  const days = members.flatMap(({ analysis }) => analysis.article.published.value ?? []).sort();
  return {
    id: ids.make("s", articles[0] ?? ""),
    title: titleOf(members),
    articles,
    events: events.filter((event) => inside.has(event.citations[0]?.article ?? "")).map(({ id }) => id),
    begin: days[0] ?? null,
    end: days.at(-1) ?? null,
  };
}

/** The title of the report that is most like all of them. */
function titleOf(members: readonly Member[]): string {
  const centrality = ({ sketch }: Member): number =>
    members.reduce((sum, other) => sum + likeness(sketch.terms, other.sketch.terms), 0);
  const titled = members.filter(
    ({ analysis: { article } }: { analysis: { article: Article } }) => article.title,
  );
  const ranked = titled
    .map((member) => ({ member, score: centrality(member) }))
    .sort((a, b) => b.score - a.score);
  return ranked[0]?.member.analysis.article.title ?? "Untitled story";
}
