import type { Chronicle, LinkedEntity, TimelineEntry } from "../library.ts";
import { byId, citationDetails } from "../parts/citation.ts";
import { claimsOf } from "../parts/claim.ts";
import { date } from "../parts/dates.ts";
import { type Html, html } from "../parts/html.ts";
import { entityPath } from "../parts/links.ts";
import { page, RequestError } from "../parts/page.ts";
import { quotationView } from "../parts/quotation.ts";
import { entryView } from "../timeline/entry.ts";
import type { View } from "../view.ts";

const TYPES: Readonly<Record<LinkedEntity["type"], { readonly one: string; readonly many: string }>> = {
  person: { one: "Person", many: "People" },
  organization: { one: "Organisation", many: "Organisations" },
  place: { one: "Place", many: "Places" },
  other: { one: "Other name", many: "Other names" },
};

function otherNames({ name, names }: LinkedEntity): Html | null {
  const others = names.filter((other) => other !== name);
  if (others.length === 0) return null;
  return html`<p class="standfirst">Also called ${others.map((other, index) => html`${index > 0 ? ", " : null}<bdi>${other}</bdi>`)}</p>`;
}

function roles({ roles: all }: LinkedEntity, chronicle: Chronicle): Html | null {
  if (all.length === 0) return null;
  const articles = byId(chronicle.articles());
  const items = all.map(
    ({ title, asOf, citations }) =>
      html`<li><bdi>${title}</bdi> <span class="note">as of ${date(asOf, "an undated report")}</span>${citationDetails(citations, articles)}</li>`,
  );
  return html`<section class="part"><h2>Roles</h2><ul class="roles">${items}</ul></section>`;
}

function takesPart({ participants, place }: TimelineEntry, entity: string): boolean {
  return place?.id === entity || participants.some(({ id }) => id === entity);
}

function entries(chronicle: Chronicle, entity: string): Html | null {
  const found = chronicle
    .timelines()
    .flatMap((timeline) => timeline.entries.filter((entry) => takesPart(entry, entity)));
  if (found.length === 0) return null;
  const context = { level: 3, claims: claimsOf(chronicle.links()) } as const;
  const items = found.map((entry) => html`<li>${entryView(entry, context)}</li>`);
  return html`<section class="part"><h2>Events</h2><ol class="entries">${items}</ol></section>`;
}

function sayings(chronicle: Chronicle, entity: string): Html | null {
  const articles = byId(chronicle.articles());
  const said = chronicle.links().quotations.filter(({ speaker }) => speaker === entity);
  if (said.length === 0) return null;
  return html`<section class="part"><h2>Said</h2><ol class="quotations">${said.map((quotation) => quotationView(quotation, articles))}</ol></section>`;
}

/** `/entities/:id`: names, roles, events and words of one person, organisation or place. */
export const entityPage: View = ({ chronicle, id }) => {
  const entity = chronicle.links().entities.find((one) => one.id === id);
  if (!entity) throw new RequestError(404, "There is nobody and nothing with this id.");
  const main = html`<header class="opening"><p class="kicker">${TYPES[entity.type].one}</p><h1><bdi>${entity.name}</bdi></h1>${otherNames(entity)}</header>
${roles(entity, chronicle)}${entries(chronicle, id)}${sayings(chronicle, id)}`;
  return page("names", entity.name, main);
};

function listing(type: LinkedEntity["type"], all: readonly LinkedEntity[]): Html | null {
  const found = all
    .filter((entity) => entity.type === type)
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
  if (found.length === 0) return null;
  const items = found.map(
    ({ id, name, mentions }) =>
      html`<li><a href="${entityPath(id)}"><bdi>${name}</bdi></a> <span class="number">${mentions.length}</span></li>`,
  );
  return html`<section class="part"><h2>${TYPES[type].many}</h2><ul class="names">${items}</ul></section>`;
}

/** `/entities`: everybody and everything that has a name, by kind. */
export const entitiesPage: View = ({ chronicle }) => {
  const { entities } = chronicle.links();
  const lists = (Object.keys(TYPES) as LinkedEntity["type"][]).map((type) => listing(type, entities));
  const none = entities.length === 0 ? html`<p class="nothing">No names yet.</p>` : null;
  const main = html`<header class="opening"><h1>Names</h1><p class="standfirst">With the number of reports that mention them</p></header>${lists}${none}`;
  return page("names", "Names", main);
};
