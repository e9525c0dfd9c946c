import type { TimelineEntry } from "../library.ts";
import { weekdayName } from "../library.ts";
import { citedDetails } from "../parts/citation.ts";
import type { Claims } from "../parts/claim.ts";
import { count } from "../parts/count.ts";
import { date } from "../parts/dates.ts";
import { disagreementBoxes } from "../parts/disagreement.ts";
import { historyLine } from "../parts/history.ts";
import { type Html, html, join } from "../parts/html.ts";
import { anchor, entityPath, explainPath } from "../parts/links.ts";
import { statusLabel } from "../parts/status.ts";

/** Level of an entry's headline among the headings of its page. */
export type Level = 2 | 3 | 4;

function heading(level: Level, id: string, words: string): Html {
  const inner = html`<a href="#${id}"><bdi>${words}</bdi></a>`;
  if (level === 2) return html`<h2 class="headline">${inner}</h2>`;
  return level === 3 ? html`<h3 class="headline">${inner}</h3>` : html`<h4 class="headline">${inner}</h4>`;
}

function when({ time, when: words }: TimelineEntry): Html {
  const day = weekdayName(time.edtf);
  const exact = time.precision === "day" && time.edtf !== null;
  const stated = exact ? html`<time datetime="${time.edtf}">${words}</time>` : html`${words}`;
  return html`<p class="when">${stated}${day ? html` <span class="weekday">${day}</span>` : null}</p>`;
}

function who({ participants }: TimelineEntry): Html | null {
  if (participants.length === 0) return null;
  const unique = [...new Map(participants.map((one) => [one.id, one])).values()];
  const links = unique.map(({ id, name }) => html`<a href="${entityPath(id)}"><bdi>${name}</bdi></a>`);
  return html`<div class="fact"><span class="label">Who</span><span>${join(links, ", ")}</span></div>`;
}

function where({ place }: TimelineEntry): Html | null {
  if (place === null) return null;
  return html`<div class="fact"><span class="label">Where</span><a href="${entityPath(place.id)}"><bdi>${place.name}</bdi></a></div>`;
}

function claimedBy({ saidBy }: TimelineEntry, claims: Claims): Html | null {
  if (saidBy === null) return null;
  const who = claims.get(saidBy) ?? html`<bdi>${saidBy}</bdi>`;
  return html`<div class="fact claim"><span class="label">Claimed by</span><span>${who} <span class="note">– no report says it as its own</span></span></div>`;
}

/** Day of the earliest report that tells of the entry, or null where none is dated. */
function firstReported({ sources }: TimelineEntry): string | null {
  const days = sources.flatMap(({ published }) => published ?? []).sort();
  return days[0] ?? null;
}

function sourceLine(entry: TimelineEntry): Html {
  const first = firstReported(entry);
  const since = first === null ? null : html` · first reported ${date(first)}`;
  const reach = `${count(entry.outlets, "outlet")}, ${count(entry.origins, "origin")}`;
  const weight = entry.outlets > 1 ? "reach many" : "reach";
  return html`<span class="${weight}">${reach}</span>${since} · ${count(entry.sources.length, "citation")}`;
}

function why({ event }: TimelineEntry): Html {
  return html`<p class="from"><a href="${explainPath(event)}">How this entry came about</a></p>`;
}

export interface EntryContext {
  readonly level: Level;
  readonly claims: Claims;
}

/** One entry of a timeline, with everything that is known of it and the words it rests on. */
export function entryView(entry: TimelineEntry, { level, claims }: EntryContext): Html {
  const id = anchor("entry", entry.event);
  return html`<article class="entry entry-${entry.status}" id="${id}">
<div class="signs">${when(entry)}<p>${statusLabel(entry.status)}</p></div>
<div class="body">
${heading(level, id, entry.headline)}
<div class="facts">${who(entry)}${where(entry)}${claimedBy(entry, claims)}${historyLine(entry.history, entry.sources)}</div>
${disagreementBoxes(entry.disagreements, entry.sources)}
${citedDetails(entry.sources, sourceLine(entry), why(entry))}
</div>
</article>`;
}
