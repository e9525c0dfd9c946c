import { ChroniclerError } from "../../../model/error.ts";
import { parseTable } from "../../../model/table.ts";

/** What the codebook says of a code: the PLOVER type and mode of the same act, and the general kind. */
export interface CodebookEntry {
  readonly plover: string | undefined;
  readonly mode: string | undefined;
  readonly kind: string;
}

/** What stands with a word, and the code that both have together; null where the two are not coded. */
export interface CodeFrame {
  /** "object", "subject" or a preposition. */
  readonly slot: string;
  /** A class of nouns, "person", "place", "name", "any", or a noun. */
  readonly filler: string;
  readonly cameo: string | null;
}

export interface CodeTables {
  /** By CAMEO code. */
  readonly codebook: ReadonlyMap<string, CodebookEntry>;
  /** Frames of a verb or event noun, by its lemma, in the order in which they are tried. */
  readonly frames: ReadonlyMap<string, readonly CodeFrame[]>;
  /** Class by noun, or by two words ("travel ban"). */
  readonly classes: ReadonlyMap<string, string>;
  /** Act of a verb that speaks of another act: intend, appeal, demand … */
  readonly acts: ReadonlyMap<string, string>;
  /** CAMEO code by act, and by what it speaks of: the beginning of a code, a class, or "any". */
  readonly embedded: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export const CODE_TABLES = {
  codebook: "data/event-codes.tsv",
  embedded: "data/event-code-embedded.tsv",
  frames: "data/en/event-code-frames.tsv",
  nouns: "data/en/event-code-nouns.tsv",
  acts: "data/en/event-code-acts.tsv",
} as const;

/** Reads the tables of the codes; `read` gives the bytes of a file of the package. */
export function loadCodeTables(read: (path: string) => Uint8Array): CodeTables {
  const table = <Column extends string>(path: string, columns: readonly Column[]) =>
    parseTable(path, read(path), columns);
  const codebook = new Map(
    table(CODE_TABLES.codebook, ["cameo", "kind", "name"]).map((row) => {
      const { plover, mode } = row as Readonly<Record<string, string>>;
      return [row.cameo, { plover: plover || undefined, mode: mode || undefined, kind: row.kind }];
    }),
  );
  const known = (cameo: string): string => {
    if (codebook.has(cameo)) return cameo;
    throw new ChroniclerError(
      "bad-table",
      `${CODE_TABLES.codebook} has no code ${cameo}; add it or correct it.`,
    );
  };
  const frames = new Map<string, CodeFrame[]>();
  for (const row of table(CODE_TABLES.frames, ["lemmas", "slot", "filler", "cameo", "example"])) {
    const { slot, filler } = row;
    const frame = { slot, filler, cameo: row.cameo === NOT_CODED ? null : known(row.cameo) };
    for (const lemma of row.lemmas.split(", ")) frames.set(lemma, [...(frames.get(lemma) ?? []), frame]);
  }
  const embedded = new Map<string, Map<string, string>>();
  for (const { act, of, cameo } of table(CODE_TABLES.embedded, ["act", "of", "cameo"])) {
    const codes = embedded.get(act) ?? new Map<string, string>();
    for (const each of of.split(", ")) codes.set(each, known(cameo));
    embedded.set(act, codes);
  }
  return {
    codebook,
    frames,
    classes: new Map(
      table(CODE_TABLES.nouns, ["class", "words", "cameo", "example"]).flatMap((row) =>
        row.words.split("; ").map((word) => [word, row.class] as const),
      ),
    ),
    acts: new Map(
      table(CODE_TABLES.acts, ["lemma", "act", "cameo", "example"]).map((row) => [row.lemma, row.act]),
    ),
    embedded,
  };
}

/** In the table, what says that the words are not coded. */
const NOT_CODED = "-";
