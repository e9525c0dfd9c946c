import { parseTable } from "../model/table.ts";
import { type BoundaryRules, tableWords } from "./rules.ts";
import { splitTokens } from "./split-tokens.ts";
import { normaliseForm } from "./words.ts";

/** What the lists say of a word, as bits of its `lists` column. */
export const LIST = {
  given: 1,
  surname: 2,
  /** The first word of a place, and further words of it. */
  place: 4,
  placeInside: 8,
  city: 16,
  demonym: 32,
  organization: 64,
  placeword: 128,
  title: 256,
  agency: 512,
  body: 1024,
  date: 2048,
  particle: 4096,
  rank: 8192,
} as const;

type ListName = keyof typeof LIST;

/** Lists of names and of words that stand in or beside names. */
export interface Gazetteer {
  /** Bits of single words, lower-cased. */
  readonly words: ReadonlyMap<string, number>;
  /** Places as written, by first word: the other words, and the bits of the first. */
  readonly places: ReadonlyMap<
    string,
    readonly { readonly rest: readonly string[]; readonly bits: number }[]
  >;
}

/** The tables, as bytes. */
export interface GazetteerTables {
  readonly given: Uint8Array;
  /** Given names that tell whether "he" or "she" is meant; names as well. */
  readonly gendered: Uint8Array;
  readonly surnames: Uint8Array;
  readonly places: Uint8Array;
  readonly words: Uint8Array;
}

/** Reads the tables of names. `rules` cut places into tokens as running text is cut. */
export function readGazetteer(tables: GazetteerTables, rules: BoundaryRules): Gazetteer {
  const words = new Map<string, number>();
  const add = (word: string, list: ListName) => words.set(word, (words.get(word) ?? 0) | LIST[list]);
  for (const word of tableWords("names-given", tables.given)) add(word, "given");
  for (const { names } of parseTable("entity-given-names", tables.gendered, ["gender", "names"])) {
    for (const name of names.split(" ")) add(name, "given");
  }
  for (const word of tableWords("names-surnames", tables.surnames)) add(word, "surname");
  for (const row of parseTable("names-words", tables.words, ["class", "words"])) {
    for (const word of row.words.split(" ")) add(word, row.class as ListName);
  }
  const places = new Map<string, { rest: string[]; bits: number }[]>();
  for (const row of parseTable("names-places", tables.places, ["place", "kind"])) {
    const name = row.place;
    const tokens = splitTokens(name, { start: 0, end: name.length }, rules).map(({ start, end }) =>
      name.slice(start, end),
    );
    const first = (tokens[0] as string).toLowerCase();
    const entries = places.get(first) ?? [];
    places.set(first, entries);
    entries.push({ rest: tokens.slice(1), bits: LIST.place | (row.kind === "city" ? LIST.city : 0) });
    for (const word of ((row as { demonyms?: string }).demonyms ?? "").split(" "))
      if (word !== "") add(word.toLowerCase(), "demonym");
  }
  for (const entries of places.values()) entries.sort((a, b) => b.rest.length - a.rest.length);
  return { words, places };
}

function placeAt(
  gazetteer: Gazetteer,
  forms: readonly string[],
  index: number,
): { length: number; bits: number } | undefined {
  const form = forms[index] as string;
  if (!/^\p{Lu}/u.test(form)) return undefined;
  for (const { rest, bits } of gazetteer.places.get(form.toLowerCase()) ?? []) {
    if (rest.every((word, k) => forms[index + 1 + k]?.toLowerCase() === word.toLowerCase())) {
      return { length: rest.length + 1, bits };
    }
  }
  return undefined;
}

/** The bits of each word of a sentence. Places of several words are found longest first. */
export function listBits(gazetteer: Gazetteer, forms: readonly string[]): Int32Array {
  const bits = Int32Array.from(forms, (form) => gazetteer.words.get(normaliseForm(form).toLowerCase()) ?? 0);
  for (let i = 0; i < forms.length; i++) {
    const place = placeAt(gazetteer, forms, i);
    if (!place) continue;
    bits[i] = (bits[i] as number) | place.bits;
    for (let k = 1; k < place.length; k++) {
      bits[i + k] = (bits[i + k] as number) | LIST.placeInside | (place.bits & LIST.city);
    }
    i += place.length - 1;
  }
  return bits;
}
