import type { Original } from "./article/original.ts";
import { bytesInput, type Found, type Input } from "./model/found.ts";
import type { Analysis } from "./model/layers.ts";
import type { Given, Source } from "./model/source.ts";
import type { Timex } from "./model/timex.ts";
import { loadStages, readPackageFile } from "./resources.ts";
import { toFailure, tryAnalyze } from "./store/derive.ts";
import type { Failure } from "./store/store.ts";

export { ENDINGS, isAside, mayHoldReport } from "./article/archive/names.ts";
export type { Original } from "./article/original.ts";
export { type OpenChronicleOptions, openChronicle } from "./chronicle.ts";
export type { FeedVisit } from "./follow/feed-round.ts";
export { type FollowOptions, followFeeds } from "./follow/follow.ts";
export { feedsInList } from "./follow/list.ts";
export { addFromWeb } from "./follow/page.ts";
export { openWeb } from "./follow/web.ts";
export {
  type Article,
  type Block,
  type Dropped,
  isVersionId,
  type Published,
  pageId,
} from "./model/article.ts";
export type { PageHistory, VersionChange } from "./model/changes.ts";
export {
  type AddAllOptions,
  type AddFailure,
  type AddResult,
  type Chronicle,
  type ChronicleExport,
  type ExplainStep,
  type ExportedArticle,
  joinResults,
  type Progress,
  type SearchHit,
  type Shown,
} from "./model/chronicle.ts";
export type { Entity, Mention } from "./model/entity.ts";
export { ChroniclerError, type ErrorCode } from "./model/error.ts";
export type { Event, EventStatus } from "./model/event.ts";
export { bytesInput, type Found, type Input } from "./model/found.ts";
export type { Analysis } from "./model/layers.ts";
export type { Citation, LinkedEntity, LinkedEvent, LinkedQuotation, Links } from "./model/link.ts";
export type { Companion, HeldRole, PartIn, Profile, QuoteFilter } from "./model/profile.ts";
export type { ChainLink, Quotation, SourceKind } from "./model/quotation.ts";
export type { FetchedPage, Given, Source } from "./model/source.ts";
export type {
  CitedSource,
  EventDisagreement,
  PendingEvent,
  PendingState,
  Timeline,
  TimelineEntry,
  TimelineOptions,
  ToldValue,
} from "./model/timeline.ts";
export type { Timex } from "./model/timex.ts";
export { packageVersion } from "./resources.ts";
export { citedSource } from "./timeline/cited-source.ts";
export { newestVersions } from "./timeline/later.ts";
export { dateInWords, monthName, weekdayName } from "./timeline/when.ts";

/**
 * The documents of an input, one after the other and without holding more than one: of a web archive (WARC),
 * a ZIP archive, JSON Lines, any of them packed with gzip, or the one document that it is. What it is, is told
 * by its first bytes. What cannot be read gives a failure in its place; the rest goes on.
 */
export async function* openInput(input: Input): AsyncGenerator<Found> {
  const archives = await import("./article/archive/open.ts");
  yield* archives.openInput(input);
}

/**
 * A source as `Chronicle.original` gives it, so that a reader can look at it: decoded, and out of its record in a web
 * archive.
 *
 * @throws ChroniclerError `not-text`, `too-large` or `unreadable`
 */
export async function readOriginal(source: Pick<Source, "bytes" | "name">): Promise<Original> {
  const { originalOf } = await import("./article/original.ts");
  return originalOf(source);
}

/** One report: its text, or its page as HTML, with what is known of it. */
export interface AnalyzeInput extends Given {
  readonly text?: string;
  readonly html?: string;
  /** The text is the report and nothing else: nothing is cleaned away, so that offsets hold. */
  readonly clean?: boolean;
}

/** A report of a source with all that it says, or why it could not be read. */
export type AnalyzedReport =
  | { readonly analysis: Analysis }
  | { readonly name: string; readonly error: Failure };

/**
 * Reads the reports of a source: a page, a text, a feed, a PDF, a mail, JSON Lines, or an archive of these.
 * Bad input is told in its place.
 */
export async function analyzeSource(source: Source): Promise<readonly AnalyzedReport[]> {
  const input = bytesInput(source.name, source.given, source.bytes);
  const reports: AnalyzedReport[] = [];
  for await (const found of openInput(input)) {
    if ("source" in found) reports.push(...(await analyzeDocument(found.source)));
    else reports.push({ name: found.failure.name, error: found.failure });
  }
  return reports;
}

async function analyzeDocument(source: Source): Promise<readonly AnalyzedReport[]> {
  const stages = await loadStages();
  return stages.read(source).map((report) => {
    if ("failure" in report) return { name: report.name ?? source.name, error: toFailure(report.failure) };
    const result = tryAnalyze(stages, report.article);
    return "layers" in result
      ? { analysis: { article: report.article, ...result.layers } }
      : { name: report.article.id, error: result.failure };
  });
}

/**
 * Reads out of one report all that it says.
 *
 * @throws ChroniclerError `empty`, `not-text`, `too-large`, `bad-json` or `bad-date`
 */
export async function analyze(input: AnalyzeInput): Promise<Analysis> {
  const stages = await loadStages();
  return stages.analyze(stages.readRecord(input));
}

export interface FindTimexesOptions {
  /** The day, month or year on which the text was published, as an EDTF date: what "Thursday" is counted from. */
  readonly published?: string;
}

/**
 * Finds the time expressions of a text, in its order, with their dates. Only words and rules are looked at: no model is
 * loaded, and there is no parse. `analyze` also weighs the parse where a weekday or month may lie ahead or behind.
 * Offsets are UTF-16 code units of the text as it is given.
 *
 * @throws ChroniclerError `bad-date`
 */
export async function findTimexes(
  text: string,
  { published }: FindTimexesOptions = {},
): Promise<readonly Timex[]> {
  const { findTimexesIn } = await import("./times.ts");
  return findTimexesIn(text, published);
}

export interface ParseOptions {
  /** The input is plain text, and not CoNLL-U: find its sentences and words too. */
  readonly plain?: boolean;
}

/** Parses CoNLL-U, or plain text, and gives it as CoNLL-U after Universal Dependencies. */
export async function parse(text: string, { plain = false }: ParseOptions = {}): Promise<string> {
  const { loadLanguage, parseConllu } = await import("./language/language.ts");
  const language = loadLanguage(readPackageFile);
  if (!plain) return parseConllu(text, language);
  const { parseText } = await import("./language/parse-text.ts");
  return parseText(text, language);
}
