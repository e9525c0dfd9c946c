import type { Reading } from "../../model/layers.ts";
import { contains, overlaps, type Span } from "../../model/span.ts";
import type { Name } from "../../model/token.ts";
import type { Tree } from "../tree.ts";
import { cleanNames, commonNouns } from "./clean-name.ts";
import { addMention, type Draft, newDraft } from "./draft.ts";
import { fullNameOf, withoutGeneration } from "./full-name.ts";
import { type BodyOf, bodiesIn, isPlainlyName, surnamesIn } from "./known-body.ts";
import { agreedTypes } from "./name-type.ts";
import { roleOf } from "./role.ts";
import type { EntityTables } from "./tables.ts";
import { apart, wholeNames } from "./whole-name.ts";

type Names = Reading<"tokens" | "names" | "timexes">;

/** A name, with the full name of the well-known body that it means. */
interface Typed extends Name {
  readonly body?: string | undefined;
}

/** Joins the names of an article: full names, surnames, aliases of countries, acronyms, shortened names. */
export function joinNames(reading: Names, { tree, tables }: { tree: Tree; tables: EntityTables }): Draft[] {
  const names = withoutTitles(reading, tables);
  const surnames = surnamesIn(names, reading, tables);
  const bodyOf = bodiesIn(names, { surnames, bodies: tables.bodies });
  const types = agreedTypes(names, { reading, tree, tables, surnames, bodyOf });
  const drafts: Draft[] = [];
  const sized = names.map((name) => ({ name, size: wordsOf(name.text).length }));
  const byLength = sized
    .sort((a, b) => b.size - a.size || a.name.start - b.name.start)
    .map(({ name }) => name);
  const nouns = commonNouns(reading.tokens);
  for (const name of byLength) {
    const type = types.get(name.text.toLowerCase()) ?? name.type;
    if (type === "other" && nouns.has(name.text.toLowerCase())) continue;
    const body = type === "organization" ? bodyOf(name.text) : undefined;
    placeName(drafts, { ...name, type, body: body?.name }, tables);
  }
  addMissedNames(drafts, reading, { tables, bodyOf });
  return drafts.sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
}

/** A word with a capital that is a country, a body or a person's surname in this article, which the name finder missed. */
function addMissedNames(
  drafts: Draft[],
  { tokens }: Names,
  { tables, bodyOf }: { readonly tables: EntityTables; readonly bodyOf: BodyOf },
): void {
  const covered = (token: Span) =>
    drafts.some((draft) => draft.mentions.some((mention) => overlaps(mention, token)));
  tokens.forEach(({ start, end, text }, index) => {
    if (!/^\p{Lu}\p{L}{2}/u.test(text) || covered({ start, end })) return;
    if (tables.countryOf.has(text.toLowerCase()))
      placeName(drafts, { start, end, text, type: "place" }, tables);
    const body = isPlainlyName(tokens, index) ? bodyOf(text)?.name : undefined;
    if (body !== undefined) placeName(drafts, { start, end, text, type: "organization", body }, tables);
    const owner = surnameOwner(drafts, [text], { givenNames: false });
    if (owner) addMention(owner, { start, end, text, kind: "name", rule: "surname-missed" });
  });
}

/** The rule of a mention that the table of bodies knows: no word of it is looked at as a place. */
const KNOWN_BODY = "known-body";

function placeName(drafts: Draft[], name: Typed, tables: EntityTables): void {
  const found = findDraft(drafts, name, tables);
  const draft = found?.draft ?? newDraft(name.type, canonical(name, tables));
  if (!found) drafts.push(draft);
  const { start, end, text } = name;
  const rule = name.body === undefined ? (found?.rule ?? "name") : KNOWN_BODY;
  addMention(draft, { start, end, text, kind: "name", rule });
}

/** "President Vladimir Putin" is a title and a name, wherever the name finder drew the line. */
function withoutTitles(reading: Names, tables: EntityTables): Name[] {
  const bare = wholeNames(reading, tables).flatMap((name) => cleanNames(name, reading.article.text, tables));
  const whole = bare.map((name): Name => {
    const end = wholeName(reading, name.end, tables);
    return { ...name, end, text: reading.article.text.slice(name.start, end) };
  });
  const isName = ({ text, end }: Name) =>
    tables.bodies.byName.has(text) || !isTitle(text, end, { reading, tables });
  return apart(whole).filter((name) => isName(name) && !isTime(name, reading, tables));
}

/** "Monday" of "Monday's fire", where it was found to be a time; "May" of "May said" is none, "the New Year" a thing. */
function isTime(
  { text, ...span }: Name,
  { timexes }: Names,
  { timeWords, thingNouns }: EntityTables,
): boolean {
  const words = text.toLowerCase();
  const isThing = thingNouns.has(words.split(" ").at(-1) ?? "");
  return timeWords.has(words) && !isThing && timexes.some((timex) => contains(timex, span));
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

/** "TV" of "Nippon TV", "Protocol" of "Kyoto Protocol". */
function endsNames(word: string, { organizationWords, thingNouns }: EntityTables): boolean {
  return organizationWords.has(word) || thingNouns.has(word);
}

/** "Nippon" of "Nippon TV": a proper noun that goes on right after a name belongs to it. */
function wholeName({ tokens, article }: Names, end: number, tables: EntityTables): number {
  let at = tokens.findIndex((token) => token.start >= end);
  let reached = end;
  while (at > 0) {
    const token = tokens[at];
    const joined = token && token.start - reached === 1 && article.text[reached] === " ";
    if (!joined || !/^\p{Lu}/u.test(token.text) || !endsNames(token.text.toLowerCase(), tables)) break;
    reached = token.end;
    at++;
  }
  return reached;
}

function findDraft(
  drafts: readonly Draft[],
  name: Typed,
  tables: EntityTables,
): { draft: Draft; rule: string } | undefined {
  const own = canonical(name, tables).toLowerCase();
  const same = drafts.find((draft) => draft.name.toLowerCase() === own);
  if (same) return { draft: same, rule: "same-name" };
  if (name.body !== undefined) return undefined;
  const words = wordsOf(name.text);
  const person = words.length < 3 && name.type !== "place" ? surnameOwner(drafts, words) : undefined;
  if (person) return { draft: person, rule: "surname" };
  const full = name.type === "person" ? fullNameOf(drafts, name, tables) : undefined;
  if (full) return { draft: full, rule: "shorter-name" };
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
  const persons = drafts
    .filter(({ type }) => type === "person")
    .map((draft) => ({ draft, full: withoutGeneration(draft.words) }))
    .filter(({ full }) => full.length > words.length);
  const bySurname = persons.filter(({ full }) => sameWords(full.slice(-words.length), words));
  const isPlain = ({ draft, full }: (typeof persons)[number]) => full.length === draft.words.length;
  // Where father and son are named, it is the one not told apart who goes by the surname alone.
  if (bySurname.length > 0) return (onlyOne(bySurname) ?? onlyOne(bySurname.filter(isPlain)))?.draft;
  if (!givenNames) return undefined;
  return onlyOne(persons.filter(({ full }) => sameWords(full.slice(0, words.length), words)))?.draft;
}

function onlyOne<Of>(all: readonly Of[]): Of | undefined {
  return all.length === 1 ? all[0] : undefined;
}

function canonical(name: Typed, tables: EntityTables): string {
  if (name.body !== undefined) return name.body;
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
