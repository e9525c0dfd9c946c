import type { Participant, ParticipantRole } from "../../model/event.ts";
import {
  ancestors,
  caseOf,
  childrenOf,
  dependents,
  relation,
  spanOfTokens,
  subtree,
  tokenAt,
} from "../tree.ts";
import { type EventContext, entityOfPhrase } from "./context.ts";
import { namedInObject } from "./object-phrase.ts";
import { antecedent, isPassive, relativeObject, subjects } from "./subject.ts";
import type { Trigger } from "./trigger.ts";

/** A phrase that takes part, by the token that heads it. */
export interface Argument {
  readonly role: ParticipantRole;
  readonly index: number;
}

/** Prepositions with the role they give at a verb or an event noun. */
const ROLE_OF_CASE: ReadonlyMap<string, ParticipantRole> = new Map([
  ["by", "agent"],
  ["with", "other"],
  ["between", "other"],
  ["against", "patient"],
  ["on", "patient"],
  ["of", "patient"],
]);

/** Who and what takes part in the event, each by its head token. */
export function argumentsOf(trigger: Trigger, context: EventContext): Argument[] {
  const verb = trigger.light ?? trigger.index;
  const found =
    trigger.light === undefined && tokenAt(context.tree, trigger.index).upos === "NOUN"
      ? []
      : [...subjects(verb, context), ...objects(verb, trigger, context), ...obliques(verb, context)].filter(
          (argument) => argument.index !== trigger.index,
        );
  if (tokenAt(context.tree, trigger.index).upos === "NOUN")
    found.push(...nounArguments(trigger.index, context));
  found.push(...purposeArguments(verb, context), ...passiveAgents(verb, context));
  return distinct(found.flatMap((argument) => expand(argument, context)));
}

function distinct(found: readonly Argument[]): Argument[] {
  return found.filter((argument, i) => found.findIndex((other) => other.index === argument.index) === i);
}

/** "given as a puppy by Japan": in a passive clause a name after "by" is who does it, wherever the parse hangs it. */
function passiveAgents(verb: number, context: EventContext): Argument[] {
  const { tree } = context;
  if (!isPassive(verb, context)) return [];
  const clausal = new Set(["acl", "advcl", "ccomp", "conj", "parataxis"]);
  const below = subtree(tree, verb, (child) => clausal.has(relation(tokenAt(tree, child))));
  const named = below.filter(
    (child) => caseOf(tree, child) === "by" && entityOfPhrase(child, context) !== undefined,
  );
  return named.map((index) => ({ role: "agent" as const, index }));
}

export function objects(verb: number, trigger: Trigger, context: EventContext): Argument[] {
  const { tree } = context;
  const found: Argument[] = [];
  if (trigger.light !== undefined) return [];
  const relative = relativeObject(verb, context);
  if (relative !== undefined) found.push({ role: "patient", index: relative });
  for (const child of childrenOf(tree, verb)) {
    const token = tokenAt(tree, child);
    if (token.deprel === "obj")
      found.push(
        { role: "patient", index: antecedent(child, verb, context) },
        ...namedInObject(child, context),
      );
    if (token.deprel === "iobj") found.push({ role: "recipient", index: antecedent(child, verb, context) });
  }
  return found;
}

function obliques(verb: number, context: EventContext): Argument[] {
  const { tree } = context;
  return dependents(tree, verb, "obl").flatMap((child): Argument[] => {
    if (context.timexTokens.has(child)) return [];
    const preposition = caseOf(context.tree, child);
    if (tokenAt(tree, child).deprel === "obl:agent") return [{ role: "agent", index: child }];
    if (preposition === "by")
      return isPassive(verb, context) || tokenAt(tree, verb).xpos === "VBN"
        ? [{ role: "agent", index: child }]
        : [];
    const role = preposition === "of" ? undefined : ROLE_OF_CASE.get(preposition);
    const named = entityOfPhrase(child, context);
    if (preposition === "to" && named?.type === "person") return [{ role: "recipient", index: child }];
    return role && named ? [{ role, index: child }] : [];
  });
}

