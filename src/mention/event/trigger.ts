import { overlaps } from "../../model/span.ts";
import {
  caseOf,
  childrenOf,
  dependent,
  dependents,
  isParticle,
  phrasalLemma,
  relation,
  type Tree,
  tokenAt,
} from "../tree.ts";
import type { EventContext } from "./context.ts";
import { isMovedInTime, isMovedSubject } from "./reschedule.ts";
import type { ContextStatus, EventWord } from "./tables.ts";

/** A word that may name an event. */
export interface Trigger {
  readonly index: number;
  readonly lemma: string;
  readonly word: EventWord | undefined;
  /** The verb that carries an event noun: "held" of "held talks", "called off" of "called off the talks". */
  readonly light?: number;
  /** Whether the carrying word says that it is to come: "expected", "due". */
  readonly arranged?: boolean;
  /** What the carrying verb makes of the event, where it undoes it: cancelled, postponed. */
  readonly undone?: ContextStatus;
  readonly rule: string;
}

/** Verbs and event nouns of the text that name an event, in order. */
export function findTriggers(context: EventContext): Trigger[] {
  const found: Trigger[] = [];
  const carried = new Set<number>();
  context.tree.tokens.forEach((token, index) => {
    const trigger = token.upos === "NOUN" ? nounTrigger(index, context) : undefined;
    if (!trigger) return;
    found.push(trigger);
    if (trigger.light !== undefined) carried.add(trigger.light);
  });
  context.tree.tokens.forEach((token, index) => {
    const trigger = token.upos === "ADJ" ? adjectiveTrigger(index, context) : undefined;
    if (trigger) found.push(trigger);
  });
  context.tree.tokens.forEach((token, index) => {
    const trigger = token.upos === "VERB" && !carried.has(index) ? verbTrigger(index, context) : undefined;
    if (trigger) found.push(trigger);
  });
  return found.filter(({ index }) => !isInDateline(index, context)).sort((a, b) => a.index - b.index);
}

/** "READING (Reuters) -": what stands before a report tells nothing of it. */
function isInDateline(index: number, { tree, reading }: EventContext): boolean {
  const { dateline } = reading.article;
  return dateline !== undefined && overlaps(tokenAt(tree, index), dateline);
}

/** Participles that stand as prepositions: "following the attack". */
const PREPOSITIONS = new Set(
  "following according including regarding concerning considering excluding barring owing pending depending".split(
    " ",
  ),
);

function verbTrigger(index: number, context: EventContext): Trigger | undefined {
  const { tree, tables } = context;
  const token = tokenAt(tree, index);
  const lemma = token.lemma.toLowerCase();
  if (["amod", "compound", "case", "mark", "fixed", "det"].includes(relation(token))) return undefined;
  if (PREPOSITIONS.has(token.text.toLowerCase())) return undefined;
  const phrasal = tables.verbs.get(phrasalLemma(tree, index));
  if (phrasal) return { index, lemma: phrasal.lemma, word: phrasal, rule: "event-verb" };
  const word = tables.verbs.get(lemma);
  const state = tables.states.get(phrasalLemma(tree, index)) ?? tables.states.get(lemma);
  if (state === false && !isBeforeForum(index, context)) return undefined;
  if (state === true) return { index, lemma, word, rule: "speech-act" };
  if (!word && (governsClause(index, context) || completesEvent(index, context))) return undefined;
  if (!word && isCue(index, context)) return { index, lemma, word, rule: "speech-act" };
  return { index, lemma, word, rule: word ? "event-verb" : "verb" };
}

const FORUMS = new Set(
  "court tribunal judge magistrate committee parliament panel inquiry commission".split(" "),
);

/** "appeared in court", "is to appear before a judge"; "appeared true" tells nothing. */
function isBeforeForum(index: number, { tree }: EventContext): boolean {
  if (tokenAt(tree, index).lemma !== "appear") return false;
  return dependents(tree, index, "obl").some(
    (child) =>
      ["in", "before", "at"].includes(caseOf(tree, child)) &&
      FORUMS.has(tokenAt(tree, child).lemma.toLowerCase()),
  );
}

/** A verb that no table knows, right under one that it does, adds no event to that one. */
function completesEvent(index: number, { tree, tables }: EventContext): boolean {
  const { deprel, head } = tokenAt(tree, index);
  return deprel === "xcomp" && head >= 0 && tables.verbs.has(tokenAt(tree, head).lemma.toLowerCase());
}

/** The reporting verb of a quotation. */
function isCue(index: number, { tree, reading }: EventContext): boolean {
  const token = tokenAt(tree, index);
  return reading.quotations.some(
    ({ cue }) => cue !== null && cue.start <= token.start && token.end <= cue.end,
  );
}

