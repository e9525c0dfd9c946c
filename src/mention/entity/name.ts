import type { Reading } from "../../model/layers.ts";
import { overlaps, type Span } from "../../model/span.ts";
import type { Name } from "../../model/token.ts";
import type { Tree } from "../tree.ts";
import { addMention, type Draft, newDraft } from "./draft.ts";
import { agreedTypes } from "./name-type.ts";
import { roleOf, titleLength } from "./role.ts";
import type { EntityTables } from "./tables.ts";

type Names = Reading<"tokens" | "names">;

/** Joins the names of an article: full names, surnames, aliases of countries, acronyms, shortened names. */
export function joinNames(reading: Names, { tree, tables }: { tree: Tree; tables: EntityTables }): Draft[] {
  const names = withoutTitles(reading, tables);
  const types = agreedTypes(names, { reading, tree, tables });
  const drafts: Draft[] = [];
  const sized = names.map((name) => ({ name, size: wordsOf(name.text).length }));
  const byLength = sized
    .sort((a, b) => b.size - a.size || a.name.start - b.name.start)
    .map(({ name }) => name);
  for (const name of byLength)
    placeName(drafts, { ...name, type: types.get(name.text.toLowerCase()) ?? name.type }, tables);
  addMissedNames(drafts, reading, tables);
  return drafts.sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
}

/** A word with a capital that is a country, or a person's surname in this article, where the name finder missed it. */
function addMissedNames(drafts: Draft[], { tokens }: Names, tables: EntityTables): void {
  const covered = (token: Span) =>
    drafts.some((draft) => draft.mentions.some((mention) => overlaps(mention, token)));
  for (const { start, end, text } of tokens) {
    if (!/^\p{Lu}\p{L}{2}/u.test(text) || covered({ start, end })) continue;
    if (tables.countryOf.has(text.toLowerCase()))
      placeName(drafts, { start, end, text, type: "place" }, tables);
    const owner = surnameOwner(drafts, [text], { givenNames: false });
    if (owner) addMention(owner, { start, end, text, kind: "name", rule: "surname-missed" });
  }
}

function placeName(drafts: Draft[], name: Name, tables: EntityTables): void {
  const found = findDraft(drafts, name, tables);
  const draft = found?.draft ?? newDraft(name.type, canonical(name, tables));
  if (!found) drafts.push(draft);
  const { start, end, text } = name;
  addMention(draft, { start, end, text, kind: "name", rule: found?.rule ?? "name" });
}

/** "President Vladimir Putin" is a title and a name, wherever the name finder drew the line. */
function withoutTitles(reading: Names, tables: EntityTables): Name[] {
  return wholeCountries(reading, tables).flatMap((name) => {
    const text = name.text.replace(/['’]s?$/u, "");
    const cut = name.type === "person" ? titleLength(text, tables) : 0;
    const start = name.start + cut;
    const whole = reading.article.text.slice(start, wholeName(reading, name.start + text.length, tables));
    const none = !/\p{Lu}|\p{N}/u.test(whole) || isTitle(whole, start + whole.length, { reading, tables });
    return none ? [] : [{ start, end: start + whole.length, text: whole, type: name.type }];
  });
}

/** "Bosnia and Herzegovina" is one name, wherever the name finder drew the line. */
function wholeCountries({ article, names }: Names, tables: EntityTables): Name[] {
  const countries = [...article.text.matchAll(tables.longCountries)].map(
    ({ 0: text, index }): Name => ({ start: index, end: index + text.length, text, type: "place" }),
  );
  const inside = (name: Name) =>
    countries.some((country) => country.start <= name.start && name.end <= country.end);
  const around = (country: Name) =>
    names.some((name) => name.start <= country.start && country.end <= name.end && !inside(name));
  return [...names.filter((name) => !inside(name)), ...countries.filter((country) => !around(country))];
}

/** "Fisheries Minister", "Regional" of "Regional Affairs Minister": an office and no name. */
function isTitle(
  words: string,
  end: number,
  { reading, tables }: { reading: Names; tables: EntityTables },
): boolean {
  if (roleOf(words, tables)) return true;
  const from = reading.tokens.findIndex((token) => token.start >= end);
  let reached = end;
  for (let at = from; at >= 0 && at < from + LONGEST_TITLE; at++) {
    const token = reading.tokens[at];
    if (!token || token.start - reached !== 1 || !/^\p{Lu}/u.test(token.text)) return false;
    reached = token.end;
    if (roleOf(reading.article.text.slice(end, reached).trim(), tables)) return true;
  }
  return false;
}

/** Words of an office that may follow the one taken for a name. */
const LONGEST_TITLE = 3;

/** "Nippon" of "Nippon TV": a proper noun that goes on right after a name belongs to it. */
function wholeName({ tokens, article }: Names, end: number, tables: EntityTables): number {
  let at = tokens.findIndex((token) => token.start >= end);
  let reached = end;
  while (at > 0) {
    const token = tokens[at];
    const joined = token && token.start - reached === 1 && article.text[reached] === " ";
    if (!joined || !/^\p{Lu}/u.test(token.text) || !tables.organizationWords.has(token.text.toLowerCase()))
      break;
    reached = token.end;
    at++;
  }
  return reached;
}

function findDraft(
  drafts: readonly Draft[],
  name: Name,
  tables: EntityTables,
): { draft: Draft; rule: string } | undefined {
  const own = canonical(name, tables).toLowerCase();
  const same = drafts.find((draft) => draft.name.toLowerCase() === own);
  if (same) return { draft: same, rule: "same-name" };
  const words = wordsOf(name.text);
  const person = words.length < 3 && name.type !== "place" ? surnameOwner(drafts, words) : undefined;
  if (person) return { draft: person, rule: "surname" };
  if (name.type !== "organization" && name.type !== "other") return undefined;
  const acronym = drafts.find((draft) => draft.type === "organization" && isAcronym(name.text, draft.name));
  if (acronym) return { draft: acronym, rule: "acronym" };
  const short = drafts.filter(
    (draft) => draft.type === name.type && sameName(draft.words[0] ?? "", name.text),
  );
  return short.length === 1 && short[0] ? { draft: short[0], rule: "shortened-name" } : undefined;
}

/** The one person whose name ends with these words, or begins with this single one. */
function surnameOwner(
  drafts: readonly Draft[],
  words: readonly string[],
  { givenNames = true } = {},
): Draft | undefined {
  const persons = drafts.filter((draft) => draft.type === "person" && draft.words.length > words.length);
  const bySurname = persons.filter((draft) => sameWords(draft.words.slice(-words.length), words));
  if (bySurname.length > 0) return bySurname.length === 1 ? bySurname[0] : undefined;
  if (!givenNames) return undefined;
  const byGivenName = persons.filter((draft) => sameWords(draft.words.slice(0, words.length), words));
  return byGivenName.length === 1 ? byGivenName[0] : undefined;
}

function canonical(name: Name, tables: EntityTables): string {
  const bare = name.text.replace(/^the /iu, "");
  return tables.countryOf.get(bare.toLowerCase())?.country ?? bare;
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, i) => sameName(word, b[i] ?? ""));
}

export function wordsOf(name: string): string[] {
  return name.split(/\s+/u).filter((word) => word !== "");
}

const SMALL_WORDS = new Set(["of", "the", "and", "for", "on", "in", "de", "la"]);

function isAcronym(short: string, name: string): boolean {
  const letters = short.replace(/\./gu, "");
  const words = wordsOf(name).filter((word) => !SMALL_WORDS.has(word.toLowerCase()));
  return letters.length > 1 && words.length > 1 && words.map((word) => word[0]).join("") === letters;
}
