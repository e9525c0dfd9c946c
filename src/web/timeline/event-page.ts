import type { Placed } from "../contents.ts";
import type { TimelineEntry } from "../library.ts";
import { citedList } from "../parts/citation.ts";
import { date } from "../parts/dates.ts";
import { type Html, html } from "../parts/html.ts";
import { entryPath, explainPath, placePath, storyPath } from "../parts/links.ts";
import { page, piece, RequestError } from "../parts/page.ts";
import type { View } from "../view.ts";
import { entryFacts, entryHeading, entrySigns, sourceLine } from "./entry.ts";
import { filterOf } from "./filter.ts";
import { inReadingOrder } from "./groups.ts";
import { toldEntry } from "./told.ts";

function neighbour(entry: TimelineEntry | undefined, word: string): Html | null {
  if (!entry) return null;
  const rel = word === "Before" ? "prev" : "next";
  return html`<li><span class="label">${word}</span> <a rel="${rel}" href="${entryPath(entry.event)}"><bdi>${entry.headline}</bdi></a> <span class="note">${entry.when}</span></li>`;
}

/** What stands before and after it on the timeline. */
function neighbours({ timeline, entry }: Placed): Html | null {
  const order = inReadingOrder(timeline.entries);
  const at = order.findIndex(({ event }) => event === entry.event);
  const items = [neighbour(order[at - 1], "Before"), neighbour(order[at + 1], "After")];
  return html`<nav class="part neighbours" aria-label="On the timeline"><ul class="plain">${items}</ul></nav>`;
}

function why(event: string): Html {
  return html`<p class="from"><a href="${explainPath(event)}">How this entry came about</a></p>`;
}

/** `/events/:id`: an entry by itself, with every word it rests on. */
export const eventPage: View = ({ contents, id, query, since }) => {
  const { asOf } = filterOf(query);
  const placed = toldEntry(contents, id, asOf);
  if (!placed) throw new RequestError(404, "No timeline has an entry with this id.");
  const { timeline, entry } = placed;
  // What was known on an earlier day has no steps of its own to be explained.
  const reason = asOf === "" ? why(entry.event) : null;
  const words = html`${citedList(entry.sources)}${reason}`;
  if (query.get("part") === "words") return piece(words);
  const context = { contents, level: 1, since, asOf } as const;
  const then = asOf === "" ? null : html` · as it was known on ${date(asOf)}`;
  const place = asOf === "" ? html` · <a href="${placePath(timeline.story, id)}">in its place</a>` : null;
  const main = html`<header class="opening single"><p class="kicker"><a href="${storyPath(timeline.story)}"><bdi>${timeline.title}</bdi></a>${place}${then}</p>
<article class="entry entry-${entry.status}">${entrySigns(entry, context)}<div class="body">${entryHeading(entry)}${entryFacts(entry, context)}</div></article></header>
<section class="part"><h2>In the words of the reports</h2><p class="standfirst">${sourceLine(entry)}</p>${words}</section>${asOf === "" ? neighbours(placed) : null}`;
  return page("stories", entry.headline, main);
};
