import type { Entity } from "../../model/entity.ts";
import { caseOf, relation, subtree, tokenAt } from "../tree.ts";
import { nounArguments, objects } from "./argument.ts";
import { type EventContext, entityOfPhrase } from "./context.ts";
import { subjects } from "./subject.ts";
import type { Trigger } from "./trigger.ts";

/** Prepositions of being somewhere and of going there. */
const PLACE_CASES = new Set([
  "in",
  "at",
  "on",
  "near",
  "to",
  "into",
  "off",
  "outside",
  "inside",
  "from",
  "around",
  "across",
  "of",
  "through",
]);

/** The named place where the event is, or where it leads to. */
export function placeOf(trigger: Trigger, context: EventContext): Entity | undefined {
  const verb = trigger.light ?? trigger.index;
  const objectPlace = trigger.word?.object && directObject(verb, trigger, context);
  if (objectPlace) return objectPlace;
  const noun = tokenAt(context.tree, trigger.index);
  // "put off her visit to Oslo": the parse may hang "to Oslo" on the verb.
  const open =
    noun.upos === "NOUN" && noun.deprel === "obj" ? [trigger.index, verb, noun.head] : [trigger.index, verb];
  for (const start of open) {
    const found = placeBelow(start, context);
    if (found) return found;
  }
  return undefined;
}

function directObject(verb: number, trigger: Trigger, context: EventContext): Entity | undefined {
  const noun = tokenAt(context.tree, trigger.index).upos === "NOUN";
  const found = noun
    ? nounArguments(trigger.index, context).filter((argument) => argument.role === "patient")
    : [
        ...objects(verb, trigger, context),
        ...subjects(verb, context).filter((each) => each.role === "patient"),
      ];
  for (const { index } of found) {
    const entity = entityOfPhrase(index, context) ?? placeBelow(index, context);
    if (entity?.type === "place") return entity;
  }
  return undefined;
}

function placeBelow(index: number, context: EventContext): Entity | undefined {
  const { tree } = context;
  const clausal = new Set(["acl", "advcl", "ccomp", "conj", "parataxis", "xcomp", "appos"]);
  const below = subtree(tree, index, (child) => clausal.has(relation(tokenAt(tree, child))));
  const nearest = below
    .filter((child) => child !== index)
    .sort((a, b) => depth(a, index, context) - depth(b, index, context) || a - b);
  for (const child of nearest) {
    const entity = context.entityOf.get(child);
    if (
      entity?.type === "place" &&
      !isGovernment(entity, child, context) &&
      PLACE_CASES.has(caseOf(context.tree, child)) &&
      relation(tokenAt(tree, child)) !== "nsubj"
    )
      return entity;
  }
  return undefined;
}

function depth(index: number, top: number, { tree }: EventContext): number {
  let steps = 0;
  for (let at = index; at !== top && at >= 0; at = tokenAt(tree, at).head) steps++;
  return steps;
}

/** "sanctions on Moscow": a capital that stands for its government is no place. */
function isGovernment(entity: Entity, index: number, { tree }: EventContext): boolean {
  const token = tokenAt(tree, index);
  const mention = entity.mentions.find((each) => each.start <= token.start && token.end <= each.end);
  return mention?.rule === "capital-for-government";
}
