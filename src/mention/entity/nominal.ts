import type { Reading } from "../../model/layers.ts";
import { textSpan } from "../../model/span.ts";
import { childrenOf, dependents, spanOfTokens, subtree, type Tree, tokenAt, tokensIn } from "../tree.ts";
import { bodyFor } from "./body-nominal.ts";
import { addMention, type Draft, draftAt } from "./draft.ts";
import { roleOf } from "./role.ts";
import type { EntityTables, RoleRow } from "./tables.ts";

interface Found {
  readonly draft: Draft;
  readonly rule: string;
}

interface Context {
  readonly drafts: readonly Draft[];
  readonly tree: Tree;
  readonly tables: EntityTables;
}

/**
 * Joins descriptions to names: "the prime minister" to the prime minister named before, "the islands" to
 * the islands named before. A description that fits two persons is left alone.
 */
export function joinNominals(reading: Reading<"tokens">, context: Context): void {
  markPlaceClasses(context);
  reading.tokens.forEach((token, index) => {
    const noun = token.upos === "NOUN" || (token.upos === "PROPN" && /^\p{Ll}/u.test(token.text));
    if (!noun || draftAt(context.drafts, token)) return;
    const found = [personFor, placeFor, vehicleFor, definiteBody].reduce<Found | undefined>(
      (known, find) => known ?? find(index, context),
      undefined,
    );
    if (!found) return;
    const span = spanOfTokens(context.tree, nounPhrase(context.tree, index));
    addMention(found.draft, {
      ...textSpan(reading.article.text, span.start, span.end),
      kind: "nominal",
      rule: found.rule,
    });
  });
}

/** Determiner, adjectives, numbers and compounds with their noun; not what follows it. */
function nounPhrase(tree: Tree, index: number): number[] {
  const tokens = subtree(tree, index, (child) => {
    const relation = tokenAt(tree, child).deprel;
    return (
      !["det", "amod", "compound", "nummod", "nmod:poss", "punct", "case"].includes(relation) || child > index
    );
  });
  const first = tokens.findIndex((token) => !["case", "punct"].includes(tokenAt(tree, token).deprel));
  return tokens.slice(Math.max(0, first));
}

function isDefinite(tree: Tree, index: number): boolean {
  return dependents(tree, index, "det").some((child) =>
    ["the", "this", "these", "both"].includes(tokenAt(tree, child).lemma),
  );
}

function personFor(index: number, context: Context): Found | undefined {
  const { drafts, tree, tables } = context;
  const token = tokenAt(tree, index);
  if (!isDefinite(tree, index)) return undefined;
  const words = [...dependents(tree, index, "compound", "amod").filter((child) => child < index), index];
  const row = roleOf(words.map((word) => tokenAt(tree, word).text).join(" "), tables);
  const complement = dependents(tree, index, "nmod").some((child) => child > index);
  if (!row || complement || ["NNS", "NNPS"].includes(token.xpos)) return undefined;
  if (token.deprel === "appos") return undefined;
  const modifiers = words.slice(0, -1).map((word) => tokenAt(tree, word).text.toLowerCase());
  const holders = drafts.filter(
    (draft) =>
      draft.roleNouns.has(row.role) &&
      modifiers.every((word) => draft.roles.some((role) => role.text.toLowerCase().includes(word))) &&
      (draft.mentions[0]?.start ?? Infinity) < token.start,
  );
  if (holders.length === 1 && holders[0]) return { draft: holders[0], rule: "role-for-name" };
  const only = row.standsAlone && holders.length === 0 ? onlyPerson(index, row, context) : undefined;
  return only && { draft: only, rule: "only-person" };
}

/** The one person of this gender that was named so far, of whom no other office is told. */
function onlyPerson(index: number, { gender }: RoleRow, { drafts, tree }: Context): Draft | undefined {
  const { start } = tokenAt(tree, index);
  const named = drafts.filter(
    (draft) =>
      draft.type === "person" &&
      (draft.mentions[0]?.start ?? start) < start &&
      (!gender || !draft.gender || draft.gender === gender),
  );
  const [only, ...others] = named;
  return others.length === 0 && only?.roleNouns.size === 0 ? only : undefined;
}

/** "the company", "the ministry"; with more words after it ("the company that …") it may be another. */
function definiteBody(index: number, context: Context): Found | undefined {
  const { tree } = context;
  const isOther = dependents(tree, index, "nmod", "acl").some((child) => child > index);
  const isPlain = dependents(tree, index, "compound", "amod", "nmod:poss").length === 0;
  if (isOther || !isPlain || !isDefinite(tree, index)) return undefined;
  return bodyFor(index, context);
}

function markPlaceClasses({ drafts, tree, tables }: Context): void {
  for (const draft of drafts.filter((each) => each.type === "place")) {
    const words = draft.name.toLowerCase().split(/\s+/u);
    draft.placeClass = words.map((word) => classOf(word, tables)).find((each) => each !== undefined);
    const mention = draft.mentions[0];
    const next = mention && tree.tokens.find((token) => token.start >= mention.end);
    if (next && next.start - (mention?.end ?? 0) <= 1) draft.placeClass ??= classOf(next.lemma, tables);
  }
}

function classOf(noun: string, tables: EntityTables): string | undefined {
  return tables.placeNouns.get(noun) ?? tables.placeNouns.get(noun.replace(/s$/u, ""));
}

/** "the islands", "four disputed islands", "islands in the … chain": the one group of islands there is. */
function placeFor(index: number, context: Context): Found | undefined {
  const { drafts, tree, tables } = context;
  const noun = classOf(tokenAt(tree, index).lemma, tables);
  if (!noun) return undefined;
  const within = namedWithin(index, context);
  if (within) return within.placeClass === noun ? { draft: within, rule: "part-of-place" } : undefined;
  if (!isDefinite(tree, index) && dependents(tree, index, "nummod").length === 0) return undefined;
  const candidates = drafts.filter((draft) => draft.type === "place" && draft.placeClass === noun);
  return candidates.length === 1 && candidates[0] ? { draft: candidates[0], rule: "place-noun" } : undefined;
}

/** "the Baltic Star … the ship": the one thing so far whose name stands after "the", or after such a noun. */
function vehicleFor(index: number, { drafts, tree, tables }: Context): Found | undefined {
  const token = tokenAt(tree, index);
  if (!tables.vehicles.has(token.lemma.toLowerCase()) || !isDefinite(tree, index)) return undefined;
  const named = drafts.filter((draft) =>
    draft.mentions.some((mention) => {
      const before =
        mention.end < token.start ? tree.tokens[tokensIn(tree.tokens, mention).from - 1] : undefined;
      const word = before?.lemma.toLowerCase() ?? "";
      return (
        mention.kind === "name" &&
        ["other", "organization"].includes(draft.type) &&
        (word === "the" || tables.vehicles.has(word))
      );
    }),
  );
  return named.length === 1 && named[0] ? { draft: named[0], rule: "vehicle-noun" } : undefined;
}

function namedWithin(index: number, { drafts, tree }: Context): Draft | undefined {
  for (const child of childrenOf(tree, index)) {
    const draft = child > index ? draftAt(drafts, tokenAt(tree, child)) : undefined;
    if (draft?.type === "place") return draft;
  }
  return undefined;
}