/**
 * A verb that only leads to another one ("is set to meet", "agreed to sign") names no event of its own; who presses
 * somebody to sign does something to him.
 */
function governsClause(index: number, { tree, tables }: EventContext): boolean {
  const lemma = tokenAt(tree, index).lemma;
  const known = tables.contexts.has(`verb ${lemma}`) || tables.contexts.has(`adjective ${lemma}`);
  const leads = dependents(tree, index, "xcomp", "ccomp").length > 0;
  return known && leads && dependents(tree, index, "obj", "iobj").length === 0;
}

/** "three people were dead", "left 12 dead"; "a dead man" describes. */
function adjectiveTrigger(index: number, { tree, tables }: EventContext): Trigger | undefined {
  const token = tokenAt(tree, index);
  const word = tables.adjectives.get(token.lemma.toLowerCase());
  if (!word || !["root", "xcomp", "ccomp", "conj", "parataxis"].includes(relation(token))) return undefined;
  return { index, lemma: word.lemma, word, rule: "event-adjective" };
}

function nounTrigger(index: number, context: EventContext): Trigger | undefined {
  const { tree, tables } = context;
  const token = tokenAt(tree, index);
  const word = tables.nouns.get(token.lemma.toLowerCase());
  if (context.timexTokens.has(index)) return undefined;
  if (!word) return calledOff(index, context) ?? heldOn(index, context);
  // "It was a disaster" judges, and tells no event.
  if (relation(token) === "compound" || dependents(tree, index, "cop").length > 0) return undefined;
  const light = lightVerb(index, context);
  const undone = undoing(index, context);
  const arranged = undone === undefined && isArranged(index, context);
  if (arranged) return { index, lemma: word.lemma, word, light: token.head, arranged, rule: "arranged" };
  if (undone) return { index, lemma: word.lemma, word, light: token.head, undone, rule: "undone" };
  if (light !== undefined) return { index, lemma: word.lemma, word, light, rule: "light-verb" };
  if (word.alone === "never") return undefined;
  if (isAnchored(index, context)) return { index, lemma: word.lemma, word, rule: "event-noun" };
  return word.alone === "always" ? { index, lemma: word.lemma, word, rule: "noun-in-passing" } : undefined;
}

/** "called off the talks", "the visit was postponed", "the vote moved to Friday": what the verb makes of its event noun. */
function undoing(index: number, context: EventContext): ContextStatus | undefined {
  const { tree, tables } = context;
  const token = tokenAt(tree, index);
  if (token.head < 0) return undefined;
  const isObject = ["obj", "nsubj:pass", "obl"].includes(token.deprel);
  const verb = verbWithParticle(index, tree);
  if (tables.reschedulings.has(verb) && (isObject || isMovedSubject(index, tree)))
    return isMovedInTime({ verb: token.head, noun: index }, context) ? "postponed" : undefined;
  const status = isObject ? tables.contexts.get(`verb ${verb}`) : undefined;
  return status === "cancelled" || status === "postponed" ? status : undefined;
}

/** Verbs of which the object is always a plan; "cancelled the debt" undoes none. */
const UNDO_PLANS = new Set(["call off", "postpone"]);

/** "called off the round table", "moved it to Friday": what is called off, or moved in time, was to take place, whatever it is. */
function calledOff(index: number, context: EventContext): Trigger | undefined {
  const { tree } = context;
  const { head, lemma } = tokenAt(tree, index);
  const undone = undoing(index, context);
  const isPlan =
    undone &&
    (UNDO_PLANS.has(verbWithParticle(index, tree)) || isMovedInTime({ verb: head, noun: index }, context));
  if (!isPlan) return undefined;
  return { index, lemma: lemma.toLowerCase(), word: undefined, light: head, undone, rule: "undone" };
}

/** Words whose day is that of what is to come; "was agreed on Monday" tells when it was agreed. */
const ARRANGING = new Set(["expect", "schedule", "slate", "plan", "set", "fix", "due"]);

/** "The verdict is expected on 12 June", "talks are due on Monday": it is to come on that day. */
function isArranged(index: number, context: EventContext): boolean {
  const { tree } = context;
  const { head, deprel } = tokenAt(tree, index);
  if (head < 0 || !["nsubj", "nsubj:pass"].includes(deprel) || !hasDay(head, context, "for")) return false;
  const { lemma, upos } = tokenAt(tree, head);
  const isPlan = upos === "ADJ" || (upos === "VERB" && deprel === "nsubj:pass");
  const leads = dependents(tree, head, "xcomp", "ccomp", "obj").length > 0;
  return isPlan && !leads && ARRANGING.has(lemma);
}

