import { type Chronicle, pageId, type Timeline } from "../library.ts";
import { count } from "../parts/count.ts";
import { type Html, html } from "../parts/html.ts";
import { entryPath, storyPath } from "../parts/links.ts";
import { page, RequestError } from "../parts/page.ts";
import { span } from "../timeline/timeline-page.ts";
import type { View } from "../view.ts";

function item(timeline: Timeline, articles: ReturnType<Chronicle["articles"]>): Html {
  const days = span(timeline);
  const reports = articles.filter(({ story }) => story === timeline.story);
  const origins = new Set(reports.map(({ origin, id }) => origin ?? id)).size;
  const entries = count(timeline.entries.length, "entry", "entries");
  const reach = [
    entries,
    count(new Set(reports.map(({ id }) => pageId(id))).size, "report"),
    count(origins, "origin"),
  ].join(" · ");
  return html`<li><h2><a href="${storyPath(timeline.story)}"><bdi>${timeline.title}</bdi></a></h2>
<p>${days ? html`${days} · ` : null}${reach}</p></li>`;
}

const EMPTY = html`<p class="nothing">This chronicle has no story yet. Add reports with <code>chronicler add FILE…</code></p>`;

/** `/`: all stories; the timeline itself where there is only one. */
export const storiesPage: View = ({ chronicle }) => {
  const timelines = chronicle.timelines();
  const [only, ...more] = timelines;
  if (only && more.length === 0) return { kind: "redirect", location: storyPath(only.story) };
  const articles = chronicle.articles();
  const items = timelines.map((timeline) => item(timeline, articles));
  const list = items.length === 0 ? EMPTY : html`<ol class="stories">${items}</ol>`;
  return page("stories", "Stories", html`<header class="opening"><h1>Stories</h1></header>${list}`);
};

/** `/events/:id`: sends on to the entry on its story's timeline. */
export const eventPage: View = ({ chronicle, id }) => {
  const timeline = chronicle.timelines().find(({ entries }) => entries.some(({ event }) => event === id));
  if (!timeline) throw new RequestError(404, "No timeline has an entry with this id.");
  return { kind: "redirect", location: entryPath(timeline.story, id) };
};