export function nounArguments(noun: number, context: EventContext): Argument[] {
  const { tree } = context;
  const found: Argument[] = dependents(tree, noun, "nmod:poss").map((index) => ({
    role: "agent",
    index: ownerOf(index, context),
  }));
  for (const child of [...dependents(tree, noun, "nmod", "obl"), ...ofLightVerb(noun, context)]) {
    const role = ROLE_OF_CASE.get(caseOf(context.tree, child));
    if (role && !context.timexTokens.has(child)) found.push({ role, index: child });
  }
  return found;
}

/** "Olsen, whose visit was put off": the visit is Olsen's. */
function ownerOf(possessive: number, context: EventContext): number {
  const { tree } = context;
  if (tokenAt(tree, possessive).text.toLowerCase() !== "whose") return possessive;
  const clause = ancestors(tree, possessive).find((each) => relation(tokenAt(tree, each)) === "acl");
  return clause === undefined ? possessive : tokenAt(tree, clause).head;
}

/** "held talks with X": the parse may hang "with X" on the verb. */
function ofLightVerb(noun: number, { tree }: EventContext): number[] {
  const token = tokenAt(tree, noun);
  return token.deprel === "obj" ? dependents(tree, token.head, "obl") : [];
}

/** "arrives for talks with Abe", "heads to Japan to meet Abe": whom the journey is for takes part in it. */
function purposeArguments(verb: number, context: EventContext): Argument[] {
  const { tree, tables } = context;
  const nouns = dependents(tree, verb, "obl", "nmod").filter(
    (child) => caseOf(context.tree, child) === "for" && tables.nouns.has(tokenAt(tree, child).lemma),
  );
  const meetings = dependents(tree, verb, "advcl", "xcomp").filter(
    (child) => tokenAt(tree, child).lemma === "meet",
  );
  return [
    ...nouns.flatMap((noun) => nounArguments(noun, context)),
    ...meetings
      .flatMap((meet) => dependents(tree, meet, "obj"))
      .map((index): Argument => ({ role: "other", index })),
  ];
}

/** "foreign minister Lavrov, energy minister Novak and Igor Sechin": each of the names takes part. */
function expand(argument: Argument, context: EventContext): Argument[] {
  const { tree } = context;
  const members = childrenOf(tree, argument.index).filter((child) =>
    ["conj", "appos"].includes(tokenAt(tree, child).deprel),
  );
  const named = [
    ...members.flatMap((index) => expand({ role: argument.role, index }, context)),
    ...included(argument, context),
  ];
  return [argument, ...named.filter((member) => entityOfPhrase(member.index, context) !== undefined)];
}

/** "officials, including Ana Weiss and Carl Weiss": the persons named after the word take part too. */
function included({ role, index }: Argument, { tree, entityOf }: EventContext): Argument[] {
  const phrase = subtree(tree, index);
  const word = phrase.find((each) => tokenAt(tree, each).text.toLowerCase() === "including");
  if (word === undefined) return [];
  const persons = phrase.filter((each) => each > word && entityOf.get(each)?.type === "person");
  return persons
    .filter((each, i) => entityOf.get(each) !== entityOf.get(persons[i - 1] ?? -1))
    .map((each) => ({ role, index: each }));
}

/** The argument as it stands in the text, with its entity where it has one. */
export function toParticipant(argument: Argument, context: EventContext): Participant {
  const { tree, reading } = context;
  const entity = entityOfPhrase(argument.index, context);
  const mention = entity?.mentions.find(
    (each) =>
      each.start <= tokenAt(tree, argument.index).start && tokenAt(tree, argument.index).end <= each.end,
  );
  const span = mention ?? spanOfTokens(tree, nounGroup(argument.index, context));
  const text = reading.article.text.slice(span.start, span.end);
  return {
    role: argument.role,
    ...(entity ? { entity: entity.id } : {}),
    start: span.start,
    end: span.end,
    text,
  };
}

/** A noun with what stands before it. */
export function nounGroup(index: number, { tree }: Pick<EventContext, "tree">): number[] {
  const inside = new Set(["amod", "compound", "nummod", "flat", "nmod:poss", "det", "goeswith"]);
  const group = subtree(
    tree,
    index,
    (child) => !inside.has(tokenAt(tree, child).deprel) && relation(tokenAt(tree, child)) !== "flat",
  );
  const from = group.findIndex((member) => tokenAt(tree, member).deprel !== "det");
  return group.slice(Math.max(0, from));
}
