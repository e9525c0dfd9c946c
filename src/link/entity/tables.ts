import { loadShortNames, SHORT_NAMES, type ShortNames } from "../../model/short-name.ts";
import { parseTable } from "../../model/table.ts";
import { normalized } from "./plain.ts";

/** A rule of transliteration: what is read instead of what is written. */
export interface SpellingRow {
  readonly pattern: RegExp;
  readonly to: string;
}

/** A news agency, and all forms in which running text names it: "the Kyodo news agency". */
export interface AgencyRow {
  readonly name: string;
  readonly form: RegExp;
}

/** Words with which the names of several reports are compared. All but `short` are in small letters. */
export interface NameTables {
  readonly spelling: readonly SpellingRow[];
  /** "US" of "united states", as written without points. */
  readonly short: ReadonlyMap<string, string>;
  /** "inc", "ltd": may be left out at the end of a company's name. */
  readonly company: ReadonlySet<string>;
  /** "jr", "iii". */
  readonly suffix: ReadonlySet<string>;
  /** "al" of "al-Tariq". */
  readonly article: ReadonlySet<string>;
  /** Family names that stand first: "zhang". */
  readonly familyFirst: ReadonlySet<string>;
  /** What each office is compared by: "premier" is "prime minister". */
  readonly offices: ReadonlyMap<string, string>;
  /** Country of its names and of what its people are called: "japanese", "great britain". */
  readonly countries: ReadonlyMap<string, string>;
  /** Given names that are no common surnames: "joel". */
  readonly given: ReadonlySet<string>;
  /** "hank" of "henry". */
  readonly shortForms: ShortNames;
  /** Surnames that are common or often in the news. */
  readonly surnames: ReadonlySet<string>;
  readonly agencies: readonly AgencyRow[];
}

export const NAME_TABLES = {
  spelling: "data/en/name-spelling.tsv",
  words: "data/en/name-words.tsv",
  given: "data/en/names-given.tsv",
  surnames: "data/en/names-surnames.tsv",
  shortForms: SHORT_NAMES,
  offices: "data/en/name-offices.tsv",
  countries: "data/en/entity-countries.tsv",
  places: "data/en/names-places.tsv",
  demonyms: "data/en/place-demonyms.tsv",
  agencies: "data/en/article-agency.tsv",
} as const;

/** Without tables, names are one only where they are written alike. */
export const NO_TABLES: NameTables = {
  spelling: [],
  short: new Map(),
  company: new Set(),
  suffix: new Set(),
  article: new Set(),
  familyFirst: new Set(),
  offices: new Map(),
  countries: new Map(),
  given: new Set(),
  shortForms: new Map(),
  surnames: new Set(),
  agencies: [],
};

/** Reads the tables of names; `read` gives the bytes of a file of the package. */
export function loadNameTables(read: (path: string) => Uint8Array): NameTables {
  const spelling = parseTable(NAME_TABLES.spelling, read(NAME_TABLES.spelling), [
    "pattern",
    "to",
    "one",
    "other",
  ]);
  const words = parseTable(NAME_TABLES.words, read(NAME_TABLES.words), ["class", "word", "one", "other"]);
  const listOf = (path: string) =>
    parseTable(path, read(path), ["words"]).flatMap((row) => row.words.split(" "));
  const surnames = new Set(listOf(NAME_TABLES.surnames));
  const ofClass = (name: string) => words.filter((row) => row.class === name);
  const setOf = (name: string) => new Set(ofClass(name).map(({ word }) => word));
  return {
    spelling: spelling.map(({ pattern, to }) => ({ pattern: new RegExp(pattern, "gu"), to })),
    short: new Map(
      ofClass("short").map((row) => [row.word, (row as Readonly<Record<string, string>>).to ?? ""]),
    ),
    company: setOf("company"),
    suffix: setOf("suffix"),
    article: setOf("article"),
    familyFirst: setOf("surname"),
    given: new Set(listOf(NAME_TABLES.given).filter((word) => !surnames.has(word))),
    surnames,
    shortForms: loadShortNames(read),
    offices: new Map(
      parseTable(NAME_TABLES.offices, read(NAME_TABLES.offices), [
        "office",
        "as",
        "title",
        "description",
      ]).map((row) => [row.office, row.as]),
    ),
    countries: countriesBy(read),
    agencies: agenciesIn(parseTable(NAME_TABLES.agencies, read(NAME_TABLES.agencies), ["name", "pattern"])),
  };
}

function agenciesIn(
  rows: readonly { readonly name: string; readonly pattern: string }[],
): readonly AgencyRow[] {
  return rows.map(({ name, pattern }) => ({
    name,
    form: new RegExp(
      `^(?:[Tt]he )?(?:${pattern})(?: [Nn]ews)?(?: (?:[Aa]gency|[Nn]ewswire|[Ww]ire|[Ss]ervice))?$`,
      "u",
    ),
  }));
}

/** Every name and demonym of a country, in small letters, with its plain name. */
function countriesBy(read: (path: string) => Uint8Array): ReadonlyMap<string, string> {
  const countries = new Map<string, string>();
  for (const row of parseTable(NAME_TABLES.countries, read(NAME_TABLES.countries), ["country"])) {
    const { country, aliases = "" } = row as Readonly<Record<string, string>>;
    for (const name of [country ?? "", ...aliases.split("|")])
      if (name !== "") countries.set(normalized(name), normalized(country ?? ""));
  }
  const known = (name: string) => countries.get(normalized(name)) ?? normalized(name);
  for (const row of parseTable(NAME_TABLES.places, read(NAME_TABLES.places), ["place", "kind"])) {
    const { place = "", kind, demonyms = "" } = row as Readonly<Record<string, string>>;
    for (const word of kind === "country" ? demonyms.split(" ") : [])
      if (word !== "") countries.set(normalized(word), known(place));
  }
  for (const { word, place } of parseTable(NAME_TABLES.demonyms, read(NAME_TABLES.demonyms), [
    "word",
    "place",
  ]))
    countries.set(normalized(word), known(place));
  return countries;
}
