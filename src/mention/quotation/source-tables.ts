import { ChroniclerError } from "../../model/error.ts";
import { parseTable, type Row } from "../../model/table.ts";

/** Where the table of words for kinds of sources lies in the package. */
export const SOURCES_PATH = "data/en/quotation-sources.tsv";

/** Where the table of nouns for events lies in the package. */
const EVENT_NOUNS_PATH = "data/en/event-nouns.tsv";

/** Where the table of news agencies lies in the package. */
const AGENCIES_PATH = "data/en/article-agency.tsv";

const KINDS = [
  "spokesperson",
  "official",
  "document",
  "media",
  "media-name",
  "organization",
  "outlet",
  "anonymity",
] as const;

export type SourceWordKind = (typeof KINDS)[number];

export type SourceRow = Row<"word" | "kind" | "example">;

/** The words by which a kind of source is known. */
export interface SourceTables {
  readonly rows: readonly SourceRow[];
  /** Kind by one or two words in lower case; of names of media by the last word as it is written. */
  readonly kinds: ReadonlyMap<string, SourceWordKind>;
  /** Finds what tells that there is no name. */
  readonly anonymity: RegExp;
  /** The names of news agencies, as a whole. */
  readonly agency: RegExp;
  /** Nouns for what happens, which does not speak. */
  readonly events: ReadonlySet<string>;
}

function isKind(kind: string): kind is SourceWordKind {
  return (KINDS as readonly string[]).includes(kind);
}

/** Any of the phrases as whole words, in any case and over line breaks; of two at one place the longer. */
function phrases(list: readonly string[]): RegExp {
  const longest = [...list].sort((a, b) => b.length - a.length).map((each) => each.replaceAll(" ", "\\s+"));
  return new RegExp(`\\b(?:${longest.join("|")})\\b`, "gi");
}

/** Reads the table through the given access to the files of the package. */
export function loadSourceTables(read: (path: string) => Uint8Array): SourceTables {
  const rows = parseTable(SOURCES_PATH, read(SOURCES_PATH), ["word", "kind", "example"]);
  const kinds = new Map<string, SourceWordKind>();
  for (const { word, kind } of rows) {
    if (!isKind(kind)) {
      const text = `${SOURCES_PATH}: expected a kind of ${KINDS.join(", ")}, found ${word}: ${kind}`;
      throw new ChroniclerError("bad-table", text);
    }
    if (kind !== "anonymity") kinds.set(word, kind);
  }
  const events = parseTable(EVENT_NOUNS_PATH, read(EVENT_NOUNS_PATH), ["lemma"]);
  const agencies = parseTable(AGENCIES_PATH, read(AGENCIES_PATH), ["name", "pattern"]);
  return {
    rows,
    kinds,
    anonymity: phrases(rows.filter(({ kind }) => kind === "anonymity").map(({ word }) => word)),
    events: new Set(events.map(({ lemma }) => lemma)),
    agency: new RegExp(`^(?:${agencies.map(({ pattern }) => pattern).join("|")})$`),
  };
}
