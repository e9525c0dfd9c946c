import { parseTable } from "./table.ts";

/** Where the short forms of given names stand in the package. */
export const SHORT_NAMES = "data/en/name-short-forms.tsv";

/** Short forms of given names with what they may be short for, in small letters: "hank" of "henry". */
export type ShortNames = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads the table of short forms; `read` gives the bytes of a file of the package. */
export function loadShortNames(read: (path: string) => Uint8Array): ShortNames {
  const rows = parseTable(SHORT_NAMES, read(SHORT_NAMES), ["short", "full", "one", "other"]);
  return new Map(
    rows.map(({ short, full }) => [short.toLowerCase(), new Set(full.toLowerCase().split("|"))]),
  );
}
