import { parseTable } from "../model/table.ts";
import type { Stamp } from "./stamp.ts";

/** A way of saying how long ago it was. */
export interface AgoRule {
  readonly unit: "minute" | "hour";
  readonly pattern: RegExp;
  readonly example: string;
  /** The moment of the example, for a page fetched on 2024-03-12T10:00:00Z. */
  readonly gives: string;
}

const PATH = "data/article-ago.tsv";
const MINUTE_MS = 60_000;
const UNIT_MS = { minute: MINUTE_MS, hour: 60 * MINUTE_MS };

/**
 * Reads how pages say how long ago a report appeared.
 *
 * @throws ChroniclerError `bad-table`
 */
export function loadAgoRules(read: (path: string) => Uint8Array): readonly AgoRule[] {
  return parseTable(PATH, read(PATH), ["unit", "pattern", "example", "gives"] as const).map((row) => ({
    unit: row.unit as AgoRule["unit"],
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${row.pattern})(?![\\p{L}\\p{N}])`, "iu"),
    example: row.example,
    gives: row.gives,
  }));
}

/**
 * The moment that "2 hours ago" names on a page fetched then, in Universal Time; null where the words say
 * none, or the time of day of fetching is not known.
 */
export function stampAgo(text: string, fetched: string | undefined, rules: readonly AgoRule[]): Stamp | null {
  if (fetched === undefined || !/T\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/.test(fetched)) return null;
  for (const { unit, pattern } of rules) {
    const count = pattern.exec(text)?.groups?.count;
    if (count === undefined) continue;
    const moment = new Date(Date.parse(fetched) - (Number(count) || 1) * UNIT_MS[unit]).toISOString();
    return { day: moment.slice(0, 10), clock: moment.slice(11, 19), offset: "Z" };
  }
  return null;
}
