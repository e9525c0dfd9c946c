import type { Contents } from "../contents.ts";
import type { Chronicle, LinkedEntity, TimelineEntry } from "../library.ts";
import { citationDetails } from "../parts/citation.ts";
import { count } from "../parts/count.ts";
import { date } from "../parts/dates.ts";
import { type Html, html, join } from "../parts/html.ts";
import { entityPath, partPath, saidPath } from "../parts/links.ts";
import { page, piece, RequestError } from "../parts/page.ts";
import { pager, partOf } from "../parts/pager.ts";
import { quotationView } from "../parts/quotation.ts";
import { entryView } from "../timeline/entry.ts";
import type { Asked, View } from "../view.ts";
import { placesMap, spotsOf } from "./map.ts";
import { TYPES } from "./types.ts";

type Profile = ReturnType<Chronicle["who"]>[number];

/** Entries and quotations that are shown at once, companions that are named. */
const ENTRIES = 40;
const SAID = 12;
const COMPANIONS = 18;
/** Titles that are shown; reports give prominent people very many. */
const ROLES = 16;

function otherNames({ name, names }: LinkedEntity): Html | null {
  const others = names.filter((other) => other !== name).map((other) => html`<bdi>${other}</bdi>`);
  return others.length === 0 ? null : html`<p class="standfirst">Also called ${join(others, ", ")}</p>`;
}

function seen({ reports, first, last }: Profile): Html {
  const days =
    first === null
      ? null
      : first === last
        ? html` · ${date(first)}`
        : html` · first ${date(first)}, last ${date(last)}`;
  return html`<p class="standfirst">In ${count(reports, "report")}${days}</p>`;
}

/** "2001 – 2003" of the reports that give a role, as exact as their days. */
function heldLine({ first, last }: Profile["roles"][number]): Html {
  if (first === null) return html`<span class="note">in undated reports</span>`;
  const until = last === first ? null : html` to ${date(last)}`;
  return html`<span class="note">in reports of ${date(first)}${until}</span>`;
}

function roles({ roles: all }: Profile, contents: Contents): Html | null {
  if (all.length === 0) return null;
  const most = [...all].sort((a, b) => b.citations.length - a.citations.length).slice(0, ROLES);
  const items = all
    .filter((role) => most.includes(role))
    .map(
      (role) =>
        html`<li><bdi>${role.title}</bdi> ${heldLine(role)}${citationDetails(role.citations, contents)}</li>`,
    );
  const rest = all.filter((role) => !most.includes(role)).map(({ title }) => html`<bdi>${title}</bdi>`);
  const left =
    rest.length === 0
      ? null
      : html`<details class="lesser"><summary>${count(rest.length, "title")} given less often</summary><p>${join(rest, "; ")}</p></details>`;
  return html`<section class="part"><h2>Roles over time</h2><ul class="roles">${items}</ul>${left}</section>`;
}

function companions({ with: all }: Profile): Html | null {
  if (all.length === 0) return null;
  const items = all
    .slice(0, COMPANIONS)
    .map(
      ({ id, name, events }) =>
        html`<li><a href="${entityPath(id)}"><bdi>${name}</bdi></a> <span class="number">${events.length}</span></li>`,
    );
  return html`<section class="part"><h2>Together with</h2><p class="note">With the number of events that both take part in</p><ul class="names">${items}</ul></section>`;
}

function takesPart({ participants, place }: TimelineEntry, entity: string): boolean {
  return place?.id === entity || participants.some(({ id }) => id === entity);
}

function entries({ contents, id, query, since }: Asked): Html | null {
  const found = contents.timelines.flatMap((timeline) =>
    timeline.entries.filter((entry) => takesPart(entry, id)),
  );
  if (found.length === 0) return null;
  const part = partOf(found, query, { size: ENTRIES, isWanted: ({ event }) => event === query.get("at") });
  const items = part.shown.map((entry) => html`<li>${entryView(entry, { contents, level: 3, since })}</li>`);
  const stories = contents.timelines.filter(({ entries: all }) => all.some((entry) => takesPart(entry, id)));
  const filters = stories.map(
    ({ story, title }) => html`<a href="${partPath(story, id)}"><bdi>${title}</bdi></a>`,
  );
  return html`<section class="part" id="results"><h2>Events <span class="number">${found.length}</span></h2><p class="note">On the timeline of ${join(filters.slice(0, 5), "; ")}</p><ol class="entries">${items}</ol>${pager(part, entityPath(id), "events")}</section>`;
}

/** Events that are kept, but too slight for a timeline. */
function lesser({ events }: Profile, contents: Contents): Html | null {
  const found = events.filter(({ event }) => !contents.entries.has(event.id)).length;
  if (found === 0) return null;
  return html`<p class="note">${count(found, "lesser event")} with it ${found === 1 ? "is" : "are"} kept, and on no timeline.</p>`;
}

function sayings({ said, entity }: Profile, contents: Contents): Html | null {
  if (said.length === 0) return null;
  const shown = said.slice(0, SAID).map((quotation) => quotationView(quotation, contents));
  const all = html`<p><a href="${saidPath(entity.id)}">All ${count(said.length, "quotation")}</a></p>`;
  return html`<section class="part"><h2>Said <span class="number">${said.length}</span></h2><ol class="quotations">${shown}</ol>${said.length > SAID ? all : null}</section>`;
}

/** `/entities/:id`: what is known of one person, organisation or place. */
export const entityPage: View = async (asked) => {
  const { contents, id, query } = asked;
  const profile = contents.chronicle.who(id).find(({ entity }) => entity.id === id);
  if (!profile) throw new RequestError(404, "There is nobody and nothing with this id.");
  if (query.get("part") === "list") return piece(html`${entries(asked)}`);
  const { entity } = profile;
  const main = html`<header class="opening"><p class="kicker">${TYPES[entity.type].one}</p><h1><bdi>${entity.name}</bdi></h1>${otherNames(entity)}${seen(profile)}</header>
${await placesMap(spotsOf([entity]))}${roles(profile, contents)}${companions(profile)}${sayings(profile, contents)}${entries(asked)}${lesser(profile, contents)}`;
  return page("names", entity.name, main);
};
