import { parseArgs } from "node:util";

/** A measurement by name: its module, and the call that gives its table. */
const MEASUREMENTS: Readonly<Record<string, (gold: string) => Promise<string>>> = {
  stories: async (gold) => (await import("./stories.ts")).evalStories(gold),
  seeds: async (gold) => (await import("./seeds.ts")).evalSeeds(gold),
  language: async (gold) => (await import("./language.ts")).evalLanguage(gold),
  pages: async (gold) => (await import("./pages.ts")).evalPages(gold),
  quotes: async (gold) => (await import("./quotes.ts")).evalQuotes(gold),
  times: async (gold) => (await import("./times.ts")).evalTimes(gold),
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { gold: { type: "string" } } });
const measurement = MEASUREMENTS[positionals[0] ?? ""];
if (!measurement || !values.gold) {
  console.error(
    `Usage: npm run eval -- ${Object.keys(MEASUREMENTS).join("|")} --gold DIR (the folder with the gold sets)`,
  );
  process.exitCode = 2;
} else {
  console.log(await measurement(values.gold));
}
