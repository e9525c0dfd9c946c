import type { Span } from "../../model/span.ts";
import { childrenOf, dependent, dependents, relation, subtree, tokenAt } from "../tree.ts";
import { nounGroup } from "./argument.ts";
import type { EventContext } from "./context.ts";
import { isPassive, subjects } from "./subject.ts";
import type { Trigger } from "./trigger.ts";

/** A line longer than this is shortened branch by branch. */
export const HEADLINE_LENGTH = 120;

/** Branches that tell something else than the event. */
const ASIDES = new Set([
  "parataxis",
  "conj",
  "cc",
  "advcl",
  "acl:relcl",
  "vocative",
  "discourse",
  "dislocated",
  "dep",
]);
/** What to give up next when the line is too long, in this order; `deep` is what hangs on the event's own phrases. */
const SHORTENING = ["appos", "acl", "deep nmod", "deep obl", "obl", "nmod", "advmod", "amod"] as const;
/** Words that tie a clause to the text around it. */
const TIES = new Set([
  "also",
  "then",
  "however",
  "meanwhile",
  "instead",
  "still",
  "now",
  "yet",
  "therefore",
  "ever",
  "since",
  "later",
]);

/** The event as a line that can be read on its own, from the report's own words: names for pronouns, no times. */
export function headlineOf(trigger: Trigger, context: EventContext): string {
  const noun = tokenAt(context.tree, trigger.index).upos === "NOUN" && trigger.light === undefined;
  const top = noun ? trigger.index : topOfChain(trigger.light ?? trigger.index, context);
  for (let given = 0; given <= SHORTENING.length; given++) {
    const line = render(top, { trigger, noun, leaveOut: new Set(SHORTENING.slice(0, given)) }, context);
    if (line.length <= HEADLINE_LENGTH) return line;
  }
  const line = render(top, { trigger, noun, leaveOut: new Set(SHORTENING) }, context);
  return `${line.slice(0, line.lastIndexOf(" ", HEADLINE_LENGTH - 1))}…`;
}

/** "is set to meet" begins at "set": the verbs that lead to the event belong to its line. */
function topOfChain(verb: number, { tree }: EventContext): number {
  let top = verb;
  while (tokenAt(tree, top).deprel === "xcomp" && tokenAt(tree, top).head >= 0) top = tokenAt(tree, top).head;
  return top;
}

interface Wanted {
  readonly trigger: Trigger;
  readonly noun: boolean;
  readonly leaveOut: ReadonlySet<string>;
}

function render(top: number, wanted: Wanted, context: EventContext): string {
  const { tree } = context;
  const body = wordsOf(top, wanted, context);
  const own = dependent(tree, top, "nsubj");
  const parts: string[] = [];
  if (!wanted.noun && (own === undefined || isRelative(own, context))) {
    const subject = subjectWords(
      wanted.noun ? top : (wanted.trigger.light ?? wanted.trigger.index),
      top,
      context,
    );
    if (subject) parts.push(subject);
    if (subject && needsAuxiliary(top, context)) parts.push(auxiliaryFor(top, context));
  }
  parts.push(parts.length > 0 ? withoutEdges(body) : body);
  return polish(parts.join(" "));
}

function isRelative(index: number, { tree }: EventContext): boolean {
  return ["who", "which", "that"].includes(tokenAt(tree, index).text.toLowerCase());
}

/** The subject that the clause shares with another one, as a name or a short phrase. */
function subjectWords(verb: number, top: number, context: EventContext): string | undefined {
  const subject = subjects(top, context)[0] ?? subjects(verb, context)[0];
  if (!subject) return undefined;
  const entity = context.entityOf.get(subject.index);
  const token = tokenAt(context.tree, subject.index);
  if (entity && (token.upos === "PROPN" || token.upos === "PRON")) return entity.name;
  return joinTokens(
    nounGroup(subject.index, context).map((index) => ({ index, text: wordAt(index, context) })),
    context,
  );
}

/** "islands seized by troops" reads "islands were seized by troops". */
function needsAuxiliary(top: number, context: EventContext): boolean {
  const token = tokenAt(context.tree, top);
  return token.xpos === "VBN" && isPassive(top, context) && dependents(context.tree, top, "aux").length === 0;
}

function auxiliaryFor(top: number, context: EventContext): string {
  const subject = subjects(top, context)[0];
  const token = subject && tokenAt(context.tree, subject.index);
  return token && ["NNS", "NNPS"].includes(token.xpos) ? "were" : "was";
}

interface Piece {
  readonly index: number;
  readonly text: string;
}

