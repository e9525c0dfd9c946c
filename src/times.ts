import { givenDate } from "./article/day.ts";
import { findTimexes, loadTimexTables, type TimexTables } from "./mention/timex.ts";
import type { Article } from "./model/article.ts";
import type { Timex } from "./model/timex.ts";
import { readPackageFile } from "./resources.ts";

let tables: TimexTables | undefined;

/**
 * Time expressions of a text by words and rules alone; `published` is a year, month or day.
 *
 * @throws ChroniclerError `bad-date`
 */
export function findTimexesIn(text: string, published?: string): readonly Timex[] {
  tables ??= loadTimexTables(readPackageFile);
  const article: Article = {
    id: "text",
    authors: [],
    published:
      published === undefined
        ? { value: null, basis: "unknown" }
        : { value: givenDate(published, "published"), basis: "given" },
    language: "en",
    text,
    blocks: [],
    dropped: [],
  };
  return findTimexes({ article, sentences: [], tokens: [] }, tables);
}
