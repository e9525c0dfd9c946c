import { parseTable } from "../../model/table.ts";
import { type Gazetteer, type Place, readGazetteer } from "./gazetteer.ts";

/** A state or province that news shortens. */
export interface Abbreviation {
  readonly name: string;
  readonly place: Place;
  /** Letters of the post ("IN", "OR") are words too: they count only after a comma. */
  readonly postal: boolean;
}

/** What the rules for places read. */
export interface PlaceTables {
  readonly gazetteer: Gazetteer;
  /** "Ala.", "W.Va.", "TX", as written. */
  readonly abbreviations: ReadonlyMap<string, Abbreviation>;
  /** "Russian", "Russians", "Sri Lankan", as written: the place that they belong to, by its name. */
  readonly demonyms: ReadonlyMap<string, string>;
  /** Words that follow the name of a place in the name of what is there: "police", "high school". Small letters. */
  readonly institutions: ReadonlySet<string>;
  /** Those that only towns have. */
  readonly towns: ReadonlySet<string>;
  /** Those that follow in small letters too: "Newtown schools", "a Newtown man". */
  readonly local: ReadonlySet<string>;
  /** Those that tell a town from a person: "a Newtown man", but not "the Newton home". */
  readonly telling: ReadonlySet<string>;
  /** "central", "park": names of places too, but mostly none. Small letters. */
  readonly generic: ReadonlySet<string>;
  /** "times", "airlines": what bears the name of a place and is of none. Small letters. */
  readonly elsewhere: ReadonlySet<string>;
}

export const PLACE_TABLES = {
  gazetteer: "data/places.bin.gz",
  abbreviations: "data/en/place-abbreviations.tsv",
  demonyms: "data/en/place-demonyms.tsv",
  names: "data/en/names-places.tsv",
  institutions: "data/en/place-institutions.tsv",
  words: "data/en/place-not-names.tsv",
} as const;

/** Reads the gazetteer and the tables of the rules; `read` gives the bytes of a file of the package. */
export function loadPlaceTables(read: (path: string) => Uint8Array): PlaceTables {
  const table = <C extends string>(path: string, columns: readonly C[]) =>
    parseTable(path, read(path), columns);
  const gazetteer = readGazetteer(read(PLACE_TABLES.gazetteer));
  const followers = table(PLACE_TABLES.institutions, ["words", "of", "after", "example"]);
  const institutions = (which: (row: (typeof followers)[number]) => boolean) =>
    new Set(followers.filter(which).map((row) => row.words));
  const words = table(PLACE_TABLES.words, ["role", "words", "example"]);
  const wordsOf = (role: string) =>
    new Set(words.flatMap((row) => (row.role === role ? row.words.split(" ") : [])));
  const shortened = table(PLACE_TABLES.abbreviations, ["abbreviation", "place", "country", "style"]);
  return {
    gazetteer,
    abbreviations: new Map(
      shortened.flatMap(({ abbreviation, place: name, country, style }) => {
        const place = gazetteer
          .lookup(name)
          .find((each) => each.country === country && ["state", "region"].includes(each.kind));
        return place ? [[abbreviation, { name, place, postal: style === "post" }]] : [];
      }),
    ),
    demonyms: new Map([
      ...table(PLACE_TABLES.names, ["place", "kind"]).flatMap(listedDemonyms),
      ...table(PLACE_TABLES.demonyms, ["word", "place"]).flatMap(({ word, place }) => named(word, place)),
    ]),
    institutions: institutions(() => true),
    towns: institutions((row) => row.of === "town"),
    local: institutions((row) => row.after !== "upper"),
    telling: institutions((row) => row.after === "always"),
    generic: wordsOf("generic"),
    elsewhere: wordsOf("after"),
  };
}

/** Only the names of single words have demonyms of single words: "Lankan" is none. */
function listedDemonyms(row: Readonly<Record<string, string>>): [string, string][] {
  const { place = "", demonyms = "" } = row;
  if (place.includes(" ") || demonyms === "") return [];
  return demonyms.split(" ").map((word) => [word, place]);
}

/** The word, and its plural where it has one: "Koreans", not "Japaneses". */
function named(word: string, place: string): [string, string][] {
  const plural = /(?:ese|ish|sh|ss|ois|tch)$/u.test(word) ? [] : [[`${word}s`, place] as [string, string]];
  return [[word, place], ...plural];
}

/** "The Central Park": words that are mostly no name by themselves. */
export function isGeneric(name: string, { generic }: PlaceTables): boolean {
  return name
    .toLowerCase()
    .split(/[\s-]+/u)
    .every((word) => generic.has(word) || word === "the");
}
