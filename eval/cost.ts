import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analyzeArticle, loadResources, type Step } from "../src/pipeline.ts";
import { processorMs } from "./language/reader.ts";
import { showTable } from "./language/table.ts";
import { plainArticle } from "./plain-article.ts";

const ROOT = join(import.meta.dirname, "..");

/** Rounds before the clock runs: the compiler of V8 takes about three to make all stages as fast as they get. */
const WARM_UP = 3;

interface GoldArticle {
  readonly id: string;
  readonly published: string;
  readonly text: string;
}

function readArticles(gold: string): GoldArticle[] {
  const lines = readFileSync(join(gold, "quotes", "polnear-dev.jsonl"), "utf8")
    .trim()
    .split("\n");
  return lines.map((line) => JSON.parse(line) as GoldArticle);
}

/** Milliseconds of processor time of each stage, over all articles, once the program is as fast as it gets. */
function timeStages(articles: readonly GoldArticle[]): ReadonlyMap<string, number> {
  const resources = loadResources((path) => readFileSync(join(ROOT, path)));
  const times = new Map<string, number>();
  const timed: Step = (stage, work) => {
    const before = process.cpuUsage();
    const result = work();
    times.set(stage, (times.get(stage) ?? 0) + processorMs(before));
    return result;
  };
  for (let round = 0; round < WARM_UP; round += 1) {
    for (const article of articles) analyzeArticle(plainArticle(article), resources);
  }
  for (const article of articles) analyzeArticle(plainArticle(article), resources, timed);
  return times;
}

/** What each stage costs beside the parse, on the articles of PolNeAR dev. */
export function evalCost(gold: string): string {
  const articles = readArticles(gold);
  const times = timeStages(articles);
  const parse = times.get("language") ?? Number.NaN;
  return showTable({
    title: "cost of the stages",
    about: `processor time for each of ${articles.length} articles of PolNeAR dev, read after ${WARM_UP} rounds; share of the time of the language stage (words, tags, trees, names)`,
    columns: ["ms an article", "% of the parse"],
    floors: [],
    rows: [...times].map(([name, time]) => ({
      name,
      cells: [(time / articles.length).toFixed(2), ((100 * time) / parse).toFixed(1)],
    })),
  });
}
