import { placeKey } from "../../src/mention/place/key.ts";
import type { PlaceRow } from "./pack.ts";
import type { City } from "./source.ts";

/** Countries whose local news is written in English: their small towns are taken as well. */
const ENGLISH_NEWS = new Set(["US", "CA", "GB", "IE", "AU", "NZ", "IM", "JM", "ZA", "LK"]);

/** A place elsewhere needs so many people. */
const LEAST_POPULATION = 5000;

/** Places so large are looked up under other spellings too. */
const KNOWN_POPULATION = 30_000;

/** Feature codes of what is no more, and of farms. */
const GONE = new Set(["PPLH", "PPLW", "PPLQ", "PPLCH", "PPLF"]);

/** The populated places of the gazetteer, under their name and spellings near it. */
export function cityRows(cities: readonly City[]): PlaceRow[] {
  const taken = cities.filter(isTaken);
  const first = new Set(taken.flatMap((city) => [placeKey(city.name), placeKey(city.ascii)]));
  return taken.flatMap((city) => {
    const spellings = isKnown(city) ? nearSpellings(city).filter((name) => !first.has(placeKey(name))) : [];
    const names = new Map([city.name, city.ascii, ...spellings].map((name) => [placeKey(name), name]));
    return [...names.values()].map((name) => cityRow(city, name));
  });
}

export function cityRow(city: City, name: string): PlaceRow {
  const { lat, lon, population, geonames } = city;
  const kind = city.code === "PPLC" ? "capital" : city.code === "PPLX" ? "section" : "city";
  const division = city.admin1 === "" ? city.country : `${city.country}.${city.admin1}`;
  return { name, kind, lat, lon, division, population, geonames };
}

function isTaken({ code, country, population }: City): boolean {
  if (GONE.has(code)) return false;
  if (code === "PPLC" || code === "PPLA") return true;
  return ENGLISH_NEWS.has(country) || population >= LEAST_POPULATION;
}

function isKnown({ code, population }: City): boolean {
  return code === "PPLC" || code === "PPLA" || population >= KNOWN_POPULATION;
}

/**
 * "Kiev" of Kyiv, "Odessa" of Odesa. The source does not say of which language a name is; in English a name seldom differs
 * by more than two letters from the one that GeoNames puts first, and the others are in `aliases.tsv`.
 */
function nearSpellings({ name, alternates }: City): string[] {
  const key = placeKey(name);
  return alternates.filter((other) => {
    const spelled = /^\p{Lu}\p{Ll}/u.test(other) ? placeKey(other) : "";
    return spelled.length > 3 && spelled[0] === key[0] && spelled !== key && distance(key, spelled, 2) <= 2;
  });
}

/** Letters to put in, take out or change, up to `most`; more than that is `most + 1`. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? most + 1;
}
