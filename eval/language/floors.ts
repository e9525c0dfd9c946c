import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Part } from "./banks.ts";
import type { Row, Table } from "./table.ts";

const BASELINE = join(import.meta.dirname, "..", "baseline.json");

/** Points between a figure and the floor made from it: what chance moves in so many cases, and a bit of one for another. */
const MARGIN: Readonly<Record<Part, number>> = { all: 0.5, ci: 1 };

/** Floors by title of the table, name of the row, and column. */
export type Floors = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;

interface Baseline {
  readonly language?: Readonly<Partial<Record<Part, Floors>>>;
}

function readBaseline(): Baseline {
  return JSON.parse(readFileSync(BASELINE, "utf8")) as Baseline;
}

/** The figures of one row that have a floor. */
function rowFigures({ columns, floors }: Table, { cells }: Row): Record<string, number> {
  const figures = columns.map((column, c) => [column, cells[c]] as const);
  return Object.fromEntries(
    figures.filter(
      (each): each is [string, number] => floors.includes(each[0]) && typeof each[1] === "number",
    ),
  );
}

/** The figures that have a floor, by title, row and column. */
export function figuresOf(tables: readonly Table[]): Floors {
  return Object.fromEntries(
    tables.map((table) => {
      const rows = table.rows.filter(({ noFloor }) => !noFloor);
      return [table.title, Object.fromEntries(rows.map((row) => [row.name, rowFigures(table, row)]))];
    }),
  );
}

/** One line about each figure that is below its floor, or that is gone. */
export function fallenBelow(floors: Floors, figures: Floors): string[] {
  return Object.entries(floors).flatMap(([title, rows]) =>
    Object.entries(rows).flatMap(([name, columns]) =>
      Object.entries(columns).flatMap(([column, floor]) => {
        const figure = figures[title]?.[name]?.[column];
        if (figure !== undefined && figure >= floor) return [];
        return [`${title}, ${name}, ${column}: ${figure?.toFixed(2) ?? "not measured"} < ${floor}`];
      }),
    ),
  );
}

/** The figures less the margin, down to a tenth; where a floor was higher, it stays. */
export function raised(floors: Floors, figures: Floors, margin: number): Floors {
  return Object.fromEntries(
    Object.entries(figures).map(([title, rows]) => [
      title,
      Object.fromEntries(
        Object.entries(rows).map(([name, columns]) => [
          name,
          Object.fromEntries(
            Object.entries(columns).map(([column, figure]) => {
              const low = Math.floor((figure - margin) * 10) / 10;
              return [column, Math.max(low, floors[title]?.[name]?.[column] ?? 0)];
            }),
          ),
        ]),
      ),
    ]),
  );
}

/** The figures below the floors of eval/baseline.json for this part; none are kept for it is a mistake. */
export function belowFloors(part: Part, tables: readonly Table[]): string[] {
  const floors = readBaseline().language?.[part];
  if (!floors) throw new Error(`eval/baseline.json has no floors for part ${part}: make them with --raise`);
  return fallenBelow(floors, figuresOf(tables));
}

/** Writes the floors of this part, raised to the figures, into eval/baseline.json. */
export function raiseFloors(part: Part, tables: readonly Table[]): void {
  const baseline = readBaseline();
  const floors = raised(baseline.language?.[part] ?? {}, figuresOf(tables), MARGIN[part]);
  const language = { ...baseline.language, [part]: floors };
  writeFileSync(BASELINE, `${JSON.stringify({ ...baseline, language }, null, 2)}\n`);
}
