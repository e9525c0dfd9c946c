import { join } from "node:path";
import { parseArgs } from "node:util";

/** What a measurement may be asked for besides the gold sets. */
interface Options {
  /** How many articles, or lines, of errors are listed. */
  readonly errors?: number;
  readonly part?: "train" | "dev";
  readonly set?: "timebank" | "aquaint";
}

/** A measurement by name: its module, and the call that gives its table. */
const MEASUREMENTS: Readonly<Record<string, (gold: string, options: Options) => Promise<string>>> = {
  samples: async () => (await (await import("./samples.ts")).evalSamples()).table,
  stories: async (gold) => (await import("./stories.ts")).evalStories(gold),
  seeds: async (gold) => (await import("./seeds.ts")).evalSeeds(gold),
  language: async (gold) => (await import("./language.ts")).evalLanguage(gold),
  pages: async (gold) => (await import("./pages.ts")).evalPages(gold),
  quotes: async (gold, options) => (await import("./quotes.ts")).evalQuotes(gold, options),
  times: async (gold, options) => (await import("./times.ts")).evalTimes(join(gold, "times"), options),
};

/** The samples are part of the project, and so is what is expected of them. */
const NEEDS_NO_GOLD = "samples";

const USAGE = `Usage: npm run eval -- ${NEEDS_NO_GOLD}
       npm run eval -- ${Object.keys(MEASUREMENTS)
         .filter((name) => name !== NEEDS_NO_GOLD)
         .join("|")} --gold DIR (the folder with the gold sets)
Options: --errors N (quotes, times), --part train|dev (quotes), --set timebank|aquaint (times)`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    gold: { type: "string" },
    errors: { type: "string" },
    part: { type: "string" },
    set: { type: "string" },
  },
});

/** The options as given; null where one is not what it may be. */
function readOptions(): Options | null {
  const { errors, part, set } = values;
  if (errors !== undefined && !/^\d+$/.test(errors)) return null;
  if (part !== undefined && part !== "train" && part !== "dev") return null;
  if (set !== undefined && set !== "timebank" && set !== "aquaint") return null;
  return {
    ...(errors ? { errors: Number(errors) } : {}),
    ...(part ? { part } : {}),
    ...(set ? { set } : {}),
  };
}

const name = positionals[0] ?? "";
const measurement = MEASUREMENTS[name];
const options = readOptions();
if (!measurement || !options || (!values.gold && name !== NEEDS_NO_GOLD)) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  try {
    console.log(await measurement(values.gold ?? "", options));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
