import { ChroniclerError } from "../model/error.ts";

/** Every row says what it does to its example; the test of this folder runs each. */
interface Row {
  readonly id: string;
  readonly pattern: RegExp;
  readonly example: string;
}

/**
 * How a rule looks for clutter: `line` wants a whole line, `tail` the end of a paragraph, `list` a line
 * that opens a list of other stories.
 */
export type ClutterWhere = "line" | "tail" | "list";

export interface ClutterRule extends Row {
  readonly where: ClutterWhere;
  /** What the example loses. */
  readonly dropped: string;
  /** What the example says of the report, as `outlet=Name`; empty where it says nothing. */
  readonly gives: string;
}

/** Ends of a line that credit a photograph. */
export interface CaptionRule extends Row {
  /** Who is credited in the example. */
  readonly credit: string;
}

export interface AgencyRule extends Row {
  /** The name under which all forms are kept. */
  readonly name: string;
}

export interface DatelineRule extends Row {
  /** The dateline words of the example. */
  readonly words: string;
  readonly place: string;
  readonly agency: string;
}

/** Rules of the article stage. */
export interface ArticleTables {
  readonly clutter: readonly ClutterRule[];
  readonly captions: readonly CaptionRule[];
  readonly agencies: readonly AgencyRule[];
  readonly datelines: readonly DatelineRule[];
}

type Cells = Readonly<Record<string, string>>;

/** Written where a cell holds nothing, so that an empty cell is always a mistake. */
const NOTHING = "-";

function bad(path: string, line: number, message: string): ChroniclerError {
  return new ChroniclerError("bad-table", `${path}, line ${line}: ${message}`);
}

/** Rows of a tab-separated table whose first line names the columns; `#` begins a comment line. */
function readRows(path: string, bytes: Uint8Array): readonly { cells: Cells; line: number }[] {
  const lines = new TextDecoder("utf-8", { fatal: true }).decode(bytes).split(/\r?\n/);
  let header: readonly string[] | null = null;
  const rows: { cells: Cells; line: number }[] = [];
  for (const [index, text] of lines.entries()) {
    if (text.trim() === "" || text.startsWith("#")) continue;
    const cells = text.split("\t");
    if (header === null) {
      header = cells;
      continue;
    }
    rows.push({ cells: toCells(header, cells, { path, line: index + 1 }), line: index + 1 });
  }
  return rows;
}

function toCells(
  header: readonly string[],
  cells: readonly string[],
  at: { path: string; line: number },
): Cells {
  if (cells.length !== header.length) {
    throw bad(
      at.path,
      at.line,
      `expected ${header.length} columns (${header.join(", ")}), found ${cells.length}.`,
    );
  }
  const entries = header.map((name, index) => {
    const cell = cells[index] ?? "";
    if (cell === "")
      throw bad(at.path, at.line, `the column "${name}" is empty; write "${NOTHING}" for nothing.`);
    return [name, cell === NOTHING && name !== "pattern" ? "" : cell] as const;
  });
  const row: Cells = Object.fromEntries(entries);
  if (!row.example) throw bad(at.path, at.line, "a rule needs an example, and what the example must give.");
  return row;
}

/** Puts named parts into a pattern: `{agency}` stands for the pattern of that name. */
function expand(pattern: string, parts: ReadonlyMap<string, string>): string {
  return pattern.replace(/\{([a-z-]+)\}/g, (whole, name: string) => {
    const part = parts.get(name);
    return part === undefined ? whole : `(?:${part})`;
  });
}

function compile(cells: Cells, flags: string, parts: ReadonlyMap<string, string>): (wrap: string) => RegExp {
  const source = expand(cells.pattern ?? "", parts);
  return (wrap) =>
    new RegExp(
      wrap.replace("…", () => source),
      flags,
    );
}

/** Where each kind of clutter rule is anchored. */
const ANCHORED: Readonly<Record<ClutterWhere, string>> = {
  line: "^(?:…)$",
  tail: "(?:…)$",
  list: "^(?:…)$",
};

/** Gives the bytes of a file of the package, by its path from the package's root. */
export type ReadFile = (path: string) => Uint8Array;

class TableReader {
  readonly #read: ReadFile;
  readonly #parts = new Map<string, string>();

  constructor(read: ReadFile) {
    this.#read = read;
  }

  /** Rows of the table at `path`, each turned into a rule; a mistake names the file and the line. */
  rows<T>(
    path: string,
    toRule: (cells: Cells, compileAs: (wrap: string, flags?: string) => RegExp) => T,
  ): readonly T[] {
    return readRows(path, this.#read(path)).map(({ cells, line }) => {
      try {
        return toRule(cells, (wrap, flags = "iu") => compile(cells, flags, this.#parts)(wrap));
      } catch (error) {
        throw bad(path, line, error instanceof Error ? error.message : String(error));
      }
    });
  }

  part(name: string, pattern: string): void {
    this.#parts.set(name, expand(pattern, this.#parts));
  }
}

function clutterRule(cells: Cells, compileAs: (wrap: string, flags?: string) => RegExp): ClutterRule {
  const where = cells.where as ClutterWhere;
  const anchored = ANCHORED[where];
  if (anchored === undefined) throw new Error(`"where" must be line, tail or list, not "${where}".`);
  return {
    id: cells.id ?? "",
    where,
    pattern: compileAs(anchored, cells.case === "exact" ? "u" : "iu"),
    example: cells.example ?? "",
    dropped: cells.dropped ?? "",
    gives: cells.gives ?? "",
  };
}

/**
 * Reads the rules of this stage.
 *
 * @param read gives a file of the package: "data/en/article-clutter.tsv" and its like
 * @throws ChroniclerError `bad-table`, with file and line
 */
export function loadArticleTables(read: ReadFile): ArticleTables {
  const reader = new TableReader(read);
  reader.rows("data/en/article-part.tsv", (cells, compileAs) => {
    reader.part(cells.id ?? "", cells.pattern ?? "");
    return compileAs("…");
  });
  const agencies = reader.rows("data/en/article-agency.tsv", (cells, compileAs): AgencyRule => {
    const forms = cells.pattern ?? "";
    return {
      id: forms,
      name: cells.name ?? "",
      pattern: compileAs("^(?:…)$"),
      example: cells.example ?? "",
    };
  });
  reader.part("agency", agencies.map((rule) => rule.id).join("|"));
  return {
    agencies: agencies.map((rule) => ({ ...rule, id: `agency-${rule.name}` })),
    clutter: reader.rows("data/en/article-clutter.tsv", clutterRule),
    captions: reader.rows("data/en/article-caption.tsv", (cells, compileAs) => ({
      id: cells.id ?? "",
      pattern: compileAs("(?:…)$", cells.case === "exact" ? "u" : "iu"),
      example: cells.example ?? "",
      credit: cells.credit ?? "",
    })),
    datelines: reader.rows("data/en/article-dateline.tsv", (cells, compileAs) => ({
      id: cells.id ?? "",
      pattern: compileAs("^(?:…)", "u"),
      example: cells.example ?? "",
      words: cells.words ?? "",
      place: cells.place ?? "",
      agency: cells.agency ?? "",
    })),
  };
}
