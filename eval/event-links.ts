import { join } from "node:path";
import type { Event } from "../src/model/event.ts";
import type { Analysis } from "../src/model/layers.ts";
import { overlaps, type Span } from "../src/model/span.ts";
import { linkArticles } from "../src/pipeline.ts";
import { analyzeWhole } from "./analysis-cache.ts";
import { type Clustering, type ConllCounts, conllCounts, conllF1 } from "./event-links/conll.ts";
import { withGoldMentions } from "./event-links/given.ts";
import { byTopic, type GoldDocument, readGold } from "./event-links/gold.ts";
import { type Counts, countPairs } from "./event-links/pairs.ts";
import { aboveFloors } from "./floors.ts";
import type { Floors } from "./language/floors.ts";
import { f1Of } from "./timelines/dates.ts";

export interface EventLinksOptions {
  readonly errors?: number;
  /** A folder that keeps analyses from one run to the next. */
  readonly cache?: string;
  /** Whether a figure below its floor is an error. */
  readonly check?: boolean;
}

/** The usual validation topics of ECB+: reported by themselves, and their errors are never listed. */
const VALIDATION = [2, 5, 12, 18, 21, 23, 34, 35];

const PUBLISHED = "published: same head lemma on gold mentions, CoNLL F1 60.9";

/** A document as it is linked. */
interface Read {
  readonly document: GoldDocument;
  readonly analysis: Analysis;
}

/** An event of a document, by the name of what it is linked with. */
interface Placed {
  readonly read: Read;
  readonly event: Event;
  readonly cluster: string;
}

/** What a way of linking reaches on one topic. */
interface Scored {
  readonly topic: number;
  readonly system: string;
  readonly pairs: Counts;
  readonly conll?: ConllCounts;
  readonly wrong: readonly string[];
}

/**
 * Which mentions in several documents are one event, on ECB+. The documents of a topic are linked together: they tell
 * of two look-alike events. Without given mentions, pairs of annotated sentences that tell an event in common are
 * counted; with given mentions the usual three measures of coreference.
 */
export async function evalEventLinks(goldDir: string, options: EventLinksOptions = {}): Promise<string> {
  const documents = readGold(join(goldDir, "event-links", "ecbplus.jsonl"));
  const analyses = analyzeWhole(options.cache)(documents.map(({ article }) => article));
  const read = new Map(documents.map((document, i) => [document, analyses[i] as Analysis]));
  const scored = [...byTopic(documents)].flatMap(([topic, members]) => {
    const reads = members.map((document) => ({ document, analysis: read.get(document) as Analysis }));
    const given = reads.map(withGoldMentions);
    return [
      score("own mentions, same lemma", topic, byLemma(reads)),
      score("own mentions, Chronicler", topic, byLinks(reads)),
      score("given mentions, same lemma", topic, byLemma(given)),
      score("given mentions, Chronicler", topic, byLinks(given)),
    ];
  });
  const lines = ["train", "validation"].flatMap((part) => [
    ...table(
      part,
      scored.filter(({ topic }) => VALIDATION.includes(topic) === (part === "validation")),
    ),
    "",
  ]);
  const whole = [...lines, PUBLISHED, ...errorLines(scored, options.errors ?? 0)].join("\n");
  return options.check
    ? aboveFloors(whole, { measurement: "event-links", figures: figuresOf(scored) })
    : whole;
}

/** Ours on the topics that are not for validation, as they have floors. */
function figuresOf(scored: readonly Scored[]): Floors {
  const train = scored.filter(
    ({ topic, system }) => !VALIDATION.includes(topic) && system.endsWith("Chronicler"),
  );
  const systems = [...new Set(train.map(({ system }) => system))];
  const rows = systems.map((system) => {
    const { p, r } = ratesOf(train.filter((each) => each.system === system));
    return [system, { precision: 100 * p, F1: 100 * f1Of(p, r) }] as const;
  });
  return { train: Object.fromEntries(rows) };
}

function ratesOf(scored: readonly Scored[]): { readonly p: number; readonly r: number } {
  const sum = (key: keyof Counts) => scored.reduce((total, { pairs }) => total + pairs[key], 0);
  return { p: sum("both") / Math.max(1, sum("found")), r: sum("both") / Math.max(1, sum("gold")) };
}

/** Every event by its own lemma: the baseline. */
function byLemma(reads: readonly Read[]): readonly Placed[] {
  return reads.flatMap((read) =>
    read.analysis.events.map((event) => ({ read, event, cluster: event.lemma.toLowerCase() })),
  );
}

