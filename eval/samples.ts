import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Analysis } from "../src/model/layers.ts";
import type { LinkedEvent, Links } from "../src/model/link.ts";
import type { Timex } from "../src/model/timex.ts";
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
  linkedIn,
  nearestQuotation,
  sourceReader,
  summary,
  type Told,
  timexesLike,
  timexesShown,
  toldIn,
} from "./expectation.ts";

const FOLDER = join(import.meta.dirname, "../samples");

/** Words of a report. */
interface Evidence {
  readonly file: string;
  readonly evidence: string;
}

interface SampleEvent extends ExpectedEvent, Evidence {
  readonly id: string;
  readonly history?: readonly { asOf: string | null; time: string | null; status: string }[];
}

/** eval/samples-expected.json. */
interface Expected {
  readonly reports: readonly { file: string }[];
  readonly events: readonly SampleEvent[];
  readonly quotations: readonly { file: string; content: string; speaker: string; kind: string }[];
  readonly times: readonly { file: string; text: string; value: string | null }[];
  readonly origins: readonly (readonly string[])[];
  readonly disagreements: readonly {
    field: string;
    what: string;
    event: string;
    values: readonly { value: string; file: string }[];
  }[];
  readonly notEvents: readonly Evidence[];
  readonly links: readonly {
    same?: readonly Evidence[];
    different?: readonly Evidence[];
    oneStory?: "all";
    why: string;
  }[];
}

/** The samples as the program reads them. */
export interface Samples {
  /** By the name that the expectation has for a report. */
  readonly reports: ReadonlyMap<string, Analysis>;
  readonly links: Links;
}

export interface SampleResult {
  readonly table: string;
  readonly counts: Readonly<Record<string, Count>>;
  readonly wrong: readonly Check[];
}

function readExpected(): Expected {
  return JSON.parse(readFileSync(join(import.meta.dirname, "samples-expected.json"), "utf8")) as Expected;
}

/** Reads, analyses and links all reports of the samples. */
export function readSamples(): Samples {
  const read = sourceReader();
  const reports = new Map<string, Analysis>();
  for (const file of readdirSync(FOLDER).sort()) {
    if (/^README\b/.test(file)) continue;
    const names = readExpected().reports.filter((each) => each.file.split("#")[0] === file);
    for (const report of read({ bytes: readFileSync(join(FOLDER, file)), name: file, given: {} })) {
      // In a feed, the guid is not kept; its number is the end of the address.
      const number = report.article.url?.split("/").at(-1) ?? "";
      const name = names.find((each) => each.file === file || each.file.endsWith(`#nq-${number}`));
      if (!name)
        throw new Error(`samples-expected.json has no name for a report of ${file}: ${report.article.title}`);
      reports.set(name.file, report);
    }
  }
  return { reports, links: linkArticles([...reports.values()]) };
}

/** Compares what the program takes from the samples with what a careful reader takes from them. */
export async function evalSamples(samples = readSamples()): Promise<SampleResult> {
  const expected = readExpected();
  const checks = [
    ...expected.times.map((each) => checkTime(each, samples)),
    ...expected.quotations.map((each) => checkQuotation(each, samples)),
    ...expected.events.map((each) => checkEvent(each, samples)),
    ...expected.events.flatMap((each) => checkHistory(each, samples)),
    ...expected.notEvents.map(({ file, evidence }) => checkNonEvent(reportOf(samples, file), evidence)),
    ...expected.links.map((each) => checkLink(each, samples)),
    checkOrigins(expected, samples),
    ...expected.disagreements.map((each) => checkDisagreement(each, expected, samples)),
  ];
  return { table: summary(checks, true), counts: countChecks(checks), wrong: checks.filter(({ ok }) => !ok) };
}

function reportOf({ reports }: Samples, file: string): Analysis {
  const report = reports.get(file);
  if (!report) throw new Error(`no report ${file}`);
  return report;
}

/**
 * Where the words stand more than once, each must be right. Without a value they tell no date: what is found must
 * not be on the calendar.
 */
function checkTime({ file, text, value }: Expected["times"][number], samples: Samples): Check {
  const like = timexesLike(reportOf(samples, file), text);
  const same = like.filter((timex) => timex.text === text);
  const isRight = (timex: Timex) => (value === null ? timex.edtf === undefined : timex.value === value);
  const ok = same.length > 0 ? same.every(isRight) : like.some(isRight);
  return { task: "time", ok, text: `${file}: ${text} → ${value}; got ${timexesShown(like)}` };
}

function checkQuotation(expected: Expected["quotations"][number], samples: Samples): Check {
  const { file, content, speaker, kind } = expected;
  const nearest = nearestQuotation(reportOf(samples, file), expected, samples.links);
  const ok = nearest.alike && nearest.rightSpeaker && nearest.quotation?.kind === kind;
  return { task: "quotation", ok, text: `${kind} ${speaker}: ${content.slice(0, 60)}; got ${nearest.shown}` };
}

