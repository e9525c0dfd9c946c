import type { EventStatus } from "../../model/event.ts";
import { parseTable } from "../../model/table.ts";
import { type CodeTables, loadCodeTables } from "./code/tables.ts";

/** What is known of an event word: codes and general kind. */
export interface EventWord {
  readonly lemma: string;
  /** CAMEO code of the verb by itself. */
  readonly cameo: string | undefined;
  readonly kind: string | undefined;
  /** Whether the object is where it leads to ("place") or where it happens ("occupied"). */
  readonly object: "place" | "occupied" | undefined;
  /** Whether it tells of a journey only with words that say where to: "go". */
  readonly needsDirection?: boolean;
}

/** An event noun. */
export interface EventNoun extends EventWord {
  /**
   * Whether it names an event without a light verb: always ("the earthquake"), where the text says whose, of what or
   * when ("the rise of the party"), never ("the treaty" is a thing).
   */
  readonly alone: "always" | "anchored" | "never";
}

/**
 * What a governing word makes of what depends on it; `inherit` passes on its own status, `postponed` leaves it
 * scheduled for a time that is no longer known.
 */
export type ContextStatus = EventStatus | "inherit" | "postponed";

export interface EventTables {
  readonly verbs: ReadonlyMap<string, EventWord>;
  /** Event nouns, with the codes of the verb they go with. */
  readonly nouns: ReadonlyMap<string, EventNoun>;
  /** Adjectives that tell an event as a predicate, with the verb that they stand for: dead, of die. */
  readonly adjectives: ReadonlyMap<string, EventWord>;
  readonly lightVerbs: ReadonlySet<string>;
  /** Verbs that are no events; `true` where they are one when a time or an occasion is given. */
  readonly states: ReadonlyMap<string, boolean>;
  /** By "verb plan", "noun plan", "adjective due". */
  readonly contexts: ReadonlyMap<string, ContextStatus>;
  /** The senses of a word: words that share one can tell the same thing. */
  readonly senses: ReadonlyMap<string, readonly string[]>;
  /** Verbs by which somebody speaks in public. */
  readonly tellings: ReadonlySet<string>;
  /** Verbs that tell what an event itself does as it takes place. */
  readonly courses: ReadonlySet<string>;
  /** Verbs that give a plan another time, where they name it. */
  readonly reschedulings: ReadonlySet<string>;
  /** What is traded on markets, and verbs by which its price moves. */
  readonly tradedThings: ReadonlySet<string>;
  readonly marketMoves: ReadonlySet<string>;
  readonly codes: CodeTables;
}

export const EVENT_TABLES = {
  verbs: "data/en/event-verbs.tsv",
  nouns: "data/en/event-nouns.tsv",
  adjectives: "data/en/event-adjectives.tsv",
  lightVerbs: "data/en/event-light-verbs.tsv",
  states: "data/en/event-states.tsv",
  contexts: "data/en/event-contexts.tsv",
  tellings: "data/en/event-tellings.tsv",
  courses: "data/en/event-courses.tsv",
  reschedulings: "data/en/event-reschedulings.tsv",
  senses: "data/en/event-senses.tsv",
  marketMoves: "data/en/event-market-moves.tsv",
} as const;

/** Reads the tables of the event rules; `read` gives the bytes of a file of the package. */
export function loadEventTables(read: (path: string) => Uint8Array): EventTables {
  const table = (path: string, columns: readonly string[]) => parseTable(path, read(path), columns);
  const verbs = new Map(table(EVENT_TABLES.verbs, ["lemma", "example"]).map(readVerb));
  const moves = table(EVENT_TABLES.marketMoves, ["class", "lemma", "example", "trigger"]);
  const market = (name: string) =>
    new Set(moves.filter((row) => row.class === name).map((row) => row.lemma ?? ""));
  return {
    verbs,
    nouns: new Map(
      table(EVENT_TABLES.nouns, ["lemma", "verb", "example"]).map((row) => {
        const verb = verbs.get(row.verb ?? "") ?? NO_CODES;
        return [
          row.lemma ?? "",
          {
            ...verb,
            kind: row.kind || verb.kind,
            lemma: row.verb ?? "",
            alone: ALONE[row.alone ?? ""] ?? "always",
          },
        ];
      }),
    ),
    adjectives: new Map(
      table(EVENT_TABLES.adjectives, ["lemma", "verb", "example"]).map((row) => [
        row.lemma ?? "",
        verbs.get(row.verb ?? "") ?? { ...NO_CODES, lemma: row.verb ?? "" },
      ]),
    ),
    lightVerbs: new Set(
      table(EVENT_TABLES.lightVerbs, ["lemma", "example", "trigger"]).map((row) => row.lemma ?? ""),
    ),
    states: new Map(
      table(EVENT_TABLES.states, ["lemma", "example"]).map((row) => [row.lemma ?? "", row.unless === "time"]),
    ),
    contexts: new Map(
      table(EVENT_TABLES.contexts, ["lemma", "on", "status", "trigger", "example"]).map((row) => [
        `${row.on} ${row.lemma}`,
        row.status as ContextStatus,
      ]),
    ),
    courses: new Set(
      table(EVENT_TABLES.courses, ["lemma", "example", "trigger"]).map((row) => row.lemma ?? ""),
    ),
    reschedulings: new Set(
      table(EVENT_TABLES.reschedulings, ["lemma", "example", "trigger"]).map((row) => row.lemma ?? ""),
    ),
    senses: readSenses(table(EVENT_TABLES.senses, ["sense", "words", "example", "other"])),
    tradedThings: market("thing"),
    marketMoves: market("move"),
    tellings: new Set(
      table(EVENT_TABLES.tellings, ["lemma", "example", "trigger"]).map((row) => row.lemma ?? ""),
    ),
    codes: loadCodeTables(read),
  };
}

/** By word, the senses in whose rows it stands. */
function readSenses(rows: readonly Readonly<Record<string, string>>[]): EventTables["senses"] {
  const senses = new Map<string, string[]>();
  for (const { sense = "", words = "" } of rows) {
    for (const word of words.split("; ")) senses.set(word, [...(senses.get(word) ?? []), sense]);
  }
  return senses;
}

const ALONE: Readonly<Record<string, EventNoun["alone"]>> = { no: "never", anchored: "anchored" };

const NO_CODES: EventWord = {
  lemma: "",
  cameo: undefined,
  kind: undefined,
  object: undefined,
};

function readVerb(row: Readonly<Record<string, string>>): [string, EventWord] {
  const object = row.object === "place" || row.object === "occupied" ? row.object : undefined;
  const cell = (name: string) => row[name] || undefined;
  const lemma = row.lemma ?? "";
  return [
    lemma,
    { lemma, cameo: cell("cameo"), kind: cell("kind"), object, needsDirection: row.needs === "direction" },
  ];
}
