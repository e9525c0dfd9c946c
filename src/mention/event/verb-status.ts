import type { EventStatus } from "../../model/event.ts";
import type { Token } from "../../model/token.ts";
import { caseOf, dependent, dependents, relation, tokenAt } from "../tree.ts";
import { type EventContext, entityOfPhrase } from "./context.ts";
import { hasAdverb, isKeptFrom, isNegated, markOf } from "./negation.ts";
import { isPassive } from "./subject.ts";

/** A status with the rule that gave it. */
export interface Judged {
  readonly status: EventStatus;
  readonly rule: string;
}

const FUTURE = new Set(["will", "shall", "'ll", "’ll", "wo", "ll"]);
const PROPOSAL = new Set(["should", "must", "ought"]);
const POSSIBLE = new Set(["may", "might", "could", "can", "ca"]);
const MODALS = new Set(["would", "could", "might", "should", "must", "may", "ought"]);
const CONDITIONS = new Set(["if", "unless", "whether", "lest", "provided"]);
const ASIDE: Judged = { status: "possible", rule: "conditional" };
/** Prepositions with which a gerund completes its verb: "prevented from signing", "aimed at building". */
const ABOUT = new Set(["from", "to", "of", "at", "on", "about", "against", "toward", "towards"]);
/** "talks about building": what a gerund after these is about need not be so. */
const TOPICS = new Set(["at", "about", "against", "toward", "towards"]);
const MAX_DEPTH = 6;
export const POSTPONED: Judged = { status: "scheduled", rule: "postponed" };

/** Status of a verb by its own form, then by what it depends on. */
export function verbStatus(verb: number, context: EventContext, depth = 0): Judged | undefined {
  const { tree } = context;
  if (depth > MAX_DEPTH) return undefined;
  if (isNegated(verb, context)) return { status: "denied", rule: "negated" };
  if (isConditional(verb, { tree }) || isAsked(verb, context)) return ASIDE;
  if (isBare(verb, context)) return { status: "possible", rule: "bare" };
  if (sharesAuxiliary(verb, context)) return verbStatus(tokenAt(tree, verb).head, context, depth + 1);
  const own = ownForm(verb, context, depth);
  const above = qualified(verb, context) ?? governed(verb, context, depth);
  return above ?? own ?? sharedForm(verb, context, depth);
}

/** "if he signs", "if he comes and signs", "had he signed" */
function isConditional(verb: number, { tree }: Pick<EventContext, "tree">): boolean {
  const token = tokenAt(tree, verb);
  if (dependents(tree, verb, "mark").some((child) => CONDITIONS.has(tokenAt(tree, child).lemma))) return true;
  if (token.deprel === "conj" && token.head >= 0 && dependents(tree, verb, "nsubj", "mark").length === 0)
    return tokenAt(tree, token.head).upos === "VERB" && isConditional(token.head, { tree });
  const [first, second] = dependents(tree, verb, "aux", "nsubj");
  const inverted = first !== undefined && second !== undefined && relation(tokenAt(tree, second)) === "nsubj";
  return inverted && ["had", "should", "were"].includes(tokenAt(tree, first).text.toLowerCase());
}

/** "Did he sign?": what is asked is not told, but "Why did he sign?" takes the signing for granted. */
function isAsked(verb: number, { tree, reading }: EventContext): boolean {
  const token = tokenAt(tree, verb);
  const sentence = reading.sentences[token.sentence];
  if (sentence === undefined || !["root", "ccomp", "xcomp", "conj"].includes(relation(token))) return false;
  const asks = tree.tokens[sentence.to - 1]?.text === "?" || tree.tokens[sentence.to - 2]?.text === "?";
  const open = /^(?:who|what|why|when|where|how|which)$/iu.test(tree.tokens[sentence.from]?.text ?? "");
  return asks && !(open && token.head < 0);
}

/** "they think it could rise and carry": a base form joined to a past one has lost its auxiliary in the parse. */
function isBare(verb: number, { tree }: EventContext): boolean {
  const { deprel, xpos, head } = tokenAt(tree, verb);
  const own = dependents(tree, verb, "aux").length > 0;
  return !own && deprel === "conj" && xpos === "VB" && ["VBD", "VBN"].includes(tokenAt(tree, head).xpos);
}

/** "may not be copied or sold", "wants to come and see": the second verb shares what stands before the first. */
function sharesAuxiliary(verb: number, { tree }: EventContext): boolean {
  const token = tokenAt(tree, verb);
  if (token.deprel !== "conj" || !["VB", "VBN", "VBG"].includes(token.xpos)) return false;
  const own = dependents(tree, verb, "nsubj", "aux", "cop", "mark").length > 0;
  return !own && tokenAt(tree, token.head).upos === "VERB";
}

