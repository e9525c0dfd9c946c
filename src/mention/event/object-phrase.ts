import type { ParticipantRole } from "../../model/event.ts";
import { caseOf, dependents, tokenAt } from "../tree.ts";
import type { Argument } from "./argument.ts";
import { nounClass, withContents } from "./code/noun-class.ts";
import { type EventContext, entityOfPhrase } from "./context.ts";

/** Whom the object is aimed at: "slapped sanctions on Moscow". */
const AIMED = new Set(["on", "against"]);
/** Roles of whom it concerns, where it is an act or a thing that two have with each other: "ties with", "aid to". */
const CONCERNED: ReadonlyMap<string, ParticipantRole> = new Map([
  ["with", "other"],
  ["between", "other"],
  ["by", "other"],
  ["to", "recipient"],
]);

/**
 * Who takes part by being named within the object: whom it is aimed at, whose it is ("turned down Tokyo's offer"), whom it
 * concerns ("restored ties with Norway", "welcomed the resumption of ties between the two", "condemned an attack by rebels").
 */
export function namedInObject(object: number, context: EventContext): Argument[] {
  const { tree } = context;
  const aimed = phrasesOf(object, context).filter((child) => AIMED.has(caseOf(tree, child)));
  if (aimed.length > 0) return aimed.map((index) => ({ role: "recipient" as const, index }));
  return withContents(object, context)
    .filter((noun) => isSharedThing(noun, context))
    .flatMap((noun) => [
      ...dependents(tree, noun, "nmod:poss").map((index) => ({ role: "other" as const, index })),
      ...phrasesOf(noun, context).flatMap((index) => {
        const role = CONCERNED.get(caseOf(tree, index));
        return role ? [{ role, index }] : [];
      }),
    ]);
}

function phrasesOf(noun: number, context: EventContext): readonly number[] {
  return dependents(context.tree, noun, "nmod").filter((child) => isNamed(child, context));
}

/** By an entity, or at least by a capital letter: "Norway's government", "Norwegian soldiers"; names are not all known. */
function isNamed(index: number, context: EventContext): boolean {
  const before = dependents(context.tree, index, "nmod:poss", "compound", "amod", "flat");
  return (
    entityOfPhrase(index, context) !== undefined ||
    [index, ...before].some((each) => /^\p{Lu}/u.test(tokenAt(context.tree, each).text))
  );
}

function isSharedThing(noun: number, context: EventContext): boolean {
  const { tree, tables } = context;
  return tables.nouns.has(tokenAt(tree, noun).lemma.toLowerCase()) || nounClass(noun, context) !== undefined;
}
