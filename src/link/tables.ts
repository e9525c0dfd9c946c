import type { ParticipantRole } from "../model/event.ts";
import { parseTable } from "../model/table.ts";
import { loadNameTables, type NameTables, NO_TABLES } from "./entity/tables.ts";

/** The commonest words of a class, each with its rank, from 0 for the commonest. */
export type Ranks = ReadonlyMap<string, number>;

/** What happens to one only once, and which part in it the one has. */
export interface OnceRow {
  readonly what: string;
  readonly part: ParticipantRole;
}

/** Words with which what several reports tell is compared, in base form. */
export interface WordTables {
  readonly nouns: Ranks;
  readonly verbs: Ranks;
  /** By the word that tells it. */
  readonly once: ReadonlyMap<string, OnceRow>;
  /** Words that tell what goes on being counted after it has happened. */
  readonly countedOn: ReadonlySet<string>;
  /** Words that tell what became of people, and not by what. */
  readonly outcomes: ReadonlySet<string>;
}

/** All that reports are compared by beside themselves. */
export interface LinkTables {
  readonly names: NameTables;
  readonly words: WordTables;
}

export const WORD_TABLES = {
  nouns: "data/en/noun-ranks.tsv",
  verbs: "data/en/verb-ranks.tsv",
  once: "data/en/event-once.tsv",
  countedOn: "data/en/quantity-counted-on.tsv",
  outcomes: "data/en/event-outcomes.tsv",
} as const;

/** Without tables, every word tells as much as any other. */
export const NO_LINK_TABLES: LinkTables = {
  names: NO_TABLES,
  words: { nouns: new Map(), verbs: new Map(), once: new Map(), countedOn: new Set(), outcomes: new Set() },
};

/** Reads the tables of linking; `read` gives the bytes of a file of the package. */
export function loadLinkTables(read: (path: string) => Uint8Array): LinkTables {
  const ranksIn = (path: string): Ranks => {
    const rows = parseTable(path, read(path), ["words", "example", "telling"]);
    return new Map(rows.flatMap(({ words }) => words.split(" ")).map((word, rank) => [word, rank]));
  };
  const once = parseTable(WORD_TABLES.once, read(WORD_TABLES.once), ["word", "what", "part", "one", "other"]);
  const verbsIn = (path: string) =>
    new Set(parseTable(path, read(path), ["verb", "example"]).map(({ verb }) => verb));
  return {
    names: loadNameTables(read),
    words: {
      nouns: ranksIn(WORD_TABLES.nouns),
      verbs: ranksIn(WORD_TABLES.verbs),
      once: new Map(once.map(({ word, what, part }) => [word, { what, part: part as ParticipantRole }])),
      countedOn: verbsIn(WORD_TABLES.countedOn),
      outcomes: verbsIn(WORD_TABLES.outcomes),
    },
  };
}
