import type { Entity } from "../../model/entity.ts";
import { dependents, relation, tokenAt } from "../tree.ts";
import { nounGroup } from "./argument.ts";
import type { EventContext } from "./context.ts";
import type { Line } from "./headline-line.ts";
import { nameForPronoun } from "./headline-name.ts";
import { joinWords } from "./headline-words.ts";
import { isPassive, isRelative, subjects } from "./subject.ts";

/** The subject that a line begins with; no words where the clause has its own. */
export interface Subject {
  readonly words: readonly string[];
  readonly entity?: Entity;
  /** The token that heads it. */
  readonly index?: number;
  /** Whether the clause may as well be about somebody else. */
  readonly unsure?: boolean;
}

/** The subject that the clause shares with another one, as a name or a short phrase. */
export function leadingSubject({ top, noun, trigger }: Line, context: EventContext): Subject {
  const { tree } = context;
  const own = dependents(tree, top, "nsubj").some((index) => !isRelative(index, context));
  if (noun || own) return { words: [] };
  const subject = subjects(top, context)[0] ?? subjects(trigger.light ?? trigger.index, context)[0];
  if (!subject) return { words: [] };
  const token = tokenAt(tree, subject.index);
  const entity = context.entityOf.get(subject.index);
  const known = nameForPronoun(subject.index, context) !== undefined;
  const named = entity && (token.upos === "PRON" ? known : isWholeName(subject.index, entity, context));
  const words = named
    ? nameWithArticle(entity, context)
    : joinWords(nounPhrase(subject.index, context), context);
  const auxiliary = needsAuxiliary(top, context) ? [isPlural(token.xpos) ? "were" : "was"] : [];
  const unsure = isOneOfList(subject.index, top, context) || isBehind(subject.index, top, context);
  return { words: [words, ...auxiliary], index: subject.index, unsure, ...(named ? { entity } : {}) };
}

/** "Tourism Latvia" is not Latvia: the entity must cover all of the name. */
function isWholeName(index: number, entity: Entity, { tree, entityOf }: EventContext): boolean {
  const isCapital = (at: number) => /^\p{Lu}/u.test(tokenAt(tree, at).text);
  const parts = dependents(tree, index, "compound", "flat").filter(isCapital);
  return tokenAt(tree, index).upos === "PROPN" && parts.every((at) => entityOf.get(at) === entity);
}

/** "Anna Weiss, Jan Berg and Leo Roze, who left": the relative clause may be about any of them. */
function isOneOfList(index: number, top: number, { tree }: EventContext): boolean {
  const clause = relation(tokenAt(tree, top)) === "acl" && tokenAt(tree, top).head === index;
  return clause && dependents(tree, index, "conj").some((each) => each < top);
}

/** "Weiss, the minister, signed it, Berg said": what has a tense has its subject before it. */
function isBehind(index: number, top: number, { tree }: EventContext): boolean {
  const { xpos, deprel } = tokenAt(tree, top);
  return index > top && ["VBD", "VBZ", "VBP"].includes(xpos) && deprel !== "root";
}

/** The noun with its article and all that stands between the two: "the Hong Kong-flagged ship". */
export function nounPhrase(index: number, context: EventContext): readonly number[] {
  const first = nounGroup(index, context)[0] ?? index;
  const article = dependents(context.tree, index, "det").find((each) => each < first) ?? first;
  return Array.from({ length: index - article + 1 }, (_, i) => article + i);
}

/** "the Philippines", "the United Nations": a name has its article where the report gives it one. */
export function nameWithArticle(entity: Entity, { reading }: Pick<EventContext, "reading">): string {
  const { text } = reading.article;
  const mention = entity.mentions.find(
    (each) => each.kind === "name" && text.slice(each.start, each.end) === entity.name,
  );
  const article = mention && /\bthe $/iu.test(text.slice(Math.max(0, mention.start - 4), mention.start));
  return article ? `the ${entity.name}` : entity.name;
}

/** "islands seized by troops" reads "islands were seized by troops". */
function needsAuxiliary(top: number, context: EventContext): boolean {
  const bare = dependents(context.tree, top, "aux").length === 0;
  return bare && ["VBN", "VBD"].includes(tokenAt(context.tree, top).xpos) && isPassive(top, context);
}

function isPlural(xpos: string): boolean {
  return xpos === "NNS" || xpos === "NNPS";
}
