import { placeKey } from "../../src/mention/place/key.ts";
import type { PlaceRow } from "./pack.ts";
import { type City, readDivisions } from "./source.ts";

/** Countries whose news names second-order divisions: counties, parishes, shires. */
const WITH_COUNTIES = new Set(["US", "GB", "IE", "CA"]);

/** What may be left out of the name of a division: "Sakhalin Oblast", "Land Berlin". */
const GENERIC =
  /^(?:Land|Republic of|State of|Province of|Provincia de|Departamento de|Region of) | (?:Oblast|oblast|Province|Region|Governorate|Krai|Kray|Republic|Prefecture|Voivodeship|Department|State|District|County|Division)$/u;

/**
 * First-order divisions, and the regions of our own table. The source has names of divisions but no points: a division lies
 * in the middle of its places, if our table does not say where.
 */
export function divisionRows(cities: readonly City[], regions: readonly PlaceRow[]): PlaceRow[] {
  const middles = middlesOf(cities, ({ country, admin1 }) => `${country}.${admin1}`);
  const byName = new Map(regions.map((row) => [`${row.division} ${placeKey(row.name)}`, row]));
  const states = readDivisions(1).flatMap(({ code, name }): PlaceRow[] => {
    const middle = middles.get(code);
    const country = code.slice(0, 2);
    const own = byName.get(`${country} ${placeKey(name)}`);
    const point = own ?? middle;
    if (!point) return [];
    const { lat, lon } = point;
    const row = { kind: "state" as const, lat, lon, division: code, population: middle?.population ?? 0 };
    return namesOf(name).map((each) => ({ ...row, name: each, geonames: own?.geonames ?? 0 }));
  });
  const covered = new Set(states.map((row) => `${row.division.slice(0, 2)} ${placeKey(row.name)}`));
  return [...states, ...regions.filter((row) => !covered.has(`${row.division} ${placeKey(row.name)}`))];
}

/** Second-order divisions of the countries whose news names them. */
export function countyRows(cities: readonly City[]): PlaceRow[] {
  const middles = middlesOf(cities, ({ country, admin1, admin2 }) => `${country}.${admin1}.${admin2}`);
  return readDivisions(2).flatMap(({ code, name }): PlaceRow[] => {
    const middle = middles.get(code);
    const [country = "", state = ""] = code.split(".");
    if (!middle || !WITH_COUNTIES.has(country)) return [];
    const { lat, lon, population } = middle;
    const plain = name.replace(/^(?:Borough of |City and Borough of |Royal Borough of |City of )/u, "");
    return [
      { name: plain, kind: "county", lat, lon, division: `${country}.${state}`, population, geonames: 0 },
    ];
  });
}

function namesOf(name: string): string[] {
  const plain = name.replace(/\s*\([^)]*\)/gu, "").trim();
  return [...new Set([plain, plain.replace(GENERIC, "")])].filter((each) => each !== "");
}

interface Middle {
  readonly lat: number;
  readonly lon: number;
  readonly population: number;
}

/** Side of the squares that a division is cut into, in degrees. */
const SQUARE = 0.25;

/**
 * The middle of the land of each division, and how many people live there. Land is the squares that hold a place: so a
 * large city does not draw the middle to itself, nor one place that the source puts elsewhere.
 */
function middlesOf(cities: readonly City[], divisionOf: (city: City) => string): ReadonlyMap<string, Middle> {
  const groups = new Map<string, City[]>();
  for (const city of cities) {
    const division = divisionOf(city);
    const group = groups.get(division) ?? [];
    groups.set(division, group);
    if (city.code !== "PPLX" || group.length === 0) group.push(city);
  }
  return new Map(
    [...groups].map(([division, places]) => {
      const population = places.reduce((sum, place) => sum + place.population, 0);
      const square = (degrees: number) => Math.floor(degrees / SQUARE);
      const squares = new Map(places.map((place) => [`${square(place.lat)},${square(place.lon)}`, place]));
      const held = [...squares.values()];
      const lat = mean(held.map((place) => place.lat));
      const lon = mean(held.map((place) => place.lon));
      return [division, { lat, lon, population }];
    }),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
