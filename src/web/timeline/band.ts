import type { EventStatus, TimelineEntry } from "../library.ts";
import { dateInWords } from "../library.ts";
import { count } from "../parts/count.ts";
import { groupBy } from "../parts/group.ts";
import { type Html, html } from "../parts/html.ts";
import { dayAt, placeOf, type Scale, scaleOf } from "./scale.ts";
import { dayNumber, isoDay, ticks } from "./ticks.ts";

/** Columns over the whole span: few enough that each can be seen, and hit, on a phone. */
const COLUMNS = 72;
/** How many labels are tried below the band, until enough of them have room; and the share of the width that each needs. */
const LABELS = [8, 16, 40];
const ENOUGH = 4;
const APART = 0.165;

/** Heights in pixels: entries grow up from the line, dates that are not exact to the day lie on it, reports hang below. */
const LINE = 54;
const REPORTS = 68;
const DEPTH = 22;
const BOTTOM = 94;
/** A column of no more entries than this shows each of them. */
const SINGLE = 6;

/** Not yet told as done: drawn hollow. */
const OPEN: readonly EventStatus[] = ["scheduled", "proposed", "possible"];

/** What the band is a picture of. */
export interface BandContext {
  /** Entries that are shown, background apart. */
  readonly entries: readonly TimelineEntry[];
  /** Days on which reports appeared, as EDTF. */
  readonly published: readonly string[];
  /** First and last day, month or year of what is shown; empty for the whole span. */
  readonly from: string;
  readonly to: string;
  /** The address of the timeline from one day to another; empty text for the whole span. */
  readonly zoom: (from: string, to: string) => string;
}

