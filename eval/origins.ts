import { loadArticleTables, readRecord } from "../src/article/read.ts";
import { narrativeOf } from "../src/link/shingle.ts";
import type { Analysis } from "../src/model/layers.ts";
import { analyzeArticle, linkArticles, loadResources } from "../src/pipeline.ts";
import { readPackageFile } from "../src/resources.ts";
import { seededRandom } from "../training/random.ts";
import { type Desk, editCopy } from "./origins/editor.ts";
import { ownSentence } from "./own-sentences.ts";
import { readSamples } from "./samples.ts";
import { readStories } from "./stories/read.ts";

/** Shares of a report's words that an editor cuts or replaces, and shares of such copies that are to be found. */
const WANTED: readonly (readonly [change: number, found: number])[] = [
  [0.1, 99],
  [0.3, 97],
  [0.5, 90],
  [0.7, 70],
];
const COPIES_EACH = 8;
/** Shorter reports are notices. In words. */
const SHORTEST = 100;
/** Two of so many words that are the same to the letter are no chance. */
const LONG_SENTENCE = 8;

function sentencesOf({ article, sentences }: Analysis): readonly (readonly string[])[] {
  return article.blocks
    .filter(({ kind }) => kind === "paragraph")
    .map((block) =>
      sentences
        .filter(({ start, end }) => start >= block.start && end <= block.end)
        .map(({ start, end }) => article.text.slice(start, end)),
    );
}

/** Origin of each report. */
function originsOf(analyses: readonly Analysis[]): ReadonlyMap<string, string> {
  const { origins } = linkArticles(analyses);
  return new Map(origins.flatMap(({ id, articles }) => articles.map((article) => [article, id])));
}

type Analyze = (id: string, paragraphs: readonly string[]) => Analysis;

function analyzer(): Analyze {
  const tables = loadArticleTables(readPackageFile);
  const resources = loadResources(readPackageFile);
  return (id, paragraphs) => {
    const title = "A title of its own";
    const record = { id, title, text: paragraphs.join("\n\n"), published: "2024-06-30", outlet: id };
    return analyzeArticle(readRecord(record, tables), resources);
  };
}

/** Sentences and words that no sample has. */
function deskOf(seed: number): Desk {
  const random = seededRandom(seed);
  const sentences = Array.from({ length: 50 }, () => ownSentence(random));
  return { sentences, words: sentences.join(" ").match(/\p{L}+/gu) ?? [] };
}

/** Copies of the samples, edited: how many are found, and how many are taken for a copy of another report. */
function measureCopies(reports: readonly Analysis[]): string {
  const long = reports.filter(({ article }) => article.text.split(/\s+/u).length >= SHORTEST);
  const analyze = analyzer();
  const before = originsOf(reports);
  const rows = WANTED.map(([change, wanted]) => {
    const count = { found: 0, wrong: 0, copies: 0, others: 0 };
    for (let round = 1; round <= COPIES_EACH; round++) {
      for (const [number, own] of long.entries()) {
        const seed = round * 1000 + number;
        const edit = { change, seed, desk: deskOf(seed) };
        const copy = analyze("copy", editCopy(sentencesOf(own), edit));
        const after = originsOf([...reports, copy]);
        const joined = reports.filter(({ article }) => after.get(article.id) === after.get("copy"));
        const isOwn = ({ article }: Analysis) => before.get(article.id) === before.get(own.article.id);
        count.copies += 1;
        count.found += joined.includes(own) ? 1 : 0;
        count.wrong += joined.filter((each) => !isOwn(each)).length;
        count.others += reports.filter((each) => !isOwn(each)).length;
      }
    }
    const found = (100 * count.found) / count.copies;
    const wrong = (100 * count.wrong) / count.others;
    return `${String(change * 100).padStart(3)}% changed  found ${found.toFixed(1).padStart(5)}%  wanted ${wanted}%   false ${wrong.toFixed(2)}% of ${count.others} pairs`;
  });
  return [`${long.length} sample reports, ${COPIES_EACH} copies of each`, ...rows].join("\n");
}

function longSentences({ article }: Analysis): ReadonlySet<string> {
  const sentences = narrativeOf(article).map((each) =>
    (each.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" "),
  );
  return new Set(sentences.filter((each) => each.split(" ").length >= LONG_SENTENCE));
}

/** Pairs of web reports that are taken for one piece of reporting, and what they share to the letter. */
function measureReports(goldDir: string, errors: number): string {
  const reports = readStories(goldDir, "newscluster");
  const origins = originsOf(reports.map(({ analysis }) => analysis));
  const flagged: { shared: number; line: string; isOneEvent: boolean }[] = [];
  let pairs = 0;
  for (const [i, a] of reports.entries()) {
    for (const b of reports.slice(i + 1)) {
      const isOneEvent = a.event === b.event;
      if (isOneEvent) pairs += 1;
      const [x, y] = [a.analysis.article, b.analysis.article];
      if (origins.get(x.id) !== origins.get(y.id)) continue;
      const theirs = longSentences(b.analysis);
      const shared = [...longSentences(a.analysis)].filter((each) => theirs.has(each)).length;
      const line = `${String(shared).padStart(3)} sentences  ${x.outlet}: ${x.title} | ${y.outlet}: ${y.title}`;
      flagged.push({ shared, line, isOneEvent });
    }
  }
  const few = flagged.filter(({ shared }) => shared < 2);
  const lines = few.slice(0, errors).map(({ line }) => line);
  return [
    `web reports of one event: ${pairs} pairs, ${flagged.filter((each) => each.isOneEvent).length} taken for one piece of reporting; ${few.length} of them share fewer than two long sentences to the letter`,
    `web reports of different events: ${flagged.filter((each) => !each.isOneEvent).length} pairs taken for one piece of reporting`,
    ...lines,
  ].join("\n");
}

/** Edited copies of our own reports that are found, and different reports that are taken for copies. */
export function evalOrigins(goldDir: string | undefined, { errors = 0 }: { errors?: number }): string {
  const copies = measureCopies([...readSamples().reports.values()]);
  return goldDir ? `${copies}\n${measureReports(goldDir, errors)}` : copies;
}
