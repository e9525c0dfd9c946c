import type { Name, Token } from "../../model/token.ts";
import { titleLength } from "./role.ts";
import type { EntityTables } from "./tables.ts";

/** Between a photographer and an agency: "Karl Tamm - AP", "Karl Tamm/Reuters". */
const CREDIT = /\s+[-–—]\s+|\s*[\\/|]+\s*/u;
/** "AP Photo" is the agency. */
const PICTURE = /^(\S+)\s+(?:file\s+)?(?:photos?|pictures?|images?)$/iu;
/** "(D-N.Y.)": a party and what its member stands for. */
const PARTY = /^[DIR]\s?[-–]\s?(?=\p{Lu})/u;
/** "Jackson lorazepam": a word in small letters after a person's name, but not "Mun Kwang-su". */
const SMALL_END = /(?<=\p{L})\s\p{Ll}\p{L}*$/u;

/** Common nouns of the report: "Budget" in a heading is none's name where the report tells of a budget, too. */
export function commonNouns(tokens: readonly Token[]): ReadonlySet<string> {
  const nouns = tokens.filter(({ upos, text }) => upos === "NOUN" && /^\p{Ll}/u.test(text));
  return new Set(nouns.map(({ text }) => text));
}

/** The name without what is no part of it; the two of a photo credit; none where no word of a name stays. */
export function cleanNames(name: Name, text: string, tables: EntityTables): Name[] {
  return withoutCredit(name, tables)
    .map((part) => withoutParty(part, text, tables))
    .flatMap((part) => withoutOrigin(part, tables))
    .map((part) => withoutTitleEnd(part, text, tables))
    .map((part) => (part.type === "person" ? barePerson(part, tables) : part))
    .map((part) =>
      tables.bodies.byName.has(part.text) ? part : cut(part, 0, part.text.replace(/['’]s?$/u, "").length),
    )
    .filter((part) => /\p{Lu}|\p{N}/u.test(part.text) && !/^photos?$/iu.test(part.text));
}

function cut(name: Name, from: number, to = name.text.length): Name {
  return { ...name, start: name.start + from, end: name.start + to, text: name.text.slice(from, to) };
}

/** The photographer and the agency of a credit, each by itself. */
function withoutCredit(name: Name, { agencies }: EntityTables): Name[] {
  const [before = "", after = ""] = name.text.split(CREDIT);
  const [ours, theirs] = [before, after].map((part) => PICTURE.exec(part)?.[1] ?? part) as [string, string];
  const isCredit = [ours, theirs].some((part) => agencies.has(part.toLowerCase()));
  if (!isCredit) return [/[\\|]/u.test(name.text) ? cut(name, 0, before.length) : name];
  const from = name.text.length - after.length;
  return [cut(name, 0, ours.length), cut(name, from, from + theirs.length)];
}

function withoutParty(name: Name, text: string, { places, countryOf }: EntityTables): Name {
  const size = PARTY.exec(name.text)?.[0].length ?? 0;
  if (size === 0) return name;
  const place = cut({ ...name, type: "place" }, size);
  const pointed = { ...place, end: place.end + 1, text: `${place.text}.` };
  if (text[place.end] === "." && places.abbreviations.has(pointed.text)) return pointed;
  const isPlace = places.abbreviations.has(place.text) || countryOf.has(place.text.toLowerCase());
  return isPlace || places.gazetteer.lookup(place.text).length > 0 ? place : name;
}

/** "Teresa Vane of Norva": a name of two words or more, and where its bearer comes from. */
const ORIGIN = /^(\p{Lu}[^\s,]*(?: \p{Lu}[^\s,]*)+) of (\p{Lu}.*)$/u;

/**
 * The person and the place of "Teresa Vane of Norva". A single word goes with its "of": "Joan of Arc", "Duke of York",
 * and so do bodies: "Reserve Bank of India".
 */
function withoutOrigin(name: Name, tables: EntityTables): Name[] {
  const [, bearer = "", origin = ""] = ORIGIN.exec(name.text) ?? [];
  if (bearer === "" || name.type === "organization" || tables.bodies.byName.has(name.text)) return [name];
  const words = bearer.toLowerCase().split(" ");
  const isBody = words.some((word) => tables.organizationWords.has(word) || tables.thingNouns.has(word));
  const isPerson = name.type === "person" || tables.givenNames.has(words[0] ?? "");
  if (isBody || !isPerson || tables.roles.has(words.join(" "))) return [name];
  const person = cut({ ...name, type: "person" }, 0, bearer.length);
  const place = cut({ ...name, type: "place" }, name.text.length - origin.length);
  const { places, countryOf } = tables;
  const isPlace = countryOf.has(origin.toLowerCase()) || places.gazetteer.lookup(origin).length > 0;
  return isPlace ? [person, place] : [person];
}

/** "Secretary of | State Ana Weiss": the end of a title that stands before the name is none of its words. */
function withoutTitleEnd(name: Name, text: string, { roles }: EntityTables): Name {
  const space = name.text.indexOf(" ");
  const before = /\p{L}+ of $/u.exec(text.slice(Math.max(0, name.start - LONGEST_LEAD), name.start))?.[0];
  if (name.type !== "person" || space < 0 || before === undefined) return name;
  return roles.has(`${before}${name.text.slice(0, space)}`.toLowerCase()) ? cut(name, space + 1) : name;
}

/** Characters before a name in which the beginning of such a title stands. */
const LONGEST_LEAD = 24;

/** A person's name without title, without what the people of a place are called, and without words that follow it. */
function barePerson(name: Name, tables: EntityTables): Name {
  const { demonyms } = tables.places;
  const [first = "", ...others] = name.text.split(" ");
  const isPeople = others.length > 1 && demonyms.has(first) && !tables.givenNames.has(first.toLowerCase());
  const bare = cut(
    name,
    isPeople ? first.length + 1 : titleLength(name.text.replace(/['’]s?$/u, ""), tables),
  );
  const end = SMALL_END.exec(bare.text)?.index;
  return cut(bare, 0, end);
}
