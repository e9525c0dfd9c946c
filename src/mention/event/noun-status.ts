import type { EventStatus } from "../../model/event.ts";
import { caseOf, dependents, phrasalLemma, relation, tokenAt } from "../tree.ts";
import type { EventContext } from "./context.ts";
import type { ContextStatus } from "./tables.ts";
import type { Trigger } from "./trigger.ts";
import { contextStatus, type Judged, POSTPONED, statusAbove, verbStatus } from "./verb-status.ts";

/** Kinds of events that are arranged beforehand: "the visit will", "for talks". */
export const ARRANGED: ReadonlySet<string> = new Set([
  "journey",
  "diplomacy",
  "election",
  "ceremony",
  "sport",
  "launch",
  "business",
]);
/** Kinds of events that nobody announces: who speaks of "the attack" speaks of one that was. */
const SUFFERED = new Set(["death", "disaster", "accident", "conflict"]);
const GIVEN = new Set(["the", "this", "that", "these", "those", "both", "all"]);
/** Prepositions by which a verb takes what it is about: "accused of", "charged with", "called for", "agreed to". */
const ABOUT = new Set(["of", "with", "for", "to", "about", "against"]);
const HAPPENED: Judged = { status: "happened", rule: "presupposed" };
/** Told as done with what it frames, and not only spoken of. */
const FRAMING: Judged = { status: "happened", rule: "framing" };
const DURING = new Set(["during", "after", "following", "since"]);
const PHASES = new Set(["end", "close", "start", "beginning", "course", "middle", "margin", "sideline"]);
const OPEN: ReadonlySet<EventStatus> = new Set(["scheduled", "proposed", "possible"]);

/** Status of an event noun that stands by itself: by its adjectives, its preposition, and the words it hangs on. */
export function nounStatus({ index, word }: Pick<Trigger, "index" | "word">, context: EventContext): Judged {
  const { tree } = context;
  const own = modifierStatus(index, context);
  // "prevent future attacks": the governing word says more than "future".
  if (own?.status === "scheduled" && isStopped(index, context))
    return { status: "cancelled", rule: "stopped" };
  if (own) return (own.status === "scheduled" ? underWord(index, context) : undefined) ?? own;
  if (dependents(tree, index, "det").some((child) => ["no", "any"].includes(tokenAt(tree, child).lemma)))
    return { status: "denied", rule: "negated" };
  const token = tokenAt(tree, index);
  if (token.deprel === "conj" && tokenAt(tree, token.head).upos === "NOUN")
    return nounStatus({ index: token.head, word }, context);
  return (
    underPreposition(index, word?.kind, context) ??
    underWord(index, context) ??
    (isGiven(index, context) ? ofKnown(index, word?.kind, context) : ofNews(index, context))
  );
}

const STOPS = new Set(["suspend", "halt", "stop", "avert"]);

/** "A strike planned for Friday has been suspended": what has not begun, and is stopped, will not be. */
function isStopped(noun: number, context: EventContext): boolean {
  const { head, deprel } = tokenAt(context.tree, noun);
  if (head < 0 || !["obj", "nsubj:pass"].includes(deprel)) return false;
  return STOPS.has(tokenAt(context.tree, head).lemma) && verbStatus(head, context)?.status === "happened";
}

function underPreposition(noun: number, kind = "", context: EventContext): Judged | undefined {
  switch (prepositionOf(noun, context)) {
    case "without":
      return { status: "denied", rule: "without-noun" };
    case "ahead":
      return { status: "scheduled", rule: "before-noun" };
    case "before":
      return SUFFERED.has(kind) || statusAbove(noun, context)?.status === "happened"
        ? HAPPENED
        : { status: "scheduled", rule: "before-noun" };
    case "for":
    case "toward":
    case "towards":
      return (
        underWord(noun, context) ??
        (SUFFERED.has(kind) ? undefined : { status: "proposed", rule: "purpose-noun" })
      );
    default:
      return undefined;
  }
}

/** The preposition; "ahead" of "ahead of", whose noun hangs on it. */
function prepositionOf(noun: number, { tree }: EventContext): string {
  const { head } = tokenAt(tree, noun);
  const above = head >= 0 ? tokenAt(tree, head).text.toLowerCase() : "";
  return above === "ahead" ? above : caseOf(tree, noun);
}

