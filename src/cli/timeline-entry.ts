import type { TimelineEntry } from "../index.ts";
import { dateInWords, weekday } from "../web/dates.ts";
import { plain } from "./output.ts";
import { isAhead, lookOf, STATUS_WIDTH } from "./status.ts";
import type { Style } from "./style.ts";
import { wrap } from "./wrap.ts";

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

/** "30 Aug 2016", for lines that hold several dates. */
function shortDate(edtf: string): string {
  return dateInWords(edtf).replace(/\b([A-Z][a-z]{2})[a-z]+(?= \d{4})/g, (word, start: string) =>
    /^(?:Janu|Febr|Marc|Apri|June|July|Augu|Sept|Octo|Nove|Dece)/.test(word) ? start : word,
  );
}

function sourceNames({ sources }: TimelineEntry): string {
  const names = sources.map(({ outlet, agency, published, title, citation }) => {
    const name = outlet ?? (title ? `“${title}”` : citation.article);
    const by = agency && agency !== outlet ? `${name} (${agency})` : name;
    return `${by}, ${published ? shortDate(published) : "undated"}`;
  });
  const different = [...new Set(names)];
  const named = different.slice(0, NAMED_SOURCES).join("; ");
  const more = different.length - NAMED_SOURCES;
  return more > 0 ? `${named}; and ${more} more` : named;
}

/** Who tells it; how many tell it, and how many of these only repeat another, where it is more than one report. */
function sourceLine(entry: TimelineEntry): string {
  const { outlets, origins, sources } = entry;
  const reports = new Set(sources.map((each) => each.citation.article)).size;
  const counts =
    reports > 1
      ? ` · ${outlets} ${outlets === 1 ? "outlet" : "outlets"}, ${origins} ${origins === 1 ? "origin" : "origins"}`
      : "";
  return sourceNames(entry) + counts;
}

function timeOf({ time, status }: Step): string {
  if (time === null) return isAhead(status) ? "without a date" : "";
  const day = weekday(time);
  const words = day ? `${day} ${dateInWords(time)}` : dateInWords(time);
  return isAhead(status) ? `for ${words}` : `(${words})`;
}

function joined(...words: readonly string[]): string {
  return words.filter((word) => word !== "").join(" ");
}

/** "announced 30 Aug 2016 for December 2016; 13 Dec 2016: for Thursday 15 December 2016"; null where nothing changed. */
function historyLine({ history }: TimelineEntry): string | null {
  const [first, ...later] = history;
  if (!first || later.length === 0) return null;
  const dayOf = (step: Step): string => (step.asOf ? shortDate(step.asOf) : "undated report");
  const [before, after] = lookOf(first.status).first;
  const steps = later.map((step) => `${dayOf(step)}: ${joined(lookOf(step.status).later, timeOf(step))}`);
  return [joined(before, dayOf(first), after, timeOf(first)), ...steps].join("; ");
}

function differences({ disagreements }: TimelineEntry): string[] {
  return disagreements.map(({ field, values }) => {
    const all = values.map(({ value }) => (field === "time" ? dateInWords(value) : value));
    return `reports differ on the ${field}: ${all.join(" / ")}`;
  });
}

/** An entry: mark, status and headline, and below them where it comes from and how it changed. */
export function entryLines(entry: TimelineEntry, { width, style }: Layout): string[] {
  const { mark, color } = lookOf(entry.status);
  const label = style.color(color, `${mark} ${entry.status}`);
  const isNarrow = width < NARROW;
  const indent = isNarrow ? 4 : STATUS_WIDTH + 6;
  const space = " ".repeat(indent);
  const headline = wrap(plain(entry.headline), width - indent);
  const pad = " ".repeat(STATUS_WIDTH - entry.status.length + 2);
  const head = isNarrow
    ? [`  ${label}`, ...headline.map((line) => space + line)]
    : headline.map((line, index) => (index === 0 ? `  ${label}${pad}` : space) + line);
  const history = historyLine(entry);
  const notes = [
    ...(entry.saidBy ? [`according to ${entry.saidBy}`] : []),
    ...(history ? [history] : []),
    ...differences(entry),
    `${sourceLine(entry)} · ${entry.event}`,
  ];
  const below = notes.flatMap((note) =>
    wrap(plain(note), width - indent).map((line) => space + style.dim(line)),
  );
  return [...head, ...below];
}
