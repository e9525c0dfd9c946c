import type { TimelineEntry } from "../library.ts";
import { count } from "../parts/count.ts";
import { date } from "../parts/dates.ts";
import { groupBy, tally } from "../parts/group.ts";
import { type Html, html } from "../parts/html.ts";
import { STATUSES, statusMeaning, statusShape, statusWord } from "../parts/status.ts";
import { MAX_WORDS } from "../query.ts";
import { type Codes, type Filter, filterQuery, isFiltered } from "./filter.ts";
import { kindInWords } from "./kinds.ts";

/** Most names in one list: longer ones cannot be read, and words find the rest. */
const MOST = 60;

/** How many entries can be asked for. */
const TOPS = [10, 25, 50, 100, 250];

/** Most steps of the slider through time. */
const STEPS = 300;

/** What the form is made for. */
export interface FormContext {
  /** All entries of the timeline. */
  readonly entries: readonly TimelineEntry[];
  readonly codes: ReadonlyMap<string, Codes>;
  /** Days on which reports of the story appeared. */
  readonly days: readonly string[];
  /** How many entries are new since the last visit. */
  readonly fresh: number;
  /** The address of the timeline. */
  readonly action: string;
}

function statusBoxes(entries: readonly TimelineEntry[], { statuses }: Filter): Html {
  const numbers = groupBy(entries, ({ status }) => status);
  const boxes = STATUSES.flatMap((status) => {
    const number = numbers.get(status)?.length ?? 0;
    const checked = statuses.includes(status);
    if (number === 0 && !checked) return [];
    return html`<label class="choice status-${status}" title="${statusMeaning(status)}"><input type="checkbox" name="status" value="${status}" ${checked ? html`checked` : null}>${statusShape(status)} ${statusWord(status)} <span class="number">${number}</span></label>`;
  });
  return html`<fieldset><legend class="hidden">Status</legend><div class="choices">${boxes}</div></fieldset>`;
}

/** A value to choose, in words, with how many entries have it. */
interface Choice {
  readonly value: string;
  readonly words: string;
  readonly number: number;
}

interface Select {
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  readonly choices: readonly Choice[];
}

function select({ name, label, chosen, choices }: Select): Html | null {
  if (choices.length === 0 && chosen === "") return null;
  const isListed = chosen === "" || choices.some(({ value }) => value === chosen);
  const all = isListed ? choices : [{ value: chosen, words: chosen, number: 0 }, ...choices];
  const options = all.map(
    ({ value, words, number }) =>
      html`<option value="${value}" ${value === chosen ? html`selected` : null}>${words} (${number})</option>`,
  );
  return html`<p class="field"><label for="filter-${name}">${label}</label>
<select id="filter-${name}" name="${name}"><option value="">any</option>${options}</select></p>`;
}

/** The most frequent values with their words, from the pairs of all entries. */
function choicesOf(pairs: readonly (readonly [string, string])[]): readonly Choice[] {
  const words = new Map(pairs);
  const most = tally(pairs.map(([value]) => value)).slice(0, MOST);
  return most.map(([value, number]) => ({ value, words: words.get(value) ?? value, number }));
}

function kindsOf(codes: Codes | undefined): readonly string[] {
  if (!codes) return [];
  return [codes.kind, codes.plover, codes.mode].filter((code) => typeof code === "string");
}

/** Each value once for an entry, however often it stands in it. */
function unique(pairs: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  return [...new Map(pairs)];
}

function selects(filter: Filter, { entries, codes }: FormContext): (Html | null)[] {
  const who = entries.flatMap(({ participants }) => unique(participants.map(({ id, name }) => [id, name])));
  const places = entries.flatMap(({ place }) => (place ? [[place.id, place.name] as const] : []));
  const kinds = entries.flatMap(({ event }) =>
    unique(kindsOf(codes.get(event)).map((kind) => [kind, kindInWords(kind)])),
  );
  const outlets = entries.flatMap(({ sources }) =>
    unique(sources.flatMap(({ outlet }) => (outlet ? [[outlet, outlet] as const] : []))),
  );
  return [
    select({ name: "who", label: "Who", chosen: filter.who, choices: choicesOf(who) }),
    select({ name: "place", label: "Where", chosen: filter.place, choices: choicesOf(places) }),
    select({ name: "kind", label: "Kind", chosen: filter.kind, choices: choicesOf(kinds) }),
    select({ name: "outlet", label: "Outlet", chosen: filter.outlet, choices: choicesOf(outlets) }),
  ];
}

