import { ChroniclerError } from "../model/error.ts";

/** When an abbreviation's full stop may end a sentence: see data/en/language-abbreviations.tsv. */
export type AbbreviationKind = "title" | "plain" | "number";

/** The word lists that tokens and sentences are found with. */
export interface BoundaryRules {
  readonly abbreviations: ReadonlyMap<string, AbbreviationKind>;
  /** Lower-cased words that commonly open a sentence. */
  readonly openers: ReadonlySet<string>;
  /** Lower-cased prefixes that keep their hyphen. */
  readonly prefixes: ReadonlySet<string>;
  /** Length of the first of the two words that a lower-cased form is made of. */
  readonly contractions: ReadonlyMap<string, number>;
}

/** The texts of the tables. */
export interface BoundaryTables {
  readonly abbreviations: string;
  readonly openers: string;
  readonly prefixes: string;
  readonly contractions: string;
}

/** The rows of a table: its lines without comments, cut at tabs. */
export function tableRows(text: string): string[][] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
}

/** All words of a table whose lines are lists of words. */
export function tableWords(text: string): string[] {
  return tableRows(text).flatMap((row) => row.flatMap((cell) => cell.trim().split(/\s+/)));
}

function kindOf(row: readonly string[]): AbbreviationKind {
  const kind = row[1];
  if (kind === "title" || kind === "plain" || kind === "number") return kind;
  throw new ChroniclerError(
    "bad-table",
    `abbreviations: expected title, plain or number, found "${row.join("\t")}"`,
  );
}

/** Reads the tables. */
export function readBoundaryRules(tables: BoundaryTables): BoundaryRules {
  const abbreviations = new Map<string, AbbreviationKind>();
  for (const row of tableRows(tables.abbreviations)) {
    const word = row[0] as string;
    const kind = kindOf(row);
    abbreviations.set(word, kind);
    if (kind !== "number") abbreviations.set(word.toUpperCase(), kind);
  }
  const contractions = tableRows(tables.contractions).map(
    (row) => [row[0] as string, Number(row[1])] as const,
  );
  return {
    abbreviations,
    openers: new Set(tableWords(tables.openers)),
    prefixes: new Set(tableWords(tables.prefixes)),
    contractions: new Map(contractions),
  };
}
