import type { Article, Published } from "../model/article.ts";
import type { AddFailure, Progress } from "../model/chronicle.ts";
import { ChroniclerError } from "../model/error.ts";
import type { Analysis, Layers } from "../model/layers.ts";
import type { Links } from "../model/link.ts";
import type { Source } from "../model/source.ts";
import type { Timeline } from "../model/timeline.ts";
import { deriveParts, type PartStages } from "./parts.ts";
import type { Failure, KeptSource, PendingReport, Report, Store } from "./store.ts";

/** A report as a stage reads it out of a source; `name` tells reports of one source apart in messages. */
export type ReadResult = Report & { readonly name?: string };

/** What makes derived data out of facts. Each is a function of its arguments and of nothing else. */
export interface Stages {
  /** Version of the rules; data of another version are made again. */
  readonly rules: string;
  read(source: Source): readonly ReadResult[];
  analyze(article: Article): Analysis;
  link(analyses: Iterable<Analysis>): Links;
  /** The same part by part; without it, all is linked anew each time. */
  readonly parts?: PartStages;
  timelines(links: Links, articles: readonly Article[]): readonly Timeline[];
}

/** The layers of an article with what they let say of its publication, or why there are none. */
export type Analyzed =
  | { readonly layers: Layers; readonly published?: Published }
  | { readonly failure: Failure };

/** Names a report by its source, what was known of that when it was read, and its place in there. */
export type ReportKey = Pick<PendingReport, "source" | "revision" | "position">;

export function keyOf({ source, revision, position }: ReportKey): string {
  return `${source}/${revision}:${position}`;
}

/** Work that was done before the transaction. */
export interface Prepared {
  /** By `keyOf` the source, at position 0. */
  readonly reports: ReadonlyMap<string, readonly ReadResult[]>;
  /** By `keyOf` the report. */
  readonly analyzed: ReadonlyMap<string, Analyzed>;
}

/** Names all that was read out of a source. */
export function sourceKey({ id, revision }: KeptSource): string {
  return keyOf({ source: id, revision, position: 0 });
}

export interface DeriveOptions {
  /** Make everything again, and not only what is missing. */
  readonly fresh?: boolean;
  /** What was read and analysed a moment ago, so that it is not done again while other writers wait. */
  readonly prepared?: Prepared | undefined;
  readonly progress?: Progress | undefined;
}

/** Why something could not be read or analysed, for a person; a failure stays what it is. */
export function toFailure(error: unknown): Failure {
  if (isFailure(error)) return { code: error.code, message: error.message };
  const what = error instanceof Error ? error.message : String(error);
  return {
    code: "unreadable",
    message: `This report could not be read because of a mistake in the program (${what}).`,
  };
}

function isFailure(error: unknown): error is Failure {
  if (error instanceof Error && !(error instanceof ChroniclerError)) return false;
  return typeof error === "object" && error !== null && "code" in error && "message" in error;
}

/** Throws on what would fail every report alike, so that nobody takes it for a fault of one report. */
function rethrowBroken(error: unknown): void {
  if (error instanceof ChroniclerError && BROKEN.includes(error.code)) throw error;
}

/** The program itself is broken: a table or model is missing or damaged. */
const BROKEN = ["bad-model", "bad-table"];

/**
 * Reads a source; what is thrown becomes its one, failed report.
 *
 * @throws ChroniclerError `bad-model` or `bad-table`
 */
export function readReports(stages: Stages, source: Source): readonly ReadResult[] {
  try {
    return stages.read(source);
  } catch (error) {
    rethrowBroken(error);
    return [{ failure: toFailure(error) }];
  }
}

/**
 * Brings all derived data up to date with the facts and the rules: reads what was not read, analyses what
 * was not analysed, links everything. To be called in one transaction. Gives what failed.
 */
export function deriveAll(store: Store, stages: Stages, options: DeriveOptions): readonly AddFailure[] {
  const failures = deriveReports(store, stages, options);
  return [...failures, ...deriveLinks(store, stages)];
}

/** Reads what was not read and analyses what was not analysed, and leaves the links for later. */
export function deriveReports(store: Store, stages: Stages, options: DeriveOptions): readonly AddFailure[] {
  const { derived } = store;
  if (options.fresh === true || derived.rules() !== stages.rules) derived.clear();
  derived.setRules(stages.rules);
  for (const source of derived.unread())
    readSource(store, stages, { source, known: options.prepared?.reports.get(sourceKey(source)) });
  return analyzeAll(store, stages, options);
}

/** Links everything, where anything has changed since that was done. */
export function deriveLinks(store: Store, stages: Stages): readonly AddFailure[] {
  const { derived } = store;
  if (!derived.linksAreStale()) return [];
  if (stages.parts) {
    const failures: AddFailure[] = [];
    deriveParts(store, { ...stages, parts: stages.parts }, () => {
      failures.push(...analyzeAll(store, stages, {}));
    });
    return failures;
  }
  const links = stages.link(derived.eachAnalysis());
  // Menus and notices of many thousands of pages need not be held at once.
  const articles = Array.from(derived.eachArticle(), (article) => ({ ...article, dropped: [] }));
  derived.setLinks(links, stages.timelines(links, articles));
  return [];
}

interface Reading {
  readonly source: KeptSource;
  readonly known: readonly ReadResult[] | undefined;
}

function readSource(store: Store, stages: Stages, { source, known }: Reading): void {
  const { name, given, id } = source;
  const reports = known ?? readReports(stages, { name, given, bytes: store.facts.bytes(id) });
  // A source without any report would count as unread for ever.
  const empty: Report = { failure: { code: "empty", message: `${name} holds no report.` } };
  store.derived.setReports(source, reports.length > 0 ? reports : [empty]);
}

function analyzeAll(
  store: Store,
  stages: Stages,
  { prepared, progress }: DeriveOptions,
): readonly AddFailure[] {
  const failures: AddFailure[] = [];
  let done = 0;
  // When an article fails, another with the same id may take its place: hence the outer loop.
  for (;;) {
    const pending = store.derived.unanalyzed();
    if (pending.length === 0) return failures;
    for (const [index, each] of pending.entries()) {
      const ready = prepared?.analyzed.get(keyOf(each));
      if (!ready) progress?.(done, done + pending.length - index, each.article.title ?? each.article.id);
      const result = ready ?? tryAnalyze(stages, each.article);
      if ("layers" in result) store.derived.setLayers(each.report, result.layers, result.published);
      else {
        store.derived.setFailure(each.report, result.failure);
        failures.push({ name: store.facts.get(each.source)?.name ?? each.article.id, ...result.failure });
      }
      done += 1;
    }
  }
}

/**
 * The layers of one article, or why there are none: one bad report is not to lose the others.
 *
 * @throws ChroniclerError `bad-model` or `bad-table`
 */
export function tryAnalyze(stages: Stages, article: Article): Analyzed {
  try {
    const { article: read, ...layers } = stages.analyze(article);
    const isBound = read.published.bounds !== article.published.bounds;
    return { layers, ...(isBound ? { published: read.published } : {}) };
  } catch (error) {
    rethrowBroken(error);
    return { failure: toFailure(error) };
  }
}