function byLinks(reads: readonly Read[]): readonly Placed[] {
  const { events } = linkArticles(reads.map(({ analysis }) => analysis));
  const clusterOf = new Map(
    events.flatMap(({ id, mentions }) => mentions.map((each) => [`${each.article} ${each.id}`, id] as const)),
  );
  return reads.flatMap((read) =>
    read.analysis.events.map((event) => ({
      read,
      event,
      cluster:
        clusterOf.get(`${read.analysis.article.id} ${event.id}`) ?? `${read.analysis.article.id} ${event.id}`,
    })),
  );
}

function score(system: string, topic: number, placed: readonly Placed[]): Scored {
  const reads = [...new Set(placed.map(({ read }) => read))];
  const found = groups(
    placed.flatMap(({ read, event, cluster }) =>
      sentenceOf(read.document, event.trigger).map((sentence) => [cluster, sentence] as const),
    ),
  );
  const gold = groups(
    reads.flatMap(({ document }) =>
      document.mentions.flatMap((mention) =>
        sentenceOf(document, mention).map((sentence) => [mention.instance, sentence] as const),
      ),
    ),
  );
  const given = system.startsWith("given") ? { conll: conllCounts(...clusterings(placed)) } : {};
  return {
    topic,
    system,
    pairs: countPairs(found.values(), gold.values()),
    ...given,
    wrong: wrongOf(placed),
  };
}

/** The given mentions, by instance and as they were linked. */
function clusterings(placed: readonly Placed[]): [Clustering, Clustering] {
  const own = placed.map(({ read, event, cluster }) => {
    const mention = read.document.mentions.find((each) => each.start === event.trigger.start);
    return { name: `${read.document.article.id} ${event.id}`, instance: mention?.instance ?? "", cluster };
  });
  return [
    new Map(own.map(({ name, instance }) => [name, instance])),
    new Map(own.map(({ name, cluster }) => [name, cluster])),
  ];
}

function groups(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [key, value] of pairs) found.set(key, [...(found.get(key) ?? []), value]);
  return found;
}

/** The annotated sentence that holds a span, as "document place"; nothing where none does. */
function sentenceOf({ article, annotated }: GoldDocument, span: Span): string[] {
  return annotated.filter((each) => overlaps(each, span)).map(({ start }) => `${article.id} ${start}`);
}

/** Pairs of events that are linked though none of the annotated ones there are, and the other way round. */
function wrongOf(placed: readonly Placed[]): readonly string[] {
  const known = placed.flatMap((each) => {
    const mention = each.read.document.mentions.find((gold) => overlaps(gold, each.event.trigger));
    return mention ? [{ ...each, instance: mention.instance }] : [];
  });
  return known.flatMap((a, i) =>
    known.slice(i + 1).flatMap((b) => {
      const [same, linked] = [a.instance === b.instance, a.cluster === b.cluster];
      if (same === linked || a.read === b.read) return [];
      const [left, right] = [a, b].map(
        ({ event }) => `${event.clause.text.replace(/\s+/g, " ").slice(0, 70)} [${event.trigger.text}]`,
      );
      return [`${linked ? "joined" : "apart"}: ${left} | ${right}`];
    }),
  );
}

function table(part: string, scored: readonly Scored[]): string[] {
  const systems = [...new Set(scored.map(({ system }) => system))];
  return [
    `${part}: ${new Set(scored.map(({ topic }) => topic)).size} topics of ECB+`.padEnd(36) +
      "pairs: P        R       F1    CoNLL F1",
    ...systems.map((system) => {
      const these = scored.filter((each) => each.system === system);
      const { p, r } = ratesOf(these);
      const conll = these.flatMap((each) => each.conll ?? []);
      const cells = [100 * p, 100 * r, 100 * f1Of(p, r), ...(conll.length > 0 ? [conllF1(conll)] : [])];
      return system.padEnd(34) + cells.map((cell) => cell.toFixed(1).padStart(9)).join("");
    }),
  ];
}

/** Some wrong pairs of each topic that is not for validation. */
function errorLines(scored: readonly Scored[], limit: number): string[] {
  return scored
    .filter(({ topic, system }) => system === "own mentions, Chronicler" && !VALIDATION.includes(topic))
    .flatMap(({ topic, wrong }) => {
      const shown = ["joined", "apart"].flatMap((kind) =>
        wrong.filter((each) => each.startsWith(kind)).slice(0, limit),
      );
      return shown.length === 0 ? [] : ["", `topic ${topic}`, ...shown.map((each) => `  ${each}`)];
    });
}
