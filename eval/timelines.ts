import { join } from "node:path";
import { refKey } from "../src/link/entity.ts";
import { namedDay, storyDays } from "../src/link/story/days.ts";
import type { Analysis } from "../src/model/layers.ts";
import type { Story } from "../src/model/link.ts";
import type { Timeline } from "../src/model/timeline.ts";
import { linkArticles, makeTimelines } from "../src/pipeline.ts";
import { analyzeWith } from "./analysis-cache.ts";
import { aboveFloors } from "./floors.ts";
import type { Floors } from "./language/floors.ts";
import { alignedRouge } from "./timelines/aligned-rouge.ts";
import { type DateScore, mean, mostFrequent, scoreDates } from "./timelines/dates.ts";
import { type GoldTimeline, readTopic, type Topic, topicNames } from "./timelines/gold.ts";

export interface TimelinesOptions {
  readonly errors?: number;
  /** `ci` for three small topics. */
  readonly part?: "all" | "ci";
  /** A folder that keeps analyses from one run to the next. */
  readonly cache?: string;
  /** Whether a figure below its floor is an error. */
  readonly check?: boolean;
}

const CI_TOPICS = ["t17-mj", "t17-haiti", "entities-Chris_Brown"];

/** Published means over all topics of the corpora; ours are over those at hand. */
const PUBLISHED = [
  "published, all topics: T17 DATEWISE Date F1 0.544, AR1-F 0.120; dates by articles 0.481, 0.105",
  "                       Entities DATEWISE Date F1 0.205; CLUST 0.174",
];

/** What one way of choosing days reaches on a topic: means over its gold timelines. */
interface Scored extends DateScore {
  readonly system: string;
  readonly topic: Topic;
  /**
   * Alignment-based ROUGE-1 F with as many lines for a day as the gold timeline has on average, as published systems
   * are measured, and with a single one; null where the gold has no sentences for each day.
   */
  readonly rouge: number | null;
  readonly rougeOfOne: number | null;
}

const OURS = "Chronicler";

/**
 * Which days a timeline tells, against timelines that editors wrote: T17 (Tran et al. 2013) and Entities (Gholipour
 * Ghalandari and Ifrim 2020). The texts of a topic are taken for one story, with their days of publication.
 */
export async function evalTimelines(goldDir: string, options: TimelinesOptions = {}): Promise<string> {
  const dir = join(goldDir, "timelines");
  const analyze = analyzeWith(options.cache);
  const names = topicNames(dir).filter((name) => options.part !== "ci" || CI_TOPICS.includes(name));
  const shown: string[] = [];
  const scored = names.flatMap((name) => {
    const topic = readTopic(dir, name);
    const analyses = analyze(topic.articles);
    const timeline = wholeTimeline(analyses);
    if (options.errors) shown.push("", ...describeErrors(topic, timeline, options.errors));
    return scoreTopic(topic, analyses, timeline);
  });
  const whole = [...table(scored), ...PUBLISHED, ...shown].join("\n");
  const measurement = options.part === "ci" ? "timelines, quick part" : "timelines";
  return options.check ? aboveFloors(whole, { measurement, figures: figuresOf(scored) }) : whole;
}

/** Ours of each corpus, as they have floors. */
function figuresOf(scored: readonly Scored[]): Floors {
  const corpora = [...new Set(scored.map(({ topic }) => topic.corpus))];
  const ours = (corpus: string) =>
    scored.filter(({ system, topic }) => system === OURS && topic.corpus === corpus);
  return Object.fromEntries(
    corpora.map((corpus) => {
      const rouge = meanOf(ours(corpus).map((each) => each.rouge));
      const dates = { "Date F1": mean(ours(corpus).map(({ f1 }) => f1)) };
      return [corpus, { [OURS]: rouge === null ? dates : { ...dates, "AR1-F": rouge } }];
    }),
  );
}

/** The timeline of all the reports, taken for one story. */
function wholeTimeline(analyses: readonly Analysis[]): Timeline {
  const days = analyses.flatMap(({ article }) => article.published.value ?? []).sort();
  const story: Story = {
    id: "s",
    title: "",
    articles: analyses.map(({ article }) => article.id),
    events: [],
    begin: days[0] ?? null,
    end: days.at(-1) ?? null,
  };
  const links = linkArticles(analyses);
  const entities = links.entities.flatMap(({ id, mentions }) =>
    mentions.map((each) => [refKey(each), id] as const),
  );
  const origins = links.origins.flatMap(({ id, articles }) => articles.map((each) => [each, id] as const));
  const byId = new Map(analyses.map((each) => [each.article.id, each]));
  const told = storyDays(story, byId, { idOf: new Map(entities), originOf: new Map(origins) });
  const [timeline] = makeTimelines(
    {
      ...links,
      stories: [{ ...story, ...told }],
      events: links.events.map((each) => ({ ...each, story: story.id })),
    },
    analyses.map(({ article }) => article),
  );
  if (!timeline) throw new Error("no timeline");
  return timeline;
}

/** No gold timeline has more sentences for a day, on average. */
const MOST_LINES = 12;

/**
 * Days that a timeline tells by themselves, the weightiest first, each with what it shows first of the events that tell most
 * of it.
 */
