import type { Article } from "../model/article.ts";
import type { AddFailure, AddResult, Progress } from "../model/chronicle.ts";
import { ChroniclerError } from "../model/error.ts";
import type { Given, Source } from "../model/source.ts";
import {
  type Analyzed,
  keyOf,
  type Prepared,
  type ReadResult,
  type ReportKey,
  readReports,
  type Stages,
  sourceKey,
  toFailure,
  tryAnalyze,
} from "./derive.ts";
import type { KeptSource, Store } from "./store.ts";
import { contentOf } from "./versions.ts";

/** The parts of `given` that are not known yet, or null where there are none. */
function news(given: Given, known: Given): Given | null {
  const fields = Object.entries(given).filter(([field, value]) => known[field as keyof Given] !== value);
  return fields.length > 0 ? (Object.fromEntries(fields) as Given) : null;
}

/** A source that can be kept; without reports where nothing is new in it. */
interface Opened {
  readonly source: Source;
  readonly reports: readonly ReadResult[];
}

/** Takes sources in: keeps as facts what can be read and is not known yet, and prepares what is derived from it. */
export class Intake implements Prepared {
  readonly reports = new Map<string, readonly ReadResult[]>();
  readonly analyzed = new Map<string, Analyzed>();
  readonly #store: Store;
  readonly #stages: Stages;
  /** Ids that were shown before anything was kept, of the pages that were given. */
  readonly #before = new Set<string>();
  /** Ids of all sources that were given, and of those for which something more was given. */
  readonly #touched = new Set<number>();
  readonly #changed = new Set<number>();
  readonly #failures: AddFailure[] = [];

  constructor(store: Store, stages: Stages) {
    this.#store = store;
    this.#stages = stages;
  }

  /** Keeps the sources for good, in one transaction; one that cannot be read is not kept. */
  keep(sources: readonly Source[], progress?: Progress): void {
    const opened: Opened[] = [];
    for (const [index, source] of sources.entries()) {
      progress?.(index, sources.length, source.name);
      const each = this.#open(source);
      if (each) opened.push(each);
    }
    this.#store.transaction(() => {
      for (const each of opened) this.#keepOne(each);
    });
  }

  /** Reads before anything is written: reading is slow, and no other writer should wait for it. */
  #open(named: Source): Opened | null {
    const source = this.#fetch(named);
    if (source === null) return null;
    const { bytes, name, given } = source;
    const known = this.#store.facts.find(bytes);
    if (known && news(given, known.given) === null) return { source, reports: [] };
    const merged = { ...known?.given, ...given };
    const reports = readReports(this.#stages, { bytes, name: known?.name ?? name, given: merged });
    this.#noteFailures(name, reports);
    return reports.some((report) => "article" in report) ? { source, reports } : null;
  }

  /** The source with its bytes, which may be read only now, and be gone by now. */
  #fetch(source: Source): Source | null {
    const { name, given, fetched } = source;
    try {
      return { name, given, bytes: source.bytes, ...(fetched ? { fetched } : {}) };
    } catch (error) {
      if (!(error instanceof ChroniclerError)) throw error;
      this.#failures.push({ name, ...toFailure(error) });
      return null;
    }
  }

  #noteFailures(source: string, reports: readonly ReadResult[]): void {
    for (const report of reports) {
      if ("failure" in report)
        this.#failures.push({
          name: report.name ?? source,
          code: report.failure.code,
          message: report.failure.message,
        });
    }
    if (reports.length > 0) return;
    this.#failures.push({ name: source, code: "empty", message: `${source} holds no report.` });
  }

  #keepOne({ source, reports }: Opened): void {
    const known = this.#store.facts.find(source.bytes);
    const kept = known ?? this.#store.facts.add(source);
    this.#touched.add(kept.id);
    this.#noteBefore(kept.id, reports);
    if (known) this.#giveMore(known, source.given);
    else this.reports.set(sourceKey(kept), reports);
  }

  #noteBefore(source: number, reports: readonly ReadResult[]): void {
    const { derived } = this.#store;
    const own = derived.articlesOf(source).filter((id) => derived.has(id));
    const same = reports.flatMap((each) => ("article" in each ? derived.idsOf(each.article.id) : []));
    for (const id of [...own, ...same]) this.#before.add(id);
  }

  #giveMore(known: KeptSource, given: Given): void {
    const more = news(given, known.given);
    if (more === null) return;
    this.#store.facts.give(known.id, more);
    this.#changed.add(known.id);
  }

  /**
   * Reads and analyses what is new before the transaction that keeps it, because this is slow: the new
   * sources, those for which more was given, and any that a program killed in between has left.
   */
  prepare(progress?: Progress): void {
    const pending = this.#store.derived.unread().flatMap((source) => this.#pendingIn(source));
    for (const [index, each] of pending.entries()) {
      progress?.(index, pending.length, each.article.title ?? each.article.id);
      this.analyzed.set(keyOf(each), tryAnalyze(this.#stages, each.article));
    }
  }

  #pendingIn(kept: KeptSource): (ReportKey & { readonly article: Article })[] {
    const { id, name, given, revision } = kept;
    const { facts, derived } = this.#store;
    const known = this.reports.get(sourceKey(kept));
    const reports = known ?? readReports(this.#stages, { name, given, bytes: facts.bytes(id) });
    this.reports.set(sourceKey(kept), reports);
    return reports.flatMap((report, position) => {
      if (!("article" in report)) return [];
      // What only repeats another source is not shown, and not analysed.
      const known = derived.newest(report.article.id);
      const isVersion = report.article.fetched !== undefined && known?.content !== contentOf(report.article);
      if (known && known.source < id && !isVersion) return [];
      return [{ source: id, revision, position, article: report.article }];
    });
  }

  /** What came of it, once everything derived is up to date. */
  result(failures: readonly AddFailure[]): AddResult {
    const { derived } = this.#store;
    const added = new Set<string>();
    const updated = new Set<string>();
    let unchanged = 0;
    for (const source of this.#touched) {
      for (const id of derived.articlesOf(source)) {
        if (!this.#before.has(id) && derived.has(id) && !added.has(id)) added.add(id);
        else if (this.#changed.has(source)) updated.add(id);
        else unchanged += 1;
      }
    }
    return {
      added: [...added],
      updated: [...updated],
      unchanged,
      failures: [...this.#failures, ...failures],
    };
  }
}
