import type { Reading } from "../../model/layers.ts";
import type { Name, NameType } from "../../model/token.ts";
import { caseOf, headOfSpan, relation, type Tree, tokenAt } from "../tree.ts";
import type { BodyOf } from "./known-body.ts";
import type { EntityTables } from "./tables.ts";
import { isShip } from "./whole-name.ts";

/** What the name finder says counts once; what it could not tell counts less than any other opinion. */
const FINDER_VOTE = 1;
const OTHER_VOTE = 0.25;
/** What the words around a name say counts more: persons are seldom "in" or "near" something. */
const CONTEXT_VOTE = 2;
/** More than all others together: the article itself, or a table, says what it is. */
const DECISIVE = 1000;

const INSIDE = new Set(["in", "at", "near", "outside", "inside", "off", "across", "around"]);
const TOWARDS = new Set(["to", "from", "into", "for"]);

/** "Karl J. Tamm", "Karl J. Tamm Jr.": only persons are called so, even where something lies "in" one. */
const INITIALLED = /^\p{Lu}\p{L}+(?: \p{Lu}\.)+ \p{Lu}[\p{L}'’-]+(?:,? [JS]r\.?)?$/u;

interface Context {
  readonly reading: Reading<"tokens">;
  readonly tree: Tree;
  readonly tables: EntityTables;
  /** "Jordan" in a report of Michael Jordan, in small letters: what a table says of the word does not decide. */
  readonly surnames: ReadonlySet<string>;
  readonly bodyOf: BodyOf;
}

/** The type of each surface (in lower case): all its mentions in the article vote, with what stands around them. */
export function agreedTypes(names: readonly Name[], context: Context): ReadonlyMap<string, NameType> {
  const votes = new Map<string, Map<NameType, number>>();
  for (const name of names) {
    const counts = votes.get(name.text.toLowerCase()) ?? new Map<NameType, number>();
    const known = context.surnames.has(name.text.toLowerCase()) ? undefined : knownType(name.text, context);
    for (const [type, weight] of opinions(name, known, context))
      counts.set(type, (counts.get(type) ?? 0) + weight);
    votes.set(name.text.toLowerCase(), counts);
  }
  const types = new Map(
    [...votes].map(([text, counts]) => [text, [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "other"]),
  );
  for (const short of companiesIn(types, context)) types.set(short, "organization");
  return types;
}

/** "Kask" where the report names Kask Ltd., and nobody called Kask. */
function companiesIn(types: ReadonlyMap<string, NameType>, { surnames, tables }: Context): readonly string[] {
  return [...types].flatMap(([text, type]) => {
    const [first = "", ...ends] = text.split(/\s+/u);
    const isCompany =
      ends.length > 0 && ends.every((word) => tables.companyEnds.has(word.replace(/\.$/u, "")));
    return type === "organization" && isCompany && types.has(first) && !surnames.has(first) ? [first] : [];
  });
}

function opinions(name: Name, known: NameType | undefined, context: Context): [NameType, number][] {
  if (name.type === "person" && INITIALLED.test(name.text)) return [["person", DECISIVE]];
  const words = name.text.toLowerCase().split(/\s+/u);
  const ends = [words[0] ?? "", words.at(-1) ?? ""];
  const placed =
    words.length > 1 &&
    name.type !== "person" &&
    ends.some((word) => isPlaceNoun(word.replace(/s$/u, ""), context.tables));
  return [
    ...(placed ? [["place", CONTEXT_VOTE] as [NameType, number]] : []),
    [name.type, name.type === "other" ? OTHER_VOTE : FINDER_VOTE],
    ...(known ? [[known, DECISIVE] as [NameType, number]] : []),
    ...surroundings(name, context),
  ];
}

function knownType(text: string, { reading, tables, bodyOf }: Context): NameType | undefined {
  const { agency, dateline, outlet } = reading.article;
  const words = text.toLowerCase();
  if (tables.countryOf.has(words) || tables.capitalOf.has(words)) return "place";
  if (words === dateline?.place?.toLowerCase()) return "place";
  if (bodyOf(text)) return "organization";
  const publisher = outlet?.toLowerCase().replace(/^the /u, "");
  if ([agency?.toLowerCase(), dateline?.agency?.toLowerCase(), publisher].includes(words))
    return "organization";
  const last = words.split(/\s+/u).at(-1) ?? "";
  if (words.includes(" ") && tables.thingNouns.has(last)) return "other";
  if (isShip(text)) return "other";
  const organization = tables.organizationWords.has(last) && !isPlaceNoun(last, tables);
  return organization && words.includes(" ") ? "organization" : undefined;
}

/** "the island of", "the city of": the name after it is a place. */
function isPlaceNoun(noun: string, tables: EntityTables): boolean {
  return tables.placeNouns.has(noun) || SETTLEMENTS.has(noun);
}

const SETTLEMENTS = new Set([
  "city",
  "town",
  "village",
  "port",
  "harbour",
  "harbor",
  "capital",
  "municipality",
  "suburb",
]);

function surroundings(name: Name, { tree, tables }: Context): [NameType, number][] {
  const head = headOfSpan(tree.tokens, name);
  if (head === undefined) return [];
  const token = tokenAt(tree, head);
  const next = tree.tokens.find((each) => each.start >= name.end);
  const placed = next?.upos === "NOUN" && next.start - name.end === 1 && tables.placeNouns.has(next.lemma);
  if (placed && name.type === "other") return [["place", CONTEXT_VOTE]];
  const leadsThere =
    token.deprel === "obj" && token.head >= 0 && tables.placeVerbs.has(tokenAt(tree, token.head).lemma);
  if (leadsThere && name.type !== "organization") return [["place", FINDER_VOTE]];
  // "the oil giant Norva": what stands right before the name says what it is.
  const before = tree.tokens.findLast((each) => name.start - each.end === 1);
  const described = before !== undefined && tables.organizationWords.has(before.text);
  if (described && name.type === "other") return [["organization", CONTEXT_VOTE]];
  if (token.head < 0) return [];
  const governor = tokenAt(tree, token.head).lemma.toLowerCase();
  // "Norva chief Anu Kask", "Norva's chief": companies have such roles, persons hold them.
  const leads = ["compound", "nmod"].includes(relation(token)) && caseOf(tree, head) === "";
  if (leads && name.type === "other" && tables.companyRoles.has(governor))
    return [["organization", CONTEXT_VOTE]];
  if (!["obl", "nmod", "compound"].includes(relation(token))) return [];
  const preposition = caseOf(tree, head);
  const isOfCompany = tables.companyNouns.has(governor) && ["", "of", "in", "'s", "’s"].includes(preposition);
  if (isOfCompany && name.type !== "place") return [["organization", CONTEXT_VOTE]];
  if (relation(token) === "compound") return [];
  if (INSIDE.has(preposition)) return [["place", CONTEXT_VOTE]];
  if (TOWARDS.has(preposition) && tables.journeyWords.has(governor)) return [["place", CONTEXT_VOTE]];
  if (preposition === "of" && isPlaceNoun(governor, tables)) return [["place", DECISIVE]];
  if (preposition === "of" && tables.companyRoles.has(governor)) return [["organization", CONTEXT_VOTE]];
  return [];
}
