import type { Entity } from "../../model/entity.ts";
import type { Span } from "../../model/span.ts";
import { dependents, relation, subtree, type Tree, tokenAt } from "../tree.ts";
import { nounGroup } from "./argument.ts";
import type { EventContext } from "./context.ts";
import { isPassive, isRelative, relativeObject, relativeOf, subjects } from "./subject.ts";
import type { Trigger } from "./trigger.ts";

/** A line longer than this is shortened phrase by phrase. */
export const HEADLINE_LENGTH = 120;

/** Branches that tell something else than the event. */
const ASIDES = new Set(["parataxis", "advcl", "acl:relcl", "vocative", "discourse", "dislocated", "dep"]);
/** Words that tie a clause to the text around it. */
const TIES = new Set(
  "also then however meanwhile instead still now yet therefore ever since later".split(" "),
);
/** Words that open a clause or a phrase and mean nothing without what stood before. */
const OPENERS = new Set(["mark", "cc", "case"]);
const CLAUSE_OPENERS = new Set(["when", "where", "while", "how", "why"]);
/** Phrases that a line can do without, from its end. */
const PHRASES = new Set(["obl", "nmod", "advmod", "acl", "advcl"]);

/** What a line is made of: the token at its top, and the branches that are left out of it. */
interface Line {
  readonly top: number;
  readonly noun: boolean;
  readonly trigger: Trigger;
  readonly leaveOut: ReadonlySet<number>;
}

/** The event as a line that can be read on its own, from the report's own words: names for pronouns, no times. */
export function headlineOf(trigger: Trigger, context: EventContext): string {
  const noun = tokenAt(context.tree, trigger.index).upos === "NOUN" && trigger.light === undefined;
  const top = noun ? trigger.index : topOfChain(trigger.light ?? trigger.index, context.tree);
  let line: Line | undefined = { top, noun, trigger, leaveOut: new Set() };
  let text = "";
  while (line) {
    text = render(line, context);
    if (text.length <= HEADLINE_LENGTH) return text;
    line = shortened(line, context);
  }
  return `${text.slice(0, text.lastIndexOf(" ", HEADLINE_LENGTH - 1))}…`;
}

/** "is set to meet" begins at "set": the verbs that lead to the event belong to its line. */
function topOfChain(verb: number, tree: Tree): number {
  let top = verb;
  while (tokenAt(tree, top).deprel === "xcomp" && tokenAt(tree, top).head >= 0) top = tokenAt(tree, top).head;
  return top;
}

/** The line without its appositions and titles, then without its last phrase; undefined where nothing can go. */
function shortened(line: Line, context: EventContext): Line | undefined {
  const { tree } = context;
  const kept = tokensOf(line, context);
  const including = kept.findIndex((index) => tokenAt(tree, index).text.toLowerCase() === "including");
  const listed = kept.slice(Math.max(0, including)).filter((index) => including >= 0 && index < line.top);
  const decoration = [...kept.filter((index) => index !== line.top && isDecoration(index, tree)), ...listed];
  const fronted = frontedPhrases(line, context);
  if (decoration.length > 0) return { ...line, leaveOut: new Set([...line.leaveOut, ...decoration]) };
  if (fronted.length > 0) return { ...line, leaveOut: new Set([...line.leaveOut, ...fronted]) };
  let at = kept.findLast((index) => tokenAt(tree, index).upos !== "PUNCT") ?? -1;
  while (at >= 0 && at !== line.top && !PHRASES.has(relation(tokenAt(tree, at)))) at = tokenAt(tree, at).head;
  if (at < 0 || at === line.top || subtree(tree, at).includes(line.trigger.index)) return undefined;
  return { ...line, leaveOut: new Set([...line.leaveOut, at]) };
}

/** "In Scarsdale, an affluent suburb, the temple said": phrases before the subject. */
function frontedPhrases({ top, leaveOut }: Line, { tree }: EventContext): number[] {
  const subject = dependents(tree, top, "nsubj")[0];
  if (subject === undefined) return [];
  return dependents(tree, top, "obl", "advmod", "advcl").filter(
    (child) => child < subject && !leaveOut.has(child),
  );
}

/** Appositions, and what stands before a name as its title: "Latvian Fisheries Minister". */
function isDecoration(index: number, tree: Tree): boolean {
  const token = tokenAt(tree, index);
  if (["appos", "nmod:desc"].includes(token.deprel)) return true;
  const titled = token.head > index && dependents(tree, token.head, "nmod:desc").length > 0;
  return titled && ["amod", "compound"].includes(token.deprel);
}

function render(line: Line, context: EventContext): string {
  const subject = sharedSubject(line, context);
  const body = joinTokens(withRelativeObject(line, context), context, subject.entity);
  return polish([...subject.words, withoutEdges(body)].join(" "));
}

/** "the dog which he was given by Japan" reads "he was given the dog by Japan". */
function withRelativeObject(line: Line, context: EventContext): number[] {
  const tokens = tokensOf(line, context);
  const object = relativeObject(line.top, context);
  const at = tokens.indexOf(line.top);
  return object === undefined || at < 0 ? tokens : tokens.toSpliced(at + 1, 0, ...nounGroup(object, context));
}

