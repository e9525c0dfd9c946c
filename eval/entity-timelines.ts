import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Event } from "../src/model/event.ts";
import type { Analysis } from "../src/model/layers.ts";
import type { LinkedEvent } from "../src/model/link.ts";
import { overlaps, type Span } from "../src/model/span.ts";
import { linkArticles } from "../src/pipeline.ts";
import { analyzeWith } from "./analysis-cache.ts";
import { awareness, isUnknown, type Placed } from "./entity-timelines/awareness.ts";
import { plainArticle } from "./plain-article.ts";
import { f1Of } from "./timelines/dates.ts";

export interface EntityTimelinesOptions {
  readonly errors?: number;
  readonly cache?: string;
}

interface GoldMention extends Span {
  readonly doc: string;
  readonly text: string;
}

interface GoldTimeline {
  readonly entity: string;
  readonly entries: readonly {
    readonly order: number;
    readonly date: string;
    readonly mentions: readonly GoldMention[];
  }[];
}

/** A mention of ours in the timeline of an entity. */
interface Mention extends Span {
  readonly doc: string;
  readonly event: string;
  readonly date: string;
  readonly text: string;
}

const PUBLISHED =
  "published, other documents: best from raw text 7.85 (SemEval-2015 task 4, track A, micro F1)";

/**
 * Timelines of one entity over many reports, from raw text: SemEval-2015 task 4 (Minard and others 2015). An event
 * belongs to the timeline of an entity that takes part in it.
 */
export async function evalEntityTimelines(
  goldDir: string,
  options: EntityTimelinesOptions = {},
): Promise<string> {
  const dir = join(goldDir, "entity-timelines");
  const documents = readLines<{ id: string; published: string; text: string }>(join(dir, "apple.docs.jsonl"));
  const analyses = analyzeWith(options.cache)(documents.map(plainArticle));
  const links = linkArticles(analyses);
  const timelines = readLines<GoldTimeline>(join(dir, "apple.timelines.jsonl"));
  const scored = timelines.map((gold) => {
    const ours = mentionsOf(gold.entity, { analyses, events: links.events });
    return { gold, ours, ...scoreOf(ours, gold) };
  });
  return [
    "entity              awareness:  P      R     F1   mentions: P      R   exact date  one event  order",
    ...scored.map((each) => line(each.gold.entity, [each])),
    line("all", scored),
    PUBLISHED,
    ...scored.flatMap(({ gold, ours }) => errorLines(gold, ours, options.errors ?? 0)),
  ].join("\n");
}

function readLines<T>(path: string): readonly T[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((each) => each !== "").map((each) => JSON.parse(each) as T);
}

interface Found {
  readonly analyses: readonly Analysis[];
  readonly events: readonly LinkedEvent[];
}

