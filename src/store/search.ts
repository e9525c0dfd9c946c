/** A phrase in quotation marks, or a run of characters without space. */
const TERM = /"([^"]*)"|([^\s"]+)/gu;

/** A word must hold a letter or a digit, or the index has nothing to look for. */
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/**
 * Turns what a person typed into a query of SQLite's full-text search, or null where there is no word in
 * it. Each term is quoted, so that none of that language's own signs and words can be written by accident.
 */
export function toMatch(words: string): string | null {
  const terms: string[] = [];
  for (const [, phrase, word] of words.matchAll(TERM)) {
    const term = phrase ?? word ?? "";
    if (!SAYS_SOMETHING.test(term)) continue;
    const beginsWord = phrase === undefined && term.endsWith("*");
    terms.push(beginsWord ? `"${term.slice(0, -1)}"*` : `"${term}"`);
  }
  return terms.length > 0 ? terms.join(" ") : null;
}