function rankedDays({ entries }: Timeline): ReadonlyMap<string, readonly string[]> {
  const days = new Map<string, string[]>();
  for (const { time, headline, told } of [...entries].sort((a, b) => a.rank - b.rank)) {
    if (time.begin === null || time.begin !== time.end) continue;
    const lines = days.get(time.begin) ?? [];
    const line = told?.text ?? headline;
    if (lines.length < MOST_LINES && !lines.includes(line)) days.set(time.begin, [...lines, line]);
  }
  return days;
}

function scoreTopic(topic: Topic, analyses: readonly Analysis[], timeline: Timeline): Scored[] {
  const ours = rankedDays(timeline);
  const named = analyses.flatMap(({ timexes }) => timexes.flatMap(({ edtf }) => namedDay(edtf) ?? []));
  const systems: readonly [string, readonly string[]][] = [
    ["days by articles", mostFrequent(analyses.flatMap(({ article }) => article.published.value ?? []))],
    ["days by mentions", mostFrequent(named)],
    [OURS, [...ours.keys()]],
  ];
  return systems.map(([system, ranked]) => {
    const scores = topic.timelines.map((gold) => scoreDates(ranked, new Set(gold.keys())));
    const rouges = (lines: (gold: GoldTimeline) => number) =>
      topic.timelines.map((gold) => (system === OURS ? rougeOf(ours, gold, lines(gold)) : null));
    return {
      system,
      topic,
      f1: mean(scores.map(({ f1 }) => f1)),
      recall2: mean(scores.map(({ recall2 }) => recall2)),
      recall3: mean(scores.map(({ recall3 }) => recall3)),
      near: mean(scores.map(({ near }) => near)),
      rouge: meanOf(rouges(linesOfADay)),
      rougeOfOne: meanOf(rouges(() => 1)),
    };
  });
}

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.flatMap((value) => value ?? []);
  return known.length < values.length ? null : mean(known);
}

/** Sentences that a gold timeline has for a day, on average. */
function linesOfADay(gold: GoldTimeline): number {
  return Math.max(1, Math.round(mean([...gold.values()].map(({ length }) => length))));
}

function rougeOf(
  ours: ReadonlyMap<string, readonly string[]>,
  gold: GoldTimeline,
  lines: number,
): number | null {
  if (![...gold.values()].some((sentences) => sentences.length > 0)) return null;
  const first = [...ours].slice(0, gold.size).map(([day, all]) => [day, all.slice(0, lines)] as const);
  return alignedRouge(new Map(first), gold);
}

function table(scored: readonly Scored[]): string[] {
  const corpora = [...new Set(scored.map(({ topic }) => topic.corpus))];
  return corpora.flatMap((corpus) => {
    const these = scored.filter(({ topic }) => topic.corpus === corpus);
    const systems = [...new Set(these.map(({ system }) => system))];
    return [
      `${corpus}: ${coverage(these)}`,
      `${"".padEnd(38)}Date F1   ±1 day  R at 2k  R at 3k    AR1-F 1 line`,
      ...systems.map((system) =>
        line(
          system,
          these.filter((each) => each.system === system),
        ),
      ),
      ...these.filter(({ system }) => system === OURS).map((each) => line(`  ${each.topic.name}`, [each])),
      "",
    ];
  });
}

function line(name: string, these: readonly Scored[]): string {
  const rouges = these.flatMap(({ rouge }) => rouge ?? []);
  const ofOne = these.flatMap(({ rougeOfOne }) => rougeOfOne ?? []);
  const values = [
    mean(these.map(({ f1 }) => f1)),
    mean(these.map(({ near }) => near)),
    mean(these.map(({ recall2 }) => recall2)),
    mean(these.map(({ recall3 }) => recall3)),
    ...(rouges.length > 0 ? [mean(rouges), mean(ofOne)] : []),
  ];
  return name.padEnd(36) + values.map((value) => value.toFixed(3).padStart(9)).join("");
}

/** How many topics there are, and how many gold days lie outside the reports, where nothing can find them. */
function coverage(scored: readonly Scored[]): string {
  const topics = [...new Set(scored.map(({ topic }) => topic))];
  const days = topics.flatMap(({ articles, timelines }) => {
    const published = articles.flatMap(({ published: { value } }) => value ?? []).sort();
    const [begin = "", end = ""] = [published[0], published.at(-1)];
    return timelines.flatMap((gold) => [...gold.keys()].map((day) => day < begin || day > end));
  });
  const outside = (100 * days.filter(Boolean).length) / Math.max(1, days.length);
  return `${topics.length} topics; ${outside.toFixed(1)}% of gold days lie outside the span of the reports`;
}

/** Days that are missing and days that are too many, with the lines that stand for these. */
function describeErrors(topic: Topic, timeline: Timeline, limit: number): string[] {
  const ours = rankedDays(timeline);
  const order = [...ours.keys()];
  return topic.timelines.flatMap((gold, index) => {
    const first = order.slice(0, gold.size);
    const missing = [...gold.keys()].filter((day) => !first.includes(day));
    const wrong = first.filter((day) => !gold.has(day));
    return [
      `${topic.name}, timeline ${index + 1}: ${missing.length} days missing, ${wrong.length} wrong`,
      ...missing.slice(0, limit).map((day) => {
        const place = order.indexOf(day);
        return `  missing ${day} (${place < 0 ? "no line" : `place ${place + 1}`}): ${gold.get(day)?.[0]?.slice(0, 90) ?? ""}`;
      }),
      ...wrong.slice(0, limit).map((day) => `  wrong ${day}: ${ours.get(day)?.[0]?.slice(0, 90)}`),
    ];
  });
}
