import { ChroniclerError } from "../../model/error.ts";
import type { QuotationAct } from "../../model/quotation.ts";
import { parseTable, type Row } from "../../model/table.ts";
import { loadSourceTables, type SourceTables } from "./source-tables.ts";

/** Where the table of reporting words lies in the package. */
export const CUES_PATH = "data/en/quotation-cues.tsv";

/** Where the table of occasions lies in the package. */
export const OCCASIONS_PATH = "data/en/quotation-occasions.tsv";

/** One use of a reporting word. */
export interface CueRow {
  /** The word itself, of "point out": `point`. */
  readonly lemma: string;
  /** The particle or object that belongs to it, of "point out": `out`; empty for most. */
  readonly particle: string;
  readonly pos: "VERB" | "NOUN" | "ADJ";
  readonly act: QuotationAct;
  /** Complements that hold the content: `clause`, `quote`, `object` …, or a preposition. */
  readonly frames: ReadonlySet<string>;
  readonly example: string;
  readonly source: string;
  readonly content: string;
}

export type OccasionRow = Row<"noun" | "example" | "occasion">;

/** The words by which speech is known. */
export interface QuotationTables {
  readonly rows: readonly CueRow[];
  /** Rows by lemma, and by the forms of a regular verb where they are not lemmas themselves. */
  readonly cues: ReadonlyMap<string, readonly CueRow[]>;
  readonly occasions: readonly OccasionRow[];
  /** Head nouns of occasions. */
  readonly occasionNouns: ReadonlySet<string>;
  readonly sources: SourceTables;
}

const ACTS: readonly string[] = [
  "state",
  "deny",
  "ask",
  "demand",
  "promise",
  "plan",
  "think",
  "judge",
  "show",
];
const PARTS_OF_SPEECH: readonly string[] = ["VERB", "NOUN", "ADJ"];
const CUE_COLUMNS = ["lemma", "pos", "act", "frames", "example", "source", "content"] as const;

function readCue(row: Row<(typeof CUE_COLUMNS)[number]>): CueRow {
  if (!ACTS.includes(row.act) || !PARTS_OF_SPEECH.includes(row.pos)) {
    const known = `an act of ${ACTS.join(", ")} and a part of speech of ${PARTS_OF_SPEECH.join(", ")}`;
    throw new ChroniclerError(
      "bad-table",
      `${CUES_PATH}: expected ${known}, found ${row.lemma}: ${row.act}, ${row.pos}`,
    );
  }
  const [lemma = "", particle = ""] = row.lemma.split(" ");
  return {
    lemma,
    particle,
    pos: row.pos as CueRow["pos"],
    act: row.act as QuotationAct,
    frames: new Set(row.frames.split(" ")),
    example: row.example,
    source: row.source,
    content: row.content,
  };
}

/** The forms of a regular verb: "deny" gives denies, denied, denying. */
function regularForms(lemma: string): string[] {
  const stem = lemma.replace(/e$/, "");
  const past = /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${stem}ed`;
  const present = /[^aeiou]y$/.test(lemma)
    ? `${lemma.slice(0, -1)}ies`
    : `${lemma}${/(s|sh|ch|x)$/.test(lemma) ? "es" : "s"}`;
  return [past, present, `${stem}ing`];
}

/** Rows by lemma; a rare verb whose lemma the language layer gets wrong is found by its form. */
function indexRows(rows: readonly CueRow[]): Map<string, CueRow[]> {
  const cues = new Map<string, CueRow[]>();
  for (const row of rows) cues.set(row.lemma, [...(cues.get(row.lemma) ?? []), row]);
  for (const [lemma, found] of [...cues]) {
    const verbs = found.filter((row) => row.pos === "VERB");
    if (verbs.length === 0) continue;
    for (const form of regularForms(lemma)) if (!cues.has(form)) cues.set(form, verbs);
  }
  return cues;
}

/** Reads the tables through the given access to the files of the package. */
export function loadQuotationTables(read: (path: string) => Uint8Array): QuotationTables {
  const rows = parseTable(CUES_PATH, read(CUES_PATH), CUE_COLUMNS).map(readCue);
  const cues = indexRows(rows);
  const occasions = parseTable(OCCASIONS_PATH, read(OCCASIONS_PATH), ["noun", "example", "occasion"]);
  const occasionNouns = new Set(occasions.map((row) => row.noun));
  return { rows, cues, occasions, occasionNouns, sources: loadSourceTables(read) };
}
