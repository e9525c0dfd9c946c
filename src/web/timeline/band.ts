import type { TimelineEntry } from "../library.ts";
import { dateInWords } from "../library.ts";
import { count } from "../parts/count.ts";
import { type Html, html } from "../parts/html.ts";
import { dayNumber, isoDay, ticks } from "./ticks.ts";

/** Bars of coverage over the whole span: few enough that each can be seen on a phone. */
const BARS = 60;
/** Labels below the band: what fits beside one another at 360 px. */
const LABELS = 5;

interface Scale {
  readonly first: number;
  /** Number of days, at least 1. */
  readonly days: number;
}

function scaleOf(days: readonly number[]): Scale {
  const first = Math.min(...days);
  return { first, days: Math.max(...days) - first + 1 };
}

/** A position as a share of the width: SVG percentages stretch with the page, text in it does not. */
function percent(day: number, { first, days }: Scale): string {
  return `${(((day - first) / days) * 100).toFixed(2)}%`;
}

function eventShape({ time, status }: TimelineEntry, scale: Scale): Html | null {
  const begin = Math.max(scale.first, dayNumber(time.begin ?? time.end ?? ""));
  const end = Math.min(scale.first + scale.days, dayNumber(time.end ?? time.begin ?? "") + 1);
  if (!(begin < end)) return null;
  if (end - begin <= 1) {
    return html`<circle class="point point-${status}" cx="${percent(begin + 0.5, scale)}" cy="12" r="4.5"/>`;
  }
  const width = percent(scale.first + end - begin, scale);
  return html`<rect class="range" x="${percent(begin, scale)}" width="${width}" y="22" height="6" rx="3"/>`;
}

function coverage(published: readonly number[], scale: Scale): Html[] {
  const width = scale.days / Math.min(BARS, scale.days);
  const bars = new Map<number, number>();
  for (const day of published) {
    const bar = Math.floor((day - scale.first) / width);
    bars.set(bar, (bars.get(bar) ?? 0) + 1);
  }
  const most = Math.max(...bars.values());
  return [...bars].map(([bar, number]) => {
    const height = Math.max(3, (number / most) * 30);
    const x = percent(scale.first + bar * width, scale);
    return html`<rect class="bar" x="${x}" width="${percent(scale.first + width, scale)}" y="${66 - height}" height="${height}"/>`;
  });
}

function axis(scale: Scale): Html[] {
  return ticks(scale.first, scale.first + scale.days - 1, LABELS).map(({ day, label }) => {
    const x = percent(day, scale);
    // The last label has no room left at the edge; its line still tells where the unit begins.
    const isShown = day - scale.first < scale.days * 0.87;
    return html`<line class="tick" x1="${x}" x2="${x}" y1="0" y2="72"/>${isShown ? html`<text x="${x}" y="84">${label}</text>` : null}`;
  });
}

/**
 * A picture of the span of a story: its dated entries, each as wide as its date is inexact, over the days on which
 * its reports appeared. Null where there are too few days to show. `published` are EDTF days.
 */
export function band(entries: readonly TimelineEntry[], published: readonly string[]): Html | null {
  const reports = published.map(dayNumber).filter((day) => !Number.isNaN(day));
  const exact = entries.filter(({ time }) => time.precision === "day" || time.precision === "month");
  const limits = exact.flatMap(({ time }) => [time.begin ?? "", time.end ?? ""]);
  // What is known to the year only would stretch the picture; it is cut at the edges.
  const days = [...reports, ...limits.map(dayNumber)].filter((day) => !Number.isNaN(day));
  const scale = scaleOf(days);
  if (days.length < 2 || scale.days < 3 || reports.length === 0) return null;
  const iso = (day: number) => dateInWords(isoDay(day));
  const words = `${iso(scale.first)} to ${iso(scale.first + scale.days - 1)}: ${count(entries.length, "dated entry", "dated entries")} above, ${count(reports.length, "report")} below.`;
  return html`<figure class="band"><svg role="img" aria-label="${words}" width="100%" height="90">
${axis(scale)}${entries.map((entry) => eventShape(entry, scale))}${coverage(reports, scale)}
</svg><figcaption>Above, the entries: a dot for a day, a bar where the day is not known. Below, the reports by day of publication.</figcaption></figure>`;
}
