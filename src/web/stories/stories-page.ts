import type { Report } from "../contents.ts";
import type { Timeline } from "../library.ts";
import { count } from "../parts/count.ts";
import { date } from "../parts/dates.ts";
import { groupBy } from "../parts/group.ts";
import { type Html, html } from "../parts/html.ts";
import { entryPath, storyPath } from "../parts/links.ts";
import { page } from "../parts/page.ts";
import { newsOf } from "../timeline/news.ts";
import { reachOf, span } from "../timeline/timeline-page.ts";
import type { Asked, View } from "../view.ts";
import { actorsLine } from "./actors.ts";
import { type Extent, extentOf, spark } from "./spark.ts";

/** Fewer reports than this make no story that is followed, where there are larger ones. */
const SMALL = 2;

/** A story with its reports. */
interface Told {
  readonly timeline: Timeline;
  readonly reports: readonly Report[];
}

/** What came in of a story since the last visit, with the way to it. */
function news({ timeline, reports }: Told, { contents, since }: Asked): Html | null {
  if (since === null) return null;
  const late = reports.filter(({ id }) => (contents.arrivals.get(id) ?? "") > since).length;
  if (late === 0) return null;
  const entries = timeline.entries.filter((entry) => newsOf(entry, contents, since) !== null).length;
  const more =
    entries > 0
      ? html`, <a href="${storyPath(timeline.story)}?fresh=1">${count(entries, "entry", "entries")}</a>`
      : null;
  return html`<p class="news">New since your last visit: ${count(late, "report")}${more}</p>`;
}

/** The weightiest entry, so that a title says what it is about. */
function weightiest({ entries }: Timeline): Html | null {
  const own = entries.filter(({ background, time }) => !background && time.begin !== null);
  const [first] = [...own].sort((a, b) => a.rank - b.rank);
  if (!first) return null;
  return html`<p class="lead"><a href="${entryPath(first.event)}"><bdi>${first.headline}</bdi></a> <span class="note">${first.when}</span></p>`;
}

function item(told: Told, asked: Asked, extent: Extent | null): Html {
  const { timeline, reports } = told;
  const days = span(timeline);
  const published = reports.flatMap(({ published: { value } }) => value ?? []);
  const facts = html`${days ? html`${days} · ` : null}${reachOf(reports)} · ${count(timeline.entries.length, "entry", "entries")}`;
  return html`<li><div><h2><a href="${storyPath(timeline.story)}"><bdi>${timeline.title}</bdi></a></h2>
<p>${facts}</p>${actorsLine(timeline)}${weightiest(timeline)}${news(told, asked)}</div>${spark(published, extent)}</li>`;
}

function small(told: readonly Told[]): Html | null {
  if (told.length === 0) return null;
  const items = told.map(
    ({ timeline, reports }) =>
      html`<li><a href="${storyPath(timeline.story)}"><bdi>${timeline.title}</bdi></a> <span class="note">${date(reports[0]?.published.value ?? null, "undated")}</span></li>`,
  );
  return html`<section class="part"><h2>Told by one report</h2><details><summary>${count(told.length, "report")} that no other takes up</summary><ul class="plain">${items}</ul></details></section>`;
}

const EMPTY = html`<p class="nothing">This chronicle has no story yet. <a href="/add">Add reports here</a>, or with <code>chronicler add FILE…</code></p>`;

function lists(all: readonly Told[], asked: Asked): Html {
  const large = all.filter(({ reports }) => reports.length >= SMALL);
  const shown = large.length === 0 ? all : large;
  const extent = extentOf(
    shown.flatMap(({ reports }) => reports.flatMap(({ published }) => published.value ?? [])),
  );
  const items = shown.map((told) => item(told, asked, extent));
  return html`<ol class="stories">${items}</ol>${large.length === 0 ? null : small(all.filter((told) => !large.includes(told)))}`;
}

/** `/`: all stories; the timeline itself where there is only one. */
export const storiesPage: View = (asked) => {
  const { contents } = asked;
  const [only, ...more] = contents.timelines;
  if (only && more.length === 0) return { kind: "redirect", location: storyPath(only.story) };
  const standing = contents.reports.flatMap((report) => report.stories.map((story) => ({ story, report })));
  const reports = groupBy(standing, ({ story }) => story);
  const told = contents.timelines.map((timeline) => ({
    timeline,
    reports: (reports.get(timeline.story) ?? []).map(({ report }) => report),
  }));
  const all = told.sort((a, b) => b.reports.length - a.reports.length);
  const lead = html`<p class="standfirst">${count(contents.reports.length, "report")} kept. The small pictures show when reports of a story appeared, all over the same days.</p>`;
  const main = html`<header class="opening"><h1>Stories</h1>${all.length > 0 ? lead : null}</header><div id="results">${all.length === 0 ? EMPTY : lists(all, asked)}</div>`;
  return page("stories", "Stories", main);
};