function dateField(name: "from" | "to", label: string, value: string): Html {
  return html`<p class="field"><label for="filter-${name}">${label}</label>
<input id="filter-${name}" name="${name}" value="${value}" size="11" placeholder="2016-12" pattern="[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?" title="A year, month or day: 2016, 2016-12, 2016-12-15" autocomplete="off"></p>`;
}

/** Every day, or as many of them as the slider has steps, the last always. */
function stepsOf(days: readonly string[]): readonly string[] {
  const all = [...new Set(days)].sort();
  const every = Math.ceil(all.length / STEPS);
  return all.filter((_, index) => (all.length - 1 - index) % every === 0);
}

/** The day up to which reports count; a script adds the slider. */
function asOfField({ asOf }: Filter, { days }: FormContext): Html | null {
  const steps = stepsOf(days);
  if (steps.length < 2) return null;
  return html`<p class="field asof" data-days="${steps.join(" ")}"><label for="filter-asof">As it was known on</label>
<input id="filter-asof" name="asof" type="date" value="${asOf}" min="${steps[0] ?? ""}" max="${steps.at(-1) ?? ""}"></p>`;
}

function freshBox({ fresh }: Filter, context: FormContext): Html | null {
  if (context.fresh === 0 && !fresh) return null;
  return html`<label class="choice"><input type="checkbox" name="fresh" value="1" ${fresh ? html`checked` : null}> New since your last visit <span class="number">${context.fresh}</span></label>`;
}

/** How many of a long timeline: the weightiest tell a story at a glance. */
function topSelect({ top }: Filter, { entries }: FormContext): Html | null {
  const numbers = TOPS.filter((number) => number < entries.length);
  if (top > 0 && !numbers.includes(top)) numbers.push(top);
  if (numbers.length === 0) return null;
  const options = numbers.map(
    (number) =>
      html`<option value="${number}" ${number === top ? html`selected` : null}>the ${number} weightiest</option>`,
  );
  return html`<p class="field words"><label for="filter-top">Show</label>
<select id="filter-top" name="top"><option value="">all entries</option>${options}</select></p>`;
}

function isNarrow({ words, statuses, fresh, top, ...more }: Filter): boolean {
  return Object.values(more).some((value) => value !== "");
}

/** The filter as a form, which is the legend of the statuses as well. */
export function filterForm(filter: Filter, context: FormContext): Html {
  const { action, entries } = context;
  return html`<form class="filter" id="filter" action="${action}" method="get" aria-label="Filter the timeline">
<div class="line">${statusBoxes(entries, filter)}${freshBox(filter, context)}</div>
<div class="line"><p class="field words"><label for="words">Words</label>
<input id="words" name="words" type="search" maxlength="${MAX_WORDS}" value="${filter.words}" autocomplete="off"></p>
${topSelect(filter, context)}<button type="submit">Filter</button></div>
<details class="narrow" ${isNarrow(filter) ? html`open` : null}><summary>Who, where, kind, outlet, dates, as it was known</summary>
<div class="line fields">${selects(filter, context)}${dateField("from", "From", filter.from)}${dateField("to", "To", filter.to)}${asOfField(filter, context)}</div></details>
</form>`;
}

/** The address of the timeline with this filter. */
export function filteredPath(action: string, filter: Filter): string {
  const query = filterQuery(filter).toString();
  return query === "" ? action : `${action}?${query}`;
}

/** "12 of 588 entries shown, as it was known on 30 August 2016", with the way back to all; null where all are shown. */
export function shownLine(
  shown: number,
  filter: Filter,
  { all, action }: { all: number; action: string },
): Html | null {
  if (!isFiltered(filter)) return null;
  const then =
    filter.asOf === "" ? null : html`, <strong class="then">as it was known on ${date(filter.asOf)}</strong>`;
  const number = html`${shown.toLocaleString("en-GB")} of ${count(all, "entry", "entries")} shown`;
  return html`<p class="shown" role="status">${number}${then} · <a class="clear" href="${action}">Show all</a></p>`;
}
