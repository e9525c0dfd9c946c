import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadArticleTables, readRecord } from "../../src/article/read.ts";
import type { Article } from "../../src/model/article.ts";
import type { Analysis } from "../../src/model/layers.ts";
import { analyzeArticle, loadResources } from "../../src/pipeline.ts";
import { readPackageFile } from "../../src/resources.ts";
import { plainArticle } from "../plain-article.ts";

/** A report of a gold set, and which event it tells by the annotators. */
export interface StoryReport {
  readonly analysis: Analysis;
  readonly event: string;
  /** Events of one topic are look-alikes; undefined where the set has no topics. */
  readonly topic?: string;
}

interface Line {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly published: string;
  readonly outlet: string;
  readonly eventId: string;
  readonly cluster: string;
  readonly topic: number;
}

function linesOf(path: string): readonly Line[] {
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
}

/** Sets in which annotators told which reports are of one event. */
export type StorySet = "newscluster" | "ecb";

function readLines(goldDir: string, set: StorySet): readonly { article: Article; line: Line }[] {
  if (set === "ecb") {
    const lines = linesOf(join(goldDir, "event-links", "ecbplus.jsonl"));
    return lines.map((line) => {
      const article = plainArticle({ id: line.id, published: "", text: line.text });
      return { line, article: { ...article, published: { value: null, basis: "unknown" } } };
    });
  }
  const tables = loadArticleTables(readPackageFile);
  return linesOf(join(goldDir, "stories", "newscluster.jsonl")).map((line) => {
    const { id, title, text, outlet } = line;
    const published = line.published.slice(0, 10);
    return { line, article: readRecord({ id, title, text, published, outlet }, tables) };
  });
}

/** The reports of a set, analysed. */
export function readStories(goldDir: string, set: StorySet): readonly StoryReport[] {
  const resources = loadResources(readPackageFile);
  return readLines(goldDir, set).map(({ article, line }) => ({
    analysis: analyzeArticle(article, resources),
    event: String(set === "ecb" ? line.cluster : line.eventId),
    ...(set === "ecb" ? { topic: String(line.topic) } : {}),
  }));
}
