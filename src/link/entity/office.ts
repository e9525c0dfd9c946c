import { normalized } from "./plain.ts";
import type { NameTables } from "./tables.ts";

/** An office, and the country or body in which it is held. */
export interface Office {
  readonly office: string;
  readonly of: string;
}

/** A name after "of": "Norway", "the Baltic Harbour Fund", but not "Norway's coast guard". */
const OWNER =
  /^\s?(?:of|at) (the )?(\p{Lu}[\p{L}.-]*(?:\s(?:(?:and|of|for|de) )?\p{Lu}[\p{L}.-]*){0,5})(?![\p{L}.-]|['’])/u;
/** Longer words in a title than these are no office with its owner. */
const LONGEST = 80;

/** One key for each office of each country or body. */
export function officeKey({ office, of }: Office): string {
  return `${office} of ${of}`;
}

/**
 * The office that a title or a description tells: "Russian President", "Japan's prime minister", "head of the Baltic Fund".
 * Null where it tells more or less than that: "former Russian president", "the president", "the Russian deputy minister".
 *
 * @param words a title, or a description without its article
 * @param after what follows: "of Norway" may not be part of the words
 */
export function officeIn(words: string, after: string, tables: NameTables): Office | null {
  if (words.length > LONGEST) return null;
  const [, title = "", rest = ""] = /^(.*?)(\s(?:of|at)\s.*)?$/su.exec(words) ?? [];
  return named(title, `${rest}${after}`, tables) ?? named(words, after, tables);
}

/** An office behind the words for its owner, or before "of" and its name. */
function named(title: string, after: string, tables: NameTables): Office | null {
  const plain = title.toLowerCase().replace(/\s+/gu, " ").trim();
  const whole = tables.offices.get(plain);
  if (whole !== undefined) {
    const [all = "", the, owner] = OWNER.exec(after) ?? [];
    if (owner === undefined) return null;
    const of = ownerOf(owner, tables);
    // "Head of the UN mission" is not the head of the UN.
    const goesOn =
      the !== undefined && of !== normalized(owner) && /^\s\p{Ll}/u.test(after.slice(all.length));
    return goesOn ? null : { office: whole, of };
  }
  // "Oxfam's head of logistics" is not the head of Oxfam, and "Lord Mayor of Tartu" no mayor of Lord.
  if (/^\s?(?:of|at|for)\b/u.test(after)) return null;
  const cut = plain.split(" ").findIndex((_, i, all) => i > 0 && tables.offices.has(all.slice(i).join(" ")));
  if (cut < 1) return null;
  const all = title.trim().split(/\s+/u);
  const owner = all.slice(0, cut).join(" ");
  const office = tables.offices.get(plain.split(" ").slice(cut).join(" "));
  // "Police chief", "new president": what stands before is no name.
  if (office === undefined || !/^\p{Lu}/u.test(owner) || !all.slice(0, cut).every(isCapital)) return null;
  return { office, of: ownerOf(owner, tables) };
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

/** A country by its own name, a body by its plain one. */
function ownerOf(words: string, { countries, short }: NameTables): string {
  const bare = words.replace(/['’]s?$/u, "").replace(/^the /iu, "");
  const plain = normalized(short.get(bare.replaceAll(".", "")) ?? bare);
  return countries.get(plain) ?? plain;
}
