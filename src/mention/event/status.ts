import { edtfBounds } from "../../model/calendar.ts";
import type { EventStatus } from "../../model/event.ts";
import type { Token } from "../../model/token.ts";
import { dependent, dependents, relation, tokenAt } from "../tree.ts";
import type { EventContext } from "./context.ts";
import type { Trigger } from "./trigger.ts";

/** A status with the rule that gave it. */
export interface Judged {
  readonly status: EventStatus;
  readonly rule: string;
}

const FUTURE = new Set(["will", "shall", "'ll", "’ll", "wo", "ll"]);
const PROPOSAL = new Set(["should", "must", "ought"]);
const POSSIBLE = new Set(["may", "might", "could", "can", "ca"]);
const NEGATIONS = new Set(["not", "n't", "n’t", "never", "nt"]);
const NOBODY = new Set(["nobody", "nothing", "none", "no-one", "neither"]);
const CONDITIONS = new Set(["if", "unless", "whether"]);
const MAX_DEPTH = 6;
const POSTPONED: Judged = { status: "scheduled", rule: "postponed" };

/** What the report says of the event: from tense, modals, negation, and the words it hangs on. */
export function statusOf(trigger: Trigger, context: EventContext, edtf: string | null): Judged | undefined {
  if (trigger.undone === "cancelled") return { status: "cancelled", rule: "cancelled" };
  if (trigger.undone === "postponed") return POSTPONED;
  const noun = tokenAt(context.tree, trigger.index).upos === "NOUN";
  const judged =
    noun && trigger.light === undefined
      ? nounStatus(trigger.index, context)
      : verbStatus(trigger.light ?? trigger.index, context);
  const carried = noun && trigger.light !== undefined ? modifierStatus(trigger.index, context) : undefined;
  const status = carried ?? judged;
  const conditional =
    status?.status === "scheduled" && hangsOnCondition(trigger.light ?? trigger.index, context);
  if (conditional) return { status: "possible", rule: "conditional" };
  return status && withTime(status, edtf, context);
}

/** "will sue if the port stays closed" */
function hangsOnCondition(verb: number, { tree }: EventContext): boolean {
  return dependents(tree, verb, "advcl").some((clause) =>
    dependents(tree, clause, "mark").some((mark) => ["if", "unless"].includes(tokenAt(tree, mark).lemma)),
  );
}

/** Words and calendar must agree: what lies ahead of publication has not happened yet. */
function withTime(judged: Judged, edtf: string | null, context: EventContext): Judged {
  const published = context.reading.article.published.value;
  const bounds = edtf ? edtfBounds(edtf) : null;
  if (!published || !bounds?.begin) return judged;
  const ahead = bounds.begin > published;
  const present = judged.rule === "present" && bounds.end !== null && bounds.end > published;
  if (ahead && (judged.status === "happened" || judged.status === "ongoing"))
    return { status: "scheduled", rule: "time-ahead" };
  if (present) return { status: "scheduled", rule: "present-for-future" };
  const over = judged.rule === "present" && bounds.end !== null && bounds.end < published;
  if (over) return { status: "happened", rule: "time-past" };
  // "repairs would begin in April, she said": will, told afterwards.
  return judged.rule === "would" && ahead ? { status: "scheduled", rule: "future-in-past" } : judged;
}

/** Status of a verb by its own form, then by what it depends on. */
export function verbStatus(verb: number, context: EventContext, depth = 0): Judged | undefined {
  const { tree } = context;
  if (depth > MAX_DEPTH) return undefined;
  if (isNegated(verb, context)) return { status: "denied", rule: "negated" };
  if (dependents(tree, verb, "mark").some((child) => CONDITIONS.has(tokenAt(tree, child).lemma))) {
    return { status: "possible", rule: "conditional" };
  }
  const above = governed(verb, context, depth);
  if (above) return above;
  return ownForm(verb, context, depth) ?? sharedForm(verb, context, depth);
}

function isNegated(verb: number, { tree }: EventContext): boolean {
  const adverbs = dependents(tree, verb, "advmod", "aux").some((child) =>
    NEGATIONS.has(tokenAt(tree, child).text.toLowerCase()),
  );
  const noOne = dependents(tree, verb, "nsubj", "obj").some(
    (argument) =>
      NOBODY.has(tokenAt(tree, argument).lemma.toLowerCase()) ||
      dependents(tree, argument, "det").some((child) => tokenAt(tree, child).lemma === "no"),
  );
  return adverbs || noOne;
}

