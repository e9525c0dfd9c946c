import type { Entity } from "../../model/entity.ts";
import { contains } from "../../model/span.ts";
import { relation, type Tree, tokenAt } from "../tree.ts";
import type { EventContext } from "./context.ts";

type Words = Pick<EventContext, "tree" | "entityOf" | "reading">;

/** A chain of pronouns longer than this ("She … She … She …") is not followed back to its name. */
const MAX_LINKS = 4;
/** How far back a name is looked for: more than two long sentences. */
const MAX_TOKENS = 120;

/**
 * Whose name may stand for the pronoun: only where the name is near and nobody else can be meant, since a wrong name in a
 * line is worse than none. It is the only subject of its kind in the same sentence or the one before, or the only one of
 * its kind named before the pronoun in the same sentence (centering: a pronoun takes up the subject first).
 */
export function nameForPronoun(index: number, words: Words, links = 0): Entity | undefined {
  const entity = words.entityOf.get(index);
  if (!entity || links > MAX_LINKS || isQuoted(index, words)) return undefined;
  const { sentence } = tokenAt(words.tree, index);
  for (const each of [sentence, sentence - 1]) {
    const before = entitiesIn(each, index, words);
    const own = before.filter((at) => words.entityOf.get(at) === entity);
    if (own.length === 0) continue;
    const subjects = before.filter((at) => isSubject(at, words.tree));
    const among = subjects.some((at) => own.includes(at)) ? subjects : each === sentence ? before : [];
    return among.length > 0 && isOnlyOne(entity, among, words) && isKnown(own, entity, words, links)
      ? entity
      : undefined;
  }
  return undefined;
}

/** In direct speech "he" is never the speaker, and whom the speaker named before is often not in the report. */
function isQuoted(index: number, { tree, reading }: Words): boolean {
  const token = tokenAt(tree, index);
  return reading.quotations.some(
    ({ kind, content, pieces }) =>
      kind === "direct" && (pieces ?? [content]).some((piece) => contains(piece, token)),
  );
}

/** "Lawmaker Jan Berg accused": the parse may hang the name on a noun that it takes for the subject. */
function isSubject(index: number, tree: Tree): boolean {
  let token = tokenAt(tree, index);
  while (token.head >= 0 && ["appos", "flat"].includes(relation(token))) token = tokenAt(tree, token.head);
  return relation(token) === "nsubj";
}

/** Tokens of the sentence before the index that stand for an entity, the nearest first. */
function entitiesIn(sentence: number, end: number, { tree, entityOf }: Words): readonly number[] {
  const found: number[] = [];
  const from = Math.max(0, end - MAX_TOKENS);
  for (let at = end - 1; at >= from && tokenAt(tree, at).sentence >= sentence; at--) {
    if (tokenAt(tree, at).sentence === sentence && entityOf.has(at)) found.push(at);
  }
  return found;
}

function isOnlyOne(entity: Entity, among: readonly number[], { entityOf }: Words): boolean {
  return among.every((at) => {
    const other = entityOf.get(at);
    return other === entity || other?.type !== entity.type || isOtherGender(other, entity);
  });
}

/** Whether the report calls one of them "he" and the other "she". */
function isOtherGender(one: Entity, other: Entity): boolean {
  const [first, second] = [genderOf(one), genderOf(other)];
  return first !== undefined && second !== undefined && first !== second;
}

function genderOf({ mentions }: Entity): string | undefined {
  const words = mentions.filter(({ kind }) => kind === "pronoun").map(({ text }) => text.toLowerCase());
  return words.map((word) => GENDER[word]).find((gender) => gender !== undefined);
}

const GENDER: Readonly<Record<string, string>> = {
  he: "masculine",
  him: "masculine",
  his: "masculine",
  himself: "masculine",
  she: "feminine",
  her: "feminine",
  hers: "feminine",
  herself: "feminine",
};

/** By a name or a noun, or by a pronoun that is safe itself. */
function isKnown(own: readonly number[], entity: Entity, words: Words, links: number): boolean {
  const nouns = own.some((at) => tokenAt(words.tree, at).upos !== "PRON");
  const nearest = own[0];
  return nouns || (nearest !== undefined && nameForPronoun(nearest, words, links + 1) === entity);
}
