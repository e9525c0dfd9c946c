import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Article } from "../../src/model/article.ts";
import { plainArticle } from "../plain-article.ts";

/** One gold timeline: its days, with the sentences of each where the corpus has them. */
export type GoldTimeline = ReadonlyMap<string, readonly string[]>;

export interface Topic {
  /** `t17-mj`, `entities-Enron` */
  readonly name: string;
  readonly corpus: string;
  readonly articles: readonly Article[];
  readonly timelines: readonly GoldTimeline[];
}

type Line =
  | { readonly kind: "topic" }
  | { readonly kind: "article"; readonly id: string; readonly published: string; readonly text: string }
  | {
      readonly kind: "timeline";
      readonly entries: readonly { readonly date: string; readonly sentences: readonly string[] }[];
    };

/** The names of the topics that lie in a folder. */
export function topicNames(dir: string): readonly string[] {
  const files = readdirSync(dir).filter((name) => name.endsWith(".jsonl.gz"));
  return files.map((name) => name.slice(0, -".jsonl.gz".length)).sort();
}

/** A topic; the name that the gold set gives it (`query`) is not read. */
export function readTopic(dir: string, name: string): Topic {
  const text = gunzipSync(readFileSync(join(dir, `${name}.jsonl.gz`))).toString("utf8");
  const lines = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
  return {
    name,
    corpus: name.slice(0, name.indexOf("-")),
    articles: lines.flatMap((line) => (line.kind === "article" ? [plainArticle(line)] : [])),
    timelines: lines.flatMap((line) =>
      line.kind === "timeline"
        ? [new Map(line.entries.map(({ date, sentences }) => [date.slice(0, 10), sentences]))]
        : [],
    ),
  };
}