/** "reportedly signed", "nearly signed" */
function qualified(verb: number, { tree, tables }: EventContext): Judged | undefined {
  for (const child of dependents(tree, verb, "advmod")) {
    const lemma = tokenAt(tree, child).lemma.toLowerCase();
    const status = tables.contexts.get(`adverb ${lemma}`);
    if (status && status !== "inherit" && status !== "postponed") return { status, rule: `adverb-${lemma}` };
  }
  return undefined;
}

function ownForm(verb: number, context: EventContext, depth: number): Judged | undefined {
  const { tree, reading } = context;
  const token = tokenAt(tree, verb);
  const auxiliaries = dependents(tree, verb, "aux", "cop").map((child) => tokenAt(tree, child));
  const words = auxiliaries.map((each) => each.text.toLowerCase());
  const lemmas = auxiliaries.map((each) => each.lemma);
  const modal = words.some((word) => MODALS.has(word));
  // "would have signed", "must have signed": not so, or guessed.
  if (modal && lemmas.includes("have")) return { status: "possible", rule: "modal-perfect" };
  if (words.some((word) => FUTURE.has(word))) return { status: "scheduled", rule: "future" };
  if (words.some((word) => PROPOSAL.has(word))) return { status: "proposed", rule: "modal-proposal" };
  if (words.includes("would")) return { status: "proposed", rule: "would" };
  if (words.some((word) => POSSIBLE.has(word))) return { status: "possible", rule: "modal-possible" };
  const past = auxiliaries.some((each) => each.xpos === "VBD");
  if (hasInfinitiveMark(verb, { tree }) && lemmas.includes("be")) return arranged(token, { past, lemmas });
  if (lemmas.includes("have")) return { status: "happened", rule: "perfect" };
  if (token.xpos === "VBG" && lemmas.includes("be"))
    return past
      ? { status: "happened", rule: "past-progressive" }
      : { status: "ongoing", rule: "progressive" };
  if (token.xpos === "VBD" || past) return { status: "happened", rule: "past" };
  if (token.xpos === "VBN")
    return lemmas.length > 0
      ? { status: "ongoing", rule: "present" }
      : participleStatus(verb, context, depth);
  if (hasInfinitiveMark(verb, { tree }))
    return titleInfinitive(verb, context) ?? purposeOf(verb, context, depth);
  if (token.xpos === "VBZ" || token.xpos === "VBP")
    return { status: inHeadOrCaption(token.start, { reading }) ? "happened" : "ongoing", rule: "present" };
  return undefined;
}

/** "is to sign", "was to sign", "was to have signed": the last says that it did not come to it. */
function arranged(
  { xpos }: Token,
  { past, lemmas }: { readonly past: boolean; readonly lemmas: readonly string[] },
): Judged {
  if (xpos !== "VB" && lemmas.includes("have")) return { status: "possible", rule: "was-to-have" };
  return past ? { status: "proposed", rule: "would" } : { status: "scheduled", rule: "be-to" };
}

/**
 * "islands seized by troops", "a law adopted in May" tell what was done; "the files kept on your machine", without who
 * or when, describe what is, unless the clause around them tells what has happened.
 */
function participleStatus(verb: number, context: EventContext, depth: number): Judged {
  const { tree, timexTokens } = context;
  const done: Judged = { status: "happened", rule: "participle" };
  const told = dependents(tree, verb, "obl", "advmod").some(
    (child) => timexTokens.has(child) || caseOf(tree, child) === "by",
  );
  if (told || !["acl", "xcomp", "ccomp"].includes(relation(tokenAt(tree, verb)))) return done;
  const above = statusAbove(verb, context, depth + 1);
  if (!above || above.status === "happened") return done;
  const sure = above.status === "ongoing" || above.status === "scheduled";
  return { status: sure ? "ongoing" : "possible", rule: "participle-state" };
}

/** Status of the predicate that the word hangs on, by way of nouns; undefined where there is none. */
export function statusAbove(index: number, context: EventContext, depth = 0): Judged | undefined {
  const { tree, tables } = context;
  let at = tokenAt(tree, index).head;
  for (let steps = depth; at >= 0 && steps < MAX_DEPTH; steps++) {
    const token = tokenAt(tree, at);
    const predicate = token.upos === "VERB" || dependents(tree, at, "cop").length > 0;
    const status = token.upos === "VERB" ? undefined : contextStatus(token, tables.contexts);
    if (status === "postponed") return POSTPONED;
    if (status && status !== "inherit") return { status, rule: `under-${token.lemma}` };
    if (predicate) return verbStatus(at, context, depth + 1) ?? presentState(at, context);
    at = token.head;
  }
  return undefined;
}

