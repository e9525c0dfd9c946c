import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PLACE_KINDS } from "../src/mention/place/gazetteer.ts";
import { cityRows } from "./places/cities.ts";
import { countyRows, divisionRows } from "./places/divisions.ts";
import { type PlaceRow, packRows } from "./places/pack.ts";
import { readCities } from "./places/source.ts";
import { aliasRows, countryRows, regionRows } from "./places/tables.ts";

/** Makes data/places.bin.gz from the packages of training/package.json and the tables beside this; same input, same bytes. */
function main(): void {
  const cities = readCities();
  const regions = regionRows();
  const rows: PlaceRow[] = [
    ...countryRows(),
    ...divisionRows(cities, regions),
    ...countyRows(cities),
    ...cityRows(cities),
    ...aliasRows(cities),
  ];
  const bytes = packRows(rows);
  const folder = join(import.meta.dirname, "..", "data");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "places.bin.gz"), bytes);
  const numbers = PLACE_KINDS.map((kind) => `${kind} ${rows.filter((row) => row.kind === kind).length}`);
  console.log(numbers.join(", "));
  console.log(`data/places.bin.gz: ${bytes.length} bytes, ${rows.length} names`);
}

main();