/** "The regatta will be held on 9 May", "took place on Friday": whatever has a day of its own takes place. */
function heldOn(index: number, context: EventContext): Trigger | undefined {
  const { tree } = context;
  const { head, deprel, lemma } = tokenAt(tree, index);
  if (head < 0 || !hasDay(head, context)) return undefined;
  const verb = tokenAt(tree, head).lemma;
  // "A man was held on Monday" is an arrest.
  const isHeld = deprel === "nsubj:pass" && verb === "hold" && isAhead(head, tree);
  const takesPlace = deprel === "nsubj" && verb === "take" && supportVerb(index, context) === head;
  if (!isHeld && !takesPlace) return undefined;
  return { index, lemma: lemma.toLowerCase(), word: undefined, light: head, rule: "light-verb" };
}

function hasDay(verb: number, { tree, timexAt }: EventContext, ...cases: readonly string[]): boolean {
  const given = ["", "on", "in", ...cases];
  return dependents(tree, verb, "obl", "advmod").some(
    (child) => timexAt.get(child)?.type === "DATE" && given.includes(caseOf(tree, child)),
  );
}

/** "will be held", "is to be held" */
function isAhead(verb: number, tree: Tree): boolean {
  return dependents(tree, verb, "aux", "mark").some((child) =>
    ["will", "'ll", "’ll", "to"].includes(tokenAt(tree, child).text.toLowerCase()),
  );
}

/** "called off the visit", "put the visit off": the parse may take the particle for a preposition. */
function verbWithParticle(noun: number, tree: Tree): string {
  const { head, deprel } = tokenAt(tree, noun);
  const verb = tokenAt(tree, head).lemma.toLowerCase();
  const next = tree.tokens[head + 1];
  if (next?.head === noun && isParticle(next)) return `${verb} ${next.lemma.toLowerCase()}`;
  if (deprel === "obl") return "";
  const last = tree.tokens[noun + 1];
  return last && isParticle(last) ? `${verb} ${last.lemma.toLowerCase()}` : phrasalLemma(tree, head);
}

/** The verb of "held talks", "take part in talks", "the visit took place". */
function lightVerb(index: number, { tree, tables }: EventContext): number | undefined {
  const token = tokenAt(tree, index);
  if (token.head < 0) return undefined;
  const head = tokenAt(tree, token.head);
  if (["obj", "nsubj:pass"].includes(token.deprel) && tables.lightVerbs.has(head.lemma)) return token.head;
  const carrier = relation(token) === "nsubj" || relation(token) === "obl" || relation(token) === "nmod";
  return carrier ? supportVerb(index, { tree, tables }) : undefined;
}

function supportVerb(
  index: number,
  { tree, tables }: Pick<EventContext, "tree" | "tables">,
): number | undefined {
  const token = tokenAt(tree, index);
  const head = tokenAt(tree, token.head);
  const happens = tables.lightVerbs.has(head.lemma) && !dependent(tree, token.head, "obj");
  if (relation(token) === "nsubj" && happens && head.lemma !== "hold") return token.head;
  const object = head.lemma === "take" ? dependent(tree, token.head, "obj") : undefined;
  const carried = object !== undefined ? tokenAt(tree, object).lemma : undefined;
  if (relation(token) === "nsubj" && carried === "place") return token.head;
  if (relation(token) === "obl" && carried === "part") return token.head;
  if (head.lemma === "part" && head.head >= 0 && tokenAt(tree, head.head).lemma === "take") return head.head;
  return undefined;
}

/** "the death of the guard", "talks between the ministers". */
const TELLING_CASES = new Set(["of", "by", "between"]);

/** An event noun counts when the text says whose, of what or when: "the annexation of Crimea", "Abe's visit". */
function isAnchored(index: number, { tree, timexAt, timexTokens, entityOf }: EventContext): boolean {
  return (
    childrenOf(tree, index).some((child) => {
      const token = tokenAt(tree, child);
      if (timexAt.has(child) || timexTokens.has(child)) return true;
      if (token.deprel === "nmod:poss") return true;
      if (relation(token) === "nmod" && TELLING_CASES.has(caseOf(tree, child))) return true;
      return ["nmod", "obl", "compound", "amod"].includes(relation(token)) && entityOf.has(child);
    }) || hasConjunctInTime(index, { tree, timexTokens })
  );
}

/** "the 2011 earthquake and tsunami": the second shares what stands before the first. */
function hasConjunctInTime(
  index: number,
  { tree, timexTokens }: Pick<EventContext, "tree" | "timexTokens">,
): boolean {
  const token = tokenAt(tree, index);
  if (token.deprel !== "conj") return false;
  return childrenOf(tree, token.head).some((child) => timexTokens.has(child) && child < token.head);
}
