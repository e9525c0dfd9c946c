import type { Contents } from "../contents.ts";
import type { TimelineEntry } from "../library.ts";
import { weekdayName } from "../library.ts";
import { distantDetails } from "../parts/citation.ts";
import type { Claims } from "../parts/claim.ts";
import { count } from "../parts/count.ts";
import { date } from "../parts/dates.ts";
import { disagreementBoxes } from "../parts/disagreement.ts";
import { historyLine } from "../parts/history.ts";
import { type Html, html, join } from "../parts/html.ts";
import { anchor, entityPath, entryPath } from "../parts/links.ts";
import { statusLabel } from "../parts/status.ts";
import { newsOf } from "./news.ts";

/** Level of an entry's headline among the headings of its page. */
export type Level = 1 | 2 | 3 | 4;

/** Most names of those who take part; the entry's own page has them all. */
const MOST_NAMES = 6;

function heading(level: Level, path: string, words: string): Html {
  const inner = html`<a href="${path}"><bdi>${words}</bdi></a>`;
  if (level === 1) return html`<h1 class="headline"><bdi>${words}</bdi></h1>`;
  if (level === 2) return html`<h2 class="headline">${inner}</h2>`;
  return level === 3 ? html`<h3 class="headline">${inner}</h3>` : html`<h4 class="headline">${inner}</h4>`;
}

function when({ time, when: words }: TimelineEntry): Html {
  const day = weekdayName(time.edtf);
  const exact = time.precision === "day" && time.edtf !== null;
  const stated = exact ? html`<time datetime="${time.edtf}">${words}</time>` : html`${words}`;
  return html`<p class="when">${stated}${day ? html` <span class="weekday">${day}</span>` : null}</p>`;
}

/** Sentences that go on for longer are cut; the entry's own page has every word. */
const MOST_TOLD = 320;

/** The words of a report that tell most of it, where they say more than the headline, and whose they are. */
function toldAs({ told, headline, sources }: TimelineEntry): Html | null {
  if (!told || headline.includes(told.text.replace(/[.!?]+$/u, ""))) return null;
  const { text } = told;
  const words = text.length > MOST_TOLD ? `${text.slice(0, text.lastIndexOf(" ", MOST_TOLD))} …` : text;
  const outlet = sources[told.source]?.outlet;
  return html`<p class="told"><q><bdi>${words}</bdi></q>${outlet ? html` <span class="note"><bdi>${outlet}</bdi></span>` : null}</p>`;
}

function who({ participants }: TimelineEntry, most: number): Html | null {
  if (participants.length === 0) return null;
  const unique = [...new Map(participants.map((one) => [one.id, one])).values()];
  const links = unique
    .slice(0, most)
    .map(({ id, name }) => html`<a href="${entityPath(id)}"><bdi>${name}</bdi></a>`);
  const more = unique.length > most ? html` and ${unique.length - most} more` : null;
  return html`<div class="fact"><span class="label">Who</span><span>${join(links, ", ")}${more}</span></div>`;
}

function where({ place }: TimelineEntry): Html | null {
  if (place === null) return null;
  return html`<div class="fact"><span class="label">Where</span><a href="${entityPath(place.id)}"><bdi>${place.name}</bdi></a></div>`;
}

function claimedBy({ saidBy }: TimelineEntry, claims: Claims): Html | null {
  if (saidBy === null) return null;
  const name = claims.get(saidBy) ?? html`<bdi>${saidBy}</bdi>`;
  return html`<div class="fact claim"><span class="label">Claimed by</span><span>${name} <span class="note">– no report says it as its own</span></span></div>`;
}

/** Day of the earliest report that tells of the entry, or null where none is dated. */
function firstReported({ sources }: TimelineEntry): string | null {
  const days = sources.flatMap(({ published }) => published ?? []).sort();
  return days[0] ?? null;
}

/** "3 outlets, 1 origin · first reported 30 August 2016 · 4 citations" */
export function sourceLine(entry: TimelineEntry): Html {
  const first = firstReported(entry);
  const since = first === null ? null : html` · first reported ${date(first)}`;
  const reach = `${count(entry.outlets, "outlet")}, ${count(entry.origins, "origin")}`;
  const weight = entry.outlets > 1 ? "reach many" : "reach";
  return html`<span class="${weight}">${reach}</span>${since} · ${count(entry.sources.length, "citation")}`;
}

export interface EntryContext {
  readonly contents: Contents;
  readonly level: Level;
  readonly since: string | null;
  /** The day as of which it is told, or empty. */
  readonly asOf?: string;
  /** Place on the band, in percent. */
  readonly place?: number | null;
}

function news(entry: TimelineEntry, { contents, since }: EntryContext): Html | null {
  const kind = newsOf(entry, contents, since);
  if (kind === null) return null;
  return html`<p class="news">${kind === "new" ? "New" : "New reports of it"}</p>`;
}

/** All that is known of an entry, without the words that it rests on. */
export function entryFacts(entry: TimelineEntry, { contents, level }: EntryContext): Html {
  const names = level === 1 ? Number.POSITIVE_INFINITY : MOST_NAMES;
  const facts = [
    who(entry, names),
    where(entry),
    claimedBy(entry, contents.claims),
    historyLine(entry.history, entry.sources),
  ];
  return html`<div class="facts">${facts}</div>${disagreementBoxes(entry.disagreements, entry.sources)}`;
}

/** The signs of an entry: when, and how it stands. */
export function entrySigns(entry: TimelineEntry, context: EntryContext): Html {
  return html`<div class="signs">${when(entry)}<p>${statusLabel(entry.status)}</p>${news(entry, context)}</div>`;
}

/** One entry of a timeline; its words are fetched when they are asked for. */
export function entryView(entry: TimelineEntry, context: EntryContext): Html {
  const id = anchor("entry", entry.event);
  const path = entryPath(entry.event, context.asOf);
  const place = context.place ?? null;
  const at = place === null ? null : html` data-place="${place}"`;
  return html`<article class="entry entry-${entry.status}" id="${id}"${at}>
${entrySigns(entry, context)}
<div class="body">${heading(context.level, path, entry.headline)}
${toldAs(entry)}${entryFacts(entry, context)}${distantDetails(sourceLine(entry), path)}</div>
</article>`;
}

/** The headline of an entry's own page. */
export function entryHeading(entry: TimelineEntry): Html {
  return heading(1, "", entry.headline);
}
