import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { GeoPermissibleObjects } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

/** Borders of countries after Natural Earth, which is in the public domain; finer ones where less of the world is shown. */
const ATLAS = { coarse: "world-atlas/countries-110m.json", fine: "world-atlas/countries-50m.json" } as const;

/** Up to so many degrees the coarse borders would look like a sketch. */
const FINE = 70;

type World = Topology<{ countries: GeometryCollection }>;
const kept = new Map<string, GeoPermissibleObjects>();

function read(file: string): GeoPermissibleObjects {
  const world = JSON.parse(readFileSync(createRequire(import.meta.url).resolve(file), "utf8")) as World;
  return feature(world, world.objects.countries);
}

/** All countries, as finely as a picture of so many degrees needs. */
export function landOf(degrees: number): GeoPermissibleObjects {
  const file = degrees <= FINE ? ATLAS.fine : ATLAS.coarse;
  const known = kept.get(file) ?? read(file);
  kept.set(file, known);
  return known;
}
