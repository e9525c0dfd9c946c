import type { Article } from "../model/article.ts";
import { dayNumber, edtfBounds } from "../model/calendar.ts";
import type { LinkedEntity, LinkedEvent, Origin, Story } from "../model/link.ts";
import type { Member } from "../model/near.ts";
import { averageLinkage } from "./average-linkage.ts";
import type { IdMaker } from "./id.ts";
import { mainActors } from "./story-actors.ts";
import { splitLookAlikes } from "./story-split.ts";
import { storyTerms } from "./story-terms.ts";
import { storyTitle } from "./story-title.ts";
import { likeness } from "./terms.ts";
import { fading } from "./ties.ts";

/** Mean likeness of the reports of a story, at the least. From 0.17 to 0.23 made little difference; see docs/linking.md. */
const SAME_STORY = 0.2;

interface Found {
  readonly events: readonly Omit<LinkedEvent, "story">[];
  readonly origins: readonly Origin[];
  /** Origin of each article. */
  readonly originOf: ReadonlyMap<string, string>;
  readonly entities: readonly LinkedEntity[];
  readonly ids: IdMaker;
}

/** Reports that belong together: those that are alike on average; one piece of reporting is in one story. */
export function findStories(members: readonly Member[], found: Found): readonly Story[] {
  const byId = new Map(members.map((member) => [member.sketch.article, member]));
  const pieces = found.origins.map(({ articles }) => articles.flatMap((id) => byId.get(id) ?? []));
  const firsts = pieces.flatMap(([first]) => first ?? []);
  const order = new Map(members.map((member, i) => [member, i]));
  return groupPieces(firsts).map((group) => {
    const inside = group.flatMap((piece) => pieces[piece] ?? []);
    return toStory(
      inside.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
      found,
    );
  });
}

/** Groups of pieces of reporting, each known by its first report, because copies say the same. */
function groupPieces(firsts: readonly Member[]): readonly (readonly number[])[] {
  const pieces = firsts.map(({ analysis, sketch: { place } }) => ({
    terms: storyTerms(analysis),
    place,
    day: dayOf(analysis.article),
  }));
  const alike = (a: number, b: number): number => {
    const [x, y] = [pieces[a], pieces[b]];
    return x && y ? likeness(x.terms, y.terms) * fading(x.place, y.place) : 0;
  };
  const clusters = averageLinkage(pieces.length, alike, SAME_STORY);
  return splitLookAlikes(clusters, (piece) => pieces[piece]?.day ?? null);
}

function dayOf({ published }: Article): number | null {
  const begin = published.value === null ? null : edtfBounds(published.value)?.begin;
  return begin ? dayNumber(begin) : null;
}

function toStory(members: readonly Member[], { events, entities, originOf, ids }: Found): Story {
  const articles = members.map(({ sketch }) => sketch.article);
  const inside = new Set(articles);
  const days = members.flatMap(({ analysis }) => analysis.article.published.value ?? []).sort();
  const own = events.filter((event) => inside.has(event.citations[0]?.article ?? ""));
  return {
    id: ids.make("s", articles[0] ?? ""),
    title: storyTitle(members, own),
    articles,
    events: own.map(({ id }) => id),
    actors: mainActors(own, { entities, originOf }),
    begin: days[0] ?? null,
    end: days.at(-1) ?? null,
  };
}
