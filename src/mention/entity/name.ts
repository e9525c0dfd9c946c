import type { Reading } from "../../model/layers.ts";
import type { Name, NameType } from "../../model/token.ts";
import { addMention, type Draft, newDraft } from "./draft.ts";
import { titleLength } from "./role.ts";
import type { EntityTables } from "./tables.ts";

type Names = Reading<"tokens" | "names">;

/** Words that end the name of an organisation, whatever stands before them. */
const ORGANIZATION_ENDINGS = new Set([
  "TV",
  "Television",
  "Radio",
  "News",
  "Agency",
  "Ministry",
  "Bank",
  "University",
  "Council",
  "Committee",
  "Commission",
  "Authority",
  "Party",
  "Union",
  "Times",
  "Post",
  "Herald",
  "Gazette",
  "Ltd",
  "Inc",
  "Corp",
]);

/** Joins the names of an article: full names, surnames, aliases of countries, acronyms, shortened names. */
export function joinNames(reading: Names, tables: EntityTables): Draft[] {
  const names = withoutTitles(reading, tables);
  const types = agreedTypes(names, tables);
  const drafts: Draft[] = [];
  const byLength = [...names].sort(
    (a, b) => wordsOf(b.text).length - wordsOf(a.text).length || a.start - b.start,
  );
  for (const name of byLength)
    placeName(drafts, { ...name, type: types.get(name.text) ?? name.type }, tables);
  return drafts.sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
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
  return reading.names.flatMap((name) => {
    const text = name.text.replace(/['’]s?$/u, "");
    const cut = name.type === "person" ? titleLength(text, tables) : 0;
    const start = name.start + cut;
    const whole = reading.article.text.slice(start, wholeName(reading, name.start + text.length));
    const type = typeByForm(whole, name.type, reading, tables);
    return whole.trim() === "" ? [] : [{ start, end: start + whole.length, text: whole, type }];
  });
}

/** "Nippon" of "Nippon TV": a proper noun that goes on right after a name belongs to it. */
function wholeName({ tokens, article }: Names, end: number): number {
  let at = tokens.findIndex((token) => token.start >= end);
  let reached = end;
  while (at > 0) {
    const token = tokens[at];
    const joined = token && token.start - reached === 1 && article.text[reached] === " ";
    if (!joined || !ORGANIZATION_ENDINGS.has(token.text)) break;
    reached = token.end;
    at++;
  }
  return reached;
}

/** What the words themselves say of the type: agencies and outlets, endings, a place noun right after. */
function typeByForm(
  text: string,
  type: NameType,
  { article, tokens }: Names,
  tables: EntityTables,
): NameType {
  const { agency, dateline, outlet } = article;
  if (text === agency || text === dateline?.agency || text === outlet) return "organization";
  if (ORGANIZATION_ENDINGS.has(wordsOf(text).at(-1) ?? "")) return "organization";
  const at = article.text.indexOf(text);
  const next = tokens.find((token) => token.start >= at + text.length);
  const followed =
    next && next.start - at - text.length === 1 && next.upos === "NOUN" && tables.placeNouns.has(next.lemma);
  return followed && type === "other" ? "place" : type;
}

/** One surface has one type in an article: countries by the table, others by majority. */
function agreedTypes(names: readonly Name[], tables: EntityTables): Map<string, NameType> {
  const votes = new Map<string, Map<NameType, number>>();
  for (const name of names) {
    const counts = votes.get(name.text) ?? new Map<NameType, number>();
    counts.set(name.type, (counts.get(name.type) ?? 0) + 1);
    votes.set(name.text, counts);
  }
  const agreed = new Map<string, NameType>();
  for (const [text, counts] of votes) {
    const country = tables.countryOf.has(text.toLowerCase()) || tables.capitalOf.has(text.toLowerCase());
    const best = [...counts].sort((a, b) => b[1] - a[1])[0];
    agreed.set(text, country ? "place" : (best?.[0] ?? "other"));
  }
  return agreed;
}

function findDraft(
  drafts: readonly Draft[],
  name: Name,
  tables: EntityTables,
): { draft: Draft; rule: string } | undefined {
  const same = drafts.find((draft) => sameName(draft.name, canonical(name, tables)));
  if (same) return { draft: same, rule: "same-name" };
  const words = wordsOf(name.text);
  const person = words.length < 3 && name.type !== "place" ? surnameOwner(drafts, words) : undefined;
  if (person) return { draft: person, rule: "surname" };
  if (name.type !== "organization" && name.type !== "other") return undefined;
  const acronym = drafts.find((draft) => draft.type === "organization" && isAcronym(name.text, draft.name));
  if (acronym) return { draft: acronym, rule: "acronym" };
  const short = drafts.filter(
    (draft) => draft.type === name.type && sameName(wordsOf(draft.name)[0] ?? "", name.text),
  );
  return short.length === 1 && short[0] ? { draft: short[0], rule: "shortened-name" } : undefined;
}

/** The one person whose name ends with these words, or begins with this single one. */
function surnameOwner(drafts: readonly Draft[], words: readonly string[]): Draft | undefined {
  const persons = drafts.filter(
    (draft) => draft.type === "person" && wordsOf(draft.name).length > words.length,
  );
  const bySurname = persons.filter((draft) => sameWords(wordsOf(draft.name).slice(-words.length), words));
  if (bySurname.length > 0) return bySurname.length === 1 ? bySurname[0] : undefined;
  const byGivenName = persons.filter((draft) => sameWords(wordsOf(draft.name).slice(0, words.length), words));
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
