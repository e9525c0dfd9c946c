import type { Database } from "better-sqlite3";
import type { SearchHit } from "../model/chronicle.ts";

/** Words of context that a find is shown with. */
const SNIPPET_WORDS = 24;

/** A phrase in quotation marks, or a run of characters without space. */
const TERM = /"([^"]*)"|([^\s"]+)/gu;

/** A word must hold a letter or a digit, or the index has nothing to look for. */
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/**
 * Turns what a person typed into a query of SQLite's full-text search, or null where there is no word in
 * it. Each term is quoted, so that none of that language's own signs and words can be written by accident.
 */
function toMatch(words: string): string | null {
  const terms: string[] = [];
  for (const [, phrase, word] of words.matchAll(TERM)) {
    const term = phrase ?? word ?? "";
    if (!SAYS_SOMETHING.test(term)) continue;
    const beginsWord = phrase === undefined && term.endsWith("*");
    terms.push(beginsWord ? `"${term.slice(0, -1)}"*` : `"${term}"`);
  }
  return terms.length > 0 ? terms.join(" ") : null;
}

/** What is asked for: words that all stand in a report, or one of the phrases instead of them. */
export interface SearchFor {
  readonly words: string;
  readonly phrases: readonly string[];
}

/** Reports that hold the words, best first; the found words stand between U+0002 and U+0003. */
export function searchWords(
  db: Database,
  { words, phrases }: SearchFor,
  limit: number,
): readonly SearchHit[] {
  const own = toMatch(words);
  if (own === null) return [];
  const match = [own, ...phrases.flatMap((each) => toMatch(`"${each}"`) ?? [])].join(" OR ");
  const query = `
    SELECT r.article_id AS article, r.article ->> '$.title' AS title, r.article ->> '$.outlet' AS outlet,
      r.published AS published, snippet(words, 0, char(2), char(3), '…', ${SNIPPET_WORDS}) AS snippet
    FROM words JOIN report AS r ON r.id = words.rowid
    WHERE words MATCH ? ORDER BY words.rank, r.published, r.article_id LIMIT ?`;
  return db.prepare<[string, number], SearchHit>(query).all(match, limit);
}
