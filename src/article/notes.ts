import type { Block, Note } from "../model/article.ts";
import { textSpan } from "../model/span.ts";
import { parseTable } from "../model/table.ts";

/** How a note on the report itself reads. */
export interface NoteRule {
  readonly kind: Note["kind"];
  readonly pattern: RegExp;
  readonly example: string;
}

const PATH = "data/en/article-note.tsv";

/**
 * Reads how notes read.
 *
 * @throws ChroniclerError `bad-table`
 */
export function loadNoteRules(read: (path: string) => Uint8Array): readonly NoteRule[] {
  return parseTable(PATH, read(PATH), ["kind", "pattern", "example"] as const).map((row) => ({
    kind: row.kind as Note["kind"],
    pattern: new RegExp(row.pattern, "iu"),
    example: row.example,
  }));
}

/** A note is not longer; what is longer is the report. */
const MAX_NOTE = 700;

/** What the words say of the report itself; null where they are part of it. */
export function noteKind(text: string, rules: readonly NoteRule[]): Note["kind"] | null {
  if (text.length > MAX_NOTE) return null;
  return rules.find(({ pattern }) => pattern.test(text))?.kind ?? null;
}

/** The notes on the report itself among the blocks of its text, in order. */
export function findNotes(
  text: string,
  blocks: readonly Block[],
  rules: readonly NoteRule[],
): readonly Note[] {
  return blocks.flatMap(({ kind: block, start, end }): readonly Note[] => {
    if (block === "title" || block === "caption") return [];
    const kind = noteKind(text.slice(start, end), rules);
    return kind === null ? [] : [{ ...textSpan(text, start, end), kind }];
  });
}
