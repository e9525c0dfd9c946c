import { ChroniclerError } from "../model/error.ts";
import { parseTable } from "../model/table.ts";
import { type AgoRule, loadAgoRules } from "./ago.ts";
import { type DateWords, loadDateWords } from "./date-words.ts";

/** What a field of a page tells of its report. */
export type Telling = "published" | "updated" | "title" | "outlet" | "author" | "url" | "language";

/** A field in which pages state what they are. */
export interface FieldRule {
  /** `meta`: name of a meta element, in small letters. `json`: field of JSON-LD or of a page's own data. */
  readonly where: "meta" | "json";
  readonly name: string;
  readonly tells: Telling;
  readonly example: string;
  /** What is read from a page that has only this. */
  readonly gives: string;
}

/** Words before a date that say what it is the date of. */
export interface DateLabel {
  readonly tells: "published" | "updated";
  readonly pattern: RegExp;
  readonly example: string;
  /** The day of the example. */
  readonly gives: string;
}

/** What the metadata of pages is read with. */
export interface PageTables {
  readonly fields: readonly FieldRule[];
  readonly labels: readonly DateLabel[];
  readonly words: DateWords;
  readonly agos: readonly AgoRule[];
}

const FIELDS = "data/article-field.tsv";
const LABELS = "data/article-date-label.tsv";

const TELLS = new Set<string>(["published", "updated", "title", "outlet", "author", "url", "language"]);

function readFields(bytes: Uint8Array): readonly FieldRule[] {
  const columns = ["where", "name", "tells", "example", "gives"] as const;
  return parseTable(FIELDS, bytes, columns).map((row): FieldRule => {
    if (!/^(?:meta|json)$/.test(row.where) || !TELLS.has(row.tells)) {
      const message = `${FIELDS}, row "${row.name}": "where" must be meta or json, "tells" one of ${[...TELLS].join(", ")}.`;
      throw new ChroniclerError("bad-table", message);
    }
    return { ...row, where: row.where as FieldRule["where"], tells: row.tells as Telling };
  });
}

function readLabels(bytes: Uint8Array): readonly DateLabel[] {
  const columns = ["tells", "pattern", "example", "gives"] as const;
  return parseTable(LABELS, bytes, columns).map((row): DateLabel => {
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${row.pattern})(?![\\p{L}\\p{N}])`, "iu");
    return { ...row, tells: row.tells as DateLabel["tells"], pattern };
  });
}

/**
 * Reads the tables for the metadata of pages.
 *
 * @throws ChroniclerError `bad-table`
 */
export function loadPageTables(read: (path: string) => Uint8Array): PageTables {
  return {
    fields: readFields(read(FIELDS)),
    labels: readLabels(read(LABELS)),
    words: loadDateWords(read),
    agos: loadAgoRules(read),
  };
}

/** The names of the fields that tell it, most telling first. */
export function fieldsOf(tables: PageTables, where: FieldRule["where"], tells: Telling): readonly string[] {
  return tables.fields.filter((rule) => rule.where === where && rule.tells === tells).map(({ name }) => name);
}
