import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { containing, timexValue } from "../../src/mention/timex/period.ts";
import type { FoundTimex, GoldArticle, TimexFinder } from "./gold.ts";

/** A result of chrono-node, as far as it is looked at. */
interface ChronoResult {
  readonly index: number;
  readonly text: string;
  readonly start: {
    isCertain(part: string): boolean;
    get(part: string): number | null;
  };
}

/** A date of compromise-dates as JSON. */
interface CompromiseDate {
  readonly offset: { readonly start: number; readonly length: number };
  readonly dates?: { readonly start?: string | null; readonly unit?: string };
  readonly duration?: Readonly<Record<string, number>>;
}

const MODULES = join(import.meta.dirname, "../../node_modules");

function versionOf(name: string): string {
  const { version } = JSON.parse(readFileSync(join(MODULES, name, "package.json"), "utf8")) as {
    version: string;
  };
  return version;
}

/** The time taggers of npm that are installed here, and a line about each that is not. */
export async function loadPeers(): Promise<{ finders: readonly TimexFinder[]; missing: readonly string[] }> {
  const finders: TimexFinder[] = [];
  const missing: string[] = [];
  for (const [name, load] of Object.entries({
    "chrono-node": loadChrono,
    "compromise-dates": loadCompromise,
  })) {
    if (existsSync(join(MODULES, name))) {
      finders.push({ name: `${name} ${versionOf(name)} (npm)`, find: await load() });
    } else missing.push(`${name} is not installed: npm ci brings it`);
  }
  return { finders, missing };
}

type Find = TimexFinder["find"];

function pad(number: number | null, length = 2): string {
  return String(number ?? 0).padStart(length, "0");
}

async function loadChrono(): Promise<Find> {
  const chrono = await import("chrono-node");
  return ({ text, published }) => {
    const noon = new Date(`${published.slice(0, 10)}T12:00:00`);
    return (chrono.parse(text, noon) as readonly ChronoResult[]).map((result) => ({
      ...chronoSpan(result),
      ...chronoValue(result),
    }));
  };
}

/** Without the preposition and the comma that chrono takes along, and no gold expression has. */
function chronoSpan({ index, text }: ChronoResult): { start: number; end: number } {
  const before = /^(?:on|in|at|by)\s+/i.exec(text)?.[0].length ?? 0;
  const after = /[\s,]*$/.exec(text)?.[0].length ?? 0;
  return { start: index + before, end: index + text.length - after };
}

/** The instant that chrono gives, no more exact than it is certain of, and than the unit that the words end with. */
function chronoValue({ start: date, text }: ChronoResult): Pick<FoundTimex, "type" | "value"> {
  const [year, month] = [pad(date.get("year"), 4), pad(date.get("month"))];
  const day = `${year}-${month}-${pad(date.get("day"))}`;
  if (/^now$/i.test(text)) return { type: "DATE", value: "PRESENT_REF" };
  const unit = /\b(week|month|year)s?(?: ago| later| earlier)?$/i.exec(text)?.[1]?.toLowerCase();
  if (unit === "week") return { type: "DATE", value: timexValue(containing("week", day)) };
  if (unit) return { type: "DATE", value: unit === "month" ? `${year}-${month}` : year };
  if (date.isCertain("hour"))
    return { type: "TIME", value: `${day}T${pad(date.get("hour"))}:${pad(date.get("minute"))}` };
  if (date.isCertain("day") || date.isCertain("weekday")) return { type: "DATE", value: day };
  return { type: "DATE", value: date.isCertain("month") ? `${year}-${month}` : year };
}

async function loadCompromise(): Promise<Find> {
  const [{ default: nlp }, { default: plugin }] = await Promise.all([
    import("compromise"),
    import("compromise-dates"),
  ]);
  nlp.plugin(plugin as never);
  return ({ text, published }: GoldArticle) => {
    const document = nlp(text) as unknown as Record<
      "dates" | "durations",
      (options?: object) => { json(options: object): CompromiseDate[] }
    >;
    const dates = readOrNothing(() =>
      document.dates({ today: published.slice(0, 10) }).json({ offset: true }),
    );
    const amounts = readOrNothing(() => document.durations().json({ offset: true }));
    return [...dates.flatMap(compromiseDate), ...amounts.flatMap(compromiseAmount)];
  };
}

/** On a few texts compromise-dates 3.9.0 throws; it has found nothing there. */
function readOrNothing(read: () => CompromiseDate[]): CompromiseDate[] {
  try {
    return read();
  } catch {
    return [];
  }
}

function spanOf({ offset }: CompromiseDate): { start: number; end: number } {
  return { start: offset.start, end: offset.start + offset.length };
}

const LENGTH_OF_UNIT: Readonly<Record<string, number>> = { year: 4, month: 7 };

function compromiseDate(found: CompromiseDate): FoundTimex[] {
  const { start, unit = "day" } = found.dates ?? {};
  if (!start) return [];
  return [{ ...spanOf(found), type: "DATE", value: start.slice(0, LENGTH_OF_UNIT[unit] ?? 10) }];
}

const LETTERS: Readonly<Record<string, string>> = { year: "Y", month: "M", week: "W", day: "D" };

function compromiseAmount(found: CompromiseDate): FoundTimex[] {
  const amount = Object.entries(found.duration ?? {}).find(([unit, number]) => LETTERS[unit] && number > 0);
  return amount ? [{ ...spanOf(found), type: "DURATION", value: `P${amount[1]}${LETTERS[amount[0]]}` }] : [];
}
