import { ChroniclerError } from "../model/error.ts";
import { parseTable } from "../model/table.ts";

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

/** The tables, as bytes. */
export interface BoundaryTables {
  readonly abbreviations: Uint8Array;
  readonly openers: Uint8Array;
  readonly prefixes: Uint8Array;
  readonly contractions: Uint8Array;
}

/** All words of a table with one column that holds lists of words. */
export function tableWords(name: string, bytes: Uint8Array): string[] {
  return parseTable(name, bytes, ["words"]).flatMap((row) => row.words.split(/\s+/));
}

function kindOf(word: string, kind: string): AbbreviationKind {
  if (kind === "title" || kind === "plain" || kind === "number") return kind;
  throw new ChroniclerError(
    "bad-table",
    `abbreviations: expected title, plain or number for "${word}", found "${kind}"`,
  );
}

function readAbbreviations(bytes: Uint8Array): Map<string, AbbreviationKind> {
  const abbreviations = new Map<string, AbbreviationKind>();
  for (const row of parseTable("abbreviations", bytes, ["word", "kind", "example"])) {
    const kind = kindOf(row.word, row.kind);
    abbreviations.set(row.word, kind);
    if (kind !== "number") abbreviations.set(row.word.toUpperCase(), kind);
  }
  return abbreviations;
}

/** Reads the tables. */
export function readBoundaryRules(tables: BoundaryTables): BoundaryRules {
  const contractions = parseTable("contractions", tables.contractions, ["word", "first"]);
  return {
    abbreviations: readAbbreviations(tables.abbreviations),
    openers: new Set(tableWords("openers", tables.openers)),
    prefixes: new Set(tableWords("prefixes", tables.prefixes)),
    contractions: new Map(contractions.map((row) => [row.word, Number(row.first)])),
  };
}
