import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { trim } from "../src/link/trim.ts";
import type { Article } from "../src/model/article.ts";
import type { Analysis } from "../src/model/layers.ts";
import { analyzeArticle, loadResources, type Resources } from "../src/pipeline.ts";
import { readPackageFile } from "../src/resources.ts";

const ROOT = join(import.meta.dirname, "..");

/** What decides on an analysis: code, tables and models. Linking and timelines come after it. */
const DECIDES = ["src/language", "src/mention", "src/model/calendar.ts", "src/pipeline.ts", "data", "models"];

/** Analyses of gold texts without what linking never looks at, but with their time expressions. */
export type Analyze = (articles: readonly Article[]) => readonly Analysis[];

function analyzer(keep: (whole: Analysis) => Analysis): (article: Article) => Analysis {
  let resources: Resources | undefined;
  return (article) => {
    resources ??= loadResources(readPackageFile);
    return keep(analyzeArticle(article, resources));
  };
}

/** Analyses articles; with a folder, what was analysed there by the same rules is read and not done again. */
export function analyzeWith(cache: string | undefined): Analyze {
  return cached(
    cache,
    analyzer((whole) => ({ ...trim(whole), timexes: whole.timexes })),
  );
}

/** The same with every word. */
export function analyzeWhole(cache: string | undefined): Analyze {
  return cached(
    cache,
    analyzer((whole) => whole),
  );
}

function cached(cache: string | undefined, analyze: (article: Article) => Analysis): Analyze {
  if (cache === undefined) return (articles) => articles.map(analyze);
  const rules = rulesKey();
  mkdirSync(cache, { recursive: true });
  return (articles) => {
    const key = hash([rules, JSON.stringify(articles)]);
    const path = join(cache, `${key}.json.gz`);
    const known = readIfThere(path);
    if (known) return JSON.parse(known) as Analysis[];
    const analyses = articles.map(analyze);
    writeFileSync(`${path}.part`, gzipSync(JSON.stringify(analyses), { level: 1 }));
    renameSync(`${path}.part`, path);
    return analyses;
  };
}

function readIfThere(path: string): string | null {
  try {
    return gunzipSync(readFileSync(path)).toString("utf8");
  } catch {
    return null;
  }
}

function rulesKey(): string {
  return hash(DECIDES.flatMap((path) => filesBelow(join(ROOT, path)).map((file) => readFileSync(file))));
}

function filesBelow(path: string): string[] {
  if (path.endsWith(".ts")) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.includes(".test"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function hash(parts: readonly (string | Uint8Array)[]): string {
  const sum = createHash("sha256");
  for (const part of parts) sum.update(part);
  return sum.digest("hex").slice(0, 24);
}
