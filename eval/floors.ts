import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Floors, fallenBelow } from "./language/floors.ts";

/** What is measured, and which of its floors in eval/baseline.json count. */
export interface Floored {
  readonly measurement: string;
  readonly figures: Floors;
  /** Where not all sets were asked for: those that were. */
  readonly sets?: readonly string[];
}

/** The figures that are below their floors, or gone; one line each. */
function fallenOf({ measurement, figures, sets }: Floored): string[] {
  const baseline = JSON.parse(readFileSync(join(import.meta.dirname, "baseline.json"), "utf8")) as Readonly<
    Record<string, Floors | undefined>
  >;
  const floors = baseline[measurement];
  if (!floors) throw new Error(`eval/baseline.json has no floors for ${measurement}`);
  const asked = Object.entries(floors).filter(([set]) => !sets || sets.includes(set));
  return fallenBelow(Object.fromEntries(asked), figures);
}

/**
 * The tables as they are, where no figure has fallen.
 *
 * @throws Error with the tables and a line for each figure that is below its floor
 */
export function aboveFloors(shown: string, floored: Floored): string {
  const fallen = fallenOf(floored);
  if (fallen.length > 0) throw new Error(`${shown}\n\nbelow the floor:\n  ${fallen.join("\n  ")}`);
  return shown;
}
