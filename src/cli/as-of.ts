import { type Chronicle, dateInWords } from "../index.ts";
import { outputWidth } from "./style.ts";
import { count } from "./timeline-entry.ts";
import { wrap } from "./wrap.ts";

/** Says as of which day something is told, and what that leaves out; nothing where no day was asked for. */
export function asOfLines(chronicle: Chronicle, asOf: string | undefined): string[] {
  if (asOf === undefined) return [];
  const undated = chronicle.articles().filter(({ published }) => published.value === null).length;
  const left = undated > 0 ? `; ${count(undated, "report")} without a day left out` : "";
  return [...wrap(`As known on ${dateInWords(asOf)}${left}.`, outputWidth()), ""];
}
