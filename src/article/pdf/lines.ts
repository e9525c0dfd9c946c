import type { PdfPage, Run } from "./extract.ts";

/** A line as it is printed. */
export interface Line {
  readonly text: string;
  /** Left edge, and height above the foot of the page, in points. */
  readonly x: number;
  readonly y: number;
  /** Right edge. */
  readonly end: number;
  readonly size: number;
  readonly page: number;
}

/** Words whose feet are closer than this share of their height stand on one line. */
const SAME_LINE = 0.5;
/** A gap wider than this share of the letters' height is a space. */
const SPACE = 0.18;
/** A gap wider than so many heights lies between two columns. */
const COLUMN_GAP = 3;

function isOnLine(run: Run, last: Run): boolean {
  const gap = run.x - (last.x + last.width);
  const size = Math.max(run.size, last.size);
  return Math.abs(run.y - last.y) < SAME_LINE * size && gap > -size * 2 && gap < COLUMN_GAP * size;
}

function joinRuns(runs: readonly Run[]): string {
  let text = "";
  let end = Number.NaN;
  for (const run of runs) {
    if (run.x - end > SPACE * run.size && !/\s$/.test(text) && !/^\s/.test(run.text)) text += " ";
    text += run.text;
    end = run.x + run.width;
  }
  return text.replace(/\s+/g, " ").trim();
}

function toLine(runs: readonly Run[], page: number): Line {
  const size = Math.max(...runs.map((run) => run.size));
  const [first, last] = [runs[0] as Run, runs.at(-1) as Run];
  return { text: joinRuns(runs), x: first.x, y: first.y, end: last.x + last.width, size, page };
}

/**
 * The lines of a page in the order in which the document writes them, which keeps columns apart; a printed
 * line that crosses two columns is two lines.
 */
export function linesOf(page: PdfPage, number: number): readonly Line[] {
  const groups: Run[][] = [];
  for (const run of page.runs.filter(({ text }) => text.trim() !== "")) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && isOnLine(run, last)) groups.at(-1)?.push(run);
    else groups.push([run]);
  }
  return groups.map((runs) => toLine(runs, number)).filter((line) => line.text !== "");
}
