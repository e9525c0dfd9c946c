import { caseOf, dependents, relation, type Tree, tokenAt, tokensIn } from "../tree.ts";
import type { Draft } from "./draft.ts";
import { roleOf } from "./role.ts";
import type { EntityTables, Gender } from "./tables.ts";

/** A person without a name. */
export interface Nameless {
  /** What the word tells; undefined where it may be either. */
  readonly gender: Gender | undefined;
  /** "The mayor", "the man" may be somebody with a name after all, "a man" is another. */
  readonly isDefinite: boolean;
  /** The office of "the mayor". */
  readonly role: string | undefined;
}

interface Context {
  readonly drafts: readonly Draft[];
  readonly tree: Tree;
  readonly tables: Pick<EntityTables, "persons" | "roles">;
}

const DEFINITE = new Set(["the", "this", "that"]);

/** Nobody in particular, or no one who goes on being spoken of: "no nurse", "every driver". */
const NOBODY = new Set(["no", "any", "every", "each", "what", "which", "whatever"]);

/** "As a boy", "like a nurse": a comparison, or what somebody was. */
const LIKENESS = new Set(["as", "like", "than"]);

/** Parts of a longer noun or of a predicate, which bring up nobody by themselves: "man hunt", "became a nurse". */
const NO_PHRASE = new Set(["compound", "flat", "xcomp", "vocative", "fixed", "goeswith"]);

/** Nouns for one person who bears no name in the report, by token, with the gender that the word tells: "a 71-year-old man". */
export function namelessPersons(context: Context): ReadonlyMap<number, Nameless> {
  const { tree, tables } = context;
  const named = namedTokens(context);
  const found = new Map<number, Nameless>();
  tree.tokens.forEach(({ lemma, xpos }, index) => {
    if (xpos !== "NN") return;
    const noun = lemma.toLowerCase();
    const role = tables.persons.has(noun) ? undefined : roleOf(noun, tables);
    const isPerson = role !== undefined || tables.persons.has(noun);
    if (!isPerson || !isPhrase(tree, index) || isNamed(tree, index, named)) return;
    // "His lawyer said he would appeal" is most often about the client.
    if (role && dependents(tree, index, "nmod:poss").length > 0) return;
    if (dependents(tree, index, "det", "nummod", "nmod:poss").length === 0) return;
    // "The former official who …" describes at length who may well have a name.
    if (isDefinite(tree, index) && dependents(tree, index, "acl", "nmod").some((at) => at > index)) return;
    const gender = role ? role.gender : tables.persons.get(noun);
    found.set(index, { gender, isDefinite: isDefinite(tree, index), role: role?.role });
  });
  return found;
}

/** The tokens of the names, descriptions and offices of persons. */
function namedTokens({ drafts, tree }: Context): ReadonlySet<number> {
  const spans = drafts
    .filter(({ type }) => type === "person")
    .flatMap(({ mentions, roles }) => [...mentions, ...roles]);
  return new Set(
    spans.flatMap((span) => {
      const { from, to } = tokensIn(tree.tokens, span);
      return Array.from({ length: to - from }, (_, i) => from + i);
    }),
  );
}

function isDefinite(tree: Tree, index: number): boolean {
  return dependents(tree, index, "det").some((det) => DEFINITE.has(tokenAt(tree, det).lemma.toLowerCase()));
}

/** Whether the noun brings somebody up, and does not say what somebody is: "is a nurse". */
function isPhrase(tree: Tree, index: number): boolean {
  const isPart = NO_PHRASE.has(relation(tokenAt(tree, index)));
  const isPredicate = dependents(tree, index, "cop").length > 0;
  const isNobody = dependents(tree, index, "det").some((det) =>
    NOBODY.has(tokenAt(tree, det).lemma.toLowerCase()),
  );
  return !isPart && !isPredicate && !isNobody && !LIKENESS.has(caseOf(tree, index));
}

/** Whether the noun tells of somebody with a name: "firefighter Ines Weiss", "Ines Weiss, a nurse and mother of two". */
function isNamed(tree: Tree, index: number, named: ReadonlySet<number>): boolean {
  if (named.has(index) || named.has(index + 1)) return true;
  if (dependents(tree, index, "appos", "flat", "nmod:desc").some((child) => named.has(child))) return true;
  let at = index;
  for (let up = described(tree, at); up !== undefined; up = described(tree, at)) {
    at = up;
    if (named.has(at)) return true;
  }
  return false;
}

/** What the noun stands in apposition to, by itself or together with others. */
function described(tree: Tree, index: number): number | undefined {
  const token = tokenAt(tree, index);
  if (token.head < 0) return undefined;
  const isOneMore = relation(token) === "conj" && relation(tokenAt(tree, token.head)) === "appos";
  return relation(token) === "appos" || relation(token) === "nmod:desc" || isOneMore ? token.head : undefined;
}
