import { ChroniclerError } from "./error.ts";

/** A row of a rule or word table: column name to cell. */
export type Row<Column extends string = string> = Readonly<Record<Column, string>>;

const COMMENT = "#";

/**
 * Reads a table: tab-separated, lines that begin with `#` are comments, the first other line names the
 * columns. Every row must fill all of `required`; a rule without its example does not load.
 *
 * @throws ChroniclerError `bad-table`, naming file and line.
 */
export function parseTable<Column extends string>(
  name: string,
  bytes: Uint8Array,
  required: readonly Column[],
): readonly Row<Column>[] {
  const lines = new TextDecoder().decode(bytes).split(/\r?\n/);
  const rows: Row<Column>[] = [];
  let columns: readonly string[] | undefined;
  lines.forEach((line, index) => {
    if (line.trim() === "" || line.startsWith(COMMENT)) return;
    const cells = line.split("\t");
    if (columns) rows.push(readRow({ name, line: index + 1, columns, cells, required }));
    else columns = cells;
  });
  return rows;
}

function readRow<Column extends string>(at: {
  name: string;
  line: number;
  columns: readonly string[];
  cells: readonly string[];
  required: readonly Column[];
}): Row<Column> {
  const row = Object.fromEntries(at.columns.map((column, i) => [column, at.cells[i]?.trim() ?? ""]));
  const missing = at.required.find((column) => !row[column]);
  const surplus = at.cells.length > at.columns.length;
  if (missing || surplus) {
    const fault = missing ? `has no ${missing}` : `has more than ${at.columns.length} cells`;
    throw new ChroniclerError(
      "bad-table",
      `${at.name}, line ${at.line}: the row ${fault}; fill it or remove it.`,
    );
  }
  return row as Row<Column>;
}
