import { caseOf, childrenOf, dependent, dependents, relation, tokenAt } from "../tree.ts";
import type { Argument } from "./argument.ts";
import { type EventContext, entityOfPhrase } from "./context.ts";

/** Verbs that pass the object, not the subject, to the verb after them: "urged him to leave", "saw him leave". */
const OBJECT_CONTROL = new Set(
  (
    "urge ask tell order force allow invite persuade help prevent stop call instruct advise encourage press enable permit " +
    "authorize require forbid bar ban dissuade discourage block accuse suspect charge convict keep leave find see watch " +
    "hear let make get cause lead prompt expect want need like"
  ).split(" "),
);

/** The subject of a verb, its own or the one it shares: "agreed to meet", "came and saw", "islands seized by". */
export function subjects(verb: number, context: EventContext, depth = 0): Argument[] {
  const { tree } = context;
  const nominal = (child: number) =>
    ["NOUN", "PROPN", "PRON", "NUM", "DET", "SYM"].includes(tokenAt(tree, child).upos);
  // "The trouble was that he left": the outer subject is not who left.
  const parsed = dependents(tree, verb, "nsubj").filter(
    (child) => tokenAt(tree, child).deprel !== "nsubj:outer",
  );
  const own = parsed.some(nominal) ? parsed.filter(nominal) : [...straySubjects(verb, context), ...parsed];
  // A relative clause begins with its pronoun: what stands before it belongs elsewhere.
  const begin = relativeOf(verb, context) ?? -1;
  const inside = own.filter((index) => index >= begin);
  const real = inside.length > 1 ? inside.filter((index) => !isRelative(index, context)) : inside;
  const named = real.filter((index) => entityOfPhrase(index, context) !== undefined);
  const found = named.length > 0 ? named : real;
  if (found.length > 0) {
    return found.map((index) => ({
      role: isPassiveSubject(index, context) ? "patient" : "agent",
      index: antecedent(index, verb, context),
    }));
  }
  const token = tokenAt(tree, verb);
  if (token.head < 0 || depth > 6) return [];
  return sharedSubject(verb, context, depth);
}

/** The "who", "which" or "that" with which the clause of the verb begins. */
export function relativeOf(verb: number, context: EventContext): number | undefined {
  return childrenOf(context.tree, verb).find((child) => child < verb && isRelative(child, context));
}

/** "which he was given": what the relative stands for when the clause has another subject; else undefined. */
export function relativeObject(verb: number, context: EventContext): number | undefined {
  const { tree } = context;
  const relative = relativeOf(verb, context);
  if (relative === undefined) return undefined;
  const others = dependents(tree, verb, "nsubj").filter((child) => child > relative);
  const object = antecedent(relative, verb, context);
  return others.length > 0 && object !== relative ? object : undefined;
}

/**
 * A name right before its verb is its subject, wherever the parse hangs it: "Then Russian President Ana Weiss
 * walks" (as a compound of the verb), "in May and the Kremlin then raised" (joined to the month).
 */
function straySubjects(verb: number, context: EventContext): number[] {
  const { tree, entityOf } = context;
  const token = tokenAt(tree, verb);
  if (!["VBD", "VBZ", "VBP"].includes(token.xpos)) return [];
  const hung = childrenOf(tree, verb).filter(
    (child) =>
      child < verb &&
      STRAY.has(relation(tokenAt(tree, child))) &&
      entityOf.has(child) &&
      caseOf(tree, child) === "",
  );
  return hung.length > 0 ? hung : subjectAfterAnd(verb, context);
}

const BETWEEN = new Set(["ADV", "AUX"]);
const PHRASE_WORDS = new Set(["NOUN", "PROPN", "ADJ", "DET", "NUM"]);

/** "and the Kremlin then raised": the phrase between "and" and the verb is whose verb it is. */
function subjectAfterAnd(verb: number, { tree }: EventContext): number[] {
  let last = verb - 1;
  while (BETWEEN.has(tree.tokens[last]?.upos ?? "")) last--;
  let first = last;
  while (PHRASE_WORDS.has(tree.tokens[first]?.upos ?? "")) first--;
  const phrase = last > first && ["NOUN", "PROPN"].includes(tokenAt(tree, last).upos);
  const joined =
    tree.tokens[first]?.upos === "CCONJ" && tree.tokens[first]?.sentence === tokenAt(tree, verb).sentence;
  return phrase && joined ? [last] : [];
}

