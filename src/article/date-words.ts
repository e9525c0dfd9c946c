import { ChroniclerError } from "../model/error.ts";
import { parseTable } from "../model/table.ts";

/** How a language writes a day. */
export interface DateLanguage {
  /** BCP 47. */
  readonly language: string;
  /** The first letters of each of the twelve months, in their forms. */
  readonly months: readonly (readonly string[])[];
  /** Order of day, month and year where all are figures. */
  readonly order: "dmy" | "mdy" | "ymd";
  readonly example: string;
  /** The day of the example. */
  readonly gives: string;
}

/** A time zone by name. */
export interface Zone {
  readonly zone: string;
  /** As in `+09:00`; absent where the name means several zones. */
  readonly offset?: string;
  readonly example: string;
  /** The moment of the example. */
  readonly gives: string;
}

/** What dates and times are written with. */
export interface DateWords {
  readonly languages: readonly DateLanguage[];
  readonly zones: readonly Zone[];
}

const DATES = "data/article-date.tsv";
const ZONES = "data/article-zone.tsv";
const MONTHS = 12;

/** Written where a cell holds nothing. */
const NOTHING = "-";

/**
 * Reads the tables of months and time zones.
 *
 * @throws ChroniclerError `bad-table`
 */
export function loadDateWords(read: (path: string) => Uint8Array): DateWords {
  const columns = ["language", "months", "order", "example", "gives"] as const;
  const languages = parseTable(DATES, read(DATES), columns).map((row): DateLanguage => {
    const months = row.months.split(" ").map((forms) => forms.split("|"));
    if (months.length !== MONTHS || !/^(?:dmy|mdy|ymd)$/.test(row.order)) {
      const message = `${DATES}, row "${row.language}": expected twelve months, and dmy, mdy or ymd; correct it.`;
      throw new ChroniclerError("bad-table", message);
    }
    return { ...row, months, order: row.order as DateLanguage["order"] };
  });
  const zones = parseTable(ZONES, read(ZONES), ["zone", "offset", "example", "gives"] as const);
  return {
    languages,
    zones: zones.map(({ offset, ...zone }) => (offset === NOTHING ? zone : { ...zone, offset })),
  };
}
