import { readFileSync } from "node:fs";
import { join } from "node:path";
import { measureCodes } from "./events/codes.ts";
import { measureLinks } from "./events/links.ts";
import type { Measured } from "./events/measured.ts";
import { EVENT_PARTS, type EventOptions, type EventPart } from "./events/parts.ts";
import { measureSeeds } from "./events/seeds.ts";
import { measureTimes } from "./events/times.ts";
import { type Floors, fallenBelow, figuresOf } from "./language/floors.ts";
import { showTable } from "./language/table.ts";

type Measure = (goldDir: string, errors: number) => Promise<Measured>;

/** Each part has its own gold set. */
const MEASURES: Readonly<Record<EventPart, Measure>> = {
  seeds: measureSeeds,
  links: measureLinks,
  times: measureTimes,
  codes: measureCodes,
};

/**
 * What is found of the events that annotators marked: in the founding reports, in ECB+ and in TimeBank.
 *
 * @throws Error with the tables when asked to check and a figure is below its floor in eval/baseline.json
 */
export async function evalEvents(goldDir: string, options: EventOptions = {}): Promise<string> {
  const measured: Measured[] = [];
  for (const part of options.part ? [options.part] : EVENT_PARTS) {
    measured.push(await MEASURES[part](goldDir, options.errors ?? 0));
  }
  const shown = measured
    .flatMap(({ table, errors }) => [showTable(table), ...(errors.length > 0 ? [errors.join("\n")] : [])])
    .join("\n\n");
  const fallen = options.check ? belowFloors(measured) : [];
  if (fallen.length > 0) throw new Error(`${shown}\n\nbelow the floor:\n  ${fallen.join("\n  ")}`);
  return shown;
}

/** The figures of the measured parts that are below their floors, one line each. */
function belowFloors(measured: readonly Measured[]): string[] {
  const baseline = JSON.parse(readFileSync(join(import.meta.dirname, "baseline.json"), "utf8")) as {
    readonly events: Floors;
  };
  const figures = figuresOf(measured.map(({ table }) => table));
  const titles = Object.keys(figures);
  const floors = Object.fromEntries(
    Object.entries(baseline.events).filter(([title]) => titles.includes(title)),
  );
  return fallenBelow(floors, figures);
}
