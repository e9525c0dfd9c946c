import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { loadArticleTables, readSource } from "../src/article/read.ts";
import type { Article, BlockKind } from "../src/model/article.ts";

/** Length of the runs of words that are compared, as in the benchmark. */
const SHINGLE = 4;

/** What the gold text of a page holds: its body, without headline and captions. */
const BODY: ReadonlySet<BlockKind> = new Set(["heading", "paragraph", "list-item"]);
/** All that this program keeps of a page but its headline: to see what captions cost under this metric. */
const WITH_CAPTIONS: ReadonlySet<BlockKind> = new Set([...BODY, "caption"]);

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

/** The words of the article's blocks of these kinds. */
function wordsOf(article: Article, kinds: ReadonlySet<BlockKind>): string {
  const blocks = article.blocks.filter((block) => kinds.has(block.kind));
  return blocks.map((block) => article.text.slice(block.start, block.end)).join("\n\n");
}

function packageFile(path: string): Uint8Array {
  return readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)));
}

/** A page as read by this program, with its gold text; null where it cannot be read. */
interface Page {
  readonly key: string;
  readonly truth: string;
  readonly article: Article | null;
}

function readPages(goldDir: string): readonly Page[] {
  const tables = loadArticleTables(packageFile);
  const file = readFileSync(join(goldDir, "truth.json"), "utf8");
  const truth = JSON.parse(file) as Record<string, { articleBody: string }>;
  const names = readdirSync(join(goldDir, "html")).sort();
  return names.map((name) => {
    const key = name.replace(/\.html\.gz$/, "");
    const bytes = gunzipSync(readFileSync(join(goldDir, "html", name)));
    const [report] = readSource({ bytes, name: `${key}.html`, given: {} }, tables);
    return { key, truth: truth[key]?.articleBody ?? "", article: report?.ok ? report.article : null };
  });
}

/** Scores of each page of the set, by its key. */
export function scorePages(goldDir: string): ReadonlyMap<string, Score> {
  return new Map(readPages(goldDir).map((page) => [page.key, scorePage(page, BODY)]));
}

function scorePage(page: Page, kinds: ReadonlySet<BlockKind>): Score {
  return score(page.truth, page.article === null ? "" : wordsOf(page.article, kinds));
}

function line(name: string, scores: readonly Score[]): string {
  const precision = mean(scores.map((each) => each.precision));
  const recall = mean(scores.map((each) => each.recall));
  const f1 = (2 * precision * recall) / (precision + recall);
  const accuracy = scores.filter((each) => each.identical).length / scores.length;
  const [p, r, f, a] = [precision, recall, f1, accuracy].map((figure) => figure.toFixed(4));
  return `${name.padEnd(22)}P ${p}  R ${r}  F1 ${f}  accuracy ${a}`;
}

/**
 * Measures the body of saved pages against hand-made truth, by the article extraction benchmark's own
 * metric (runs of four words; `goldDir` holds `truth.json` and `html/*.html.gz`).
 *
 * @param goldDir the folder of the set, or the one above it that calls it `pages`
 * @returns a line for the body, and one for the body with captions, which the gold text leaves out
 */
export async function evalPages(goldDir: string): Promise<string> {
  const pages = readPages(existsSync(join(goldDir, "truth.json")) ? goldDir : join(goldDir, "pages"));
  const scored = (kinds: ReadonlySet<BlockKind>): readonly Score[] =>
    pages.map((page) => scorePage(page, kinds));
  return [
    `pages: ${pages.length}`,
    line("body", scored(BODY)),
    line("body with captions", scored(WITH_CAPTIONS)),
  ].join("\n");
}
