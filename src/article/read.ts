import { ChroniclerError } from "../model/error.ts";
import type { Source } from "../model/source.ts";
import { attempt, type ReadReport } from "./attempt.ts";
import { decode } from "./decode.ts";
import { readFeed } from "./feed.ts";
import { formatOf } from "./format.ts";
import { readJsonLines } from "./json-lines.ts";
import { readPage } from "./page.ts";
import type { ArticleTables } from "./tables.ts";
import { readText } from "./text-report.ts";

export type { ReadReport } from "./attempt.ts";
export { readRecord } from "./record.ts";
export { type ArticleTables, loadArticleTables } from "./tables.ts";

function readDecoded(source: Source, tables: ArticleTables): readonly ReadReport[] {
  const text = decode(source);
  const about = { given: source.given, name: source.name };
  const format = formatOf(text, source.name);
  if (format === "text" && /^\s*<\?xml\s/.test(text)) {
    const message = `${source.name} is XML, but neither a feed (RSS 2.0, Atom) nor a web page.`;
    throw new ChroniclerError("unreadable", message);
  }
  if (format === "feed") return readFeed(text, about, tables);
  if (format === "json-lines") return readJsonLines(text, about, tables);
  return [attempt(source.name, () => (format === "page" ? readPage : readText)(text, about, tables))];
}

/**
 * The reports of a source: a web page, plain text or Markdown, an RSS or Atom feed, JSON Lines. The format
 * is told by the content first, by the name second. Bad input gives an error in its place (`empty`,
 * `too-large`, `not-text`, `bad-json`, `bad-date`, `unreadable`); the other reports of the source are kept.
 */
export function readSource(source: Source, tables: ArticleTables): readonly ReadReport[] {
  try {
    return readDecoded(source, tables);
  } catch (error) {
    if (error instanceof ChroniclerError) return [{ ok: false, name: source.name, error }];
    throw error;
  }
}
