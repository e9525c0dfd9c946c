import type { Analysis } from "../model/layers.ts";
import type { Links } from "../model/link.ts";
import { linkEntities } from "./entity.ts";
import { linkEvents } from "./event.ts";
import { IdMaker } from "./id.ts";
import { findOrigins } from "./origin.ts";
import { linkQuantities } from "./quantity.ts";
import { linkQuotations } from "./quotation.ts";
import { findStories } from "./story.ts";
import { trim } from "./trim.ts";
import { withoutRepetitions } from "./version.ts";

/** Finds what is the same across reports. The order in which they are given does not matter. */
export function linkAnalyses(unordered: Iterable<Analysis>): Links {
  const whole = Array.from(unordered, trim).sort(byPublication);
  const ids = new IdMaker();
  const origins = findOrigins(whole, ids);
  const analyses = withoutRepetitions(whole);
  const originOf = new Map(origins.flatMap(({ id, articles }) => articles.map((article) => [article, id])));
  const entities = linkEntities(analyses, ids);
  const events = linkEvents(analyses, { entities, ids, originOf });
  const stories = findStories(analyses, { events, origins, ids });
  const storyOf = new Map(stories.flatMap((story) => story.articles.map((article) => [article, story.id])));
  return {
    origins,
    stories,
    entities: entities.entities,
    events: events.map((event) => ({
      ...event,
      story: storyOf.get(event.citations[0]?.article ?? "") ?? "",
    })),
    quotations: linkQuotations(analyses, { entities, ids }),
    quantities: linkQuantities(analyses, ids),
  };
}

/** Oldest first, undated last; the id decides between reports of one day. */
function byPublication({ article: a }: Analysis, { article: b }: Analysis): number {
  const [x, y] = [a.published.value ?? "9999", b.published.value ?? "9999"];
  if (x !== y) return x < y ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