/** "is the author of": a predicate without a verb of its own. */
function presentState(predicate: number, { tree }: EventContext): Judged | undefined {
  const copula = dependent(tree, predicate, "cop");
  return copula !== undefined && tokenAt(tree, copula).xpos !== "VBD"
    ? { status: "ongoing", rule: "present" }
    : undefined;
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
function titleInfinitive(verb: number, context: EventContext): Judged | undefined {
  const { tree, reading } = context;
  const token = tokenAt(tree, verb);
  // "Race to reach the boy" announces no more than a race.
  const named = token.head >= 0 && entityOfPhrase(token.head, context) !== undefined;
  const top = token.head < 0 || relation(token) === "advcl" || (relation(token) === "acl" && named);
  if (top && blockKind(token.start, reading) === "title")
    return { status: "scheduled", rule: "headline-infinitive" };
  return undefined;
}

export function blockKind(offset: number, reading: EventContext["reading"]): string | undefined {
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
  if (token.xpos === "VBG" && TOPICS.has(markOf(verb, context))) return { status: "possible", rule: "topic" };
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
  if (isKeptFrom(verb, context)) return { status: "denied", rule: "kept-from" };
  if (token.deprel === "conj")
    return ownForm(verb, context, depth) ? undefined : governed(token.head, context, depth + 1);
  if (
    token.deprel === "acl:relcl" ||
    (relation(token) === "acl" && token.xpos !== "VB" && token.xpos !== "VBG")
  )
    return undefined;
  const purpose = relation(token) === "advcl" && !ABOUT.has(markOf(verb, context));
  const status = purpose ? undefined : contextStatus(head, tables.contexts);
  if (!status) return relation(token) === "ccomp" ? believed(head, tables) : undefined;
  // "going to sign", but not "going out to see him signing".
  if (head.text.toLowerCase() === "going" && !isFutureGoing(token.head, verb, context)) return undefined;
  if (relation(token) === "ccomp" && isFiniteVerb(verb, context)) return believed(head, context.tables);
  if (status === "inherit") return verbStatus(token.head, context, depth + 1);
  if (status === "postponed") return POSTPONED;
  // "is expected to come" announces, "expects it to come" foresees.
  if (head.lemma === "expect" && !isPassive(token.head, context))
    return { status: "possible", rule: "expected" };
  const yet = head.lemma === "have" && hasAdverb(token.head, "yet", context);
  if (yet) return { status: "denied", rule: "yet-to" };
  if (isNegated(token.head, context))
    return { status: status === "denied" ? "happened" : "denied", rule: `not-${head.lemma}` };
  // "had planned to travel": it was given up, or is over.
  const given = status === "scheduled" && hasHad(token.head, context);
  return given ? { status: "possible", rule: `had-${head.lemma}` } : { status, rule: `under-${head.lemma}` };
}

function hasHad(verb: number, { tree }: EventContext): boolean {
  return dependents(tree, verb, "aux").some((child) => tokenAt(tree, child).text.toLowerCase() === "had");
}

/** "believes that he signed", "denied that he signed": what is only thought or feared stays open. */
function believed({ lemma }: Token, { contexts }: EventContext["tables"]): Judged | undefined {
  const status = contexts.get(`clause ${lemma.toLowerCase()}`);
  return status && status !== "inherit" && status !== "postponed"
    ? { status, rule: `thought-${lemma}` }
    : undefined;
}

function isFutureGoing(going: number, verb: number, context: EventContext): boolean {
  const is = dependents(context.tree, going, "aux").some(
    (child) => tokenAt(context.tree, child).lemma === "be",
  );
  return is && verb - going <= 3 && hasInfinitiveMark(verb, context);
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

/** What the tables say of what depends on this word. */
export function contextStatus(
  head: Pick<Token, "lemma" | "text" | "upos" | "xpos">,
  contexts: EventContext["tables"]["contexts"],
) {
  const lemma = head.lemma.toLowerCase();
  // "is said to have signed", but not "said that he signed".
  const participle = head.xpos === "VBD" ? undefined : contexts.get(`adjective ${head.text.toLowerCase()}`);
  if (head.upos === "VERB") return participle ?? contexts.get(`verb ${lemma}`);
  if (head.upos === "ADJ" || head.upos === "ADV")
    return contexts.get(`adjective ${lemma}`) ?? contexts.get(`verb ${lemma}`);
  return head.upos === "NOUN" ? contexts.get(`noun ${lemma}`) : undefined;
}

function isFiniteVerb(verb: number, { tree }: EventContext): boolean {
  const token = tokenAt(tree, verb);
  const aux = dependents(tree, verb, "aux").length > 0;
  return aux || ["VBD", "VBZ", "VBP"].includes(token.xpos);
}