/** The tokens of the line, in order. */
function tokensOf(line: Line, context: EventContext): number[] {
  const { tree, dateTokens } = context;
  const kept = subtree(
    tree,
    line.top,
    (child) => line.leaveOut.has(child) || dateTokens.has(child) || isAside(child, line, context),
  );
  const begin = relativeOf(line.top, context) ?? -1;
  return kept.filter((index) => index > begin && !isMarker(index, line.top, context));
}

function isAside(child: number, { top, trigger }: Line, { tree }: EventContext): boolean {
  const token = tokenAt(tree, child);
  if (child === trigger.index || child === trigger.light) return false;
  if (
    token.deprel === "advcl" &&
    dependents(tree, child, "mark").some((mark) => tokenAt(tree, mark).lemma === "by")
  )
    return false;
  if (ASIDES.has(token.deprel)) return true;
  if (token.deprel === "conj" || token.deprel === "cc") return token.head === top || token.upos === "VERB";
  return token.deprel === "advmod" && TIES.has(token.lemma.toLowerCase());
}

/** Openers of the clause, the preposition of a time that is left out, quotation marks, "who". */
function isMarker(index: number, top: number, context: EventContext): boolean {
  const { tree, dateTokens } = context;
  const token = tokenAt(tree, index);
  const word = token.text.toLowerCase();
  if (token.upos === "PUNCT" && /^["“”'‘’`]+$/u.test(token.text)) return true;
  if (token.head === top && word !== "to" && (OPENERS.has(token.deprel) || CLAUSE_OPENERS.has(word)))
    return true;
  if (token.head === top && isRelative(index, context)) return true;
  return token.deprel === "case" && dateTokens.has(token.head);
}

/** The subject that the clause shares with another one, as a name or a short phrase. */
function sharedSubject(
  { top, noun, trigger }: Line,
  context: EventContext,
): { readonly words: readonly string[]; readonly entity?: Entity } {
  const { tree } = context;
  const own = dependents(tree, top, "nsubj").some((index) => !isRelative(index, context));
  if (noun || own) return { words: [] };
  const subject = subjects(top, context)[0] ?? subjects(trigger.light ?? trigger.index, context)[0];
  if (!subject) return { words: [] };
  const token = tokenAt(tree, subject.index);
  const entity = context.entityOf.get(subject.index);
  const named = entity && (token.upos === "PROPN" || token.upos === "PRON");
  const words = named ? entity.name : joinTokens(nounGroup(subject.index, context), context);
  const auxiliary = needsAuxiliary(top, context) ? [isPlural(token.xpos) ? "were" : "was"] : [];
  return { words: [words, ...auxiliary], ...(named ? { entity } : {}) };
}

/** "islands seized by troops" reads "islands were seized by troops". */
function needsAuxiliary(top: number, context: EventContext): boolean {
  const bare = dependents(context.tree, top, "aux").length === 0;
  return bare && ["VBN", "VBD"].includes(tokenAt(context.tree, top).xpos) && isPassive(top, context);
}

function isPlural(xpos: string): boolean {
  return xpos === "NNS" || xpos === "NNPS";
}

/** The words as they stand, with names for the pronouns whose name the line lacks. */
function joinTokens(
  indices: readonly number[],
  { tree, entityOf }: EventContext,
  alreadyNamed?: Entity,
): string {
  const named = new Set<Entity>(alreadyNamed ? [alreadyNamed] : []);
  let line = "";
  let before: (Span & { index: number }) | undefined;
  for (const index of indices) {
    const token = tokenAt(tree, index);
    const entity = entityOf.get(index);
    const text =
      token.upos === "PRON" && entity && !named.has(entity) ? nameFor(token.deprel, entity) : token.text;
    if (entity) named.add(entity);
    const glued = before !== undefined && before.index === index - 1 && before.end === token.start;
    line += line === "" || glued ? text : ` ${text}`;
    before = { start: token.start, end: token.end, index };
  }
  return line;
}

function nameFor(deprel: string, entity: Entity): string {
  return deprel === "nmod:poss" ? `${entity.name}’s` : entity.name;
}

function polish(line: string): string {
  const clean = line
    .replace(/\s+([,.;:!?)])/gu, "$1")
    .replace(/\(\s+/gu, "(")
    .replace(/([,;:—–-]\s*)+([,;:])/gu, "$2")
    // A dash that closed an aside which is no longer there.
    .replace(/(?<![—–-].*)\s[—–-]\s(?=(?:is|are|was|were|has|have|had|will|would)\b)/gu, " ")
    .replace(/(?<!,.*), (?=(?:is|are|was|were|has|have|had|will|would)\b)/gu, " ")
    .replace(/\s+/gu, " ");
  const bare = withoutEdges(clean).replace(/^(?:and|but|or|so|yet) /iu, "");
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

/** Without punctuation at its ends. */
function withoutEdges(line: string): string {
  return line.replace(/^[\s,;:.—–-]+|[\s,;:.—–-]+$/gu, "");
}
