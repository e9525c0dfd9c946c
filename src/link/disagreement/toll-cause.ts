import { addDays, dayNumber } from "../../model/calendar.ts";
import type { Event } from "../../model/event.ts";
import { groupBy } from "../../model/group.ts";
import type { Analysis } from "../../model/layers.ts";
import type { Quantity } from "../../model/quantity.ts";
import { contains, type Span } from "../../model/span.ts";
import { refKey } from "../entity.ts";
import type { Linked } from "./told.ts";

/** What cost those whom a figure counts. */
export interface Cause {
  /** The linked event. */
  readonly cause: string;
  /** Whether the sentence names it. */
  readonly isSure: boolean;
  /** Its day, or the last of the days that it may be on; null where that is not known. */
  readonly day: string | null;
}

/** Kinds of event that have a toll. */
const CAUSES = new Set(["disaster", "accident", "conflict"]);
/** Of a story's dated disasters so great a part is of one day where "the dead" are those of one. */
const MOST_OF_ALL = 0.6;
const FEWEST_REPORTS = 3;
/** What a fight counts beside a disaster or an accident of its day. */
const HARDLY = 0.1;
/** The disaster that a story is about: a day, and the weightiest of its events. */
interface Main {
  readonly day: string;
  readonly id: string;
}

/** What is known of a story when the cause of a figure is looked for. */
export interface CauseContext {
  /** By article and event of it. */
  readonly linkedOf: ReadonlyMap<string, Linked>;
  readonly main: Main | null;
  /** Words that tell what became of people, and not by what: they are no cause. */
  readonly outcomes: ReadonlySet<string>;
}

/** Where most of what is dated is of one day; null in a story of many disasters, or of none. */
export function mainOf(events: readonly Linked[]): Main | null {
  const dated = events.filter(
    ({ codes, time }) => isKindOfCause(codes.kind) && time.begin !== null && time.begin === time.end,
  );
  const reports = (of: readonly Linked[]) =>
    new Set(of.flatMap(({ mentions }) => mentions.map(({ article }) => article))).size;
  const byDay = [...groupBy(dated, ({ time }) => time.begin ?? "")].map(([day, of]) => ({
    day,
    of,
    weight: reports(of),
  }));
  const [first] = byDay.sort((a, b) => b.weight - a.weight || (a.day < b.day ? -1 : 1));
  const all = byDay.reduce((sum, { weight }) => sum + weight, 0);
  if (!first || first.weight < FEWEST_REPORTS || first.weight < MOST_OF_ALL * all) return null;
  // "Firefighters fought the flames" is of the day of the fire, and not what killed.
  const weigh = ({ origins, salience, codes }: Linked) =>
    origins * salience * (codes.kind === "conflict" ? HARDLY : 1);
  const [best] = [...first.of].sort((a, b) => weigh(b) - weigh(a) || (a.id < b.id ? -1 : 1));
  return best ? { day: first.day, id: best.id } : null;
}

interface Place {
  readonly analysis: Analysis;
  readonly sentence: Span;
}

/** The event that cost those whom the figure counts; undefined where that is not sure. */
export function causeOf(
  quantity: Quantity,
  { analysis, sentence }: Place,
  { linkedOf, main, outcomes }: CauseContext,
): Cause | undefined {
  const inside = analysis.events.filter(({ trigger }) => contains(sentence, trigger));
  const causes = inside.filter(({ codes, lemma }) => isKindOfCause(codes.kind) && !outcomes.has(lemma));
  if (causes.some(({ trigger }) => isPlural(trigger, analysis))) return undefined;
  if (main && isOfAnotherTime({ analysis, sentence }, main)) return undefined;
  const telling = causes.length > 0 ? causes : inside.filter(({ clause }) => contains(clause, quantity));
  const linked = telling.flatMap(
    (event) => linkedOf.get(refKey({ article: analysis.article.id, id: event.id })) ?? [],
  );
  const dated = linked.filter(({ time }) => time.begin !== null && time.begin === time.end);
  const isSure = causes.length > 0 || isNamed(quantity, analysis);
  if (main && dated.every(({ time }) => isOnDay(time.begin ?? "", main.day)))
    return { cause: main.id, day: main.day, isSure };
  const own = main === null ? (dated[0] ?? linked[0]) : undefined;
  return own && { cause: own.id, day: own.time.end, isSure };
}

/** "The death toll", "the number of dead": that of which the report tells. */
const NAMED = /\b(?:death toll|the number of (?:the )?(?:dead|deaths))\b[^.;]*$/iu;
const NEAR = 100;

function isNamed({ start }: Quantity, { article }: Analysis): boolean {
  return NAMED.test(article.text.slice(Math.max(0, start - NEAR), start));
}

function isKindOfCause(kind: string | undefined): boolean {
  return kind !== undefined && CAUSES.has(kind);
}

/** "Storms killed 800": of several there is no one toll. */
function isPlural(trigger: Event["trigger"], { tokens }: Analysis): boolean {
  return tokens.some(({ start, xpos }) => start === trigger.start && xpos === "NNS");
}

function isOnDay(day: string, main: string): boolean {
  return Math.abs(dayNumber(day) - dayNumber(main)) <= 1;
}

/** The sentence names a day before, or another year. */
function isOfAnotherTime({ analysis, sentence }: Place, { day }: Main): boolean {
  const before = addDays(day, -1);
  const named = analysis.timexes.filter((timex) => contains(sentence, timex));
  if (named.some(({ edtf }) => edtf !== undefined && /^\d{4}-\d\d-\d\d$/u.test(edtf) && edtf < before))
    return true;
  const years = wordsIn(analysis, sentence).match(/(?<![\d,.])(?:1[5-9]|20)\d\d(?![\d,])/gu) ?? [];
  return years.some((year) => year !== day.slice(0, 4));
}

export function wordsIn({ article }: Analysis, { start, end }: Span): string {
  return article.text.slice(start, end);
}
