import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Analysis } from "../src/model/layers.ts";
import type { Links } from "../src/model/link.ts";
import { linkArticles } from "../src/pipeline.ts";
import {
  type Check,
  type Count,
  checkNonEvent,
  countChecks,
  type ExpectedEvent,
  eventsIn,
  faultsOf,
  linkedEventOf,
  nearestQuotation,
  sourceReader,
  summary,
  timexesLike,
  timexesShown,
  toldIn,
} from "./expectation.ts";

interface GoldEvent extends ExpectedEvent {
  readonly id: string;
  readonly file: string;
  readonly evidence: string;
  readonly where?: string;
}

interface Gold {
  readonly reports: readonly {
    readonly file: string;
    readonly given: { readonly published: string };
    readonly title: string;
    readonly outlet: string;
    readonly agency?: string;
    /** The place of the dateline. */
    readonly dateline?: string;
    /** Who is credited for the photographs, and not for the text. */
    readonly photoCredit?: string;
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

type Reports = ReadonlyMap<string, Analysis>;

/**
 * Compares what the program takes from the founding reports with what a careful reader takes from them.
 *
 * @throws Error with the table when a count is below its floor
 */
export async function evalSeeds(goldDir: string, { errors = true } = {}): Promise<string> {
  const { gold, reports } = readSeeds(goldDir);
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
  const fallen = belowFloor(countChecks(checks));
  if (fallen.length > 0)
    throw new Error(`${summary(checks, errors)}\n\nbelow the floor: ${fallen.join(", ")}`);
  return summary(checks, errors);
}

/** The tasks with fewer right than eval/baseline.json asks for. */
function belowFloor(counts: Readonly<Record<string, Count>>): string[] {
  const baseline = JSON.parse(readFileSync(join(import.meta.dirname, "baseline.json"), "utf8")) as {
    seeds: Readonly<Record<string, number>>;
  };
  return Object.entries(baseline.seeds)
    .filter(([task, floor]) => (counts[task]?.right ?? 0) < floor)
    .map(([task, floor]) => `${task} ${counts[task]?.right ?? 0} < ${floor}`);
}

/** The founding reports by the first three signs of their file names, and what a careful reader takes from them. */
export function readSeeds(goldDir: string): { readonly gold: Gold; readonly reports: Reports } {
  const gold = JSON.parse(readFileSync(join(goldDir, "seeds.json"), "utf8")) as Gold;
  return { gold, reports: readReports(gold, join(goldDir, "..", "seeds")) };
}

function readReports(gold: Gold, folder: string): Reports {
  const read = sourceReader();
  return new Map(
    gold.reports.map(({ file, given }) => {
      const [report] = read({ bytes: readFileSync(join(folder, file)), name: file, given });
      if (!report) throw new Error(`${file} holds no report`);
      return [file.slice(0, 3), report];
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
      ["dateline", article.dateline?.place ?? "none", expected.dateline ?? "none"],
      ["photo credit", article.photoCredits?.join(", ") ?? "none", expected.photoCredit ?? "none"],
      ["published", article.published.value ?? "none", expected.given.published],
      ["authors", article.authors.join(", ") || "none", "none"],
    ] as const;
    const dropped = expected.boilerplate.map((words) => ({
      task: "clutter",
      ok:
        article.dropped.some((each) => each.text.includes(words) && each.reason !== "") &&
        !article.text.includes(words),
      text: words,
    }));
    const marked = article.blocks
      .filter(({ kind }) => kind === "caption")
      .map(({ start, end }) => article.text.slice(start, end));
    const captions = (expected.captions ?? []).map((words) => ({
      task: "caption",
      ok: article.text.split(words).length === 2 && marked.some((text) => text.includes(words)),
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
    const found = timexesLike(reportOf(reports, file), text);
    const open = text.startsWith("before")
      ? found.some((timex) => timex.edtf?.endsWith("/2016-12-31"))
      : false;
    return {
      task: "time",
      ok: open || found.some((timex) => timex.value === value),
      text: `${text} → ${value}; got ${timexesShown(found)}`,
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

export function checkEvents(gold: Gold, reports: Reports): Check[] {
  return gold.events.map((expected) => {
    const report = reportOf(reports, expected.file);
    const candidates = eventsIn(report, expected.evidence).map((event) => ({
      trigger: event.trigger.text,
      faults: faultsOf(toldIn(report, event), expected),
    }));
    const got = candidates.map(({ trigger, faults }) => `${trigger}: ${faults.join(" ")}`);
    return {
      task: "event",
      ok: candidates.some(({ faults }) => faults.length === 0),
      text: `${expected.id} ${expected.evidence}; got ${got.join(" | ") || "nothing"}`,
    };
  });
}

export function checkNonEvents(gold: Gold, reports: Reports): Check[] {
  return gold.not_events.map(({ file, evidence }) => checkNonEvent(reportOf(reports, file), evidence));
}

function checkQuotes(gold: Gold, reports: Reports): Check[] {
  return gold.quotes.map((expected) => {
    const { file, content, speaker, kind } = expected;
    const { alike, rightSpeaker, shown } = nearestQuotation(reportOf(reports, file), expected);
    const text = `${kind} ${speaker}: ${content.slice(0, 60)}; got ${shown}`;
    return { task: "quotation", ok: alike && rightSpeaker, text };
  });
}

function checkLinks(gold: Gold, reports: Reports, links: Links): Check[] {
  const linkedOf = (id: string) => {
    const expected = gold.events.find((event) => event.id === id) as GoldEvent;
    const report = reportOf(reports, expected.file);
    const ranked = eventsIn(report, expected.evidence).map((event) => ({
      event,
      wrong: faultsOf(toldIn(report, event), expected).length,
    }));
    const best = ranked.sort((a, b) => a.wrong - b.wrong)[0]?.event;
    return best && linkedEventOf(links, report, best);
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
