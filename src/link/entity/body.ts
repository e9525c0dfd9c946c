import { groupBy } from "../../model/group.ts";
import type { Bearer, Cluster } from "./bearer.ts";
import { Clusters } from "./clusters.ts";
import type { NameTables } from "./tables.ts";

const SMALL_WORDS = new Set(["of", "the", "and", "for", "on", "in", "de", "la", "to"]);
/** Bodies whose kind stands before or after what they are for: "Ministry of Health", "Health Ministry". */
const KINDS = new Set(["ministry", "department"]);
/** Letters alone are too weak where they are fewer. */
const SHORTEST_ACRONYM = 2;
const LONGEST_ACRONYM = 7;

/** Joins the names of organisations that are forms of one name, and acronyms to the one body that bears them. */
export function joinBodies(bearers: readonly Bearer[], tables: NameTables): readonly Cluster[] {
  const clusters = new Clusters(bearers);
  for (const [a, ...same] of groupBy(bearers, ({ name }) => wordsInOrder(name.words)).values())
    for (const b of same)
      if (a) clusters.join(a, b, { rule: "same-body", because: `${a.shown} / ${b.shown}` });
  for (const [a, ...same] of groupBy(bearers, ({ name }) => plainCompany(name.words, tables)).values())
    for (const b of same) if (a) clusters.join(a, b, { rule: "company", because: `${a.shown} / ${b.shown}` });
  joinAcronyms(bearers, clusters);
  return clusters.all();
}

/** "ministry of public health" and "public health ministry" give the same. */
function wordsInOrder(words: readonly string[]): string {
  const [kind = "", of, ...what] = words;
  const defence = (word: string) => (word === "defense" ? "defence" : word);
  const order = KINDS.has(kind) && of === "of" && what.length > 0 ? [...what, kind] : words;
  return order.map(defence).join(" ");
}

function plainCompany(words: readonly string[], { company }: NameTables): string {
  const end = words.findLastIndex((word) => !company.has(word)) + 1;
  return words.slice(0, Math.max(end, 1)).join(" ");
}

/** Who is called by an acronym: in its report, or by its letters. */
function joinAcronyms(bearers: readonly Bearer[], clusters: Clusters): void {
  const told = new Map<string, Set<Bearer>>();
  const spelled = new Map<string, Set<Bearer>>();
  for (const bearer of bearers) {
    if (bearer.name.words.length < 2) continue;
    for (const short of acronymsIn(bearer)) note(told, short, bearer);
    note(spelled, lettersOf(bearer.name.words), bearer);
  }
  for (const bearer of bearers) {
    const short = acronymOf(bearer.shown);
    if (short === null) continue;
    const known = told.get(short);
    const full = onlyOf(known ?? spelled.get(short), clusters);
    if (full)
      clusters.join(full, bearer, {
        rule: "acronym",
        because: `${known ? "given for" : "the letters of"} ${full.shown}`,
      });
  }
}

function note(lists: Map<string, Set<Bearer>>, short: string, bearer: Bearer): void {
  lists.set(short, (lists.get(short) ?? new Set()).add(bearer));
}

/** The one that it can be; several are none. */
function onlyOf(bearers: ReadonlySet<Bearer> | undefined, clusters: Clusters): Bearer | undefined {
  const [first] = bearers ?? [];
  const count = new Set(Array.from(bearers ?? [], (each) => clusters.of(each))).size;
  return count === 1 ? first : undefined;
}

function acronymOf(name: string): string | null {
  const letters = name.replace(/^the /iu, "").replaceAll(".", "");
  const fits = letters.length >= SHORTEST_ACRONYM && letters.length <= LONGEST_ACRONYM;
  return fits && /^\p{Lu}+$/u.test(letters) ? letters.toLowerCase() : null;
}

/** Acronyms by which its reports call it, which are made of its letters. */
function acronymsIn({ members, name }: Bearer): ReadonlySet<string> {
  const names = members.flatMap(({ entity }) => entity.mentions.filter(({ kind }) => kind === "name"));
  const shorts = new Set(names.flatMap(({ text }) => acronymOf(text) ?? []));
  const letters = lettersOf(name.words);
  return new Set([...shorts].filter((short) => letters.startsWith(short)));
}

function lettersOf(words: readonly string[]): string {
  return words
    .filter((word) => !SMALL_WORDS.has(word))
    .map((word) => word[0])
    .join("");
}
