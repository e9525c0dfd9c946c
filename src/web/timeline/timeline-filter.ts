import type { EventStatus, TimelineEntry } from "../library.ts";
import { type Html, html } from "../parts/html.ts";
import { STATUSES, statusMeaning, statusShape, statusWord } from "../parts/status.ts";
import { MAX_WORDS, statusesOf, wordsOf } from "../query.ts";

/** What of a timeline is shown: entries of any of the statuses that hold all of the words. */
export interface Filter {
  /** Empty for all. */
  readonly statuses: readonly EventStatus[];
  /** Empty for all. */
  readonly words: string;
}

/** The filter of an address; throws a RequestError where it is not one. */
export function filterOf(query: URLSearchParams): Filter {
  return { statuses: statusesOf(query), words: wordsOf(query, "words") };
}

export function isFiltered({ statuses, words }: Filter): boolean {
  return statuses.length > 0 || words !== "";
}

function searchable(entry: TimelineEntry): string {
  const names = entry.participants.map(({ name }) => name);
  const sources = entry.sources.flatMap(({ citation, outlet, agency }) => [citation.text, outlet, agency]);
  const all = [entry.headline, entry.when, entry.place?.name, entry.saidBy, ...names, ...sources];
  return all.join("\n").toLocaleLowerCase("en");
}

/** The entries that the filter lets through, in the same order. */
export function filterEntries(entries: readonly TimelineEntry[], filter: Filter): readonly TimelineEntry[] {
  const words = filter.words.toLocaleLowerCase("en").split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    if (filter.statuses.length > 0 && !filter.statuses.includes(entry.status)) return false;
    const text = words.length > 0 ? searchable(entry) : "";
    return words.every((word) => text.includes(word));
  });
}

function statusBox(status: EventStatus, number: number, checked: boolean): Html {
  const state = checked ? html`checked` : null;
  return html`<label class="choice status-${status}" title="${statusMeaning(status)}"><input type="checkbox" name="status" value="${status}" ${state}>${statusShape(status)} ${statusWord(status)} <span class="number">${number}</span></label>`;
}

/** The filter as a form, which is the legend of the statuses as well. `action` is the address of the timeline. */
export function filterForm(entries: readonly TimelineEntry[], filter: Filter, action: string): Html {
  const boxes = STATUSES.flatMap((status) => {
    const number = entries.filter((entry) => entry.status === status).length;
    const checked = filter.statuses.includes(status);
    return number > 0 || checked ? statusBox(status, number, checked) : [];
  });
  const clear = isFiltered(filter) ? html`<a href="${action}">Show all</a>` : null;
  return html`<form class="filter" action="${action}" method="get" aria-label="Filter the timeline">
<fieldset><legend>Status</legend><div class="choices">${boxes}</div></fieldset>
<div class="line"><label for="words">Words</label>
<input id="words" name="words" type="search" maxlength="${MAX_WORDS}" value="${filter.words}" autocomplete="off">
<button type="submit">Filter</button>${clear}</div>
</form>`;
}
