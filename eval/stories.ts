import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadArticleTables, readRecord } from "../src/article/read.ts";
import { analyzeArticle, linkArticles, loadResources } from "../src/pipeline.ts";
import { readPackageFile } from "../src/resources.ts";

interface Report {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly published: string;
  readonly outlet: string;
  readonly eventId: string;
}

/** Clusters the articles of the gold set into stories: pairs and B-cubed against the annotated clusters. */
export async function evalStories(goldDir: string): Promise<string> {
  const lines = readFileSync(join(goldDir, "stories", "newscluster.jsonl"), "utf8")
    .trim()
    .split("\n");
  const reports = lines.map((line) => JSON.parse(line) as Report);
  const tables = loadArticleTables(readPackageFile);
  const resources = loadResources(readPackageFile);
  const analyses = reports.map(({ id, title, text, published, outlet }) =>
    analyzeArticle(
      readRecord({ id, title, text, published: published.slice(0, 10), outlet }, tables),
      resources,
    ),
  );
  const { stories } = linkArticles(analyses);
  const found = new Map(stories.flatMap((story) => story.articles.map((id) => [id, story.id] as const)));
  const gold = new Map(reports.map(({ id, eventId }) => [id, String(eventId)]));
  return `stories found ${stories.length}, gold ${new Set(gold.values()).size}\n${pairs(gold, found)}\n${bcubed(gold, found)}`;
}

type Clustering = ReadonlyMap<string, string>;

function pairs(gold: Clustering, found: Clustering): string {
  const ids = [...gold.keys()];
  const count = { both: 0, gold: 0, found: 0 };
  for (const [i, a] of ids.entries()) {
    for (const b of ids.slice(i + 1)) {
      const [together, joined] = [gold.get(a) === gold.get(b), found.get(a) === found.get(b)];
      if (together) count.gold++;
      if (joined) count.found++;
      if (together && joined) count.both++;
    }
  }
  return line("pairs", count.both / count.found, count.both / count.gold);
}

function bcubed(gold: Clustering, found: Clustering): string {
  const ids = [...gold.keys()];
  const share = (by: Clustering, other: Clustering) =>
    ids.reduce((sum, id) => {
      const mates = ids.filter((each) => by.get(each) === by.get(id));
      return sum + mates.filter((each) => other.get(each) === other.get(id)).length / mates.length;
    }, 0) / ids.length;
  return line("B-cubed", share(found, gold), share(gold, found));
}

function line(name: string, precision: number, recall: number): string {
  const [p, r, f] = [precision, recall, (2 * precision * recall) / (precision + recall)].map((each) =>
    (100 * each).toFixed(1),
  );
  return `${name.padEnd(8)} P ${p}  R ${r}  F1 ${f}`;
}
