import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkFacts, type Fact } from "./page-facts.ts";
import { PAGE_READERS, readArticle } from "./page-readers.ts";
import { type GoldPage, pagesFolder, readPages } from "./page-set.ts";
import type { WorkerResult } from "./page-worker.ts";
import { type Figures, figuresOf, hasWords, scoreText } from "./shingles.ts";

const WORKER = fileURLToPath(new URL("./page-worker.ts", import.meta.url));
const MEGABYTE = 1024 * 1024;
const MOST_OUTPUT = 256 * MEGABYTE;

/** Published peers below this F1 are left out of the table. */
const PEERS_FROM = 0.93;
/** Longer words of a page are cut in lists. */
const SHOWN = 110;

function runReader(folder: string, name: string): WorkerResult {
  const given = ["--import", "tsx", WORKER, folder, name];
  const output = execFileSync(process.execPath, given, {
    encoding: "utf8",
    maxBuffer: MOST_OUTPUT,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return JSON.parse(output) as WorkerResult;
}

function row(name: string, figures: Figures, cost: string): string {
  const [f1, p, r, a] = [figures.f1, figures.precision, figures.recall, figures.accuracy].map((each) =>
    each.toFixed(4),
  );
  return `${name.padEnd(32)}F1 ${f1}  P ${p}  R ${r}  accuracy ${a}  ${cost}`.trimEnd();
}

function measuredRow(name: string, pages: readonly GoldPage[], result: WorkerResult): string {
  const scores = pages.map(({ key, truth }) => scoreText(truth, result.texts[key] ?? ""));
  const speed = (pages.length / result.seconds).toFixed(1).padStart(6);
  const peak = Math.round(result.peak / MEGABYTE)
    .toString()
    .padStart(4);
  return row(name, figuresOf(scores), `${speed} pages/s  peak ${peak} MB`);
}

function publishedRows(folder: string): readonly string[] {
  const peers = JSON.parse(readFileSync(join(folder, "peers.json"), "utf8")) as Record<string, Figures>;
  return Object.entries(peers)
    .filter(([, figures]) => figures.f1 >= PEERS_FROM)
    .map(([name, figures]) => row(`${name} (published)`, figures, ""));
}

/** The lines of a text that the other does not have. */
function lacking(text: string, other: string): readonly string[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.filter((line) => !hasWords(other, line)).map((line) => line.slice(0, SHOWN));
}

/** The worst pages: `+` what was found and is not in the report, `-` what is and was not found. */
function errorList(pages: readonly GoldPage[], result: WorkerResult, count: number): readonly string[] {
  const scored = pages.map((page) => {
    const found = result.texts[page.key] ?? "";
    return { page, found, score: scoreText(page.truth, found) };
  });
  const worst = scored.toSorted(
    (a, b) => a.score.precision + a.score.recall - b.score.precision - b.score.recall,
  );
  return worst
    .slice(0, count)
    .flatMap(({ page, found, score }) => [
      "",
      `${page.key.slice(0, 12)}  P ${score.precision.toFixed(3)}  R ${score.recall.toFixed(3)}`,
      ...lacking(found, page.truth).map((line) => `  + ${line}`),
      ...lacking(page.truth, found).map((line) => `  - ${line}`),
    ]);
}

function factLines(pages: readonly GoldPage[], list: boolean): readonly string[] {
  const facts = pages.flatMap((page) => {
    return checkFacts(page, readArticle(page.html, page.url)).map((fact) => ({ ...fact, key: page.key }));
  });
  const counted = (["day", "title", "outlet"] as const).map((task: Fact["task"]) => {
    const of = facts.filter((fact) => fact.task === task);
    return `${task} ${of.filter(({ ok }) => ok).length}/${of.length}`;
  });
  const wrong = facts
    .filter(({ ok }) => !ok)
    .map(({ key, task, text }) => `  ${key.slice(0, 12)}  ${task}: ${text}`);
  return [`What pages plainly state of themselves, found: ${counted.join(", ")}`, ...(list ? wrong : [])];
}

/**
 * Measures the body of saved pages against hand-made truth, by the article extraction benchmark's own
 * metric, with peers beside it: those on npm are run on the same machine, each in a process of its own;
 * the others stand with the figures that `peers.json` gives for these pages.
 *
 * @param goldDir the folder of the set (`truth.json`, `peers.json`, `html/*.html.gz`), or the one above it
 * @param options `errors`: how many of the worst pages are listed
 */
export async function evalPages(goldDir: string, { errors = 0 } = {}): Promise<string> {
  const folder = pagesFolder(goldDir);
  const pages = [...readPages(folder)];
  const results = new Map(Object.keys(PAGE_READERS).map((name) => [name, runReader(folder, name)]));
  const own = results.get("Chronicler") as WorkerResult;
  return [
    `pages: ${pages.length}`,
    ...[...results].map(([name, result]) => measuredRow(name, pages, result)),
    ...publishedRows(folder),
    ...factLines(pages, errors > 0),
    ...errorList(pages, own, errors),
  ].join("\n");
}