function ownForm(verb: number, context: EventContext, depth: number): Judged | undefined {
  const { tree, reading } = context;
  const token = tokenAt(tree, verb);
  const auxiliaries = dependents(tree, verb, "aux", "cop").map((child) => tokenAt(tree, child));
  const words = auxiliaries.map((each) => each.text.toLowerCase());
  if (words.some((word) => FUTURE.has(word))) return { status: "scheduled", rule: "future" };
  if (words.some((word) => PROPOSAL.has(word))) return { status: "proposed", rule: "modal-proposal" };
  if (words.includes("would")) return { status: "proposed", rule: "would" };
  if (words.some((word) => POSSIBLE.has(word))) return { status: "possible", rule: "modal-possible" };
  const lemmas = auxiliaries.map((each) => each.lemma);
  if (lemmas.includes("have")) return { status: "happened", rule: "perfect" };
  const past = auxiliaries.some((each) => each.xpos === "VBD");
  if (token.xpos === "VBG" && lemmas.includes("be"))
    return past
      ? { status: "happened", rule: "past-progressive" }
      : { status: "ongoing", rule: "progressive" };
  if (token.xpos === "VBD" || past) return { status: "happened", rule: "past" };
  if (token.xpos === "VBN")
    return lemmas.length > 0
      ? { status: "ongoing", rule: "present" }
      : { status: "happened", rule: "participle" };
  if (hasInfinitiveMark(verb, { tree }))
    return titleInfinitive(verb, { tree, reading }) ?? purposeOf(verb, context, depth);
  if (token.xpos === "VBZ" || token.xpos === "VBP")
    return { status: inHeadOrCaption(token.start, { reading }) ? "happened" : "ongoing", rule: "present" };
  return undefined;
}

function hasInfinitiveMark(verb: number, { tree }: Pick<EventContext, "tree">): boolean {
  return dependents(tree, verb, "mark", "aux").some(
    (child) => tokenAt(tree, child).text.toLowerCase() === "to",
  );
}

/** "heads to Japan to meet Abe": what a journey is for is as certain as the journey, while it lies ahead. */
function purposeOf(verb: number, context: EventContext, depth: number): Judged {
  const token = tokenAt(context.tree, verb);
  const main = relation(token) === "advcl" ? verbStatus(token.head, context, depth + 1) : undefined;
  const ahead = main?.status === "scheduled";
  return ahead ? { status: "scheduled", rule: "purpose" } : { status: "proposed", rule: "infinitive" };
}

/** "Putin to visit Japan" in a headline announces. */
function titleInfinitive(
  verb: number,
  { tree, reading }: Pick<EventContext, "tree" | "reading">,
): Judged | undefined {
  const token = tokenAt(tree, verb);
  const top = token.head < 0 || ["acl", "advcl"].includes(relation(token));
  if (top && blockKind(token.start, reading) === "title")
    return { status: "scheduled", rule: "headline-infinitive" };
  return undefined;
}

function blockKind(offset: number, reading: EventContext["reading"]): string | undefined {
  return reading.article.blocks.find((block) => block.start <= offset && offset < block.end)?.kind;
}

function inHeadOrCaption(offset: number, { reading }: Pick<EventContext, "reading">): boolean {
  const kind = blockKind(offset, reading);
  return kind === "title" || kind === "caption";
}

/** A form without a time of its own shares that of the clause it belongs to. */
function sharedForm(verb: number, context: EventContext, depth: number): Judged | undefined {
  const token = tokenAt(context.tree, verb);
  if (token.head < 0) return undefined;
  if (relation(token) === "acl" && token.xpos === "VBG") return { status: "ongoing", rule: "present" };
  const shares = ["conj", "advcl", "xcomp", "ccomp", "acl"].includes(relation(token));
  return shares && tokenAt(context.tree, token.head).upos === "VERB"
    ? verbStatus(token.head, context, depth + 1)
    : undefined;
}

