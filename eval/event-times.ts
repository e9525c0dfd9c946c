import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { edtfBounds } from "../src/model/calendar.ts";
import type { Event } from "../src/model/event.ts";
import { contains, overlaps, type Span } from "../src/model/span.ts";
import { analyzeArticle, loadResources } from "../src/pipeline.ts";
import { aboveFloors } from "./floors.ts";
import type { Floors } from "./language/floors.ts";
import { plainArticle } from "./plain-article.ts";

/** A line of a gold file. */
interface GoldArticle {
  readonly id: string;
  readonly published: string;
  readonly text: string;
  readonly events: readonly GoldEvent[];
}

interface GoldEvent extends Span {
  readonly text: string;
  readonly class: string;
  readonly duration: "SingleDay" | "MultiDay";
  /** Of events of a single day: where it lies from the day of publication. */
  readonly relation?: "DCT" | "before" | "after";
  /** The exact day, where it is known. */
  readonly date?: string;
}

/** What became of a gold event: not found, found without a time, with a coarser or open one, or with a day. */
type Outcome = "not found" | "undated" | "coarser" | "right day" | "next day" | "wrong day";

interface Judged {
  readonly article: GoldArticle;
  readonly gold: GoldEvent;
  readonly ours: Event | undefined;
  /** Whether it is found by its own word, and not just inside the clause of another event ("said that …"). */
  readonly own: boolean;
  readonly outcome: Outcome;
}

export interface EventTimesOptions {
  readonly part?: "train" | "dev";
  readonly errors?: number;
  /** Whether a figure below its floor is an error. */
  readonly check?: boolean;
}

/**
 * The day of each event, as in TimeBank-EventTime (Reimers et al. 2016): of the gold events of one exact day, how many
 * are found with that day, and how many with a wrong one. `dir` holds `timebank-train.jsonl` and `timebank-dev.jsonl`.
 *
 * @throws Error with the table when asked to check and a figure is below its floor
 */
export async function evalEventTimes(dir: string, options: EventTimesOptions = {}): Promise<string> {
  const parts = options.part ? [options.part] : (["train", "dev"] as const);
  const sets = parts
    .filter((part) => existsSync(join(dir, `timebank-${part}.jsonl`)))
    .map((part) => ({ part, judged: judge(readGold(join(dir, `timebank-${part}.jsonl`))) }));
  const shown = sets.map(({ part, judged }) => report(part, judged, options.errors ?? 0)).join("\n\n");
  const figures = Object.fromEntries(sets.map(({ part, judged }) => [part, figuresOf(judged)]));
  return options.check ? aboveFloors(shown, { measurement: "event-times", figures, sets: parts }) : shown;
}

function figuresOf(judged: readonly Judged[]): Floors[string] {
  const exact = judged.filter(({ gold }) => gold.date !== undefined);
  const right = exact.filter(({ outcome }) => outcome === "right day");
  const wrong = exact.filter(({ outcome }) => outcome === "next day" || outcome === "wrong day");
  const percent = (part: readonly Judged[]) => (100 * part.length) / Math.max(1, exact.length);
  return { "exact day known": { "right day": percent(right), "no wrong day": 100 - percent(wrong) } };
}

function readGold(path: string): readonly GoldArticle[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as GoldArticle);
}

function judge(articles: readonly GoldArticle[]): readonly Judged[] {
  const resources = loadResources((path) => readFileSync(new URL(`../${path}`, import.meta.url)));
  return articles.flatMap((article) => {
    const { events } = analyzeArticle(plainArticle(article), resources);
    return article.events.map((gold) => {
      const ours = coveringEvent(gold, events);
      const own = ours !== undefined && overlaps(ours.trigger, gold);
      return { article, gold, ours, own, outcome: outcomeOf(gold, ours) };
    });
  });
}

/** The event whose word is the gold one's; else the one with the shortest clause that holds it. */
function coveringEvent(gold: GoldEvent, events: readonly Event[]): Event | undefined {
  const same = events.find((event) => overlaps(event.trigger, gold));
  const around = events.filter((event) => contains(event.clause, gold));
  const length = ({ clause }: Event) => clause.end - clause.start;
  return same ?? around.sort((a, b) => length(a) - length(b))[0];
}

const MS_PER_DAY = 86_400_000;

function outcomeOf(gold: GoldEvent, ours: Event | undefined): Outcome {
  if (!ours) return "not found";
  const day = dayOf(ours);
  if (day === null) return ours.time.edtf === null ? "undated" : "coarser";
  if (gold.date === undefined || day === gold.date) return "right day";
  return Math.abs(Date.parse(day) - Date.parse(gold.date)) === MS_PER_DAY ? "next day" : "wrong day";
}

/** The one day that the event is given; null where it has no time or a longer one. */
function dayOf({ time }: Event): string | null {
  const bounds = time.edtf === null ? null : edtfBounds(time.edtf);
  return bounds && bounds.begin === bounds.end ? bounds.begin : null;
}