/** The picture, and the place of each entry on it for what goes along with it. */
export interface Band {
  readonly markup: Html;
  /** In percent of the width; null where the entry has no place on it. */
  readonly placeOf: (entry: TimelineEntry) => number | null;
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

const isExact = ({ time }: TimelineEntry): boolean => time.precision === "day" && time.begin !== null;

/** The last day of a day, month or year. */
function lastDay(date: string): number {
  const [year = 0, month = 12, day] = date.split("-").map(Number);
  return day === undefined ? Math.floor(Date.UTC(year, month, 0) / 86_400_000) : dayNumber(date);
}

/** The scale over what is asked for, or over all that is known to the month; null where there is too little to see. */
function bandScale({ entries, published, from, to }: BandContext): Scale | null {
  const exact = entries.filter(({ time }) => time.precision === "day" || time.precision === "month");
  const limits = exact.flatMap(({ time }) => [time.begin ?? "", time.end ?? ""]);
  const days = [...published, ...limits].map(dayNumber).filter((day) => !Number.isNaN(day));
  if (days.length < 2) return null;
  const first = from === "" ? Math.min(...days) : dayNumber(from);
  const end = (to === "" ? Math.max(...days) : lastDay(to)) + 1;
  if (!(end - first >= 3)) return null;
  return scaleOf(days, first, end);
}

interface Column {
  readonly first: number;
  readonly end: number;
  readonly x: number;
  readonly width: number;
}

/** Columns of the same width; of days where there are fewer of those. */
function columnsOf(scale: Scale): readonly Column[] {
  const number = Math.min(COLUMNS, scale.end - scale.first);
  const columns = Array.from({ length: number }, (_, index) => {
    const [x, to] = [index / number, (index + 1) / number];
    return {
      first: dayAt(x, scale),
      end: index === number - 1 ? scale.end : dayAt(to, scale),
      x,
      width: to - x,
    };
  });
  return columns.filter(({ first, end }) => first < end);
}

function columnOf(day: number, columns: readonly Column[]): Column | undefined {
  return columns.find(({ first, end }) => day >= first && day < end);
}

function dot(column: Column, { status }: TimelineEntry, place: number): Html {
  const hollow = OPEN.includes(status) ? "point open" : "point";
  return html`<circle class="${hollow}" cx="${percent(column.x + column.width / 2)}" cy="${LINE - 6 - place * 8}" r="3.25"/>`;
}

/** A column of many entries: as high as there are many, hollow where they are only announced. */
function pile(column: Column, entries: readonly TimelineEntry[], most: number): Html {
  const height = (number: number) => (number / most) * (LINE - 6);
  const open = entries.filter(({ status }) => OPEN.includes(status)).length;
  const [full, hollow] = [height(entries.length - open), height(open)];
  const [x, width] = [percent(column.x), percent(column.width * 0.82)];
  return html`<rect class="pile" x="${x}" width="${width}" y="${(LINE - full).toFixed(1)}" height="${full.toFixed(1)}"/>${open === 0 ? null : html`<rect class="pile open" x="${x}" width="${width}" y="${(LINE - full - hollow).toFixed(1)}" height="${hollow.toFixed(1)}"/>`}`;
}

function entryShapes(entries: readonly TimelineEntry[], columns: readonly Column[]): Html[] {
  const exact = entries.filter(isExact);
  const groups = groupBy(exact, ({ time }) => columnOf(dayNumber(time.begin ?? ""), columns));
  const most = Math.max(0, ...[...groups].map(([column, of]) => (column ? of.length : 0)));
  return [...groups].flatMap(([column, of]) => {
    if (!column) return [];
    return most <= SINGLE ? of.map((entry, place) => dot(column, entry, place)) : pile(column, of, most);
  });
}

/** Dates that are not exact to the day, each as wide as it is inexact; those of the same stretch once. */
function rangeShapes(entries: readonly TimelineEntry[], scale: Scale): Html[] {
  const inexact = entries.filter((entry) => !isExact(entry) && (entry.time.begin ?? entry.time.end) !== null);
  const groups = groupBy(inexact, ({ time }) => `${time.begin ?? time.end}/${time.end ?? time.begin}`);
  return [...groups.keys()].flatMap((range) => {
    const [begin = "", end = ""] = range.split("/");
    const from = placeOf(Math.max(scale.first, dayNumber(begin)), scale);
    const to = placeOf(Math.min(scale.end, dayNumber(end) + 1), scale);
    if (!(from < to)) return [];
    return html`<rect class="range" x="${percent(from)}" width="${percent(to - from)}" y="${LINE + 2}" height="5" rx="2.5"/>`;
  });
}

function coverage(published: readonly string[], columns: readonly Column[]): Html[] {
  const groups = groupBy(published, (day) => columnOf(dayNumber(day), columns));
  const most = Math.max(1, ...[...groups].map(([column, of]) => (column ? of.length : 0)));
  return [...groups].flatMap(([column, of]) => {
    if (!column) return [];
    const height = Math.max(2, (of.length / most) * DEPTH).toFixed(1);
    return html`<rect class="bar" x="${percent(column.x)}" width="${percent(column.width * 0.82)}" y="${REPORTS}" height="${height}"/>`;
  });
}

/** The labels that have room beside one another, from the left. */
function apart(
  labels: ReturnType<typeof ticks>,
  scale: Scale,
): { readonly x: number; readonly label: string }[] {
  const kept: { readonly x: number; readonly label: string }[] = [];
  for (const { day, label } of labels) {
    const x = placeOf(day, scale);
    if (kept.length === 0 || x - (kept.at(-1)?.x ?? 0) >= APART) kept.push({ x, label });
  }
  return kept;
}

/** Labels of days, months or years, as many as have room beside one another. */
function axis(scale: Scale): Html[] {
  const rows = LABELS.map((most) => apart(ticks(scale.first, scale.end - 1, most), scale));
  const labels = rows.find(({ length }) => length >= ENOUGH) ?? rows.at(-1) ?? [];
  return labels.map(({ x, label }) => {
    // The last label has no room left at the edge; its line still tells where the unit begins.
    const text = x < 0.9 ? html`<text x="${percent(x)}" y="${BOTTOM + 13}">${label}</text>` : null;
    return html`<line class="tick" x1="${percent(x)}" x2="${percent(x)}" y1="0" y2="${BOTTOM}"/>${text}`;
  });
}

/** Silences are hatched, so that nobody takes them for as short as they look. */
function silences({ stretches }: Scale): Html[] {
  return stretches
    .filter(({ silent }) => silent)
    .map(({ first, end, from, to }) => {
      const months = Math.max(1, Math.round((end - first) / 30.44));
      const length = months < 24 ? count(months, "month") : count(Math.round(months / 12), "year");
      return html`<rect class="silence" x="${percent(from)}" width="${percent(to - from)}" y="0" height="${BOTTOM}"><title>${length} without a report or a dated event</title></rect>`;
    });
}

function daysInWords(first: number, last: number): string {
  const [from, to] = [dateInWords(isoDay(first)), dateInWords(isoDay(last))];
  return first === last ? from : `${from} – ${to}`;
}

/** Each column leads to its own days. With the keyboard, the fields From and To do the same. */
function doors(columns: readonly Column[], zoom: BandContext["zoom"]): Html[] {
  if (columns.length < 4) return [];
  return columns.map(
    ({ first, end, x, width }) =>
      html`<a href="${zoom(isoDay(first), isoDay(end - 1))}" tabindex="-1"><rect class="door" x="${percent(x)}" width="${percent(width)}" y="0" height="${BOTTOM}"><title>${daysInWords(first, end - 1)}</title></rect></a>`,
  );
}

/** Half as much, twice as much, everything. */
function zooms(scale: Scale, { from, to, zoom }: BandContext): Html | null {
  const [length, middle] = [scale.end - scale.first, (scale.end + scale.first) / 2];
  const around = (days: number) =>
    zoom(isoDay(Math.floor(middle - days / 2)), isoDay(Math.ceil(middle + days / 2)));
  const isWhole = from === "" && to === "";
  const closer = length > 8 ? html`<a href="${around(length / 2)}">Closer</a>` : null;
  const wider = isWhole
    ? null
    : html`<a href="${around(length * 2)}">Wider</a> <a href="${zoom("", "")}">Whole span</a>`;
  return html`<span class="zooms">${closer} ${wider}</span>`;
}

/**
 * A picture of the span of a story: its dated entries above the line, dates that are not exact to the day on it, and
 * below the days on which reports appeared. Null where there are too few days to show.
 */
export function band(context: BandContext): Band | null {
  const { entries, published } = context;
  const scale = bandScale(context);
  if (!scale) return null;
  const columns = columnsOf(scale);
  const span = `${dateInWords(isoDay(scale.first))} to ${dateInWords(isoDay(scale.end - 1))}`;
  const words = `${span}: ${count(entries.length, "dated entry", "dated entries")}, ${count(published.length, "report")}.`;
  const markup = html`<figure class="band" id="band"><svg aria-hidden="true" width="100%" height="${BOTTOM + 18}">
${silences(scale)}${axis(scale)}<rect class="window" id="window" x="0" width="0" y="0" height="${BOTTOM}"/>${entryShapes(entries, columns)}<line class="base" x1="0" x2="100%" y1="${LINE}" y2="${LINE}"/>${rangeShapes(entries, scale)}${coverage(published, columns)}${doors(columns, context.zoom)}
</svg><figcaption><span class="hidden">${words}</span> ${zooms(scale, context)} <span class="key">Above the line, what happened, hollow where only announced; on it, dates not exact to the day; below, reports.</span></figcaption></figure>`;
  return {
    markup,
    placeOf: (entry) => {
      const day = dayNumber(entry.time.begin ?? entry.time.end ?? "");
      if (Number.isNaN(day) || day < scale.first || day >= scale.end) return null;
      return Math.round(placeOf(day, scale) * 1000) / 10;
    },
  };
}