/** An event that the evidence may mean: in its report, and as the chronicle has it. */
interface Candidate {
  readonly trigger: string;
  readonly linked: LinkedEvent | undefined;
  readonly faults: readonly string[];
}

/** Those that stand in the evidence, the one that comes nearest to the expectation first. */
function candidatesFor(expected: SampleEvent, samples: Samples): readonly Candidate[] {
  const report = reportOf(samples, expected.file);
  return eventsIn(report, expected.evidence)
    .map((event) => {
      const linked = linkedEventOf(samples.links, report, event);
      const told = toldOfBoth(toldIn(report, event), linked, samples.links);
      // Where it changed from report to report, the reader expects the last that is known.
      const last = expected.history && linked ? { ...told, ...lastOf(linked) } : told;
      return { trigger: event.trigger.text, linked, faults: faultsOf(last, expected) };
    })
    .sort((a, b) => a.faults.length - b.faults.length);
}

/** A reader sees all who take part, whichever report names them. */
function toldOfBoth(told: Told, linked: LinkedEvent | undefined, links: Links): Told {
  const ids = new Set(linked?.participants.map(({ entity }) => entity));
  const names = links.entities
    .filter(({ id }) => ids.has(id))
    .flatMap((entity) => [entity.name, ...entity.names]);
  return { ...told, who: [...told.who, ...names] };
}

function lastOf({ status, time }: LinkedEvent): Pick<Told, "status" | "times"> {
  return { status, times: [time.edtf] };
}

function checkEvent(expected: SampleEvent, samples: Samples): Check {
  const candidates = candidatesFor(expected, samples);
  const got = candidates.map(({ trigger, faults }) => `${trigger}: ${faults.join(" ")}`);
  return {
    task: "event",
    ok: candidates[0]?.faults.length === 0,
    text: `${expected.id}: ${expected.evidence}; got ${got.join(" | ") || "nothing"}`,
  };
}

/** One check for each step of what was known. */
function checkHistory(expected: SampleEvent, samples: Samples): readonly Check[] {
  if (!expected.history) return [];
  const steps = candidatesFor(expected, samples)[0]?.linked?.history ?? [];
  const shown = steps.map(({ asOf, time, status }) => `${asOf}: ${time} ${status}`);
  return expected.history.map(({ asOf, time, status }) => {
    const step = `${asOf}: ${time} ${status}`;
    return {
      task: "history",
      ok: shown.includes(step),
      text: `${expected.id} ${step}; got ${shown.join(", ")}`,
    };
  });
}

function checkLink({ same, different, oneStory, why }: Expected["links"][number], samples: Samples): Check {
  const { stories } = samples.links;
  if (oneStory) {
    const ok = stories.length === 1 && stories[0]?.articles.length === samples.reports.size;
    return { task: "link", ok, text: `${why}; got ${stories.length} stories` };
  }
  const sets = (same ?? different ?? []).map(({ file, evidence }) =>
    linkedIn(samples.links, reportOf(samples, file), evidence),
  );
  const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].filter((id) => b.has(id));
  const apart = sets.every((set, i) => sets.slice(i + 1).every((other) => shared(set, other).length === 0));
  const common = [...(sets[0] ?? [])].filter((id) => sets.every((set) => set.has(id)));
  const ok = sets.every(({ size }) => size > 0) && (same ? common.length > 0 : apart);
  const got = sets.map((set) => [...set].join(" ") || "nothing").join(" | ");
  return { task: "link", ok, text: `${same ? "same" : "different"}: ${why}; got ${got}` };
}

/** The reports that are one piece of reporting, and no others. */
function checkOrigins({ origins }: Expected, { reports, links }: Samples): Check {
  const nameOf = new Map([...reports].map(([name, { article }]) => [article.id, name]));
  const shown = (groups: readonly (readonly (string | undefined)[])[]) =>
    groups
      .filter((group) => group.length > 1)
      .map((group) => [...group].sort().join(" + "))
      .sort()
      .join(", ");
  const got = shown(links.origins.map(({ articles }) => articles.map((id) => nameOf.get(id))));
  return { task: "origin", ok: got === shown(origins), text: `${shown(origins)}; got ${got}` };
}

/** The event shows both values, each with the report that has it. */
function checkDisagreement(
  { field, what, event, values }: Expected["disagreements"][number],
  { events }: Expected,
  samples: Samples,
): Check {
  const about = events.find(({ id }) => id === event);
  const linked = about && candidatesFor(about, samples)[0]?.linked;
  const ok = linked?.disagreements.some(
    (each) =>
      each.field === field &&
      values.every(({ value, file }) =>
        each.values.some(
          (got) =>
            got.value === value &&
            got.citations.some((i) => linked.citations[i]?.article === reportOf(samples, file).article.id),
        ),
      ),
  );
  const got = samples.links.events.flatMap(({ headline, disagreements }) =>
    disagreements.map((each) => `${headline}: ${each.values.map(({ value }) => value).join(" / ")}`),
  );
  return { task: "disagreement", ok: ok ?? false, text: `${what}; got ${got.join(", ") || "none"}` };
}
