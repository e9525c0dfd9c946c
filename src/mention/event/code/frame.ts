import { caseOf, dependents, phrasalLemma, relation, tokenAt } from "../../tree.ts";
import { type EventContext, entityOfPhrase } from "../context.ts";
import { relativeObject, subjects } from "../subject.ts";
import { nounClass, withContents } from "./noun-class.ts";
import type { CodeFrame } from "./tables.ts";

/** The first frame of the word that fits what stands with it. */
export function frameAt(index: number, context: EventContext): CodeFrame | undefined {
  return framesOf(index, context).find((frame) =>
    fillers(frame.slot, index, context).some((filler) => fits(frame, filler, context)),
  );
}

/** Lemmas by which the tables know the word: a verb with its particle first, a noun before the verb it goes with. */
export function lemmasOf(index: number, { tree, tables }: EventContext): readonly string[] {
  const token = tokenAt(tree, index);
  const lemma = token.lemma.toLowerCase();
  if (token.upos === "VERB") return [...new Set([phrasalLemma(tree, index), lemma])];
  const verb = tables.nouns.get(lemma)?.lemma;
  return verb === undefined ? [lemma] : [lemma, verb];
}

function framesOf(index: number, context: EventContext): readonly CodeFrame[] {
  return lemmasOf(index, context).flatMap((lemma) => context.tables.codes.frames.get(lemma) ?? []);
}

/** The tokens that head what fills the slot of the word. */
function fillers(slot: string, index: number, context: EventContext): readonly number[] {
  switch (slot) {
    case "object":
      return objectsOf(index, context);
    case "subject":
      return agentsOf(index, context);
    default:
      return [index, ...objectsOf(index, context)]
        .flatMap((each) => dependents(context.tree, each, "obl", "nmod"))
        .filter((child) => caseOf(context.tree, child) === slot);
  }
}

export function objectsOf(index: number, context: EventContext): readonly number[] {
  const { tree } = context;
  if (tokenAt(tree, index).upos !== "VERB") {
    return dependents(tree, index, "nmod").filter((child) => caseOf(tree, child) === "of");
  }
  const relative = relativeObject(index, context);
  const passive = subjects(index, context).filter(({ role }) => role === "patient");
  return [
    ...dependents(tree, index, "obj").filter((child) => !isRelativeWord(child, context)),
    ...(relative === undefined ? [] : [relative]),
    ...passive.map((each) => each.index),
  ];
}

function isRelativeWord(index: number, { tree }: EventContext): boolean {
  return ["which", "that", "who", "whom"].includes(tokenAt(tree, index).text.toLowerCase());
}

function agentsOf(index: number, context: EventContext): readonly number[] {
  const { tree } = context;
  const token = tokenAt(tree, index);
  if (token.upos !== "VERB") {
    const owners = dependents(tree, index, "nmod").filter((child) => caseOf(tree, child) === "by");
    const carrier = token.deprel === "obj" && token.head >= 0 ? agentsOf(token.head, context) : [];
    return [...dependents(tree, index, "nmod:poss"), ...owners, ...carrier];
  }
  const by = dependents(tree, index, "obl").filter(
    (child) => tokenAt(tree, child).deprel === "obl:agent" || caseOf(tree, child) === "by",
  );
  return [
    ...subjects(index, context)
      .filter(({ role }) => role === "agent")
      .map((each) => each.index),
    ...by,
  ];
}

function fits({ filler }: CodeFrame, index: number, context: EventContext): boolean {
  if (filler === "any") return true;
  const entity = entityOfPhrase(index, context);
  if (filler === "name") return entity !== undefined && isName(index, context);
  if (filler === "person" || filler === "place") return entity?.type === filler;
  return withContents(index, context).some(
    (each) =>
      nounClass(each, context) === filler || tokenAt(context.tree, each).lemma.toLowerCase() === filler,
  );
}

/** A noun such as "troops" may belong to an entity without being its name. */
function isName(index: number, { tree }: EventContext): boolean {
  const token = tokenAt(tree, index);
  return (
    token.upos === "PROPN" ||
    dependents(tree, index, "flat", "compound").some(
      (child) => relation(tokenAt(tree, child)) !== "amod" && tokenAt(tree, child).upos === "PROPN",
    )
  );
}
