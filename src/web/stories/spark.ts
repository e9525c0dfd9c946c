import { type Html, html } from "../parts/html.ts";
import { dayNumber } from "../timeline/ticks.ts";

/** Bars of the picture, and its size in pixels. */
const BARS = 48;
const HEIGHT = 30;
const WIDTH = 192;

/** The days from the first report of all stories to the last. */
export interface Extent {
  readonly first: number;
  readonly end: number;
}

export function extentOf(published: readonly string[]): Extent | null {
  const days = published.map(dayNumber).filter((day) => !Number.isNaN(day));
  if (days.length === 0) return null;
  return { first: Math.min(...days), end: Math.max(...days) + 1 };
}

/**
 * A small picture of when reports of a story appeared, over the days of all stories, so that stories can be compared.
 * Decoration: the words beside it say the same.
 */
export function spark(published: readonly string[], extent: Extent | null): Html | null {
  if (extent === null || extent.end - extent.first < 2) return null;
  const counts = new Map<number, number>();
  for (const day of published.map(dayNumber)) {
    if (Number.isNaN(day)) continue;
    const bar = Math.floor(((day - extent.first) / (extent.end - extent.first)) * BARS);
    counts.set(bar, (counts.get(bar) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  const width = WIDTH / BARS;
  const bars = [...counts].map(([bar, number]) => {
    const height = Math.max(3, (number / most) * HEIGHT).toFixed(1);
    return html`<rect x="${bar * width}" width="${width - 1}" y="${(HEIGHT - Number(height)).toFixed(1)}" height="${height}"/>`;
  });
  return html`<svg class="spark" aria-hidden="true" viewBox="0 0 ${WIDTH} ${HEIGHT + 1}" width="${WIDTH}" height="${HEIGHT + 1}"><line x1="0" x2="${WIDTH}" y1="${HEIGHT + 0.5}" y2="${HEIGHT + 0.5}"/>${bars}</svg>`;
}
