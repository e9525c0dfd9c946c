import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PlaceKind } from "../../src/mention/place/gazetteer.ts";
import { placeKey } from "../../src/mention/place/key.ts";
import { parseTable } from "../../src/model/table.ts";
import { cityRow } from "./cities.ts";
import type { PlaceRow } from "./pack.ts";
import type { City } from "./source.ts";

function table<Column extends string>(name: string, columns: readonly Column[]) {
  return parseTable(name, readFileSync(join(import.meta.dirname, name)), columns);
}

export function countryRows(): PlaceRow[] {
  return table("countries.tsv", ["country", "lat", "lon", "names"]).flatMap((row) =>
    namedRows("country", row.country, { ...row, geonames: "-" }),
  );
}

export function regionRows(): PlaceRow[] {
  return table("regions.tsv", ["country", "lat", "lon", "geonames", "names"]).flatMap((row) =>
    namedRows("region", row.country === "-" ? "" : row.country, row),
  );
}

function namedRows(
  kind: PlaceKind,
  division: string,
  row: Readonly<Record<"lat" | "lon" | "geonames" | "names", string>>,
): PlaceRow[] {
  return row.names.split("|").map((name) => ({
    name,
    kind,
    lat: Number(row.lat),
    lon: Number(row.lon),
    division,
    population: 0,
    geonames: row.geonames === "-" ? 0 : Number(row.geonames),
  }));
}

/** Names in news English that lead to the largest city of the name that the source gives. */
export function aliasRows(cities: readonly City[]): PlaceRow[] {
  return table("aliases.tsv", ["alias", "name", "country"]).map(({ alias, name, country }) => {
    const named = cities.filter((city) => city.country === country && placeKey(city.name) === placeKey(name));
    const largest = named.reduce<City | undefined>(
      (best, city) => (best && best.population >= city.population ? best : city),
      undefined,
    );
    if (!largest) throw new Error(`aliases.tsv: the source has no ${name} in ${country} (${alias})`);
    return cityRow(largest, alias);
  });
}
