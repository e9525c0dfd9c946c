import { measureCodes } from "./events/codes.ts";
import { measureLinks } from "./events/links.ts";
import type { Measured } from "./events/measured.ts";
import { EVENT_PARTS, type EventOptions, type EventPart } from "./events/parts.ts";
import { measureSeeds } from "./events/seeds.ts";
import { measureTimes } from "./events/times.ts";
import { aboveFloors } from "./floors.ts";
import { figuresOf } from "./language/floors.ts";
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
  if (!options.check) return shown;
  const figures = figuresOf(measured.map(({ table }) => table));
  return aboveFloors(shown, { measurement: "events", figures, sets: Object.keys(figures) });
}
