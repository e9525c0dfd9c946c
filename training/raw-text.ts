import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { BoundaryRules } from "../src/language/rules.ts";
import { splitTokens } from "../src/language/split-tokens.ts";
import { wordKey } from "../src/language/words.ts";
import type { TreebankSentence } from "./treebank.ts";

/** Collections of reports whose running text is counted, never kept. None is a set that names or trees are measured on. */
const COLLECTIONS = [
  "quotes/polnear-train.jsonl",
  "event-links/ecbplus.jsonl",
  "places/lgl.jsonl",
  "places/tr-news.jsonl",
  "stories/newscluster.jsonl",
];

function textsOf(file: string): string[] {
  const bytes = readFileSync(file);
  const lines = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").split("\n");
  const texts: string[] = [];
  for (const line of lines) {
    if (line === "") continue;
    const { text } = JSON.parse(line) as { text?: unknown };
    if (typeof text === "string") texts.push(text);
  }
  return texts;
}

/** The paragraphs of the collections and of the training sentences, as lists of word keys. */
export function* rawParagraphs(
  gold: string,
  sentences: readonly TreebankSentence[],
  rules: BoundaryRules,
): Generator<string[]> {
  const timelines = readdirSync(join(gold, "timelines"))
    .filter((name) => name.endsWith(".jsonl.gz"))
    .sort();
  for (const file of [...timelines.map((name) => `timelines/${name}`), ...COLLECTIONS]) {
    for (const text of textsOf(join(gold, file))) {
      const tokens = splitTokens(text, { start: 0, end: text.length }, rules);
      yield tokens.map(({ start, end }) => wordKey(text.slice(start, end)));
    }
  }
  for (const { words } of sentences) yield words.map((word) => wordKey(word.form));
}
