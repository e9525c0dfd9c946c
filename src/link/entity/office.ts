import { normalized } from "./plain.ts";
import type { NameTables } from "./tables.ts";

/** An office, and the country or body in which it is held. */
export interface Office {
  readonly office: string;
  readonly of: string;
}

/** A name after "of": "Norway", "the Baltic Harbour Fund", but not "Norway's coast guard". */
const OWNER =
  /^\s?(?:of|at) (?:the )?(\p{Lu}[\p{L}.-]*(?:\s(?:(?:and|of|for|de) )?\p{Lu}[\p{L}.-]*){0,5})(?![\p{L}.-]|['’])/u;
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

function named(title: string, after: string, tables: NameTables): Office | null {
  const words = title.trim().split(/\s+/u);
  const whole = tables.offices.get(words.join(" ").toLowerCase());
  return whole === undefined ? ownerBefore(words, after, tables) : ownerAfter(whole, after, tables);
}

/** "president of Norway" */
function ownerAfter(office: string, after: string, tables: NameTables): Office | null {
  const [all = "", owner] = OWNER.exec(after) ?? [];
  if (owner === undefined) return null;
  // "Head of the UN mission" is not the head of the UN.
  const goesOn = /^[\p{Lu}.]+$/u.test(owner) && /^\s\p{Ll}/u.test(after.slice(all.length));
  return goesOn ? null : { office, of: ownerOf(owner, tables) };
}

/** "Norway's president", "Baltic Fund chief" */
function ownerBefore(words: readonly string[], after: string, tables: NameTables): Office | null {
  // "Oxfam's head of logistics" is not the head of Oxfam, and "Lord Mayor of Tartu" no mayor of Lord.
  if (/^\s?(?:of|at|for)\b/u.test(after)) return null;
  const officeFrom = (from: number) => tables.offices.get(words.slice(from).join(" ").toLowerCase());
  const cut = words.findIndex((_, i) => i > 0 && officeFrom(i) !== undefined);
  const office = cut < 1 ? undefined : officeFrom(cut);
  const owner = words.slice(0, Math.max(0, cut));
  // "Police chief", "new president": what stands before is no name.
  return office === undefined || !owner.every(isCapital)
    ? null
    : { office, of: ownerOf(owner.join(" "), tables) };
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
