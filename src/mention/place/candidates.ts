import type { Mention } from "../../model/entity.ts";
import type { Place } from "./gazetteer.ts";
import { placeKey } from "./key.ts";
import { isGeneric, type PlaceTables } from "./tables.ts";

/** Words before a name that leave the place what it is. */
const MODIFIER =
  /^(?:(?:far|deep|north|south|east|west|northern|southern|eastern|western|northeast|northwest|southeast|southwest|central|downtown|uptown|midtown|inner|outer|upper|lower|greater|metro|metropolitan|historic|old|mainland|rural|nazi|soviet|communist|city of|town of|village of|county of|state of|province of)[ -])+/iu;

/** A short word that belongs to the name after it, wherever the name finder drew the line: "St. Paul". */
const OPENING = /\b(?:St|Ste|Mt|Ft|New|NEW|ST|Fort|Port|Mount)\.? $/u;

interface Sight {
  readonly text: string;
  /** Keys of the places that the report names. */
  readonly known: ReadonlySet<string>;
  readonly tables: PlaceTables;
}

/** A name that the gazetteer knows, with the places that bear it. */
export interface Known {
  /** The words looked up. */
  readonly name: string;
  readonly places: readonly Place[];
}

/** The first of an entity's names that the gazetteer knows: whole, without what may be left out, or in part. */
export function knownName(
  entity: { readonly name: string; readonly mentions: readonly Mention[] },
  names: readonly Mention[],
  sight: Sight,
): Known | undefined {
  const words = [...new Set([...opened(names, sight), entity.name, ...names.map(({ text }) => text)])];
  for (const search of [wholeName, plainName, partOfName]) {
    for (const name of words) {
      const found = search(name, sight);
      if (found) return entity.mentions.some(({ rule }) => rule === "demonym") ? countriesOf(found) : found;
    }
  }
  return undefined;
}

/** A demonym is of the country, if one bears the name. */
function countriesOf({ name, places }: Known): Known {
  const countries = places.filter(({ kind }) => kind === "country");
  return { name, places: countries.length > 0 ? countries : places };
}

function opened(names: readonly Mention[], { text }: Sight): string[] {
  return names.flatMap((mention) => {
    const opening = OPENING.exec(text.slice(Math.max(0, mention.start - 7), mention.start))?.[0];
    return opening ? [`${opening}${mention.text}`] : [];
  });
}

function wholeName(name: string, { tables }: Sight): Known | undefined {
  const shortened = tables.abbreviations.get(name);
  return orNothing(name, shortened ? [shortened.place] : tables.gazetteer.lookup(name));
}

/** "Pineville" of "downtown Pineville", "Winnipeg" of "Winnipeg’s". */
function plainName(name: string, { tables }: Sight): Known | undefined {
  const plain = name.replace(/['’]s?$/u, "").replace(MODIFIER, "");
  return plain === name ? undefined : orNothing(plain, tables.gazetteer.lookup(plain));
}

/** Kinds whose names are seldom part of a name that lies elsewhere. */
const SURE: ReadonlySet<string> = new Set(["country", "state", "county"]);

/** "Rapides Parish" of "Rapides Parish Fire District", where what is left is a county or state, or named by itself. */
function partOfName(name: string, { tables, known }: Sight): Known | undefined {
  const words = name.split(/\s+/u).slice(0, 6);
  for (let count = words.length - 1; count > 0; count--) {
    for (const part of [words.slice(0, count), words.slice(-count)].map((each) => each.join(" "))) {
      if (isGeneric(part, tables)) continue;
      const places = tables.gazetteer.lookup(part);
      if (places.length > 0 && (known.has(placeKey(part)) || places.some(({ kind }) => SURE.has(kind))))
        return { name: part, places };
    }
  }
  return undefined;
}

function orNothing(name: string, places: readonly Place[]): Known | undefined {
  return places.length > 0 ? { name, places } : undefined;
}
