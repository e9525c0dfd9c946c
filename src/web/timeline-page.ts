import { band } from "./band.ts";
import { count } from "./count.ts";
import { date } from "./dates.ts";
import { entryView } from "./entry.ts";
import { type Html, html } from "./html.ts";
import type { Chronicle, Timeline, TimelineEntry } from "./library.ts";
import { storyPath } from "./links.ts";
import { page, RequestError } from "./page.ts";
import { filterEntries, filterForm, filterOf, isFiltered } from "./timeline-filter.ts";
import { groupEntries, type MonthGroup, type YearGroup } from "./timeline-groups.ts";
import type { View } from "./view.ts";

function list(entries: readonly TimelineEntry[], level: 3 | 4): Html {
  return html`<ol class="entries">${entries.map((entry) => html`<li>${entryView(entry, level)}</li>`)}</ol>`;
}

function monthSection({ month, entries }: MonthGroup, year: string): Html {
  return html`<section class="month"><h3>${month ?? `${year}, month not known`}</h3>${list(entries, 4)}</section>`;
}

function yearSection({ year, months }: YearGroup): Html {
  return html`<section class="year"><h2>${year}</h2>${months.map((group) => monthSection(group, year))}</section>`;
}

function apart(title: string, note: string, entries: readonly TimelineEntry[]): Html | null {
  if (entries.length === 0) return null;
  return html`<section class="apart"><h2>${title}</h2><p class="note">${note}</p>${list(entries, 3)}</section>`;
}

function sections(entries: readonly TimelineEntry[]): Html {
  const { years, background, undated } = groupEntries(entries);
  return html`${years.map(yearSection)}
${apart("Background", "Older than the story itself, told by its reports.", background)}
${apart("Undated", "The reports do not say when.", undated)}`;
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
  const reach = [count(reports.length, "report"), count(outlets, "outlet"), count(origins, "origin")];
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
${entries.length === 0 ? html`<p class="nothing">No entry fits.</p>` : sections(entries)}`;
  return page("stories", timeline.title, main);
};
