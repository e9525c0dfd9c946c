import type { Entity } from "../../model/entity.ts";
import type { Participant, ParticipantRole } from "../../model/event.ts";
import { childrenOf, dependent, dependents, relation, spanOfTokens, subtree, tokenAt } from "../tree.ts";
import { type EventContext, entityOfPhrase } from "./context.ts";
import type { Trigger } from "./trigger.ts";

/** A phrase that takes part, by the token that heads it. */
export interface Argument {
  readonly role: ParticipantRole;
  readonly index: number;
}

/** Verbs that pass the object, not the subject, to the infinitive after them: "urged him to leave". */
const OBJECT_CONTROL = new Set([
  "urge",
  "ask",
  "tell",
  "order",
  "force",
  "allow",
  "invite",
  "persuade",
  "help",
  "prevent",
  "stop",
  "call",
]);
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
  found.push(...purposeArguments(verb, context));
  return distinct(found.flatMap((argument) => expand(argument, context)));
}

function distinct(found: readonly Argument[]): Argument[] {
  return found.filter((argument, i) => found.findIndex((other) => other.index === argument.index) === i);
}

/** The subject of a verb, its own or the one it shares: "agreed to meet", "came and saw", "islands seized by". */
export function subjects(verb: number, context: EventContext, depth = 0): Argument[] {
  const { tree } = context;
  const own = dependents(tree, verb, "nsubj");
  if (own.length > 0) {
    return own.map((index) => ({
      role: isPassiveSubject(index, context) ? "patient" : "agent",
      index: antecedent(index, verb, context),
    }));
  }
  const token = tokenAt(tree, verb);
  if (token.head < 0 || depth > 6) return [];
  return sharedSubject(verb, context, depth);
}

function sharedSubject(verb: number, context: EventContext, depth: number): Argument[] {
  const { tree } = context;
  const token = tokenAt(tree, verb);
  const head = tokenAt(tree, token.head);
  switch (relation(token)) {
    case "conj":
    case "advcl":
    case "parataxis":
      return relation(token) === "parataxis"
        ? []
        : asVoiceOf(verb, subjects(token.head, context, depth + 1), context);
    case "xcomp":
    case "ccomp": {
      const object = OBJECT_CONTROL.has(head.lemma) ? dependent(tree, token.head, "obj", "obl") : undefined;
      return object !== undefined
        ? [{ role: "agent", index: object }]
        : subjects(token.head, context, depth + 1);
    }
    case "acl":
      return acclausal(verb, context);
    default:
      return [];
  }
}

/** "islands seized by troops": the noun is what was seized; "Putin to visit": the name is who visits. */
function acclausal(verb: number, context: EventContext): Argument[] {
  const { tree } = context;
  const token = tokenAt(tree, verb);
  if (token.xpos === "VBN" || token.xpos === "VBD") return [{ role: "patient", index: token.head }];
  if (token.xpos === "VBG") return [{ role: "agent", index: token.head }];
  const named = entityOfPhrase(token.head, context);
  if (named && named.type !== "place") return [{ role: "agent", index: token.head }];
  const owner = dependent(tree, token.head, "nmod:poss");
  return owner !== undefined ? [{ role: "agent", index: owner }] : [];
}

function asVoiceOf(verb: number, found: readonly Argument[], context: EventContext): Argument[] {
  const role = isPassive(verb, context) ? "patient" : "agent";
  return found.map((argument) => ({ ...argument, role }));
}

/** Whether the verb is passive: an auxiliary says so, or it is a participle after its noun. */
export function isPassive(verb: number, { tree }: Pick<EventContext, "tree">): boolean {
  const token = tokenAt(tree, verb);
  if (dependent(tree, verb, "aux:pass") !== undefined || dependent(tree, verb, "nsubj:pass") !== undefined)
    return true;
  return (
    token.xpos === "VBN" &&
    dependents(tree, verb, "aux").length === 0 &&
    ["acl", "conj"].includes(relation(token))
  );
}

function isPassiveSubject(index: number, context: EventContext): boolean {
  const token = tokenAt(context.tree, index);
  return token.deprel === "nsubj:pass" || isPassive(token.head, context);
}

/** The noun that "who", "which" or "that" stands for. */
function antecedent(index: number, verb: number, { tree }: EventContext): number {
  const token = tokenAt(tree, index);
  const relative =
    ["who", "which", "that", "whom"].includes(token.lemma.toLowerCase()) ||
    ["who", "which", "that"].includes(token.text.toLowerCase());
  if (!relative) return index;
  const clause = tokenAt(tree, verb);
  return relation(clause) === "acl" && clause.head >= 0 ? clause.head : index;
}

function objects(verb: number, trigger: Trigger, context: EventContext): Argument[] {
  const { tree } = context;
  const found: Argument[] = [];
  if (trigger.light !== undefined) return [];
  for (const child of childrenOf(tree, verb)) {
    const token = tokenAt(tree, child);
    if (token.deprel === "obj") found.push({ role: "patient", index: antecedent(child, verb, context) });
    if (token.deprel === "iobj") found.push({ role: "recipient", index: antecedent(child, verb, context) });
  }
  return found;
}

function obliques(verb: number, context: EventContext): Argument[] {
  const { tree } = context;
  return dependents(tree, verb, "obl").flatMap((child): Argument[] => {
    if (context.timexTokens.has(child)) return [];
    const preposition = caseOf(child, context);
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

function nounArguments(noun: number, context: EventContext): Argument[] {
  const { tree } = context;
  const found: Argument[] = dependents(tree, noun, "nmod:poss").map((index) => ({ role: "agent", index }));
  for (const child of [...dependents(tree, noun, "nmod", "obl"), ...ofLightVerb(noun, context)]) {
    const role = ROLE_OF_CASE.get(caseOf(child, context));
    if (role && !context.timexTokens.has(child)) found.push({ role, index: child });
  }
  return found;
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
    (child) => caseOf(child, context) === "for" && tables.nouns.has(tokenAt(tree, child).lemma),
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

/** The preposition or possessive of a phrase, in lower case. */
export function caseOf(index: number, { tree }: Pick<EventContext, "tree">): string {
  const marker = dependent(tree, index, "case");
  return marker === undefined ? "" : tokenAt(tree, marker).text.toLowerCase();
}

/** "foreign minister Lavrov, energy minister Novak and Igor Sechin": each of the names takes part. */
function expand(argument: Argument, context: EventContext): Argument[] {
  const { tree } = context;
  const members = childrenOf(tree, argument.index).filter((child) => {
    const token = tokenAt(tree, child);
    if (token.deprel === "conj" || token.deprel === "appos") return true;
    return relation(token) === "nmod" && caseOf(child, context) === "including";
  });
  const named = members.flatMap((index) => expand({ role: argument.role, index }, context));
  return [argument, ...named.filter((member) => entityOfPhrase(member.index, context) !== undefined)];
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
  const open = [trigger.index, verb];
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
      PLACE_CASES.has(caseOf(child, context)) &&
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