/** "hopes of a visit", "demanded the release", "accused of the murder": what the governing word makes of it. */
function underWord(noun: number, context: EventContext): Judged | undefined {
  const { tree, tables } = context;
  const token = tokenAt(tree, noun);
  if (token.head < 0) return undefined;
  const head = tokenAt(tree, token.head);
  const about = token.deprel === "obl" && ABOUT.has(caseOf(tree, noun));
  if (!about && !["obj", "nmod", "nsubj:pass"].includes(token.deprel)) return undefined;
  const phrasal =
    head.upos === "VERB" ? tables.contexts.get(`verb ${phrasalLemma(tree, token.head)}`) : undefined;
  const status = phrasal ?? contextStatus(head, tables.contexts);
  if (status !== undefined) return judge(status, { head: token.head, lemma: head.lemma, context });
  // "cleared the man of the murder": the parse may hang "of the murder" on the man.
  const accused =
    token.deprel === "nmod" && head.deprel === "obj" && ["of", "with"].includes(caseOf(tree, noun));
  const above = accused && head.head >= 0 ? tokenAt(tree, head.head) : undefined;
  const charge = above && contextStatus(above, tables.contexts);
  return above && charge ? judge(charge, { head: head.head, lemma: above.lemma, context }) : undefined;
}

function judge(
  status: ContextStatus,
  { head, lemma, context }: { head: number; lemma: string; context: EventContext },
): Judged | undefined {
  if (status === "postponed") return POSTPONED;
  if (status !== "inherit") return { status, rule: `under-${lemma}` };
  return tokenAt(context.tree, head).upos === "VERB" ? verbStatus(head, context) : undefined;
}

/** "the visit", "its annexation": the text speaks of it as known. */
function isGiven(noun: number, { tree }: EventContext): boolean {
  return dependents(tree, noun, "det", "nmod:poss").some((child) => {
    const token = tokenAt(tree, child);
    return relation(token) === "nmod" || GIVEN.has(token.text.toLowerCase());
  });
}

/**
 * "The visit will show": what is known and arranged lies ahead together with what is told of it. "will sign with the
 * approval of the town": whether there is one already is left open.
 */
function ofKnown(noun: number, kind = "", context: EventContext): Judged {
  const token = tokenAt(context.tree, noun);
  const main = SUFFERED.has(kind) ? undefined : statusAbove(noun, context);
  if (main?.status === "ongoing" && ARRANGED.has(kind)) return main;
  if (main?.status === "happened" && ARRANGED.has(kind) && isFrame(noun, context)) return FRAMING;
  if (!main || !OPEN.has(main.status)) return HAPPENED;
  return ARRANGED.has(kind) && relation(token) === "nsubj"
    ? main
    : { status: "possible", rule: "under-open" };
}

/** "at the end of the visit", "during her trip", "after the talks": what is told to have happened is placed by it. */
function isFrame(noun: number, { tree }: EventContext): boolean {
  const preposition = caseOf(tree, noun);
  const { head } = tokenAt(tree, noun);
  if (preposition === "of" && head >= 0) return PHASES.has(tokenAt(tree, head).lemma.toLowerCase());
  return DURING.has(preposition);
}

/** "A fire broke out", "feared an attack": what is told as new is as certain as the clause that tells it. */
function ofNews(noun: number, context: EventContext): Judged {
  return statusAbove(noun, context) ?? HAPPENED;
}

/** "a planned visit", "the alleged attack" */
export function modifierStatus(noun: number, { tree, tables }: EventContext): Judged | undefined {
  for (const child of dependents(tree, noun, "amod", "acl")) {
    const { text, xpos, deprel } = tokenAt(tree, child);
    // "a strike planned for Friday"
    if (deprel.startsWith("acl") && (deprel !== "acl" || xpos !== "VBN")) continue;
    const lemma = text.toLowerCase();
    const status = tables.contexts.get(`adjective ${lemma}`);
    if (deprel === "acl" && status !== "scheduled") continue;
    if (status === "postponed") return POSTPONED;
    if (status && status !== "inherit") return { status, rule: `modifier-${lemma}` };
  }
  return undefined;
}