function report(part: string, judged: readonly Judged[], errors: number): string {
  const single = judged.filter(({ gold }) => gold.duration === "SingleDay");
  const exact = single.filter(({ gold }) => gold.date !== undefined);
  const lines = [
    `${part}: ${exact.length} events of one exact day, of ${judged.length} (%)`,
    "                                    events  found  right day  within one  wrong day  undated  coarser",
    outcomeLine("exact day known", exact),
    outcomeLine(
      "  found by its own word",
      exact.filter(({ own }) => own),
    ),
    ...["DCT", "before", "after"].map((relation) =>
      outcomeLine(
        `  ${relation}`,
        exact.filter(({ gold }) => gold.relation === relation),
      ),
    ),
    ...["stated", "anchored", "inferred"].map((basis) => basisLine(basis, judged)),
    ...sideLines(single.filter(({ gold }) => gold.date === undefined)),
    spreadLine(judged.filter(({ gold }) => gold.duration === "MultiDay")),
  ];
  return errors === 0 ? lines.join("\n") : [...lines, "", ...errorList(judged, errors)].join("\n");
}

function share(part: readonly unknown[], whole: readonly unknown[]): string {
  return whole.length === 0 ? "-" : ((100 * part.length) / whole.length).toFixed(1);
}

function outcomeLine(name: string, judged: readonly Judged[]): string {
  const having = (...outcomes: Outcome[]) => judged.filter(({ outcome }) => outcomes.includes(outcome));
  const cells = [
    judged.filter(({ ours }) => ours),
    having("right day"),
    having("right day", "next day"),
    having("next day", "wrong day"),
    having("undated"),
    having("coarser"),
  ].map((part) => share(part, judged));
  const [found = "", right = "", near = "", wrong = "", undated = "", coarser = ""] = cells;
  return `${name.padEnd(36)}${String(judged.length).padStart(6)}${found.padStart(7)}${right.padStart(11)}${near.padStart(12)}${wrong.padStart(11)}${undated.padStart(9)}${coarser.padStart(9)}`;
}

/** Of the days we give, by how we know them: how many are the day, on the wrong side of publication, or of a long event. */
function basisLine(basis: string, judged: readonly Judged[]): string {
  const dated = judged.filter(({ ours }) => ours && ours.time.basis === basis && dayOf(ours) !== null);
  const exact = dated.filter(({ gold }) => gold.date !== undefined);
  const right = exact.filter(({ outcome }) => outcome === "right day");
  const wrong = exact.filter(({ outcome }) => outcome !== "right day");
  const open = dated.filter(({ gold }) => gold.duration === "SingleDay" && gold.date === undefined);
  const aside = open.filter((each) => sideOf(each) !== each.gold.relation);
  const long = dated.filter(({ gold }) => gold.duration === "MultiDay");
  return `given a day, ${basis}: ${dated.length}; the exact one ${right.length}, a wrong one ${wrong.length}; wrong side of publication ${ownShare(aside)} of ${open.length}; lasts longer ${ownShare(long)}`;
}

/** How many, and how many of them by their own word: of the others only the clause they stand in has a day. */
function ownShare(judged: readonly Judged[]): string {
  return `${judged.length} (${judged.filter(({ own }) => own).length} by its own word)`;
}

/** Where the day we give lies from publication; null where we give none. */
function sideOf({ ours, article }: Judged): string | null {
  const day = ours ? dayOf(ours) : null;
  const published = article.published.slice(0, 10);
  if (day === null) return null;
  return day === published ? "DCT" : day < published ? "before" : "after";
}

function sideLines(judged: readonly Judged[]): string[] {
  return ["before", "after"].map((relation) => {
    const these = judged.filter(({ gold }) => gold.relation === relation);
    const dated = these.filter((each) => sideOf(each) !== null);
    const right = dated.filter((each) => sideOf(each) === relation);
    return `no exact day, ${relation} publication: ${these.length}; given a day ${ownShare(dated)}, on the right side ${ownShare(right)}`;
  });
}

function spreadLine(judged: readonly Judged[]): string {
  const dated = judged.filter((each) => sideOf(each) !== null);
  return `of several days: ${judged.length}; given a single day ${ownShare(dated)}`;
}

/** What is not as the gold has it, by kind. */
function errorList(judged: readonly Judged[], limit: number): string[] {
  const exact = judged.filter(({ gold }) => gold.date !== undefined);
  const kinds: [string, readonly Judged[]][] = [
    ["wrong day", exact.filter(({ outcome }) => outcome === "wrong day" || outcome === "next day")],
    [
      "wrong side of publication",
      judged.filter(
        (each) =>
          each.gold.duration === "SingleDay" &&
          each.gold.date === undefined &&
          sideOf(each) !== null &&
          sideOf(each) !== each.gold.relation,
      ),
    ],
    ["several days", judged.filter((each) => each.gold.duration === "MultiDay" && sideOf(each) !== null)],
    ["undated", exact.filter(({ outcome }) => outcome === "undated")],
    ["coarser", exact.filter(({ outcome }) => outcome === "coarser")],
    ["not found", exact.filter(({ outcome }) => outcome === "not found")],
  ];
  return kinds.flatMap(([kind, these]) => [
    `${kind} (${these.length})`,
    ...these.slice(0, limit).map(describe),
  ]);
}

const AROUND = 60;

function describe({ article, gold, ours, own }: Judged): string {
  const { text, published } = article;
  const [before, after] = [
    text.slice(Math.max(0, gold.start - AROUND), gold.start),
    text.slice(gold.end, gold.end + AROUND),
  ];
  const want = gold.date ?? gold.relation ?? gold.duration;
  const got = ours
    ? `${ours.time.edtf ?? "-"} ${ours.time.basis} (${own ? "" : "in the clause of "}${ours.trigger.text})`
    : "-";
  return `  ${published.slice(0, 10)} ${want} | ${got} | ${gold.class} ${before}[${gold.text}]${after}`.replace(
    /\s+/g,
    " ",
  );
}
