import type { Progress } from "../index.ts";
import { plain } from "./output.ts";
import { widthOf } from "./wrap.ts";

/** Less than this is done before anyone wonders. */
const MUCH = 10;

/** Shortest time between two changes of the line, in milliseconds. */
const PAUSE = 100;

const CLEAR = "\r\u001b[K";

/** A line on standard error that tells how far the work is: on a terminal only, and only if there is much. */
export function showProgress(): { readonly report: Progress; readonly end: () => void } {
  if (!process.stderr.isTTY) return { report: () => {}, end: () => {} };
  const width = process.stderr.columns ?? 80;
  let shown = 0;
  return {
    report: (done, total, name) => {
      const now = Date.now();
      if (total < MUCH || now - shown < PAUSE) return;
      shown = now;
      const percent = Number.isFinite(total) ? `${Math.floor((100 * done) / total)} % `.padStart(6) : "";
      process.stderr.write(CLEAR + shorten(percent + plain(name), width - 1));
    },
    end: () => {
      process.stderr.write(CLEAR);
    },
  };
}

function shorten(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let line = "";
  for (const character of text) {
    if (widthOf(line + character) >= width) return `${line}…`;
    line += character;
  }
  return line;
}
