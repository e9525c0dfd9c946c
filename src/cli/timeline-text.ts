import type { Timeline, TimelineEntry } from "../index.ts";
import { dateInWords, weekdayName } from "../index.ts";
import { plain } from "./output.ts";
import { entryLines, type Layout } from "./timeline-entry.ts";
import { wrap } from "./wrap.ts";

interface Section {
  readonly heading: string | null;
  readonly entries: readonly TimelineEntry[];
}

/** The story itself, then what is older than it, then what nobody dates. */
function sections(entries: readonly TimelineEntry[]): readonly Section[] {
  const isDated = (entry: TimelineEntry): boolean => entry.time.edtf !== null;
  const all: Section[] = [
    { heading: null, entries: entries.filter((entry) => isDated(entry) && !entry.background) },
    { heading: "Background", entries: entries.filter((entry) => isDated(entry) && entry.background) },
    { heading: "Undated", entries: entries.filter((entry) => !isDated(entry)) },
  ];
  return all.filter((section) => section.entries.length > 0);
}

/** "Thursday, 15 December 2016"; less exact times as they are. */
function whenOf({ time, when }: TimelineEntry): string {
  const day = weekdayName(time.edtf);
  return day ? `${day}, ${when}` : when.charAt(0).toUpperCase() + when.slice(1);
}

function sectionLines({ heading, entries }: Section, layout: Layout): string[] {
  const { style, width } = layout;
  const rule = "─".repeat(Math.max(0, width - (heading?.length ?? 0) - 1));
  const lines = heading === null ? [] : ["", `${style.bold(heading)} ${style.dim(rule)}`];
  let when: string | null = null;
  for (const entry of entries) {
    const here = whenOf(entry);
    lines.push("");
    if (here !== when && entry.time.edtf !== null) lines.push(...wrap(here, width).map(style.bold));
    when = here;
    lines.push(...entryLines(entry, layout));
  }
  return lines;
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

function summary(timeline: Timeline): string {
  const { entries, reports, story, total = entries.length } = timeline;
  const some = entries.length < total ? `${entries.length.toLocaleString("en")} of ` : "";
  const told = some + count(total, "entry", "entries");
  const from = reports === undefined ? null : `from ${count(reports, "report", "reports")}`;
  const parts = [spanOf(timeline), told, from, `story ${story}`];
  return parts.filter(Boolean).join(" · ");
}

function spanOf({ begin, end }: Timeline): string | null {
  return begin === null || end === null ? null : dateInWords(begin === end ? begin : `${begin}/${end}`);
}

const KINDS = [
  ["persons", "people"],
  ["organizations", "organisations"],
  ["places", "places"],
] as const;

/** "people: Mira Olsen, Jan Holt · places: Brenna"; empty where nobody is known. */
function actorsOf({ actors }: Timeline): string {
  const groups = KINDS.map(([kind, word]) => ({
    word,
    names: (actors?.[kind] ?? []).map(({ name }) => name),
  }));
  return groups
    .filter(({ names }) => names.length > 0)
    .map(({ word, names }) => `${word}: ${names.map(plain).join(", ")}`)
    .join(" · ");
}

/** A timeline for a terminal, line by line. */
export function timelineLines(timeline: Timeline, layout: Layout): string[] {
  const { style, width } = layout;
  return [
    ...wrap(plain(timeline.title), width).map(style.bold),
    ...wrap(summary(timeline), width).map(style.dim),
    ...wrap(actorsOf(timeline), width).map(style.dim),
    ...sections(timeline.entries).flatMap((section) => sectionLines(section, layout)),
  ];
}

/** Reports that belong to no larger story, a line for each: so that they do not bury what is followed. */
export function singleLines(singles: readonly Timeline[], { width, style }: Layout): string[] {
  const heading = "Told by one report";
  const rule = "─".repeat(Math.max(0, width - heading.length - 1));
  const lines = singles.flatMap((timeline) => {
    const { entries, story, total = entries.length } = timeline;
    const facts = [spanOf(timeline) ?? "undated", count(total, "entry", "entries"), story];
    const [first = "", ...rest] = wrap(plain(timeline.title), width - 2);
    const below = [...rest, ...wrap(facts.join(" · "), width - 4).map((line) => `  ${style.dim(line)}`)];
    return [first, ...below].map((line) => `  ${line}`);
  });
  return [`${style.bold(heading)} ${style.dim(rule)}`, "", ...lines];
}
