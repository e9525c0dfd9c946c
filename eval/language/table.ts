/** One line of a table: figures, and texts such as counts. */
export interface Row {
  readonly name: string;
  readonly cells: readonly (number | string | undefined)[];
  /** For tools we are compared with, and where a single case would move the figure by a point. */
  readonly noFloor?: boolean;
}

/** Figures of one kind, with what they mean. */
export interface Table {
  readonly title: string;
  /** How the figures are defined, for who reads the table; each clause is printed on a line of its own. */
  readonly about: string;
  readonly columns: readonly string[];
  /** The columns that have a floor: those that tell the rest. */
  readonly floors: readonly string[];
  readonly rows: readonly Row[];
}

const MISSING = "–";

function cellText(cell: number | string | undefined): string {
  if (cell === undefined) return MISSING;
  return typeof cell === "string" ? cell : cell.toFixed(2);
}

/** The table in columns of one width each: names to the left, figures to the right. */
export function showTable({ title, about, columns, rows }: Table): string {
  const lines = [["", ...columns], ...rows.map(({ name, cells }) => [name, ...cells.map(cellText)])];
  const widths = lines[0]?.map((_, c) => Math.max(...lines.map((line) => line[c]?.length ?? 0))) ?? [];
  const aligned = lines.map((line) =>
    line
      .map((cell, c) => (c === 0 ? cell.padEnd(widths[c] ?? 0) : cell.padStart(widths[c] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
  const clauses = about.split("; ").map((clause) => `  (${clause})`);
  return [title, ...clauses, ...aligned.map((line) => `  ${line}`)].join("\n");
}
