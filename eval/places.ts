import { existsSync } from "node:fs";
import { join } from "node:path";
import { aboveFloors } from "./floors.ts";
import { errorList } from "./places/errors.ts";
import { loadOurs, loadPeers } from "./places/finders.ts";
import { type GoldArticle, type PlaceFinder, readGold } from "./places/gold.ts";
import { COLUMNS, type Pair, pairsOf, scores } from "./places/score.ts";

/** Every third article is held out: its errors are not listed, so that no rule is written for them. */
const HELD_OUT = 3;
/** The quick part reads every sixth article; half of it is held out. */
const QUICK = 6;

/** Figures of others, from elsewhere; what is correct within 161 km, in percent. */
const PUBLISHED = [
  "published: Mordecai 3 (Halterman 2023), places given, its best of several gazetteers: 82.7 to 98 within 161 km by set",
];

export interface PlacesOptions {
  readonly set?: "lgl" | "tr-news";
  /** Examples of each kind of error to list. */
  readonly errors?: number;
  readonly part?: "all" | "ci";
  /** Whether a figure below its floor is an error. */
  readonly check?: boolean;
}

/**
 * Places found and placed, beside the largest place of each name. Adjectives of countries ("Turkish") count as places, as in
 * the gold. `dir` holds `lgl.jsonl` and `tr-news.jsonl`.
 *
 * @throws Error with the table when asked to check and a figure is below its floor
 */
export async function evalPlaces(dir: string, options: PlacesOptions = {}): Promise<string> {
  const { part = "all", check = false, errors = 0 } = options;
  const [ours, baseline] = await loadOurs();
  const peers = part === "all" ? await loadPeers() : [];
  const names = (options.set ? [options.set] : ["lgl", "tr-news"]).filter((name) =>
    existsSync(join(dir, `${name}.jsonl`)),
  );
  const reports = names.map((name) => {
    const all = readGold(join(dir, `${name}.jsonl`)).map((article, i) => ({ article, held: isHeld(i), i }));
    const articles = part === "ci" ? all.filter(({ i }) => i % QUICK === 0 || i % QUICK === QUICK - 1) : all;
    return report({ name, articles, errors }, [ours, baseline, ...peers]);
  });
  const shown = [...reports.map(({ text }) => text), PUBLISHED.join("\n")].join("\n\n");
  const figures = Object.fromEntries(reports.map((each) => [each.name, each.figures]));
  const measurement = part === "ci" ? "places, quick part" : "places";
  return check ? aboveFloors(shown, { measurement, figures }) : shown;
}

function isHeld(index: number): boolean {
  return index % HELD_OUT === HELD_OUT - 1;
}

interface Task {
  readonly name: string;
  readonly articles: readonly { readonly article: GoldArticle; readonly held: boolean }[];
  readonly errors: number;
}

function report({ name, articles, errors }: Task, finders: readonly PlaceFinder[]) {
  const rows = finders.map((finder) => ({
    name: finder.name,
    pairs: articles.flatMap(({ article }) => pairsOf(article, finder.find(article))),
  }));
  const [ours] = rows;
  const pairs = ours?.pairs ?? [];
  const held = new Set(articles.filter((each) => each.held).map(({ article }) => article));
  const open = pairs.filter((pair) => !held.has(pair.article));
  const parts = [
    ...rows.slice(0, 1),
    { name: "Chronicler, held out third", pairs: pairs.filter((pair) => held.has(pair.article)) },
    { name: "Chronicler, the rest", pairs: open },
    ...rows.slice(1),
  ];
  const places = articles.reduce((sum, { article }) => sum + article.places.length, 0);
  const lines = [
    `${name}: ${articles.length} articles, ${places} places (%, median error in km)`,
    `${"".padEnd(34)}${COLUMNS.map((column) => column.padStart(17)).join("")}`,
    ...parts.map((each) => line(each.name, each.pairs)),
    ...(errors > 0 ? ["", ...errorList(open, errors)] : []),
  ];
  const figures = Object.fromEntries(parts.slice(0, 2).map((each) => [each.name, figuresOf(each.pairs)]));
  return { name, text: lines.join("\n"), figures };
}

function figuresOf(pairs: readonly Pair[]): Record<string, number> {
  return Object.fromEntries(scores(pairs).map((score, i) => [COLUMNS[i] ?? "", score]));
}

function line(name: string, pairs: readonly Pair[]): string {
  return (
    name.padEnd(34) +
    scores(pairs)
      .map((score) => score.toFixed(1).padStart(17))
      .join("")
  );
}
