import type { Contents } from "../contents.ts";
import type { LinkedEntity } from "../library.ts";
import { type Html, html } from "../parts/html.ts";
import { entityPath } from "../parts/links.ts";
import { page } from "../parts/page.ts";
import { storyKicker } from "../parts/story.ts";
import { wordsOf } from "../query.ts";
import type { View } from "../view.ts";
import { placesMap, spotsOf } from "./map.ts";
import { TYPES } from "./types.ts";

/** Names that are shown at once of a kind; the others are found by their words. */
const MOST = 90;

/** Mentioned in more reports first. */
function byReports(a: LinkedEntity, b: LinkedEntity): number {
  return reportsOf(b) - reportsOf(a) || a.name.localeCompare(b.name, "en");
}

function reportsOf({ mentions }: LinkedEntity): number {
  return new Set(mentions.map(({ article }) => article)).size;
}

async function listing(type: LinkedEntity["type"], all: readonly LinkedEntity[]): Promise<Html | null> {
  const found = all.filter((entity) => entity.type === type).sort(byReports);
  if (found.length === 0) return null;
  const items = found
    .slice(0, MOST)
    .map(
      (entity) =>
        html`<li><a href="${entityPath(entity.id)}"><bdi>${entity.name}</bdi></a> <span class="number">${reportsOf(entity)}</span></li>`,
    );
  const more =
    found.length > MOST
      ? html`<p class="note">and ${found.length - MOST} more, in fewer reports: look for them by name.</p>`
      : null;
  const picture = type === "place" ? await placesMap(spotsOf(found)) : null;
  return html`<section class="part" id="${type}"><h2>${TYPES[type].many}</h2>${picture}<ul class="names">${items}</ul>${more}</section>`;
}

function hasWords({ names }: LinkedEntity, words: readonly string[]): boolean {
  const text = names.join("\n").toLocaleLowerCase("en");
  return words.every((word) => text.includes(word));
}

/** Those that reports of a story name, counted in these reports only. */
function entitiesOf({ links, reportOf }: Contents, story: string): readonly LinkedEntity[] {
  return links.entities.flatMap((entity) => {
    const mentions = entity.mentions.filter(({ article }) => reportOf.get(article)?.stories.includes(story));
    return mentions.length === 0 ? [] : [{ ...entity, mentions }];
  });
}

function form(words: string, story: string): Html {
  const within = story === "" ? null : html`<input type="hidden" name="story" value="${story}">`;
  return html`<form class="search wide" action="/entities" method="get"><label class="hidden" for="name">Name</label>
<input id="name" name="name" type="search" maxlength="200" value="${words}" placeholder="Name" autocomplete="off">${within}<button type="submit">Find</button></form>`;
}

/** `/entities`: everybody and everything that has a name, by kind. */
export const entitiesPage: View = async ({ contents, query }) => {
  const [name, story] = [wordsOf(query, "name"), wordsOf(query, "story")];
  const words = name.toLocaleLowerCase("en").split(/\s+/).filter(Boolean);
  const named = story === "" ? contents.links.entities : entitiesOf(contents, story);
  const entities = named.filter((entity) => hasWords(entity, words));
  const types = Object.keys(TYPES) as LinkedEntity["type"][];
  const lists = await Promise.all(types.map((type) => listing(type, entities)));
  const none = entities.length === 0 ? html`<p class="nothing" role="status">No such names.</p>` : null;
  const main = html`<header class="opening">${storyKicker(contents, story)}<h1>Names</h1><p class="standfirst">With the number of reports that mention them</p>${form(name, story)}</header>${lists}${none}`;
  return page("names", "Names", main);
};
