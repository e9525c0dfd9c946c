import type { RoleTime } from "../../model/entity.ts";
import { loadShortNames, SHORT_NAMES, type ShortNames } from "../../model/short-name.ts";
import { parseTable } from "../../model/table.ts";
import { loadPlaceTables, type PlaceTables } from "../place/tables.ts";
import { type KnownBodies, readBodies } from "./known-body.ts";

/** Grammatical gender of the person that a word stands for. */
export type Gender = "f" | "m";

/** Where the dead person stands at a word that tells a death. */
export type Part = "owner" | "subject" | "object";

/** By word, as what one stands beside it of whom it tells. */
export type PartsOf = ReadonlyMap<string, ReadonlySet<Part>>;

export interface RoleRow {
  readonly role: string;
  readonly gender: Gender | undefined;
  /** Whether "the actor" can mean the one person named so far, of whom no office is told. */
  readonly standsAlone: boolean;
}

export interface CountryRow {
  readonly country: string;
  readonly capital: string;
  readonly aliases: readonly string[];
}

/** Words that the entity rules need. All keys are lower case. */
export interface EntityTables {
  readonly roles: ReadonlyMap<string, RoleRow>;
  /** Other nouns for persons, with the gender that the word tells: driver, woman. */
  readonly persons: ReadonlyMap<string, Gender | undefined>;
  /** Words of a role that tell of another time than now. */
  readonly roleTimes: ReadonlyMap<string, RoleTime>;
  /** Country of a country's name or alias. */
  readonly countryOf: ReadonlyMap<string, CountryRow>;
  /** Finds the names of countries that are more than one word. */
  readonly longCountries: RegExp;
  /** Country whose government a capital stands for. */
  readonly capitalOf: ReadonlyMap<string, CountryRow>;
  /** Class of a common noun for places: island, river … */
  readonly placeNouns: ReadonlyMap<string, string>;
  /** Nouns for organisations: of "name" point to the one whose name holds them, of "company" to a company. */
  readonly bodyNouns: ReadonlyMap<string, string>;
  /** Well-known bodies, whose names often look like those of persons and places. */
  readonly bodies: KnownBodies;
  /** News agencies and outlets of one word, which sign photographs: reuters. */
  readonly agencies: ReadonlySet<string>;
  /** Family names that stand before the given name. */
  readonly familyFirst: ReadonlySet<string>;
  /** Nouns of what only companies have: share, subsidiary. */
  readonly companyNouns: ReadonlySet<string>;
  /** What may end the name of a company and be left out: inc, ltd. */
  readonly companyEnds: ReadonlySet<string>;
  /** Short forms of given names: "hank" of "henry". */
  readonly shortForms: ShortNames;
  /** Nouns that end names of what is neither a person nor a body nor a place: war, cup, treaty. */
  readonly thingNouns: ReadonlySet<string>;
  /** Nouns for ships and the like, which bear names. */
  readonly vehicles: ReadonlySet<string>;
  /** Words that begin or end names of organisations: ministry, bank, tv. */
  readonly organizationWords: ReadonlySet<string>;
  /** Verbs and nouns of going somewhere: travel, visit, trip. */
  readonly journeyWords: ReadonlySet<string>;
  /** Offices that only organisations have: "chief executive of". */
  readonly companyRoles: ReadonlySet<string>;
  /** Words that tell a death, with the parts of the dead person. */
  readonly deaths: PartsOf;
  /** Words of the law, in the same way with who answers for a deed. */
  readonly accused: PartsOf;
  /** Given names with the gender of most who bear them. */
  readonly givenNames: ReadonlyMap<string, Gender>;
  /** Weekdays, months and holidays: "Monday". */
  readonly timeWords: ReadonlySet<string>;
  /** Verbs whose object is the place they lead to: visit, leave, reach. */
  readonly placeVerbs: ReadonlySet<string>;
  /** The gazetteer, and the words that go with names of places. */
  readonly places: PlaceTables;
}

export const ENTITY_TABLES = {
  countries: "data/en/entity-countries.tsv",
  roles: "data/en/entity-roles.tsv",
  persons: "data/en/entity-persons.tsv",
  roleTimes: "data/en/entity-role-times.tsv",
  places: "data/en/entity-places.tsv",
  bodies: "data/en/entity-bodies.tsv",
  vehicles: "data/en/entity-vehicles.tsv",
  deaths: "data/en/entity-deaths.tsv",
  accused: "data/en/entity-accused.tsv",
  givenNames: "data/en/entity-given-names.tsv",
  firstNames: "data/en/entity-first-names.tsv",
  verbs: "data/en/event-verbs.tsv",
  nouns: "data/en/event-nouns.tsv",
  words: "data/en/names-words.tsv",
  organizations: "data/en/entity-organizations.tsv",
  things: "data/en/entity-things.tsv",
  nameWords: "data/en/name-words.tsv",
  companyNouns: "data/en/entity-company-nouns.tsv",
  shortForms: SHORT_NAMES,
  timeWords: "data/en/timex-words.tsv",
  holidays: "data/en/timex-holidays.tsv",
} as const;

