import { loadArticleTables, readSource } from "../src/article/read.ts";
import type { Event } from "../src/model/event.ts";
import type { Analysis } from "../src/model/layers.ts";
import type { LinkedEvent, Links } from "../src/model/link.ts";
import type { Quotation } from "../src/model/quotation.ts";
import type { Source } from "../src/model/source.ts";
import type { Timex } from "../src/model/timex.ts";
import { analyzeArticle, loadResources } from "../src/pipeline.ts";
import { readPackageFile } from "../src/resources.ts";

/** What measurements against a reader's expectation have in common: finding what is meant, and counting. */

/** One line of the result: what was asked, and what came where it is wrong. */
export interface Check {
  readonly task: string;
  readonly ok: boolean;
  readonly text: string;
}

export interface ExpectedEvent {
  readonly who?: readonly string[];
  readonly time?: string | null;
  readonly status: string;
}

export interface Count {
  readonly right: number;
  readonly of: number;
}

/** Reads and analyses sources one by one, with tables and models loaded once; a report that fails is an error. */
export function sourceReader(): (source: Source) => readonly Analysis[] {
  const tables = loadArticleTables(readPackageFile);
  const resources = loadResources(readPackageFile);
  return (source) =>
    readSource(source, tables).map((report) => {
      if (!report.ok) throw report.error;
      return analyzeArticle(report.article, resources);
    });
}

/** The time expressions that a reader's words may mean: those that hold the words, or lie within them. */
export function timexesLike(report: Analysis, words: string): readonly Timex[] {
  return report.timexes.filter(({ text }) => text.includes(words) || words.includes(text));
}

export function timexesShown(timexes: readonly Timex[]): string {
  return timexes.map(({ text, value }) => `${text}=${value}`).join(", ") || "nothing";
}

/** The events whose trigger stands in the words. */
export function eventsIn({ article, events }: Analysis, evidence: string): readonly Event[] {
  const start = article.text.indexOf(evidence);
  if (start < 0) throw new Error(`the report lacks the words: ${evidence}`);
  const end = start + evidence.length;
  return events.filter(({ trigger }) => start <= trigger.start && trigger.end <= end);
}

/** What is told of an event, in the forms that an expectation may have it in. */
export interface Told {
  readonly status: string;
  /** The first is the one shown to a reader. */
  readonly times: readonly (string | null | undefined)[];
  readonly who: readonly string[];
}

/** What one report tells of an event. */
export function toldIn(report: Analysis, event: Event): Told {
  const timex = report.timexes.find(({ id }) => id === event.time.timex);
  const who = event.participants.flatMap(({ text, entity }) => {
    const name = report.entities.find(({ id }) => id === entity)?.name;
    return name ? [text, name] : [text];
  });
  return { status: event.status, times: [event.time.edtf, timex?.value], who };
}

/** What is wrong with an event, in a word or two each; nothing where all is as expected. */
export function faultsOf(told: Told, expected: ExpectedEvent): readonly string[] {
  const found: string[] = [];
  if (expected.status !== told.status) found.push(`status ${told.status}`);
  const forms = told.times.map((form) => form?.replace(/\/\.\.$/u, "/"));
  if (expected.time && !forms.includes(expected.time)) found.push(`time ${told.times[0]}`);
  for (const name of expected.who ?? []) {
    const named = told.who.some((each) => each.toLowerCase().includes(name.toLowerCase()));
    if (!named) found.push(`without ${name}`);
  }
  return found;
}

/** The line of the chronicle that an event of a report has become a part of. */
export function linkedEventOf(links: Links, { article }: Analysis, event: Event): LinkedEvent | undefined {
  return links.events.find(({ mentions }) =>
    mentions.some((each) => each.article === article.id && each.id === event.id),
  );
}

/** Ids of all lines of the chronicle that the words have become a part of. */
export function linkedIn(links: Links, report: Analysis, evidence: string): ReadonlySet<string> {
  const linked = eventsIn(report, evidence).map((event) => linkedEventOf(links, report, event));
  return new Set(linked.flatMap((event) => (event ? [event.id] : [])));
}

/** Words that state no event: right where none of them is shown as having happened. */
export function checkNonEvent(report: Analysis, evidence: string): Check {
  const shown = eventsIn(report, evidence).filter((event) => event.status === "happened");
  return {
    task: "non-event",
    ok: shown.length === 0,
    text: `${evidence}; got ${shown.map((event) => event.headline).join(" | ")}`,
  };
}

/** The share of its words from which a content counts as the one expected. */
const ALIKE = 0.5;

/** The quotation that comes nearest to the expected content. */
export interface NearestQuotation {
  readonly quotation: Quotation | undefined;
  readonly alike: boolean;
  readonly rightSpeaker: boolean;
  /** What was found, for a line of the result. */
  readonly shown: string;
}

/** Finds it in a report; with `links`, the speaker may have the name by which other reports know them. */
export function nearestQuotation(
  report: Analysis,
  expected: { content: string; speaker: string },
  links?: Links,
): NearestQuotation {
  const best = report.quotations
    .map((quotation) => ({ quotation, score: likeness(quotation, expected.content) }))
    .sort((a, b) => b.score - a.score)[0];
  const source = best?.quotation.source;
  const own = report.entities.find(({ id }) => id === source?.entity)?.name ?? "";
  const linked = links?.entities.find(({ mentions }) =>
    mentions.some(({ article, id }) => article === report.article.id && id === source?.entity),
  );
  const named = [own, linked?.name].includes(expected.speaker);
  return {
    quotation: best?.quotation,
    alike: (best?.score ?? 0) >= ALIKE,
    rightSpeaker: named || (source?.text.includes(expected.speaker) ?? false),
    shown: `${best?.quotation.kind} ${best?.score.toFixed(2)} ${source?.text} (${own})`,
  };
}

/** A reader may name the parts before and after the cue apart. */
function likeness({ content, pieces = [] }: Quotation, expected: string): number {
  return Math.max(...[content, ...pieces].map(({ text }) => jaccard(text, expected)));
}

function jaccard(a: string, b: string): number {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []);
  const [left, right] = [words(a), words(b)];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / (left.size + right.size - shared || 1);
}

/** How many are right of how many, for each task in the order of the checks. */
export function countChecks(checks: readonly Check[]): Readonly<Record<string, Count>> {
  const tasks = [...new Set(checks.map(({ task }) => task))];
  return Object.fromEntries(
    tasks.map((task) => {
      const all = checks.filter((check) => check.task === task);
      return [task, { right: all.filter(({ ok }) => ok).length, of: all.length }];
    }),
  );
}

/** The counts as a table, and below it what is wrong. */
export function summary(checks: readonly Check[], errors: boolean): string {
  const rows = Object.entries(countChecks(checks)).map(
    ([task, { right, of }]) => `${task.padEnd(12)} ${right} of ${of}`,
  );
  const wrong = checks.filter(({ ok }) => !ok).map(({ task, text }) => `  ${task}: ${text}`);
  return [...rows, ...(errors && wrong.length > 0 ? ["", "wrong:", ...wrong] : [])].join("\n");
}
