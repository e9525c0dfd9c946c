import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Floors, fallenBelow } from "./language/floors.ts";

/** The figures of a measurement that are below their floors in eval/baseline.json; one line each. */
export function belowTimeFloors(measurement: "times" | "event-times" | "stories", figures: Floors): string[] {
  const baseline = JSON.parse(readFileSync(join(import.meta.dirname, "baseline.json"), "utf8")) as Readonly<
    Record<string, Floors | undefined>
  >;
  const floors = baseline[measurement];
  if (!floors) throw new Error(`eval/baseline.json has no floors for ${measurement}`);
  return fallenBelow(floors, figures);
}
