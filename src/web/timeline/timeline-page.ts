import type { Contents } from "../contents.ts";
import { pageId, type Timeline, type TimelineEntry } from "../library.ts";
import { count } from "../parts/count.ts";
import { date } from "../parts/dates.ts";
import { type Html, html } from "../parts/html.ts";
import { storyPath } from "../parts/links.ts";
import { page, piece } from "../parts/page.ts";
import { type Part, pager, partOf } from "../parts/pager.ts";
import { actorsLine } from "../stories/actors.ts";
import type { Asked, View } from "../view.ts";
import { type Band, band } from "./band.ts";
import { type EntryContext, entryView } from "./entry.ts";
import { type Filter, filterEntries, filterOf, isFiltered } from "./filter.ts";
import { filteredPath, filterForm, shownLine } from "./filter-form.ts";
import { groupEntries, inReadingOrder, type YearGroup } from "./groups.ts";
import { newsOf } from "./news.ts";
import { pendingBox } from "./pending.ts";
import { toldTimeline } from "./told.ts";

/** Entries sent at once: a page of them stays well below 250 KB. */
const SIZE = 80;

/** How the entries of a list are shown. */
interface ListContext extends Omit<EntryContext, "level" | "place"> {
  readonly band: Band | null;
}

function list(entries: readonly TimelineEntry[], level: 3 | 4, context: ListContext): Html {
  const items = entries.map((entry) => {
    const place = entry.background ? null : (context.band?.placeOf(entry) ?? null);
    return html`<li>${entryView(entry, { ...context, level, place })}</li>`;
  });
  return html`<ol class="entries">${items}</ol>`;
}

function yearSection({ year, months }: YearGroup, context: ListContext): Html {
  const sections = months.map(
    ({ month, entries }) =>
      html`<section class="month"><h3>${month ?? `${year}, month not known`}</h3>${list(entries, 4, context)}</section>`,
  );
  return html`<section class="year"><h2>${year}</h2>${sections}</section>`;
}

interface Apart {
  readonly title: string;
  readonly note: string;
  readonly entries: readonly TimelineEntry[];
}

function apart({ title, note, entries }: Apart, context: ListContext): Html | null {
  if (entries.length === 0) return null;
  return html`<section class="apart"><h2>${title}</h2><p class="note">${note}</p>${list(entries, 3, context)}</section>`;
}

function sections(entries: readonly TimelineEntry[], context: ListContext): Html {
  const { years, background, undated } = groupEntries(entries);
  const older = "Older than the story itself, told by its reports.";
  return html`${years.map((year) => yearSection(year, context))}
${apart({ title: "Background", note: older, entries: background }, context)}
${apart({ title: "Undated", note: "The reports do not say when.", entries: undated }, context)}`;
}

/** Begin and end of a story, or null where neither is known. */
export function span({ begin, end }: Pick<Timeline, "begin" | "end">): Html | null {
  if (begin === null && end === null) return null;
  return begin === end ? date(begin) : html`${date(begin)} – ${date(end)}`;
}

type Reports = Contents["reports"];

/** "177 reports · 8 outlets · 170 origins" */
export function reachOf(reports: Reports): string {
  const origins = new Set(reports.map(({ origin, id }) => origin ?? id)).size;
  const outlets = new Set(reports.flatMap(({ outlet }) => outlet ?? [])).size;
  const pages = new Set(reports.map(({ id }) => pageId(id))).size;
  const told = [count(pages, "report"), ...(outlets > 0 ? [count(outlets, "outlet")] : [])];
  return [...told, count(origins, "origin")].join(" · ");
}

/** A timeline with all that is asked of it. */
interface Wanted {
  readonly timeline: Timeline;
  readonly filter: Filter;
  /** All entries that fit, in the order in which they are read. */
  readonly entries: readonly TimelineEntry[];
  readonly part: Part<TimelineEntry>;
  /** Reports of the story, those that count. */
  readonly reports: Reports;
  readonly band: Band | null;
}

function wantedOf({ contents, id, query, since }: Asked): Wanted {
  const filter = filterOf(query);
  const timeline = toldTimeline(contents, id, filter.asOf);
  const isFresh = (entry: TimelineEntry) => newsOf(entry, contents, since) !== null;
  const fitting = filterEntries(timeline.entries, filter, { codes: contents.codes, isFresh });
  const entries = inReadingOrder(fitting);
  const part = partOf(entries, query, { size: SIZE, isWanted: ({ event }) => event === query.get("at") });
  const reports = contents.reports.filter(
    ({ stories, published }) =>
      stories.includes(id) && (filter.asOf === "" || (published.value ?? "9999") <= filter.asOf),
  );
  const picture = band({
    entries: entries.filter(({ background }) => !background),
    published: reports.flatMap(({ published }) => published.value ?? []),
    from: filter.from,
    to: filter.to,
    zoom: (from, to) => filteredPath(storyPath(id), { ...filter, from, to }),
  });
  return { timeline, filter, entries, part, reports, band: picture };
}

function results({ contents, id, since }: Asked, wanted: Wanted): Html {
  const { timeline, filter, entries, part } = wanted;
  const all = { all: timeline.entries.length, action: storyPath(id) };
  const shown = shownLine(entries.length, filter, all);
  if (entries.length === 0)
    return html`<div id="results">${shown}<p class="nothing">No entry fits.</p></div>`;
  const address = filteredPath(storyPath(id), filter);
  const context = { contents, since, asOf: filter.asOf, band: wanted.band };
  return html`<div id="results">${shown}${sections(part.shown, context)}${pager(part, address, timeline.title)}</div>`;
}

function form({ contents, id, since }: Asked, { timeline, filter }: Wanted): Html {
  const days = contents.reports.flatMap(({ stories, published }) =>
    stories.includes(id) && published.value !== null && published.value.length === 10
      ? [published.value]
      : [],
  );
  const fresh = timeline.entries.filter((entry) => newsOf(entry, contents, since) !== null).length;
  const context = { entries: timeline.entries, codes: contents.codes, days, fresh, action: storyPath(id) };
  return filterForm(filter, context);
}

/** To what else there is of the story. */
function ways({ contents, id }: Asked): Html {
  const query = new URLSearchParams({ story: id });
  const differ = contents.disagreements.filter(({ story }) => story === id).length;
  const differences = html` · <a href="/differences?${query.toString()}">${count(differ, "difference")}</a>`;
  return html`<p class="standfirst"><a href="/entities?${query.toString()}">Names and places</a>${differ > 0 ? differences : null} · <a href="${storyPath(id)}?top=25">The story in 25 lines</a></p>`;
}

/** `/stories/:id`: one story in order, as exact as it is known. */
export const timelinePage: View = (asked) => {
  const wanted = wantedOf(asked);
  const { timeline, filter, reports } = wanted;
  if (asked.query.get("part") === "list") return piece(results(asked, wanted));
  const days = span(timeline);
  const facts = html`<p class="standfirst">${days ? html`${days} · ` : null}${reachOf(reports)}</p>`;
  const pending = isFiltered(filter) ? null : pendingBox(asked.contents, asked.id);
  const main = html`<div id="timeline"><header class="opening"><h1><bdi>${timeline.title}</bdi></h1>${facts}${actorsLine(timeline)}${ways(asked)}
${wanted.band?.markup ?? null}${form(asked, wanted)}${pending}</header>
${results(asked, wanted)}</div>`;
  return page("stories", timeline.title, main);
};
