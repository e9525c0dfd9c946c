import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadArticleTables, readSource } from "../src/article/read.ts";
import type { Event } from "../src/model/event.ts";
import type { Analysis } from "../src/model/layers.ts";
import type { Links } from "../src/model/link.ts";
import type { Span } from "../src/model/span.ts";
import { analyzeArticle, linkArticles, loadResources } from "../src/pipeline.ts";
import { readPackageFile } from "../src/resources.ts";

interface GoldEvent {
  readonly id: string;
  readonly file: string;
  readonly evidence: string;
  readonly who?: readonly string[];
  readonly where?: string;
  readonly time?: string;
  readonly status: string;
}

interface Gold {
  readonly reports: readonly {
    readonly file: string;
    readonly given: { readonly published: string };
    readonly title: string;
    readonly outlet: string;
    readonly agency?: string;
    readonly boilerplate: readonly string[];
    readonly captions?: readonly string[];
  }[];
  readonly times: readonly { file: string; text: string; value: string; all?: boolean }[];
  readonly entities: readonly { name: string; type: string; roles?: readonly string[] }[];
  readonly events: readonly GoldEvent[];
  readonly not_events: readonly { file: string; evidence: string }[];
  readonly quotes: readonly { file: string; content: string; speaker: string; kind: string }[];
  readonly links: readonly {
    same?: readonly string[];
    different?: readonly string[];
    one_story?: readonly string[];
  }[];
  readonly quantities: readonly { file: string; text: string; value: number }[];
}

/** One line of the result: what was asked, and what came where it is wrong. */
interface Check {
  readonly task: string;
  readonly ok: boolean;
  readonly text: string;
}

type Reports = ReadonlyMap<string, Analysis>;

/** Compares what the program takes from the founding reports with what a careful reader takes from them. */
export async function evalSeeds(goldDir: string, { errors = true } = {}): Promise<string> {
  const gold = JSON.parse(readFileSync(join(goldDir, "seeds.json"), "utf8")) as Gold;
  const reports = readReports(gold, join(goldDir, "..", "seeds"));
  const links = linkArticles([...reports.values()]);
  const checks = [
    ...checkArticles(gold, reports),
    ...checkTimes(gold, reports),
    ...checkEntities(gold, links),
    ...checkEvents(gold, reports),
    ...checkNonEvents(gold, reports),
    ...checkQuotes(gold, reports),
    ...checkLinks(gold, reports, links),
    ...checkQuantities(gold, reports),
  ];
  return summary(checks, errors);
}

function readReports(gold: Gold, folder: string): Reports {
  const tables = loadArticleTables(readPackageFile);
  const resources = loadResources(readPackageFile);
  return new Map(
    gold.reports.map(({ file, given }) => {
      const [report] = readSource({ bytes: readFileSync(join(folder, file)), name: file, given }, tables);
      if (!report?.ok) throw report?.error ?? new Error(`${file} holds no report`);
      return [file.slice(0, 3), analyzeArticle(report.article, resources)];
    }),
  );
}

function reportOf(reports: Reports, file: string): Analysis {
  const report = reports.get(file.slice(0, 3));
  if (!report) throw new Error(`no report ${file}`);
  return report;
}

function checkArticles(gold: Gold, reports: Reports): Check[] {
  return gold.reports.flatMap((expected) => {
    const { article } = reportOf(reports, expected.file);
    const facts = [
      ["title", article.title, expected.title],
      ["outlet", article.outlet, expected.outlet],
      ["agency", article.agency ?? "none", expected.agency ?? "none"],
    ] as const;
    const dropped = expected.boilerplate.map((words) => ({
      task: "clutter",
      ok:
        article.dropped.some((each) => each.text.includes(words) && each.reason !== "") &&
        !article.text.includes(words),
      text: words,
    }));
    const captions = (expected.captions ?? []).map((words) => ({
      task: "caption",
      ok: article.text.split(words).length === 2,
      text: words,
    }));
    const known = facts.map(([field, got, want]) => ({
      task: "article",
      ok: got === want,
      text: `${field}: ${got}`,
    }));
    return [...known, ...dropped, ...captions];
  });
}

function checkTimes(gold: Gold, reports: Reports): Check[] {
  return gold.times.map(({ file, text, value }) => {
    const { timexes } = reportOf(reports, file);
    const found = timexes.filter((timex) => timex.text.includes(text) || text.includes(timex.text));
    const open = text.startsWith("before")
      ? found.some((timex) => timex.edtf?.endsWith("/2016-12-31"))
      : false;
    const got = found.map((timex) => `${timex.text}=${timex.value}`).join(", ") || "nothing";
    return {
      task: "time",
      ok: open || found.some((timex) => timex.value === value),
      text: `${text} → ${value}; got ${got}`,
    };
  });
}

function checkEntities(gold: Gold, links: Links): Check[] {
  return gold.entities.map(({ name, type, roles = [] }) => {
    const found = links.entities.find((entity) => entity.name === name || entity.names.includes(name));
    const titles = (found?.roles ?? []).map((role) => role.title.toLowerCase());
    const lacking = roles.filter((role) => !titles.some((title) => title.includes(role.toLowerCase())));
    const ok = found?.type === type && lacking.length === 0;
    return {
      task: "entity",
      ok,
      text: `${name} (${type}); got ${found?.name} ${found?.type}; roles lacking: ${lacking.join(", ")}`,
    };
  });
}

function placeOfWords(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`the report lacks the words: ${words}`);
  return { start, end: start + words.length };
}

