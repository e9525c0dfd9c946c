import { joinLinks } from "../model/join-links.ts";
import type { Analysis } from "../model/layers.ts";
import type { Links } from "../model/link.ts";
import type { Member, Place, Ties } from "../model/near.ts";
import { withDifferences } from "./disagreement/across.ts";
import { linkDescribed, linkEntities } from "./entity.ts";
import { linkEvents } from "./event.ts";
import { IdMaker } from "./id.ts";
import { partsOf, tieAll } from "./near/part.ts";
import { sketchOf } from "./near/sketch.ts";
import { findOrigins } from "./origin.ts";
import { withoutPresumedDead } from "./presumed-dead.ts";
import { linkQuantities } from "./quantity.ts";
import { linkQuotations } from "./quotation.ts";
import { storyDays } from "./story/days.ts";
import { findStories } from "./story/story.ts";
import { type LinkTables, NO_LINK_TABLES } from "./tables.ts";
import { trim } from "./trim.ts";
import { withoutRepetitions } from "./version.ts";

const ALONE: Ties = { parent: null, follows: 0, copies: [], credited: [], version: null };

/**
 * Finds what is the same across reports. The order in which they are given does not matter: those that hang
 * together are linked with each other, part by part. Without tables, names are one only where they are written
 * alike, and every word tells as much as any other.
 */
export function linkAnalyses(unordered: Iterable<Analysis>, tables: LinkTables = NO_LINK_TABLES): Links {
  const members = new Map<Place, Omit<Member, "ties">>();
  for (const analysis of unordered) {
    const sketch = sketchOf(analysis, tables);
    members.set(sketch.place, { analysis: trim(analysis), sketch });
  }
  const ties = tieAll(Array.from(members.values(), ({ sketch }) => sketch));
  const parts = partsOf(ties).map((places) =>
    places.flatMap((place): Member[] => {
      const member = members.get(place);
      return member ? [{ ...member, ties: ties.get(place) ?? ALONE }] : [];
    }),
  );
  const ordered = parts
    .map((part) => part.sort(byPublication))
    .sort(([a], [b]) => (a && b ? byPublication(a, b) : 0));
  return joinLinks(ordered.map((part) => linkPart(part, tables)));
}

/** Links the reports of one part with each other. */
export function linkPart(unordered: readonly Member[], { names, words }: LinkTables = NO_LINK_TABLES): Links {
  const members = unordered
    .map((member) => ({ ...member, analysis: trim(member.analysis) }))
    .sort(byPublication);
  const whole = members.map(({ analysis }) => analysis);
  const ids = new IdMaker();
  const origins = findOrigins(members, ids);
  const told = withoutRepetitions(whole);
  const originOf = new Map(origins.flatMap(({ id, articles }) => articles.map((article) => [article, id])));
  const described = linkDescribed(told, linkEntities(told, ids, names), names);
  const { entities } = described;
  const analyses = withoutPresumedDead(described.analyses, entities, words);
  const terms = new Map(members.map(({ sketch }) => [sketch.article, sketch.terms]));
  const events = linkEvents(analyses, { entities, ids, originOf, terms, words });
  const stories = findStories(members, {
    events,
    origins,
    originOf,
    entities: entities.entities,
    ids,
    nouns: words.nouns,
  });
  const storyOf = new Map(stories.flatMap((story) => story.events.map((event) => [event, story.id])));
  const byId = new Map(analyses.map((analysis) => [analysis.article.id, analysis]));
  const context = { idOf: entities.idOf, originOf };
  return {
    origins,
    stories: stories.map((story) => ({ ...story, ...storyDays(story, byId, context) })),
    entities: entities.entities,
    events: withDifferences(events, analyses, { entities, originOf, terms, words }).map((event) => ({
      ...event,
      story: storyOf.get(event.id) ?? "",
    })),
    quotations: linkQuotations(analyses, { entities, ids }),
    quantities: linkQuantities(analyses, ids),
  };
}

/** The reports in the order in which they are linked. */
export function inOrder(members: readonly Member[]): readonly Member[] {
  return [...members].sort(byPublication);
}

/** Oldest first, undated last; the id decides between reports of one day. */
function byPublication({ analysis: { article: a } }: Member, { analysis: { article: b } }: Member): number {
  const [x, y] = [a.published.value ?? "9999", b.published.value ?? "9999"];
  if (x !== y) return x < y ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
