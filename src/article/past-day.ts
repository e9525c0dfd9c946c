import { parseTable } from "../model/table.ts";
import { locateDay } from "./day.ts";
import type { Piece } from "./draft.ts";

/** Words that tell whether the day beside them was past. */
export interface DayContext {
  readonly tells: "past" | "open";
  readonly pattern: RegExp;
  readonly example: string;
  /** The past day of the example; empty where it names none. */
  readonly gives: string;
}

const PATH = "data/en/article-day-context.tsv";

/**
 * Reads the table of such words.
 *
 * @throws ChroniclerError `bad-table`
 */
export function loadDayContexts(read: (path: string) => Uint8Array): readonly DayContext[] {
  const rows = parseTable(PATH, read(PATH), ["tells", "pattern", "example", "gives"] as const);
  return rows.map((row) => ({
    ...row,
    tells: row.tells as DayContext["tells"],
    pattern: new RegExp(row.pattern, "u"),
    gives: row.gives === "-" ? "" : row.gives,
  }));
}

/** Where one sentence ends and the next begins; "Aug. 30" is none. */
const SENTENCE_END = /(?<=[.!?]["”’)]?)\s+(?=["“‘(]?\p{Lu})/u;

/** The day that the sentence names as past; null where it may have been to come. */
export function pastDayOf(sentence: string, contexts: readonly DayContext[]): string | null {
  const found = locateDay(sentence);
  if (found === null) return null;
  const fits = (tells: DayContext["tells"]): boolean =>
    contexts.some((context) => context.tells === tells && context.pattern.test(sentence));
  return fits("past") && !fits("open") ? found.day : null;
}

/** The latest day that the text tells of as past; null where it names none. */
export function latestPastDay(pieces: readonly Piece[], contexts: readonly DayContext[]): string | null {
  const days = pieces
    .filter(({ kind }) => kind === "paragraph" || kind === "caption")
    .flatMap(({ text }) => text.split(SENTENCE_END))
    .flatMap((sentence) => pastDayOf(sentence, contexts) ?? []);
  return days.sort().at(-1) ?? null;
}