function wordsOf(name: string): string {
  return (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}

/** The events of which the entity is a participant, in each report that tells them. */
function mentionsOf(name: string, { analyses, events }: Found): readonly Mention[] {
  const linked = new Map(
    events.flatMap((event) => event.mentions.map((each) => [`${each.article} ${each.id}`, event] as const)),
  );
  return analyses.flatMap((analysis) => {
    const { id } = analysis.article;
    return analysis.events
      .filter((event) => takesPart(wordsOf(name), event, analysis))
      .map((event): Mention => {
        const whole = linked.get(`${id} ${event.id}`);
        const { start, end, text } = event.trigger;
        return {
          doc: id,
          start,
          end,
          text,
          event: whole?.id ?? "",
          date: dateOf(whole?.time.edtf ?? event.time.edtf),
        };
      });
  });
}

/** Whether the words of a participant name it: "Apple Corps" is named by "Beatles Apple Corps", and the other way round. */
function takesPart(name: string, { participants }: Event, { entities }: Analysis): boolean {
  return participants.some(({ entity, text }) => {
    const known = entities.find((each) => each.id === entity)?.name ?? text;
    const words = wordsOf(known);
    return (
      words !== "" &&
      (` ${words} `.includes(` ${name} `) || (words.includes(" ") && ` ${name} `.includes(` ${words} `)))
    );
  });
}

/** A day, a month or a year as the gold writes them; all else is not placed. */
function dateOf(edtf: string | null): string {
  const plain = (edtf ?? "").replace(/[~?%]|T.*$/g, "");
  return /^\d{4}(-\d\d(-\d\d)?)?$/.test(plain) ? plain : "XXXX-XX-XX";
}

function goldDate(date: string): string {
  return isUnknown(date) ? date : date.replace(/(-XX)+$/, "");
}

/** Steps in order of time, counted from 1; 0 for what has no date. */
function ordersOf(dates: readonly string[]): ReadonlyMap<string, number> {
  const known = [...new Set(dates)].filter((date) => !isUnknown(date)).sort();
  return new Map(known.map((date, i) => [date, i + 1]));
}

interface Score {
  readonly relations: ReturnType<typeof awareness>;
  readonly matched: number;
  readonly ours: number;
  readonly gold: number;
  readonly dated: readonly boolean[];
  readonly joined: readonly boolean[];
  readonly ordered: readonly boolean[];
}

function scoreOf(ours: readonly Mention[], { entries }: GoldTimeline): { score: Score } {
  const gold = entries.flatMap(({ order, date, mentions }, entry) =>
    mentions.map((mention) => ({ mention, order, entry, date: goldDate(date) })),
  );
  const orders = ordersOf(ours.map(({ date }) => date));
  const pairs = gold.flatMap((each, i) => {
    const own = ours.find((one) => one.doc === each.mention.doc && overlaps(one, each.mention));
    return own ? [{ ...each, name: `g${i}`, own, place: orders.get(own.date) ?? 0 }] : [];
  });
  const nameOf = new Map(pairs.map(({ own, name }) => [own, name]));
  const placed = ours.map(
    (own, i): Placed => ({
      name: nameOf.get(own) ?? `o${i}`,
      order: orders.get(own.date) ?? 0,
      date: own.date,
    }),
  );
  const goldPlaced = gold.map(({ order, date }, i): Placed => ({ name: `g${i}`, order, date }));
  const entriesOf = entries.map((_, entry) => pairs.filter((pair) => pair.entry === entry));
  const reports = (these: typeof pairs) => new Set(these.map(({ mention }) => mention.doc)).size;
  return {
    score: {
      relations: awareness(placed, goldPlaced),
      matched: nameOf.size,
      ours: ours.length,
      gold: gold.length,
      dated: pairs.filter(({ date }) => !isUnknown(date)).map(({ date, own }) => own.date === date),
      joined: entriesOf
        .filter((these) => reports(these) > 1)
        .map((these) => new Set(these.map(({ own }) => own.event)).size === 1),
      ordered: pairs.flatMap((a, i) =>
        pairs
          .slice(i + 1)
          .flatMap((b) =>
            a.order > 0 && b.order > 0
              ? [Math.sign(a.order - b.order) === Math.sign(a.place - b.place) && a.place * b.place > 0]
              : [],
          ),
      ),
    },
  };
}

function line(name: string, scored: readonly { readonly score: Score }[]): string {
  const sum = (value: (score: Score) => number) =>
    scored.reduce((total, { score }) => total + value(score), 0);
  const ratio = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole);
  const share = (of: (score: Score) => readonly boolean[]) =>
    ratio(
      sum((each) => of(each).filter(Boolean).length),
      sum((each) => of(each).length),
    );
  const p = ratio(
    sum(({ relations }) => relations.right),
    sum(({ relations }) => relations.found),
  );
  const r = ratio(
    sum(({ relations }) => relations.recalled),
    sum(({ relations }) => relations.gold),
  );
  const cells = [
    p,
    r,
    f1Of(p, r),
    ratio(
      sum(({ matched }) => matched),
      sum(({ ours }) => ours),
    ),
    ratio(
      sum(({ matched }) => matched),
      sum(({ gold }) => gold),
    ),
    share(({ dated }) => dated),
    share(({ joined }) => joined),
    share(({ ordered }) => ordered),
  ];
  const widths = [15, 7, 7, 14, 7, 13, 11, 7];
  return name.padEnd(20) + cells.map((cell, i) => cell.toFixed(1).padStart(widths[i] ?? 0)).join("");
}

function errorLines({ entity, entries }: GoldTimeline, ours: readonly Mention[], limit: number): string[] {
  if (limit === 0) return [];
  const gold = entries.flatMap(({ date, mentions }) =>
    mentions.map((mention) => ({ date: goldDate(date), mention })),
  );
  const same = (a: GoldMention, b: Mention) => a.doc === b.doc && overlaps(a, b);
  const missed = gold.filter(({ mention }) => !ours.some((own) => same(mention, own)));
  const surplus = ours.filter((own) => !gold.some(({ mention }) => same(mention, own)));
  const misdated = gold.flatMap(({ date, mention }) =>
    ours
      .filter((own) => same(mention, own) && own.date !== date)
      .map((own) => `${mention.doc} ${mention.text}: ${own.date}, gold ${date}`),
  );
  return [
    "",
    entity,
    ...missed.slice(0, limit).map(({ mention }) => `  missed ${mention.doc} ${mention.text}`),
    ...surplus.slice(0, limit).map((own) => `  too many ${own.doc} ${own.text}`),
    ...misdated.slice(0, limit).map((each) => `  date ${each}`),
  ];
}
