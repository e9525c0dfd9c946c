import type { TimelineEntry } from "../index.ts";
import { dateInWords, weekdayName } from "../index.ts";
import { plain } from "./output.ts";
import { shortDate } from "./short-date.ts";
import { isAhead, lookOf, STATUS_WIDTH } from "./status.ts";
import type { Style } from "./style.ts";
import { NO_BREAK, wrap } from "./wrap.ts";

export interface Layout {
  /** Columns. */
  readonly width: number;
  readonly style: Style;
}

/** Below this many columns the status stands above the headline, and not beside it. */
const NARROW = 60;

/** More reports than this are counted, not named. */
const NAMED_SOURCES = 3;

type Step = TimelineEntry["history"][number];

export function sourceNames({ sources }: Pick<TimelineEntry, "sources">): string {
  const names = sources.map(({ outlet, agency, published, title, citation, later }) => {
    const name = outlet ?? (title ? `“${title}”` : citation.article);
    const by = agency && agency !== outlet ? `${name} (${agency})` : name;
    const since = later
      ? ` (${later.hasWords ? "page changed since" : "words gone from the page since"})`
      : "";
    return `${by}, ${published ? shortDate(published) : "undated"}${since}`;
  });
  const different = [...new Set(names)];
  const named = different.slice(0, NAMED_SOURCES).join("; ");
  const more = different.length - NAMED_SOURCES;
  return more > 0 ? `${named}; and ${more} more` : named;
}

export function count(number: number, one: string): string {
  return `${number}${NO_BREAK}${one}${number === 1 ? "" : "s"}`;
}

/** Who tells it; how many tell it, and how many of these only repeat another, where it is more than one report. */
function sourceLine(entry: TimelineEntry): string {
  const { outlets, origins, sources } = entry;
  const reports = new Set(sources.map((each) => each.citation.article)).size;
  const counts = reports > 1 ? ` ·${NO_BREAK}${count(outlets, "outlet")}, ${count(origins, "origin")}` : "";
  return sourceNames(entry) + counts;
}

function timeOf({ time, status }: Step): string {
  if (time === null) return isAhead(status) ? "without a date" : "";
  const day = weekdayName(time);
  const date = dateInWords(time).replaceAll(" ", NO_BREAK);
  const words = day ? `${day} ${date}` : date;
  return isAhead(status) ? `for ${words}` : `(${words})`;
}

function joined(...words: readonly string[]): string {
  return words.filter((word) => word !== "").join(" ");
}

/** Changes of an entry beyond these are counted, not told: chronicler explain tells them all. */
const TOLD_STEPS = 4;

/** "announced 30 Aug 2016 for December 2016; 13 Dec 2016: for Thursday 15 December 2016"; null where nothing changed. */
export function historyLine({ history }: TimelineEntry): string | null {
  const [first, ...later] = history;
  if (!first || later.length === 0) return null;
  const dayOf = (step: Step): string => (step.asOf ? shortDate(step.asOf) : "undated report");
  const [before, after] = lookOf(first.status).first;
  const skipped = Math.max(0, later.length - (TOLD_STEPS - 1));
  const steps = later
    .slice(skipped)
    .map((step) => `${dayOf(step)}: ${joined(lookOf(step.status).later, timeOf(step))}`);
  const between = skipped > 0 ? [`${skipped} more change${skipped === 1 ? "" : "s"}`] : [];
  return [joined(before, dayOf(first), after, timeOf(first)), ...between, ...steps].join("; ");
}

function differences({ disagreements }: TimelineEntry): string[] {
  return disagreements.map(({ field, values }) => {
    const all = values.map(({ value }) => (field === "time" ? dateInWords(value) : value));
    return `reports differ on the ${field}: ${all.join(" / ")}`;
  });
}

/** What stands below the headline: who claims it, how it changed, where reports differ, and who tells it. */
function notesOf(entry: TimelineEntry): string[] {
  const history = historyLine(entry);
  return [
    ...(entry.saidBy ? [`according to ${entry.saidBy}`] : []),
    ...(history ? [history] : []),
    ...differences(entry),
    sourceLine(entry),
  ].map(plain);
}

/** An entry: mark, status and headline, and below them its id, where it comes from and how it changed. */
export function entryLines(entry: TimelineEntry, { width, style }: Layout): string[] {
  const { mark, color } = lookOf(entry.status);
  const label = `${mark} ${entry.status}`;
  if (width < NARROW) {
    const line = `  ${style.color(color, label)} ${style.dim(`· ${entry.event}`)}`;
    const texts = [...wrap(plain(entry.headline), width - 4), ...dimmed(entry, width - 4, style)];
    return [line, ...texts.map((each) => `    ${each}`)];
  }
  const column = STATUS_WIDTH + 6;
  const left = [style.color(color, label) + " ".repeat(column - 2 - label.length), style.dim(entry.event)];
  const headline = wrap(plain(entry.headline), width - column);
  const lines = headline.map((text, index) => (index === 0 ? `  ${left[0]}` : " ".repeat(column)) + text);
  const pad = " ".repeat(Math.max(1, column - 4 - entry.event.length));
  const notes = dimmed(entry, width - column, style);
  return [
    ...lines,
    ...notes.map((text, index) => (index === 0 ? `    ${left[1]}${pad}` : " ".repeat(column)) + text),
  ];
}

function dimmed(entry: TimelineEntry, width: number, style: Style): string[] {
  return notesOf(entry).flatMap((note) => wrap(note, width).map(style.dim));
}
