import type { Article } from "../model/article.ts";
import { ChroniclerError } from "../model/error.ts";
import type { Source } from "../model/source.ts";
import { decode } from "./decode.ts";
import { formatOf } from "./format.ts";
import { readPage } from "./page.ts";
import type { ArticleTables } from "./tables.ts";
import { readText } from "./text-report.ts";

export { type ArticleTables, loadArticleTables } from "./tables.ts";

/** One report of a source, or why it could not be read. */
export type ReadReport =
  | { readonly ok: true; readonly article: Article }
  | { readonly ok: false; readonly name: string; readonly error: ChroniclerError };

/** Runs what makes one report, and turns bad input into a report of its own; mistakes of ours pass through. */
export function attempt(name: string, make: () => Article): ReadReport {
  try {
    return { ok: true, article: make() };
  } catch (error) {
    if (error instanceof ChroniclerError) return { ok: false, name, error };
    throw error;
  }
}

/**
 * The reports of a source: web page, plain text, Markdown. The format is told by the content first,
 * by the name second. Bad input gives an error in its place; nothing is thrown for it.
 */
export function readSource(source: Source, tables: ArticleTables): readonly ReadReport[] {
  const { name, given } = source;
  return [
    attempt(name, () => {
      const text = decode(source.bytes, name);
      const read = formatOf(text, name) === "page" ? readPage : readText;
      return read(text, { given, name }, tables);
    }),
  ];
}
