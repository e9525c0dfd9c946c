import { ChroniclerError } from "../model/error.ts";
import type { Source } from "../model/source.ts";
import { isGzip } from "./archive/gzip.ts";
import { hasMoreRecords, isWarc, unwrapRecord } from "./archive/warc-record.ts";
import { isZip } from "./archive/zip.ts";
import { attempt, type ReadReport } from "./attempt.ts";
import { decode } from "./decode.ts";
import { readFeed } from "./feed/feed.ts";
import { readOpml } from "./feed/opml.ts";
import { formatOf } from "./format.ts";
import { readJsonLines } from "./json-lines.ts";
import { isMail, readMail } from "./mail/mail.ts";
import { readPage } from "./page.ts";
import { isPdf, readPdf } from "./pdf/pdf.ts";
import type { ArticleTables } from "./tables.ts";
import { type About, readText } from "./text-report.ts";

export type { ReadReport } from "./attempt.ts";
export { readRecord } from "./record.ts";
export { type ArticleTables, loadArticleTables } from "./tables.ts";

/** Bytes of one format, with what is known of them. */
interface Document {
  readonly bytes: Uint8Array;
  readonly charset?: string | undefined;
  readonly about: About;
}

/** An archive holds many sources; here each comes by itself. */
function refuseArchive(bytes: Uint8Array, name: string): void {
  if (!isGzip(bytes) && !isZip(bytes) && !(isWarc(bytes) && hasMoreRecords(bytes))) return;
  throw new ChroniclerError(
    "unreadable",
    `${name} is an archive of several documents; open it with openInput, and add what that gives.`,
  );
}

/** The document of a source; out of the record of a web archive, where it is one. */
function documentOf({ bytes, name, given }: Source): Document {
  refuseArchive(bytes, name);
  if (!isWarc(bytes)) return { bytes, about: { given, name } };
  const { url, charset, captured, ...record } = unwrapRecord(bytes, name);
  const hint = { ...(url ? { url } : {}), ...(captured ? { fetched: captured } : {}) };
  return { bytes: record.bytes, charset, about: { given, name, hint } };
}

function refuseList(text: string, name: string): never {
  const count = readOpml(text, name).length;
  throw new ChroniclerError(
    "empty",
    `${name} is a list of ${count} ${count === 1 ? "feed" : "feeds"} (OPML) and holds no report; follow the feeds with: chronicler watch ${name}`,
  );
}

function readDecoded(text: string, about: About, tables: ArticleTables): readonly ReadReport[] {
  const { name } = about;
  const format = formatOf(text, name);
  if (format === "feed-list") return refuseList(text, name);
  if (format === "text" && /^\s*<\?xml\s/.test(text)) {
    const message = `${name} is XML, but neither a feed (RSS, Atom) nor a web page.`;
    throw new ChroniclerError("unreadable", message);
  }
  if (format === "feed") return readFeed(text, about, tables);
  if (format === "json-lines") return readJsonLines(text, about, tables);
  return [attempt(name, () => (format === "page" ? readPage : readText)(text, about, tables))];
}

function readDocument({ bytes, charset, about }: Document, tables: ArticleTables): readonly ReadReport[] {
  const { name } = about;
  if (isPdf(bytes)) return [attempt(name, () => readPdf(bytes, about, tables))];
  if (isMail(bytes)) return [attempt(name, () => readMail(bytes, about, tables))];
  return readDecoded(decode({ bytes, name, charset }), about, tables);
}

/**
 * The reports of a source: a web page, plain text or Markdown, a feed (RSS, Atom, JSON Feed), a PDF with
 * words in it, a mail, JSON Lines; or one record of a web archive that holds any of these. The format is told
 * by the content first, by the name second. Bad input gives an error in its place (`empty`, `too-large`,
 * `not-text`, `bad-json`, `bad-date`, `unreadable`); the other reports of the source are kept.
 */
export function readSource(source: Source, tables: ArticleTables): readonly ReadReport[] {
  try {
    return readDocument(documentOf(source), tables);
  } catch (error) {
    if (error instanceof ChroniclerError) return [{ ok: false, name: source.name, error }];
    throw error;
  }
}