/** Relations that a name before a finite verb cannot bear to it. */
const STRAY = new Set(["compound", "flat", "dep", "nmod", "appos"]);

function sharedSubject(verb: number, context: EventContext, depth: number): Argument[] {
  const { tree } = context;
  const token = tokenAt(tree, verb);
  const head = tokenAt(tree, token.head);
  switch (relation(token)) {
    case "advcl": {
      const modified = nounBeforeParticiple(verb, context);
      if (modified !== undefined) return [{ role: "patient", index: modified }];
      const asked = askedOf(verb, context);
      if (asked !== undefined) return asVoiceOf(verb, [{ role: "agent", index: asked }], context);
      return asVoiceOf(verb, subjects(token.head, context, depth + 1), context);
    }
    case "conj":
      return asVoiceOf(verb, subjects(token.head, context, depth + 1), context);
    case "xcomp":
    case "ccomp": {
      const object = OBJECT_CONTROL.has(head.lemma) ? controller(token.head, context) : undefined;
      return object !== undefined
        ? asVoiceOf(verb, [{ role: "agent", index: object }], context)
        : asVoiceOf(verb, subjects(token.head, context, depth + 1), context);
    }
    case "acl":
      return acclausal(verb, context);
    default:
      return [];
  }
}

/** Verbs by which somebody is to do something. */
const REQUESTS = new Set(
  "urge ask tell order invite persuade call instruct advise encourage press".split(" "),
);

/** "urged him on Monday to leave", "called on him to leave": the parse may take what is asked for a purpose. */
function askedOf(verb: number, context: EventContext): number | undefined {
  const { tree } = context;
  const { xpos, head } = tokenAt(tree, verb);
  const { lemma } = tokenAt(tree, head);
  if (xpos !== "VB" || !REQUESTS.has(lemma)) return undefined;
  const asked = controller(head, context);
  if (asked === undefined || asked > verb) return undefined;
  return lemma === "call" && caseOf(tree, asked) !== "on" ? undefined : asked;
}

/** "urged him to leave", "told him to leave", "called on him to leave" */
function controller(verb: number, { tree, timexTokens }: EventContext): number | undefined {
  return dependents(tree, verb, "obj", "iobj", "obl").find((child) => !timexTokens.has(child));
}

/** "islands seized by troops": the noun is what was seized; "Putin to visit": the name is who visits. */
function acclausal(verb: number, context: EventContext): Argument[] {
  const { tree } = context;
  const token = tokenAt(tree, verb);
  if (token.xpos === "VBN" || token.xpos === "VBD")
    return [{ role: "patient", index: concretePatient(verb, context) ?? token.head }];
  if (token.xpos === "VBG") return [{ role: "agent", index: token.head }];
  const afterColon = nameAfterColon(verb, context);
  if (afterColon !== undefined) return [{ role: "agent", index: afterColon }];
  const above = tokenAt(tree, token.head);
  const controlled =
    above.deprel === "obj" && above.head >= 0 && OBJECT_CONTROL.has(tokenAt(tree, above.head).lemma);
  if (controlled) return [{ role: "agent", index: token.head }];
  const named = entityOfPhrase(token.head, context);
  if (named && named.type !== "place") return [{ role: "agent", index: token.head }];
  const owner = dependent(tree, token.head, "nmod:poss");
  return owner !== undefined ? [{ role: "agent", index: owner }] : [];
}

/** Kinds of events that befall persons, places and things, not talks or hopes. */
const CONCRETE = new Set(["conflict", "death", "justice", "appointment", "movement"]);

/**
 * "hope of an agreement over the islands, seized by troops": where the parse hangs what is done to a place or a person
 * on an abstract noun, it is the name right before the comma to which it was done.
 */
function concretePatient(verb: number, context: EventContext): number | undefined {
  const { tree, tables } = context;
  const { head, lemma } = tokenAt(tree, verb);
  const kind = tables.verbs.get(lemma.toLowerCase())?.kind ?? "";
  const noun = tokenAt(tree, head).lemma.toLowerCase();
  const abstract = tables.nouns.has(noun) || tables.contexts.has(`noun ${noun}`);
  if (!abstract || !CONCRETE.has(kind) || tree.tokens[verb - 1]?.text !== ",") return undefined;
  const near = nounBefore(verb, context);
  return near !== undefined && entityOfPhrase(near, context) !== undefined ? near : undefined;
}

