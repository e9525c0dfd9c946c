import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadLinkTables } from "./link/tables.ts";
import type { Article } from "./model/article.ts";
import { ChroniclerError } from "./model/error.ts";
import type { Stages } from "./store/derive.ts";

/** The folder of the package: this file lies one level below it, as source and when built. */
const ROOT = new URL("../", import.meta.url);

/**
 * The bytes of a file of the package, by its path from the package's root.
 *
 * @throws ChroniclerError `bad-table` for a table that is not there, `bad-model` for a model
 */
export function readPackageFile(path: string): Uint8Array {
  const place = fileURLToPath(new URL(path, ROOT));
  try {
    return readFileSync(place);
  } catch (error) {
    const code = path.startsWith("models/") ? "bad-model" : "bad-table";
    throw new ChroniclerError(code, `${place} is missing from the installed program; install it again.`, {
      cause: error,
    });
  }
}

/** The version of the package, as in its package.json. */
export function packageVersion(): string {
  const text = new TextDecoder().decode(readPackageFile("package.json"));
  return (JSON.parse(text) as { version: string }).version;
}

/** The same value each time, made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** What linking compares names and words with. */
export const linkTables = once(() => loadLinkTables(readPackageFile));

/** The stages, and a way in for a report that is no file. */
export interface LoadedStages extends Stages {
  /** One report in the input form of `analyze`. */
  readRecord(record: unknown): Article;
}

async function importStages(): Promise<LoadedStages> {
  const [pipeline, article] = await Promise.all([import("./pipeline.ts"), import("./article/read.ts")]);
  const resources = once(() => pipeline.loadResources(readPackageFile));
  const tables = once(() => article.loadArticleTables(readPackageFile));
  return {
    rules: `${packageVersion()}/${pipeline.RULES_VERSION}`,
    read: (source) =>
      article
        .readSource(source, tables())
        .map((each) => (each.ok ? { article: each.article } : { failure: each.error, name: each.name })),
    readRecord: (record) => article.readRecord(record, tables()),
    analyze: (each) => pipeline.analyzeArticle(each, resources()),
    link: pipeline.linkArticles,
    parts: pipeline.partStages,
    timelines: pipeline.makeTimelines,
  };
}

/**
 * The stages, with their tables and models. Their code is loaded at the first call, and the models at the
 * first report: a command that only reads a chronicle is not to wait for either.
 */
export const loadStages: () => Promise<LoadedStages> = once(importStages);
