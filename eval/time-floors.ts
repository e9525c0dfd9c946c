import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Floors, fallenBelow } from "./language/floors.ts";

/**
 * The figures of a measurement that are below their floors in eval/baseline.json, or gone; one line each. Where not all
 * sets were asked for, only the floors of those in `sets` count.
 */
export function belowTimeFloors(
  measurement: "times" | "event-times" | "stories",
  figures: Floors,
  sets?: readonly string[],
): string[] {
  const baseline = JSON.parse(readFileSync(join(import.meta.dirname, "baseline.json"), "utf8")) as Readonly<
    Record<string, Floors | undefined>
  >;
  const floors = baseline[measurement];
  if (!floors) throw new Error(`eval/baseline.json has no floors for ${measurement}`);
  const asked = Object.entries(floors).filter(([set]) => !sets || sets.includes(set));
  return fallenBelow(Object.fromEntries(asked), figures);
}
