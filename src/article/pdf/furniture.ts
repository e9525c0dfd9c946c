import type { Line } from "./lines.ts";

/** So many lines at the head and at the foot of a page may be its furniture. */
const EDGE_LINES = 3;
/** What stands on so large a share of the pages is furniture. */
const MIN_SHARE = 0.5;
/** "3", "– 3 –", "Page 3 of 7", "3/7": the number of a page. */
const PAGE_NUMBER = /^(?:page\s*)?[-–—\s]*\d{1,4}[-–—\s]*(?:(?:of|\/)\s*\d{1,4})?$/i;

/** What browsers print around a page: its address, and when it was printed. */
const PRINTED = /^(?:(?:https?|file):\/\/\S+|\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}(?: ?[AP]M)?)$/i;

/** The text with its numbers as one sign: pages count in their furniture. */
function shapeOf(text: string): string {
  return text.toLowerCase().replace(/\d+/g, "#").replace(/\s+/g, " ");
}

function byPage(lines: readonly Line[]): readonly (readonly Line[])[] {
  const pages = new Map<number, Line[]>();
  for (const line of lines) pages.set(line.page, [...(pages.get(line.page) ?? []), line]);
  return [...pages.values()];
}

/** The highest and the lowest lines of a page. */
function edgesOf(page: readonly Line[]): readonly Line[] {
  const sorted = [...page].sort((a, b) => b.y - a.y);
  return [...new Set([...sorted.slice(0, EDGE_LINES), ...sorted.slice(-EDGE_LINES)])];
}

/** Lines that the pages repeat at their head or foot, and their numbers. */
export function furnitureOf(lines: readonly Line[]): ReadonlySet<Line> {
  const pages = byPage(lines);
  const edges = pages.map(edgesOf);
  const counts = new Map<string, number>();
  for (const page of edges) {
    for (const shape of new Set(page.map(({ text }) => shapeOf(text)))) {
      counts.set(shape, (counts.get(shape) ?? 0) + 1);
    }
  }
  const least = Math.max(2, Math.ceil(MIN_SHARE * pages.length));
  const outermost = new Set(pages.flatMap((page) => edgesAtRim(page)));
  const isFurniture = (line: Line): boolean =>
    (counts.get(shapeOf(line.text)) ?? 0) >= least ||
    PRINTED.test(line.text) ||
    (outermost.has(line) && PAGE_NUMBER.test(line.text));
  return new Set(edges.flat().filter(isFurniture));
}

/** The address that a browser prints below a page. */
export function printedAddress(furniture: Iterable<Line>): string | undefined {
  return [...furniture].map(({ text }) => text).find((text) => /^https?:\/\/\S+$/i.test(text));
}

function edgesAtRim(page: readonly Line[]): readonly Line[] {
  const sorted = [...page].sort((a, b) => b.y - a.y);
  return [sorted[0] as Line, sorted.at(-1) as Line];
}
