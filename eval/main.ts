import { join } from "node:path";
import { parseArgs } from "node:util";
import { EVENT_PARTS, type EventOptions } from "./events/parts.ts";
import type { PlacesOptions } from "./places.ts";
import type { StoryOptions } from "./stories.ts";

/** What a measurement may be asked for besides the gold sets. */
interface Options {
  /** How many articles, lines or kinds of errors are listed. */
  readonly errors?: number;
  /** How many reports are made. */
  readonly reports?: number;
  readonly part?: string;
  readonly set?: string;
  readonly check?: boolean;
  readonly raise?: boolean;
  /** A folder that keeps analyses from one run to the next. */
  readonly cache?: string;
}

interface Measurement {
  /** The options it knows, with the values they may have; an empty list stands for a number or a switch. */
  readonly options?: Readonly<Partial<Record<keyof Options, readonly string[]>>>;
  /** Its module, and the call that gives its table. */
  readonly run: (gold: string, options: Options) => Promise<string>;
}

/** The values of options have been compared with the lists beside them. */
const MEASUREMENTS: Readonly<Record<string, Measurement>> = {
  samples: { run: async () => (await (await import("./samples.ts")).evalSamples()).table },
  archive: {
    options: { part: ["reading", "adding"] },
    run: async (_gold, { part }) =>
      (await import("./archive.ts")).evalArchive(part as "reading" | "adding" | undefined),
  },
  origins: {
    options: { errors: [] },
    run: async (gold, options) => (await import("./origins.ts")).evalOrigins(gold || undefined, options),
  },
  scale: {
    options: { reports: [] },
    run: async (_gold, options) => (await import("./scale.ts")).evalScale(options),
  },
  stories: {
    options: { errors: [], set: ["newscluster", "ecb"], check: [] },
    run: async (gold, options) => (await import("./stories.ts")).evalStories(gold, options as StoryOptions),
  },
  seeds: { run: async (gold) => (await import("./seeds.ts")).evalSeeds(gold) },
  language: {
    options: { errors: [], part: ["all", "ci"], check: [], raise: [] },
    run: async (gold, options) =>
      (await import("./language.ts")).evalLanguage(gold, options as Options & { part?: "all" | "ci" }),
  },
  pages: {
    options: { errors: [] },
    run: async (gold, options) => (await import("./pages.ts")).evalPages(gold, options),
  },
  quotes: {
    options: { errors: [], part: ["train", "dev"], check: [] },
    run: async (gold, options) =>
      (await import("./quotes.ts")).evalQuotes(gold, options as Options & { part?: "train" | "dev" }),
  },
  times: {
    options: { errors: [], set: ["timebank", "aquaint"], part: ["all", "ci"], check: [] },
    run: async (gold, options) =>
      (await import("./times.ts")).evalTimes(
        join(gold, "times"),
        options as Options & { set?: "timebank" | "aquaint"; part?: "all" | "ci" },
      ),
  },
  places: {
    options: { errors: [], set: ["lgl", "tr-news"], part: ["all", "ci"], check: [] },
    run: async (gold, options) =>
      (await import("./places.ts")).evalPlaces(join(gold, "places"), options as PlacesOptions),
  },
  cost: { run: async (gold) => (await import("./cost.ts")).evalCost(gold) },
  names: {
    options: { errors: [], check: [] },
    run: async (gold, options) => (await import("./names.ts")).evalNames(gold, options),
  },
  "event-times": {
    options: { errors: [], part: ["train", "dev"], check: [] },
    run: async (gold, options) =>
      (await import("./event-times.ts")).evalEventTimes(
        join(gold, "event-times"),
        options as Options & { part?: "train" | "dev" },
      ),
  },
  "event-links": {
    options: { errors: [], check: [], cache: ["DIR"] },
    run: async (gold, options) => (await import("./event-links.ts")).evalEventLinks(gold, options),
  },
  "entity-timelines": {
    options: { errors: [], cache: ["DIR"] },
    run: async (gold, options) => (await import("./entity-timelines.ts")).evalEntityTimelines(gold, options),
  },
  timelines: {
    options: { errors: [], part: ["all", "ci"], check: [], cache: ["DIR"] },
    run: async (gold, options) =>
      (await import("./timelines.ts")).evalTimelines(gold, options as Options & { part?: "all" | "ci" }),
  },
  events: {
    options: { errors: [], part: EVENT_PARTS, check: [] },
    run: async (gold, options) => (await import("./events.ts")).evalEvents(gold, options as EventOptions),
  },
};

/** The samples are part of the project, and so is what is expected of them; the archive is made anew. */
const NEEDS_NO_GOLD = ["samples", "archive", "origins", "scale"];

function optionUsage([name, { options = {} }]: [string, Measurement]): string {
  const words = Object.entries(options).map(([option, values]) => {
    if (option === "errors" || option === "reports") return `--${option} N`;
    return values.length > 0 ? `--${option} ${values.join("|")}` : `--${option}`;
  });
  return words.length > 0 ? `\n  ${name}: ${words.join(", ")}` : "";
}

const USAGE = `Usage: npm run eval -- ${NEEDS_NO_GOLD.join("|")}
       npm run eval -- ${Object.keys(MEASUREMENTS)
         .filter((name) => !NEEDS_NO_GOLD.includes(name))
         .join("|")} --gold DIR (the folder with the gold sets)
Options:${Object.entries(MEASUREMENTS).map(optionUsage).join("")}`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    gold: { type: "string" },
    errors: { type: "string" },
    reports: { type: "string" },
    part: { type: "string" },
    set: { type: "string" },
    check: { type: "boolean" },
    raise: { type: "boolean" },
    cache: { type: "string" },
  },
});

/** The options as given; null where one is not what the measurement may be asked for. */
function readOptions({ options = {} }: Measurement): Options | null {
  const { gold, errors, cache, reports, ...others } = values;
  if (cache !== undefined && !options.cache) return null;
  const numbers = Object.entries({ errors, reports }).filter(([, value]) => value !== undefined);
  if (numbers.some(([option, value]) => !options[option as keyof Options] || !/^\d+$/.test(value ?? "")))
    return null;
  for (const [option, value] of Object.entries(others)) {
    const known = options[option as keyof Options];
    if (!known || (typeof value === "string" && !known.includes(value))) return null;
  }
  return {
    ...others,
    ...(cache === undefined ? {} : { cache }),
    ...Object.fromEntries(numbers.map(([option, value]) => [option, Number(value)])),
  };
}

const name = positionals[0] ?? "";
const measurement = MEASUREMENTS[name];
const options = measurement && readOptions(measurement);
if (!measurement || !options || (!values.gold && !NEEDS_NO_GOLD.includes(name))) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  try {
    console.log(await measurement.run(values.gold ?? "", options));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