/** Reads the tables of the entity rules; `read` gives the bytes of a file of the package. */
export function loadEntityTables(read: (path: string) => Uint8Array): EntityTables {
  const table = <C extends string>(path: string, columns: readonly C[]) =>
    parseTable(path, read(path), columns);
  const nameWords = (name: string) =>
    new Set(
      table(ENTITY_TABLES.words, ["class", "words"]).flatMap((row) =>
        row.class === name ? row.words.split(" ") : [],
      ),
    );
  const wordsOfNames = (name: string) =>
    new Set(
      table(ENTITY_TABLES.nameWords, ["class", "word"]).flatMap((row) =>
        row.class === name ? [row.word] : [],
      ),
    );
  const roles = table(ENTITY_TABLES.roles, ["role", "example"]);
  const countries = table(ENTITY_TABLES.countries, ["country", "capital"]).map(readCountry);
  return {
    roles: new Map(roles.map(readRole)),
    persons: new Map(
      table(ENTITY_TABLES.persons, ["noun", "example"]).map((row) => [
        row.noun,
        genderIn((row as Readonly<Record<string, string>>).gender),
      ]),
    ),
    roleTimes: new Map(
      table(ENTITY_TABLES.roleTimes, ["word", "when", "example"]).map((row) => [
        row.word.replace(/-$/u, ""),
        row.when as RoleTime,
      ]),
    ),
    countryOf: new Map(
      countries.flatMap((row) => [row.country, ...row.aliases].map((name) => key(name, row))),
    ),
    longCountries: longNames(countries),
    capitalOf: new Map(countries.map((row) => key(row.capital, row))),
    placeNouns: new Map(
      table(ENTITY_TABLES.places, ["noun", "class", "example"]).map((row) => [row.noun, row.class]),
    ),
    bodyNouns: new Map(
      table(ENTITY_TABLES.bodies, ["noun", "class", "example"]).map((row) => [row.noun, row.class]),
    ),
    vehicles: new Set(table(ENTITY_TABLES.vehicles, ["noun", "example"]).map((row) => row.noun)),
    organizationWords: nameWords("organization"),
    agencies: nameWords("agency"),
    bodies: readBodies(table(ENTITY_TABLES.organizations, ["name", "kind", "example"])),
    familyFirst: wordsOfNames("surname"),
    companyNouns: new Set(table(ENTITY_TABLES.companyNouns, ["noun", "example"]).map((row) => row.noun)),
    companyEnds: wordsOfNames("company"),
    shortForms: loadShortNames(read),
    thingNouns: new Set(table(ENTITY_TABLES.things, ["noun", "example"]).map((row) => row.noun)),
    journeyWords: journeyWords(table),
    companyRoles: new Set(roles.map(readCompanyRole).filter((noun) => noun !== "")),
    deaths: partsByWord(table(ENTITY_TABLES.deaths, ["word", "dead", "example"]), ({ dead }) => dead),
    accused: partsByWord(
      table(ENTITY_TABLES.accused, ["word", "accused", "example"]),
      ({ accused }) => accused,
    ),
    givenNames: new Map(
      [ENTITY_TABLES.firstNames, ENTITY_TABLES.givenNames].flatMap((path) =>
        table(path, ["gender", "names"]).flatMap(readNames),
      ),
    ),
    timeWords: new Set([
      ...table(ENTITY_TABLES.timeWords, ["class", "word"])
        .filter((row) => row.class.split(" ").some((each) => each === "weekday" || each === "month"))
        .map((row) => row.word.toLowerCase()),
      ...table(ENTITY_TABLES.holidays, ["word"]).map((row) => row.word.toLowerCase()),
    ]),
    placeVerbs: new Set(
      table(ENTITY_TABLES.verbs, ["lemma"]).flatMap((row) =>
        (row as Record<string, string>).object === "place" ? [row.lemma] : [],
      ),
    ),
    places: loadPlaceTables(read),
  };
}

function partsByWord<Row extends { readonly word: string }>(
  rows: readonly Row[],
  partOf: (row: Row) => string,
): PartsOf {
  const parts = (word: string) => rows.filter((row) => row.word === word).map((row) => partOf(row) as Part);
  return new Map(rows.map(({ word }) => [word, new Set(parts(word))]));
}

function journeyWords(
  table: (path: string, columns: readonly string[]) => readonly Readonly<Record<string, string>>[],
): ReadonlySet<string> {
  const verbs = table(ENTITY_TABLES.verbs, ["lemma"])
    .filter((row) => row.kind === "journey")
    .map((row) => row.lemma ?? "");
  const nouns = table(ENTITY_TABLES.nouns, ["lemma", "verb"])
    .filter((row) => verbs.includes(row.verb ?? ""))
    .map((row) => row.lemma ?? "");
  return new Set([...verbs, ...nouns]);
}

function longNames(countries: readonly CountryRow[]): RegExp {
  const names = countries
    .flatMap((row) => [row.country, ...row.aliases])
    .filter((name) => name.includes(" "));
  const longestFirst = names.sort((a, b) => b.length - a.length).map((name) => name.replace(/[.]/gu, "\\."));
  return new RegExp(`\\b(?:${longestFirst.join("|")})\\b`, "gu");
}

function key(name: string, row: CountryRow): [string, CountryRow] {
  return [name.toLowerCase(), row];
}

function list(cell: string | undefined): readonly string[] {
  return (cell ?? "").split("|").filter((item) => item !== "");
}

function readCountry(row: Readonly<Record<string, string>>): CountryRow {
  return {
    country: row.country ?? "",
    capital: row.capital ?? "",
    aliases: list(row.aliases),
  };
}

function genderIn(cell: string | undefined): Gender | undefined {
  return cell === "f" || cell === "m" ? cell : undefined;
}

function readRole(row: Readonly<Record<string, string>>): [string, RoleRow] {
  return [
    row.role ?? "",
    { role: row.role ?? "", gender: genderIn(row.gender), standsAlone: row.alone === "yes" },
  ];
}

/** The last word of an office that only organisations have: "executive" of "chief executive". */
function readCompanyRole(row: Readonly<Record<string, string>>): string {
  return row.of === "organization" ? (row.role?.split(" ").at(-1) ?? "") : "";
}

function readNames(row: { readonly gender: string; readonly names: string }): [string, Gender][] {
  return row.names.split(" ").map((name) => [name, row.gender === "f" ? "f" : "m"]);
}