/** What the governing word makes of it: "agreed to sign", "prevented from signing", "due to visit". */
function governed(verb: number, context: EventContext, depth: number): Judged | undefined {
  const { tree, tables } = context;
  const token = tokenAt(tree, verb);
  if (token.head < 0 || !["xcomp", "ccomp", "acl", "advcl", "conj"].includes(relation(token)))
    return undefined;
  const head = governor(verb, context);
  if (token.deprel === "conj")
    return ownForm(verb, context, depth) ? undefined : governed(token.head, context, depth + 1);
  if (
    token.deprel === "acl:relcl" ||
    (relation(token) === "acl" && token.xpos !== "VB" && token.xpos !== "VBG")
  )
    return undefined;
  const purpose = relation(token) === "advcl" && !["from", "to", "of"].includes(markOf(verb, context));
  // "kept them from signing" is not "kept signing".
  const status = purpose
    ? undefined
    : (tables.contexts.get(`verb ${head.lemma.toLowerCase()} ${markOf(verb, context)}`) ??
      contextStatus(head, tables.contexts));
  if (!status) return undefined;
  if (relation(token) === "ccomp" && isFiniteVerb(verb, context) && status !== "denied") return undefined;
  if (status === "inherit") return verbStatus(token.head, context, depth + 1);
  if (status === "postponed") return POSTPONED;
  if (isNegated(token.head, context))
    return { status: status === "denied" ? "happened" : "denied", rule: `not-${head.lemma}` };
  return { status, rule: `under-${head.lemma}` };
}

/** The governing word; of "urged him to sign" it is the verb, even where the parse hangs the infinitive on its object. */
function governor(verb: number, { tree, tables }: EventContext): Token {
  const token = tokenAt(tree, verb);
  const head = tokenAt(tree, token.head);
  const above = head.deprel === "obj" && head.head >= 0 ? tokenAt(tree, head.head) : undefined;
  const infinitive =
    token.deprel === "acl" &&
    ["VB", "VBG"].includes(token.xpos) &&
    !tables.contexts.has(`noun ${head.lemma}`);
  return infinitive && above && tables.contexts.has(`verb ${above.lemma}`) ? above : head;
}

function contextStatus(
  head: { lemma: string; text: string; upos: string },
  contexts: EventContext["tables"]["contexts"],
) {
  const lemma = head.lemma.toLowerCase();
  if (head.upos === "VERB")
    return contexts.get(`verb ${lemma}`) ?? contexts.get(`adjective ${head.text.toLowerCase()}`);
  if (head.upos === "ADJ") return contexts.get(`adjective ${lemma}`) ?? contexts.get(`verb ${lemma}`);
  return head.upos === "NOUN" ? contexts.get(`noun ${lemma}`) : undefined;
}

function markOf(verb: number, { tree }: EventContext): string {
  const mark = dependent(tree, verb, "mark", "case");
  return mark === undefined ? "" : tokenAt(tree, mark).text.toLowerCase();
}

function isFiniteVerb(verb: number, { tree }: EventContext): boolean {
  const token = tokenAt(tree, verb);
  const aux = dependents(tree, verb, "aux").length > 0;
  return aux || ["VBD", "VBZ", "VBP"].includes(token.xpos);
}

/** Status of an event noun that stands by itself: by its adjectives, its preposition, its governing word. */
function nounStatus(noun: number, context: EventContext): Judged | undefined {
  const { tree, tables } = context;
  const own = modifierStatus(noun, context);
  if (own) return own;
  const token = tokenAt(tree, noun);
  if (dependents(tree, noun, "det").some((child) => tokenAt(tree, child).lemma === "no"))
    return { status: "denied", rule: "negated" };
  if (token.deprel === "conj" && token.head >= 0) return nounStatus(token.head, context);
  const preposition = dependent(tree, noun, "case");
  const word = preposition === undefined ? "" : tokenAt(tree, preposition).text.toLowerCase();
  if (word === "before" || word === "ahead") return { status: "scheduled", rule: "before-noun" };
  if (["for", "toward", "towards"].includes(word)) return { status: "proposed", rule: "purpose-noun" };
  const head = token.head >= 0 ? tokenAt(tree, token.head) : undefined;
  const status = head && contextStatus(head, tables.contexts);
  if (status === "postponed") return POSTPONED;
  if (status && status !== "inherit" && ["obj", "nmod", "nsubj:pass"].includes(token.deprel))
    return { status, rule: `under-${head.lemma}` };
  return { status: "happened", rule: "presupposed" };
}

function modifierStatus(noun: number, { tree, tables }: EventContext): Judged | undefined {
  for (const child of dependents(tree, noun, "amod")) {
    const lemma = tokenAt(tree, child).text.toLowerCase();
    const status = tables.contexts.get(`adjective ${lemma}`);
    if (status === "postponed") return POSTPONED;
    if (status && status !== "inherit") return { status, rule: `modifier-${lemma}` };
  }
  return undefined;
}