function wordsOf(top: number, wanted: Wanted, context: EventContext): string {
  const { tree, timexTokens } = context;
  const dropsTime = (index: number) => timexTokens.has(index);
  const kept = subtree(tree, top, (child) => isAside(child, top, wanted, context) || dropsTime(child));
  const pieces = kept
    .filter((index) => !(dropsTime(index) && index !== top) && !isBareMarker(index, top, context))
    .map((index) => ({ index, text: wordAt(index, context) }))
    .filter((piece) => piece.text !== "");
  return joinTokens(pieces, context);
}

function isAside(child: number, top: number, wanted: Wanted, { tree }: EventContext): boolean {
  const token = tokenAt(tree, child);
  const holdsTrigger = child === wanted.trigger.index || child === wanted.trigger.light;
  if (holdsTrigger) return false;
  if (ASIDES.has(token.deprel))
    return (
      !(token.deprel === "conj" || token.deprel === "cc") || token.head === top || isClause(child, { tree })
    );
  if (token.deprel === "advmod" && TIES.has(token.lemma.toLowerCase())) return true;
  const deep =
    token.head !== top && wanted.leaveOut.has(`deep ${relation(token)}`) && token.deprel !== "nmod:poss";
  return deep || wanted.leaveOut.has(relation(token));
}

function isClause(index: number, { tree }: Pick<EventContext, "tree">): boolean {
  return tokenAt(tree, index).upos === "VERB";
}

/** "in" of a time that is left out, "that" before the clause, quotation marks. */
function isBareMarker(index: number, top: number, { tree, timexTokens }: EventContext): boolean {
  const token = tokenAt(tree, index);
  if (/^["“”'‘’`]+$/u.test(token.text) && token.upos === "PUNCT") return true;
  if (token.head === top && ["mark", "cc"].includes(token.deprel) && token.text.toLowerCase() !== "to")
    return true;
  if (isRelativeSubject(index, { tree }) && token.head === top) return true;
  return token.head >= 0 && timexTokens.has(token.head) && token.deprel === "case";
}

function isRelativeSubject(index: number, { tree }: Pick<EventContext, "tree">): boolean {
  const token = tokenAt(tree, index);
  return ["who", "which", "that"].includes(token.text.toLowerCase()) && relation(token) === "nsubj";
}

/** The word, or the name that a pronoun stands for. */
function wordAt(index: number, { tree, entityOf }: EventContext): string {
  const token = tokenAt(tree, index);
  const entity = token.upos === "PRON" ? entityOf.get(index) : undefined;
  if (!entity) return token.text;
  const possessive = token.deprel === "nmod:poss" || token.xpos === "PRP$";
  return possessive ? `${entity.name}’s` : entity.name;
}

function joinTokens(pieces: readonly Piece[], { tree }: EventContext): string {
  let line = "";
  let before: (Span & { index: number }) | undefined;
  for (const { index, text } of pieces) {
    const token = tokenAt(tree, index);
    const glued = before !== undefined && before.index === index - 1 && before.end === token.start;
    line += line === "" || glued ? text : ` ${text}`;
    before = { start: token.start, end: token.end, index };
  }
  return line;
}

function polish(line: string): string {
  const clean = line
    .replace(/\s+([,.;:!?])/gu, "$1")
    .replace(/([,;:—–-]\s*)+([,;:])/gu, "$2")
    .replace(/\s+/gu, " ");
  const bare = withoutEdges(clean);
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

/** Without punctuation at its ends. */
function withoutEdges(line: string): string {
  return line.replace(/^[\s,;:.—–-]+|[\s,;:.—–-]+$/gu, "");
}

/** The words that state the event, for its citation. */
export function clauseOf(trigger: Trigger, context: EventContext): Span {
  const { tree } = context;
  const verb = trigger.light ?? trigger.index;
  const kept = subtree(
    tree,
    verb,
    (child) =>
      ["parataxis", "conj", "cc", "punct", "dep"].includes(tokenAt(tree, child).deprel) &&
      tokenAt(tree, child).head === verb,
  );
  const together = contiguous(
    kept,
    verb,
    childrenOf(tree, verb).filter((child) => tokenAt(tree, child).deprel === "punct"),
  );
  const first = tokenAt(tree, Math.min(...together));
  const last = tokenAt(tree, Math.max(...together));
  return { start: first.start, end: last.end };
}

/** The run of tokens around the verb; punctuation between its phrases does not break it. */
function contiguous(kept: readonly number[], center: number, bridges: readonly number[]): number[] {
  const inside = new Set([...kept, ...bridges]);
  let from = center;
  let to = center;
  while (inside.has(from - 1)) from--;
  while (inside.has(to + 1)) to++;
  return kept.filter((index) => index >= from && index <= to);
}
