import { ChroniclerError } from "../model/error.ts";
import { parseTable, type Row } from "../model/table.ts";
import { type BylineRule, loadBylineRules } from "./authors.ts";
import { type LanguageWords, loadLanguageWords } from "./language.ts";
import { loadNoteRules, type NoteRule } from "./notes.ts";
import { loadPageTables, type PageTables } from "./page-tables.ts";
import { type DayContext, loadDayContexts } from "./past-day.ts";

/** What all rules have: every row shows what it does to its example, and the test of this folder runs each. */
interface Rule {
  readonly id: string;
  readonly pattern: RegExp;
  readonly example: string;
}

/**
 * How a rule looks for clutter: `line` wants a whole line, `top` a whole line above the text, `head`
 * the start of a paragraph there, `tail` the end of any paragraph, `list` a line that opens a list of other stories, `end` a line below which nothing
 * of the report stands, if most of it stands above.
 */
export type ClutterWhere = "line" | "top" | "head" | "tail" | "list" | "end";

export interface ClutterRule extends Rule {
  readonly where: ClutterWhere;
  /** What the example loses. */
  readonly dropped: string;
  /** What the example says of the report, as `outlet=Name`; empty where it says nothing. */
  readonly gives: string;
}

/** Ends of a line that credit a photograph. */
export interface CaptionRule extends Rule {
  /** Who is credited in the example. */
  readonly credit: string;
}

export interface AgencyRule extends Rule {
  /** The name under which all forms are kept. */
  readonly name: string;
}

export interface DatelineRule extends Rule {
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
  readonly page: PageTables;
  readonly bylines: readonly BylineRule[];
  readonly languages: readonly LanguageWords[];
  readonly notes: readonly NoteRule[];
  readonly dayContexts: readonly DayContext[];
}

/** Gives the bytes of a file of the package, by its path from the package's root. */
export type ReadFile = (path: string) => Uint8Array;

/** Written where a cell holds nothing, so that an empty cell is always a mistake. */
const NOTHING = "-";

/** Where each kind of clutter rule is anchored. */
const ANCHORED: Readonly<Record<string, readonly [before: string, after: string]>> = {
  line: ["^(?:", ")$"],
  top: ["^(?:", ")$"],
  head: ["^(?:", ")"],
  tail: ["(?:", ")$"],
  list: ["^(?:", ")$"],
  end: ["^(?:", ")$"],
};

/** Cells of a row, and its pattern made into a regular expression. */
interface Made {
  readonly cell: (column: string) => string;
  readonly compile: (before: string, after: string, flags?: string) => RegExp;
}

/** Patterns by name; `{name}` in another pattern stands for them. */
type Parts = Map<string, string>;

function expand(pattern: string, parts: Parts): string {
  return pattern.replace(/\{([a-z-]+)\}/g, (whole, name: string) => {
    const part = parts.get(name);
    return part === undefined ? whole : `(?:${part})`;
  });
}

function made(path: string, row: Row, parts: Parts): Made {
  const cell = (column: string): string => {
    const text = row[column] ?? "";
    return text === NOTHING ? "" : text;
  };
  const compile = (before: string, after: string, flags?: string): RegExp => {
    const source = before + expand(row.pattern ?? "", parts) + after;
    try {
      return new RegExp(source, flags ?? (row.case === "exact" ? "u" : "iu"));
    } catch (cause) {
      const message = `${path}, row "${row.id ?? row.name}": the pattern is no regular expression; correct it.`;
      throw new ChroniclerError("bad-table", message, { cause });
    }
  };
  return { cell, compile };
}

function rowsOf(read: ReadFile, path: string, columns: readonly string[]): readonly Row[] {
  return parseTable(path, read(path), ["pattern", "example", ...columns]);
}

function readParts(read: ReadFile): Parts {
  const path = "data/en/article-part.tsv";
  const parts: Parts = new Map();
  for (const row of rowsOf(read, path, ["id"])) {
    if (
      !made(path, row, parts)
        .compile("^(?:", ")$")
        .test(row.example ?? "")
    ) {
      throw new ChroniclerError(
        "bad-table",
        `${path}, row "${row.id}": the pattern does not fit its example.`,
      );
    }
    parts.set(row.id ?? "", expand(row.pattern ?? "", parts));
  }
  return parts;
}

/** Agencies; the pattern of all their forms joins the parts as `{agency}`. */
function readAgencies(read: ReadFile, parts: Parts): readonly AgencyRule[] {
  const path = "data/en/article-agency.tsv";
  const rows = rowsOf(read, path, ["name"]);
  parts.set("agency", rows.map((row) => row.pattern).join("|"));
  return rows.map((row): AgencyRule => {
    const { cell, compile } = made(path, row, parts);
    return { id: cell("name"), name: cell("name"), pattern: compile("^(?:", ")$"), example: cell("example") };
  });
}

/** English first; the lines of other languages need no order. */
const CLUTTER = ["data/en/article-clutter.tsv", "data/article-clutter.tsv"];

function readClutter(read: ReadFile, parts: Parts): readonly ClutterRule[] {
  return CLUTTER.flatMap((path) => readClutterTable(path, read, parts));
}

function readClutterTable(path: string, read: ReadFile, parts: Parts): readonly ClutterRule[] {
  return rowsOf(read, path, ["id", "where", "case", "dropped", "gives"]).map((row): ClutterRule => {
    const { cell, compile } = made(path, row, parts);
    const anchors = ANCHORED[cell("where")];
    if (anchors === undefined) {
      const message = `${path}, row "${row.id}": "where" must be line, top, head, tail, list or end, not "${row.where}".`;
      throw new ChroniclerError("bad-table", message);
    }
    return {
      id: cell("id"),
      where: cell("where") as ClutterWhere,
      pattern: compile(...anchors),
      example: cell("example"),
      dropped: cell("dropped"),
      gives: cell("gives"),
    };
  });
}

function readCaptions(read: ReadFile, parts: Parts): readonly CaptionRule[] {
  const path = "data/en/article-caption.tsv";
  return rowsOf(read, path, ["id", "case", "credit"]).map((row): CaptionRule => {
    const { cell, compile } = made(path, row, parts);
    return {
      id: cell("id"),
      pattern: compile("(?:", ")$"),
      example: cell("example"),
      credit: cell("credit"),
    };
  });
}

function readDatelines(read: ReadFile, parts: Parts): readonly DatelineRule[] {
  const path = "data/en/article-dateline.tsv";
  return rowsOf(read, path, ["id", "words", "place", "agency"]).map((row): DatelineRule => {
    const { cell, compile } = made(path, row, parts);
    return {
      id: cell("id"),
      pattern: compile("^(?:", ")", "u"),
      example: cell("example"),
      words: cell("words"),
      place: cell("place"),
      agency: cell("agency"),
    };
  });
}

/**
 * Reads the rules of this stage.
 *
 * @param read gives a file of the package: "data/en/article-clutter.tsv" and its like
 * @throws ChroniclerError `bad-table`, with the file and the row
 */
export function loadArticleTables(read: ReadFile): ArticleTables {
  const parts = readParts(read);
  const agencies = readAgencies(read, parts);
  return {
    agencies,
    clutter: readClutter(read, parts),
    captions: readCaptions(read, parts),
    datelines: readDatelines(read, parts),
    page: loadPageTables(read),
    bylines: loadBylineRules(read),
    languages: loadLanguageWords(read),
    notes: loadNoteRules(read),
    dayContexts: loadDayContexts(read),
  };
}