function eventsIn(report: Analysis, evidence: string): readonly Event[] {
  const span = placeOfWords(report.article.text, evidence);
  return report.events.filter(({ trigger }) => span.start <= trigger.start && trigger.end <= span.end);
}

function checkEvents(gold: Gold, reports: Reports): Check[] {
  return gold.events.map((expected) => {
    const report = reportOf(reports, expected.file);
    const candidates = eventsIn(report, expected.evidence);
    const ok = candidates.some((event) => faults(event, expected, report).length === 0);
    const got = candidates.map(
      (event) => `${event.trigger.text}: ${faults(event, expected, report).join(" ")}`,
    );
    return {
      task: "event",
      ok,
      text: `${expected.id} ${expected.evidence}; got ${got.join(" | ") || "nothing"}`,
    };
  });
}

function faults(event: Event, expected: GoldEvent, report: Analysis): string[] {
  const found: string[] = [];
  if (expected.status !== event.status) found.push(`status ${event.status}`);
  if (expected.time && !sameTime(event, expected.time, report)) found.push(`time ${event.time.edtf}`);
  const who = namesIn(event, report);
  for (const name of expected.who ?? []) {
    if (!who.some((each) => each.toLowerCase().includes(name.toLowerCase()))) found.push(`without ${name}`);
  }
  return found;
}

function sameTime(event: Event, wanted: string, report: Analysis): boolean {
  const timex = report.timexes.find(({ id }) => id === event.time.timex);
  const forms = [event.time.edtf, timex?.value].map((form) => form?.replace(/\/\.\.$/u, "/"));
  return forms.includes(wanted);
}

function namesIn(event: Event, report: Analysis): string[] {
  return event.participants.flatMap(({ text, entity }) => {
    const name = report.entities.find(({ id }) => id === entity)?.name;
    return name ? [text, name] : [text];
  });
}

function checkNonEvents(gold: Gold, reports: Reports): Check[] {
  return gold.not_events.map(({ file, evidence }) => {
    const shown = eventsIn(reportOf(reports, file), evidence).filter((event) => event.status === "happened");
    return {
      task: "non-event",
      ok: shown.length === 0,
      text: `${evidence}; got ${shown.map((event) => event.headline).join(" | ")}`,
    };
  });
}

const ALIKE = 0.5;

function checkQuotes(gold: Gold, reports: Reports): Check[] {
  return gold.quotes.map(({ file, content, speaker, kind }) => {
    const report = reportOf(reports, file);
    const best = report.quotations
      .map((quotation) => ({ quotation, score: jaccard(quotation.content.text, content) }))
      .sort((a, b) => b.score - a.score)[0];
    const source = best?.quotation.source;
    const name = report.entities.find(({ id }) => id === source?.entity)?.name ?? "";
    const right = name === speaker || (source?.text.includes(speaker) ?? false);
    const ok = (best?.score ?? 0) >= ALIKE && right;
    const got = `${best?.quotation.kind} ${best?.score.toFixed(2)} ${source?.text} (${name})`;
    return { task: "quotation", ok, text: `${kind} ${speaker}: ${content.slice(0, 60)}; got ${got}` };
  });
}

function jaccard(a: string, b: string): number {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []);
  const [left, right] = [words(a), words(b)];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / (left.size + right.size - shared || 1);
}

function checkLinks(gold: Gold, reports: Reports, links: Links): Check[] {
  const linkedOf = (id: string) => {
    const expected = gold.events.find((event) => event.id === id) as GoldEvent;
    const report = reportOf(reports, expected.file);
    const ranked = eventsIn(report, expected.evidence).map((event) => ({
      event,
      wrong: faults(event, expected, report).length,
    }));
    const best = ranked.sort((a, b) => a.wrong - b.wrong)[0]?.event;
    return links.events.find(({ mentions }) =>
      mentions.some((each) => each.article === report.article.id && each.id === best?.id),
    );
  };
  return gold.links.map(({ same, different, one_story }) => {
    if (one_story)
      return { task: "link", ok: links.stories.length === 1, text: `one story; got ${links.stories.length}` };
    const ids = (same ?? different ?? []).map((id) => linkedOf(id)?.id);
    const distinct = new Set(ids).size;
    const ok = !ids.includes(undefined) && (same ? distinct === 1 : distinct === ids.length);
    return {
      task: "link",
      ok,
      text: `${same ? "same" : "different"} ${(same ?? different)?.join(" ")}; got ${ids.join(" ")}`,
    };
  });
}

function checkQuantities(gold: Gold, reports: Reports): Check[] {
  return gold.quantities.map(({ file, text, value }) => {
    const found = reportOf(reports, file).quantities.filter(
      (each) => text.includes(each.text) || each.text.includes(text),
    );
    return {
      task: "quantity",
      ok: found.some((each) => each.value === value),
      text: `${text}; got ${found.map((each) => each.text)}`,
    };
  });
}

function summary(checks: readonly Check[], errors: boolean): string {
  const tasks = [...new Set(checks.map(({ task }) => task))];
  const rows = tasks.map((task) => {
    const all = checks.filter((check) => check.task === task);
    return `${task.padEnd(12)} ${all.filter((check) => check.ok).length} of ${all.length}`;
  });
  const wrong = checks.filter(({ ok }) => !ok).map(({ task, text }) => `  ${task}: ${text}`);
  return [...rows, ...(errors && wrong.length > 0 ? ["", "wrong:", ...wrong] : [])].join("\n");
}
