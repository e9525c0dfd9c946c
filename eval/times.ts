import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadLanguage, readLanguage } from "../src/language/language.ts";
import { findTimexes, loadTimexTables } from "../src/mention/timex.ts";
import { aboveFloors } from "./floors.ts";
import type { Floors } from "./language/floors.ts";
import { plainArticle } from "./plain-article.ts";
import { errorList, ruleTable } from "./times/errors.ts";
import { type GoldArticle, readGold, type TimexFinder } from "./times/gold.ts";
import { loadPeers } from "./times/peers.ts";
import { COLUMNS, type Pair, pairsOf, scores } from "./times/score.ts";
import { speedLines } from "./times/speed.ts";

type SetName = "timebank" | "aquaint";

/**
 * Figures of others in percent, from elsewhere. "Measured before" is another harness of ours on the same files: by
 * paragraph, and with a mapping to TIMEX3 values of its own.
 */
const PUBLISHED: Readonly<Record<SetName, readonly string[]>> = {
  timebank: [
    "HeidelTime (published, wiki of the project)      84.9     91.6    88.8     79.2",
    "Recognizers-Text 1.3.2 (npm, measured before)    73.6     86.1    82.3     66.2",
    "chrono-node 2.10.3 (npm, measured before)        60.6     71.0    67.8     52.3",
  ],
  aquaint: [
    "HeidelTime (published, wiki of the project)      81.0     91.8    83.4     73.0",
    "Recognizers-Text 1.3.2 (npm, measured before)    79.6     87.4    79.9     71.4",
    "chrono-node 2.10.3 (npm, measured before)        73.4     82.8    73.4     65.1",
  ],
};

/** Every third article is held out: its errors are not listed, so that no rule is written for them. */
const HELD_OUT = 3;

export interface TimesOptions {
  readonly set?: SetName;
  /** Examples of each kind of error to list. */
  readonly errors?: number;
  /** The quick part reads words alone, without the parse, and leaves out the peers. */
  readonly part?: "all" | "ci";
  /** Whether a figure below its floor is an error. */
  readonly check?: boolean;
}

/**
 * Time expressions by the measures of TempEval-3. `dir` holds `timebank.jsonl` and `aquaint.jsonl`.
 *
 * @throws Error with the table when asked to check and a figure is below its floor
 */
export async function evalTimes(dir: string, options: TimesOptions = {}): Promise<string> {
  const { part = "all", check = false, errors = 0 } = options;
  const names = options.set ? [options.set] : (["timebank", "aquaint"] as const);
  const sets = names
    .filter((name) => existsSync(join(dir, `${name}.jsonl`)))
    .map((name) => ({ name, articles: readGold(join(dir, `${name}.jsonl`)) }));
  const peers = part === "all" ? await loadPeers() : { finders: [], missing: [] };
  const finders = part === "all" ? [withParse(), WORDS_ALONE] : [WORDS_ALONE];
  const reports = sets.map(({ name, articles }) =>
    report(name, articles, { finders, peers: peers.finders, errors }),
  );
  const all = sets.flatMap(({ articles }) => articles);
  const speed = peers.finders.length > 0 ? [speedOf([WORDS_ALONE, ...peers.finders], all)] : [];
  const shown = [...reports.map(({ text }) => text), ...speed, ...peers.missing].join("\n\n");
  const figures = Object.fromEntries(reports.map(({ name, figures }) => [name, figures]));
  return check ? aboveFloors(shown, { measurement: "times", figures, sets: names }) : shown;
}

function speedOf(finders: readonly TimexFinder[], articles: readonly GoldArticle[]): string {
  return [
    "speed, no tagger or parser                      MB/s   × ours",
    ...speedLines(finders, articles),
  ].join("\n");
}

interface Report {
  readonly name: SetName;
  readonly text: string;
  readonly figures: Floors[string];
}

function report(
  name: SetName,
  articles: readonly GoldArticle[],
  tools: { finders: readonly TimexFinder[]; peers: readonly TimexFinder[]; errors: number },
): Report {
  const held = new Set(articles.filter((_, i) => i % HELD_OUT === HELD_OUT - 1));
  const all = [...tools.finders, ...tools.peers].map((finder) => ({
    name: finder.name,
    pairs: articles.flatMap((article) => pairsOf(article, finder.find(article))),
  }));
  const [ours, peers] = [all.slice(0, tools.finders.length), all.slice(tools.finders.length)];
  const pairs = ours[0]?.pairs ?? [];
  const own = ours.flatMap(({ name, pairs }) => [
    { name, pairs },
    { name: `${name}, held out third`, pairs: pairs.filter((pair) => held.has(pair.article)) },
    { name: `${name}, the rest`, pairs: pairs.filter((pair) => !held.has(pair.article)) },
  ]);
  const lines = [
    `${name}: ${articles.length} articles, ${articles.flatMap((a) => a.timexes).length} time expressions (F1, %)`,
    "                                               strict  relaxed    type    value",
    ...[...own, ...peers].map((part) => scoreLine(part.name, part.pairs)),
    ...PUBLISHED[name],
  ];
  const open = pairs.filter((pair) => !held.has(pair.article));
  const listed = tools.errors > 0 ? ["", ...ruleTable(pairs), "", ...errorList(open, tools.errors)] : [];
  const figures = Object.fromEntries(own.map((part) => [part.name, figuresOf(part.pairs)]));
  return { name, text: [...lines, ...listed].join("\n"), figures };
}

function figuresOf(pairs: readonly Pair[]): Record<string, number> {
  return Object.fromEntries(scores(pairs).map((score, i) => [COLUMNS[i] ?? "", score]));
}

function scoreLine(name: string, pairs: readonly Pair[]): string {
  const [strict = "", relaxed = "", type = "", value = ""] = scores(pairs).map((score) => score.toFixed(1));
  return `${name.padEnd(45)}${strict.padStart(8)}${relaxed.padStart(9)}${type.padStart(8)}${value.padStart(9)}`;
}

function readPackageFile(path: string): Uint8Array {
  return readFileSync(new URL(`../${path}`, import.meta.url));
}

const tables = loadTimexTables(readPackageFile);

const WORDS_ALONE: TimexFinder = {
  name: "words alone",
  find: (article) => findTimexes({ article: plainArticle(article), sentences: [], tokens: [] }, tables),
};

function withParse(): TimexFinder {
  const language = loadLanguage(readPackageFile);
  return {
    name: "with the parse",
    find: (gold) => {
      const article = plainArticle(gold);
      return findTimexes({ article, ...readLanguage(gold.text, article.blocks, language) }, tables);
    },
  };
}
