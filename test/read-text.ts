import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { loadArticleTables, readRecord } from "../src/article/read.ts";
import type { Analysis } from "../src/model/layers.ts";
import { parseTable, type Row } from "../src/model/table.ts";
import { analyzeArticle, loadResources } from "../src/pipeline.ts";
import { readPackageFile } from "../src/resources.ts";

let loaded:
  | { resources: ReturnType<typeof loadResources>; article: ReturnType<typeof loadArticleTables> }
  | undefined;

/** Everything a text says, read with the real models: what a test of rules looks at. */
export function readText(text: string, { published = "2024-05-14" } = {}): Analysis {
  loaded ??= { resources: loadResources(readPackageFile), article: loadArticleTables(readPackageFile) };
  const article = readRecord({ id: "a1", text, clean: true, published }, loaded.article);
  return analyzeArticle(article, loaded.resources);
}

/** The rows of a table of the package. */
export function rowsOf(path: string): readonly Row[] {
  return parseTable(path, readFileSync(resolve(import.meta.dirname, "..", path)), []);
}
