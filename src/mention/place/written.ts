import type { Span } from "../../model/span.ts";
import { kilometres } from "./distance.ts";
import type { Place } from "./gazetteer.ts";
import type { PlaceTables } from "./tables.ts";

/** What the words right after a name say it lies in: "Texas" of "Paris, Texas". */
export interface Within extends Span {
  readonly text: string;
  readonly places: readonly Place[];
  /** A shortened state, or one set off by a second comma, is no member of a list. */
  readonly sure: boolean;
}

/** Longest name that may follow a comma, in words: "the Republic of the Congo". */
const LONGEST = 5;
const AFTER_COMMA = /^,\s+(?:in\s+)?((?:the\s+)?)/u;

/** No part of a county is farther from its middle, in kilometres. */
const COUNTY_REACH = 100;

/** Kinds that places lie in. */
const WIDE = new Set(["country", "state", "county"]);

/**
 * The country, state or county after a comma: "Paris, Texas", "Springfield, Ill.", "Gander, Newfoundland". Of several
 * places of that name all are given.
 */
export function writtenWithin(text: string, name: Span, tables: PlaceTables): Within | undefined {
  const comma = AFTER_COMMA.exec(text.slice(name.end, name.end + 16));
  if (!comma) return undefined;
  return wideAt(text, name.end + comma[0].length, tables);
}

/** The name of a country, state or county that begins here. */
function wideAt(text: string, start: number, tables: PlaceTables): Within | undefined {
  const words = /^\p{Lu}[\p{L}.'’]*(?:[ -](?:of the |of |and )?\p{Lu}[\p{L}.'’]*)*/u.exec(
    text.slice(start, start + 60),
  )?.[0];
  if (!words) return undefined;
  const parts = words.split(" ");
  for (let count = Math.min(LONGEST, parts.length); count > 0; count--) {
    const found = wideNamed(parts.slice(0, count).join(" "), text, { start, tables });
    if (found) return found;
  }
  return undefined;
}

function wideNamed(
  words: string,
  text: string,
  { start, tables }: { start: number; tables: PlaceTables },
): Within | undefined {
  const shortened = tables.abbreviations.get(words) ?? tables.abbreviations.get(`${words}.`);
  if (shortened) return { ...ending(text, start, words), places: [shortened.place], sure: true };
  const bare = words.replace(/['’]s$|\.$/u, "");
  const places = tables.gazetteer.lookup(bare).filter((place) => WIDE.has(place.kind));
  const end = start + bare.length;
  return places.length > 0 ? { start, end, text: bare, places, sure: text[end] === "," } : undefined;
}

function ending(text: string, start: number, words: string): { start: number; end: number; text: string } {
  return { start, end: start + words.length, text: text.slice(start, start + words.length) };
}

/** Whether the place lies in the other, as far as their divisions tell. */
export function liesIn(place: Place, wide: Place): boolean {
  if (place.kind === "country" || place.kind === wide.kind) return false;
  if (wide.kind === "country") return place.country === wide.country;
  if (wide.kind === "county" && kilometres(place, wide) > COUNTY_REACH) return false;
  return wide.division !== "" && place.division === wide.division;
}

/** Names, commas and "and", up to the word that says what they are. */
const COUNTIES = /^(?:,? (?:and )?\p{Lu}[\p{L}'’-]+){0,6}? (?:[Cc]ounties|[Cc]ounty)\b/u;

/** "Clark" of "Clark and Butler counties", "in Clark, Butler and Preble counties". */
export function inListOfCounties(text: string, name: Span): boolean {
  return COUNTIES.test(text.slice(name.end, name.end + 100));
}

/** Whether words for what only a town has follow: "Newtown police", "Newtown City Council", "a Newtown man". */
export function hasTownAfter(text: string, name: Span, { towns }: Pick<PlaceTables, "towns">): boolean {
  const [, one = "", two = ""] =
    /^[ -]([\p{L}]+)(?: ([\p{L}]+))?/u.exec(text.slice(name.end, name.end + 40)) ?? [];
  return towns.has(one.toLowerCase()) || towns.has(`${one} ${two}`.toLowerCase());
}
