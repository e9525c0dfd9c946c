import type { Entity } from "../../model/entity.ts";
import { dependents, tokenAt } from "../tree.ts";
import { nounGroup } from "./argument.ts";
import type { EventContext } from "./context.ts";
import type { Line } from "./headline-line.ts";
import { joinWords } from "./headline-words.ts";
import { isPassive, isRelative, subjects } from "./subject.ts";

/** The subject that a line begins with; no words where the clause has its own. */
export interface Subject {
  readonly words: readonly string[];
  readonly entity?: Entity;
  /** The token that heads it. */
  readonly index?: number;
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
  const named = entity && (token.upos === "PROPN" || token.upos === "PRON");
  const words = named
    ? nameWithArticle(entity, context)
    : joinWords(nounPhrase(subject.index, context), context);
  const auxiliary = needsAuxiliary(top, context) ? [isPlural(token.xpos) ? "were" : "was"] : [];
  return { words: [words, ...auxiliary], index: subject.index, ...(named ? { entity } : {}) };
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