/** "Weiss: Norway to close the port": who is told of stands after the colon. */
function nameAfterColon(verb: number, context: EventContext): number | undefined {
  const { tree } = context;
  const { head } = tokenAt(tree, verb);
  const to =
    childrenOf(tree, verb).find(
      (child) => child < verb && tokenAt(tree, child).text.toLowerCase() === "to",
    ) ?? verb;
  const named = to - 1 > head && /^\p{Lu}/u.test(tokenAt(tree, to - 1).text);
  const apart = tree.tokens.slice(head + 1, to).some(({ text }) => text === ":");
  return named && apart ? to - 1 : undefined;
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
  if (token.xpos !== "VBN" || dependents(tree, verb, "aux").length > 0) return false;
  if (["acl", "advcl"].includes(relation(token)) || dependent(tree, verb, "obl:agent") !== undefined)
    return true;
  return token.deprel === "conj" && isPassive(token.head, { tree });
}

/** "the islands, seized by troops in 1945": a participle after a comma tells of the noun before the comma. */
function nounBeforeParticiple(verb: number, context: EventContext): number | undefined {
  const { tree } = context;
  const comma = tree.tokens[verb - 1]?.text === ",";
  return comma && tokenAt(tree, verb).xpos === "VBN" && isPassive(verb, context)
    ? nounBefore(verb, context)
    : undefined;
}

function isPassiveSubject(index: number, context: EventContext): boolean {
  const token = tokenAt(context.tree, index);
  return token.deprel === "nsubj:pass" || isPassive(token.head, context);
}

const RELATIVES = new Set(["who", "whom", "which", "that"]);

/** Whether the token is "who", "which" or "that" as the link to a noun before it. */
export function isRelative(index: number, { tree }: Pick<EventContext, "tree">): boolean {
  const token = tokenAt(tree, index);
  const word = token.text.toLowerCase();
  // Only "that" can also begin another clause; "which" cannot, whatever the parse says.
  const begins = word === "that" && relation(token) === "mark";
  return RELATIVES.has(word) && !begins && relation(token) !== "det";
}

/**
 * The noun that "who", "which" or "that" stands for: the phrase right before it, if it is of the right kind
 * (a person for "who", none for "which"), else the one the parse hangs the clause on.
 */
export function antecedent(index: number, verb: number, context: EventContext): number {
  const { tree } = context;
  const clause = tokenAt(tree, verb);
  if (!isRelative(index, context) || clause.head < 0) return index;
  const word = tokenAt(tree, index).text.toLowerCase();
  const near = occasionOf(nounBefore(index, context), verb, context);
  const person = near !== undefined && entityOfPhrase(near, context)?.type === "person";
  const fits = word === "who" || word === "whom" ? person : word === "which" && !person;
  if (near !== undefined && fits) return near;
  return relation(clause) === "acl" ? clause.head : index;
}

/** What begins and ends: an occasion, and no person or firm. */
const PHASES = new Set(["begin", "start", "open", "end", "last", "resume", "continue"]);

/** "the trial of the firm, which was to begin": of what stands before, that which can begin. */
function occasionOf(
  noun: number | undefined,
  verb: number,
  { tree, tables }: EventContext,
): number | undefined {
  if (noun === undefined || !PHASES.has(tokenAt(tree, verb).lemma)) return noun;
  for (let at = noun, steps = 0; at >= 0 && steps < MAX_STEPS; steps++) {
    const { upos, lemma, deprel, head } = tokenAt(tree, at);
    if (upos === "NOUN" && tables.nouns.has(lemma.toLowerCase())) return at;
    if (!["nmod", "flat", "compound", "appos", "nmod:desc", "conj"].includes(deprel)) return noun;
    at = head;
  }
  return noun;
}

const MAX_STEPS = 6;

/** Head of the noun phrase that ends right before the token, a comma or a dash aside. */
function nounBefore(index: number, { tree }: EventContext): number | undefined {
  let at = index - 1;
  if (tree.tokens[at]?.upos === "PUNCT") at--;
  while (
    at >= 0 &&
    ["flat", "compound"].includes(relation(tokenAt(tree, at))) &&
    tokenAt(tree, at).head < index
  ) {
    at = tokenAt(tree, at).head;
  }
  return ["NOUN", "PROPN"].includes(tree.tokens[at]?.upos ?? "") ? at : undefined;
}
