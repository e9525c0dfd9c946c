import { type Chronicle, pageId, type Timeline, type TimelineEntry } from "../library.ts";
import { type Claims, claimsOf } from "../parts/claim.ts";
import { count } from "../parts/count.ts";
import { date } from "../parts/dates.ts";
import { type Html, html } from "../parts/html.ts";
import { storyPath } from "../parts/links.ts";
import { page, RequestError } from "../parts/page.ts";
import type { View } from "../view.ts";
import { band } from "./band.ts";
import { type EntryContext, entryView } from "./entry.ts";
import { filterEntries, filterForm, filterOf, isFiltered } from "./timeline-filter.ts";
import { groupEntries, type YearGroup } from "./timeline-groups.ts";

function list(entries: readonly TimelineEntry[], context: EntryContext): Html {
  return html`<ol class="entries">${entries.map((entry) => html`<li>${entryView(entry, context)}</li>`)}</ol>`;
}

function yearSection({ year, months }: YearGroup, claims: Claims): Html {
  const sections = months.map(
    ({ month, entries }) =>
      html`<section class="month"><h3>${month ?? `${year}, month not known`}</h3>${list(entries, { level: 4, claims })}</section>`,
  );
  return html`<section class="year"><h2>${year}</h2>${sections}</section>`;
}

interface Apart {
  readonly title: string;
  readonly note: string;
  readonly entries: readonly TimelineEntry[];
}

function apart({ title, note, entries }: Apart, claims: Claims): Html | null {
  if (entries.length === 0) return null;
  return html`<section class="apart"><h2>${title}</h2><p class="note">${note}</p>${list(entries, { level: 3, claims })}</section>`;
}

function sections(entries: readonly TimelineEntry[], claims: Claims): Html {
  const { years, background, undated } = groupEntries(entries);
  const older = "Older than the story itself, told by its reports.";
  return html`${years.map((year) => yearSection(year, claims))}
${apart({ title: "Background", note: older, entries: background }, claims)}
${apart({ title: "Undated", note: "The reports do not say when.", entries: undated }, claims)}`;
}

/** Begin and end of a story, or null where neither is known. */
export function span({ begin, end }: Pick<Timeline, "begin" | "end">): Html | null {
  if (begin === null && end === null) return null;
  return begin === end ? date(begin) : html`${date(begin)} – ${date(end)}`;
}

function reportsOf(chronicle: Chronicle, story: string) {
  return chronicle.articles().filter((article) => article.story === story);
}

function facts(timeline: Timeline, reports: ReturnType<typeof reportsOf>): Html {
  const origins = new Set(reports.map(({ origin, id }) => origin ?? id)).size;
  const outlets = new Set(reports.flatMap(({ outlet }) => outlet ?? [])).size;
  const reach = [
    count(new Set(reports.map(({ id }) => pageId(id))).size, "report"),
    count(outlets, "outlet"),
    count(origins, "origin"),
  ];
  const days = span(timeline);
  return html`<p class="standfirst">${days ? html`${days} · ` : null}${reach.join(" · ")}</p>`;
}

/** `/stories/:id`: one story in order, as exact as it is known. */
export const timelinePage: View = ({ chronicle, id, query }) => {
  const timeline = chronicle.timelines().find(({ story }) => story === id);
  if (!timeline) throw new RequestError(404, "There is no story with this id.");
  const filter = filterOf(query);
  const entries = filterEntries(timeline.entries, filter);
  const reports = reportsOf(chronicle, id);
  const published = reports.flatMap((article) => article.published.value ?? []);
  const dated = timeline.entries.filter((entry) => !entry.background);
  const shown = isFiltered(filter)
    ? html`<p class="note" role="status">${entries.length} of ${count(timeline.entries.length, "entry", "entries")} shown</p>`
    : null;
  const main = html`<header class="opening"><h1><bdi>${timeline.title}</bdi></h1>${facts(timeline, reports)}
${band(dated, published)}${filterForm(timeline.entries, filter, storyPath(id))}${shown}</header>
${entries.length === 0 ? html`<p class="nothing">No entry fits.</p>` : sections(entries, claimsOf(chronicle.links()))}`;
  return page("stories", timeline.title, main);
};
