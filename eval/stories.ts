import { linkArticles } from "../src/pipeline.ts";
import { aboveFloors } from "./floors.ts";
import { baselineLikeness, baselineStories } from "./stories/baseline.ts";
import { readStories, type StoryReport, type StorySet } from "./stories/read.ts";
import { bcubed, type Clustering, pairScore, shareJoined } from "./stories/scores.ts";

/** The baseline is given the best of these thresholds, found on the set itself. */
const THRESHOLDS = Array.from({ length: 40 }, (_, i) => (i + 1) / 100);

function percent(value: number): string {
  return (100 * value).toFixed(1).padStart(5);
}

interface Measured {
  readonly reports: readonly StoryReport[];
  readonly gold: Clustering;
}

function row(name: string, { reports, gold }: Measured, found: Clustering): string {
  const [pairs, cubed] = [pairScore(gold, found), bcubed(gold, found)];
  const by = new Map(reports.map((each) => [each.analysis.article.id, each]));
  const outlets = shareJoined(found, (a, b) => {
    const [x, y] = [by.get(a), by.get(b)];
    return x?.event === y?.event && x?.analysis.article.outlet !== y?.analysis.article.outlet;
  });
  const alike = shareJoined(found, (a, b) => {
    const [x, y] = [by.get(a), by.get(b)];
    return x?.event !== y?.event && x?.topic !== undefined && x.topic === y?.topic;
  });
  return [
    name.padEnd(26),
    String(new Set(found.values()).size).padStart(5),
    ...[pairs, cubed].flatMap(({ precision, recall, f1 }) => [precision, recall, f1].map(percent)),
    outlets.pairs > 0 ? percent(outlets.joined) : "    –",
    alike.pairs > 0 ? percent(alike.joined) : "    –",
  ].join(" ");
}

const HEAD = `${"".padEnd(26)} count  pairs P    R    F1  B³  P    R    F1  outlets alike`;

function bestBaseline({ reports, gold }: Measured): { found: Clustering; threshold: number } {
  const ids = [...gold.keys()];
  const alike = baselineLikeness(reports.map(({ analysis }) => analysis));
  const tried = THRESHOLDS.map((threshold) => {
    const found = baselineStories(ids, alike, threshold);
    return { found, threshold, f1: bcubed(gold, found).f1 };
  });
  return tried.reduce((best, each) => (each.f1 > best.f1 ? each : best));
}

/** Reports that stand with those of another event, or apart from those of their own. */
function errorsIn({ reports, gold }: Measured, found: Clustering, count: number): string[] {
  const titleOf = new Map(
    reports.map(({ analysis: { article } }) => [article.id, article.title ?? article.text.slice(0, 70)]),
  );
  const show = (id: string): string => `${gold.get(id)} ${titleOf.get(id)?.replace(/\s+/gu, " ")}`;
  const ids = [...gold.keys()];
  const wrong = ids.flatMap((a, i) =>
    ids.slice(i + 1).flatMap((b) => {
      const [together, joined] = [gold.get(a) === gold.get(b), found.get(a) === found.get(b)];
      if (together === joined) return [];
      return [`${joined ? "joined" : "apart "}  ${show(a)} | ${show(b)}`];
    }),
  );
  return wrong.slice(0, count);
}

export interface StoryOptions {
  readonly errors?: number;
  readonly set?: StorySet;
  readonly check?: boolean;
}

/**
 * Stories against the annotators' events, beside a baseline with its best threshold. "outlets" is the share of
 * pairs on one event from different outlets that are joined, "alike" that of pairs on different events of one
 * topic. With `check`, throws where a figure is below its floor.
 */
export async function evalStories(goldDir: string, options: StoryOptions): Promise<string> {
  const { errors = 0, set = "newscluster" } = options;
  const reports = readStories(goldDir, set);
  const gold = new Map(reports.map(({ analysis, event }) => [analysis.article.id, event]));
  const { stories } = linkArticles(reports.map(({ analysis }) => analysis));
  const found = new Map(
    stories.flatMap(({ id, articles, beside = [] }) =>
      articles.flatMap((article) => (beside.includes(article) ? [] : [[article, id] as const])),
    ),
  );
  const ordered = new Map([...gold.keys()].map((id) => [id, found.get(id) ?? ""]));
  const base = bestBaseline({ reports, gold });
  const measured = { reports, gold };
  const twice = stories.reduce((sum, { articles }) => sum + articles.length, 0) - reports.length;
  const table = [
    `${set}: ${reports.length} reports, ${new Set(gold.values()).size} events; ${twice} in a second story`,
    HEAD,
    row("Chronicler", measured, ordered),
    row(`tf-idf cosine, best ${base.threshold}`, measured, base.found),
    ...errorsIn(measured, ordered, errors),
  ].join("\n");
  const figures = { [set]: { Chronicler: { "B-cubed F1": 100 * bcubed(gold, ordered).f1 } } };
  return options.check === true ? aboveFloors(table, { measurement: "stories", figures }) : table;
}
