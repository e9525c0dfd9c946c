import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { loadArticleTables, readSource } from "../src/article/read.ts";
import type { Article, BlockKind } from "../src/model/article.ts";

/** Length of the runs of words that are compared, as in the benchmark. */
const SHINGLE = 4;

/** What the gold text of a page holds: its body, without headline and captions. */
const BODY: ReadonlySet<BlockKind> = new Set(["heading", "paragraph", "list-item"]);

interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly identical: boolean;
}

function words(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? [];
}

function shingles(tokens: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  if (tokens.length === 0) return counts;
  for (let start = 0; start <= Math.max(0, tokens.length - SHINGLE); start++) {
    const shingle = tokens.slice(start, start + SHINGLE).join(" ");
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** Precision and recall of one page, over shingles with their counts. */
function score(truth: string, found: string): Score {
  const [gold, ours] = [words(truth), words(found)];
  const [goldShingles, ourShingles] = [shingles(gold), shingles(ours)];
  let shared = 0;
  for (const [shingle, count] of goldShingles) shared += Math.min(count, ourShingles.get(shingle) ?? 0);
  const [goldTotal, ourTotal] = [total(goldShingles), total(ourShingles)];
  return {
    precision: ourTotal === 0 ? Number.NaN : shared / ourTotal,
    recall: goldTotal === 0 ? Number.NaN : shared / goldTotal,
    identical: gold.join(" ") === ours.join(" "),
  };
}

function mean(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** The words of the article's body, as the benchmark counts them. */
export function bodyOf(article: Article): string {
  const blocks = article.blocks.filter((block) => BODY.has(block.kind));
  return blocks.map((block) => article.text.slice(block.start, block.end)).join("\n\n");
}

function packageFile(path: string): Uint8Array {
  return readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)));
}

/** One page's body by this program; empty where it cannot be read. */
function extract(html: Uint8Array, name: string, tables: ReturnType<typeof loadArticleTables>): string {
  const [report] = readSource({ bytes: html, name, given: {} }, tables);
  return report?.ok ? bodyOf(report.article) : "";
}

/** Scores of each page of the set, by its key. */
export function scorePages(goldDir: string): ReadonlyMap<string, Score> {
  const tables = loadArticleTables(packageFile);
  const truth = JSON.parse(readFileSync(join(goldDir, "truth.json"), "utf8")) as Record<
    string,
    { articleBody: string }
  >;
  const scores = new Map<string, Score>();
  for (const file of readdirSync(join(goldDir, "html")).sort()) {
    const key = file.replace(/\.html\.gz$/, "");
    const html = gunzipSync(readFileSync(join(goldDir, "html", file)));
    scores.set(key, score(truth[key]?.articleBody ?? "", extract(html, `${key}.html`, tables)));
  }
  return scores;
}

/**
 * Measures the body of saved pages against hand-made truth, by the article extraction benchmark's own
 * metric (runs of four words; `goldDir` holds `truth.json` and `html/*.html.gz`).
 *
 * @returns one line: number of pages, precision, recall, F1, share of identical pages
 */
export async function evalPages(goldDir: string): Promise<string> {
  const scores = [...scorePages(goldDir).values()];
  const precision = mean(scores.map((each) => each.precision));
  const recall = mean(scores.map((each) => each.recall));
  const f1 = (2 * precision * recall) / (precision + recall);
  const accuracy = scores.filter((each) => each.identical).length / scores.length;
  const figures = [precision, recall, f1, accuracy].map((figure) => figure.toFixed(4));
  return `pages ${scores.length}  P ${figures[0]}  R ${figures[1]}  F1 ${figures[2]}  accuracy ${figures[3]}`;
}
