import { caseOf, childrenOf, dependents, relation, subtree, type Tree, tokenAt } from "../tree.ts";
import type { EventContext } from "./context.ts";
import { isQuotationMark, mended } from "./headline-mend.ts";
import { timesToLeave } from "./headline-time.ts";
import { isRelative, relativeOf } from "./subject.ts";
import type { Trigger } from "./trigger.ts";

/** Branches that tell something else than the event. */
const ASIDES = new Set(["parataxis", "vocative", "discourse", "dislocated", "dep"]);
/** Words that tie a clause to the text around it. */
const TIES = new Set(
  "also then however meanwhile instead still now yet therefore ever since later".split(" "),
);
/** Words that open a clause or a phrase and mean nothing without what stood before. */
const OPENERS = new Set(["mark", "cc", "case"]);
const CLAUSE_OPENERS = new Set(["when", "where", "while", "how", "why"]);
/** Phrases that a line can do without, from its end. */
const PHRASES = new Set(["obl", "nmod", "advmod", "acl", "advcl", "conj"]);
/** Steps from an infinitive or a participle up to the clause with a tense. */
const MAX_CLIMB = 6;

/** What a line is made of. */
export interface Line {
  /** The token at its top: the verb of its clause, or the event noun. */
  readonly top: number;
  readonly noun: boolean;
  readonly trigger: Trigger;
  /** From the event up to the top: none of these branches is left out. */
  readonly path: ReadonlySet<number>;
  readonly leaveOut: ReadonlySet<number>;
  /** Words that say when, which the line does without. */
  readonly times: ReadonlySet<number>;
}

export function lineOf(trigger: Trigger, context: EventContext): Line {
  const { tree } = context;
  const noun = tokenAt(tree, trigger.index).upos === "NOUN" && trigger.light === undefined;
  const start = trigger.light ?? trigger.index;
  const path = noun ? [start] : pathToTense(start, tree);
  const top = path.at(-1) ?? start;
  return {
    top,
    noun,
    trigger,
    path: new Set([...path, trigger.index]),
    leaveOut: new Set(),
    times: timesToLeave(top, context),
  };
}

/** "is set to meet", "passed a law, banning": infinitives and participles are told with the verb that has the tense. */
function pathToTense(verb: number, tree: Tree): number[] {
  const path = [verb];
  for (let at = verb; path.length <= MAX_CLIMB && leansOnHead(at, tree); ) {
    at = tokenAt(tree, at).head;
    path.push(at);
  }
  const at = path.at(-1) ?? verb;
  const isClause = tokenAt(tree, at).upos === "VERB" || dependents(tree, at, "cop").length > 0;
  // Where no clause with a verb stands above, the event's own words are all there is.
  return isClause || path.length === 1 ? path : [verb];
}

function leansOnHead(index: number, tree: Tree): boolean {
  const token = tokenAt(tree, index);
  if (token.head < 0) return false;
  const head = tokenAt(tree, token.head);
  if (token.upos !== "VERB") return ["obj", "obl", "nmod", "xcomp", "nsubj:pass"].includes(token.deprel);
  if (token.deprel === "xcomp") return ["VERB", "ADJ"].includes(head.upos);
  const bare = dependents(tree, index, "aux", "cop", "nsubj").every(
    (child) => tokenAt(tree, child).text.toLowerCase() === "to",
  );
  const relationHere = relation(token);
  // "after winning", "since coming to power" has a time of its own.
  const joined = relationHere === "advcl" && dependents(tree, index, "mark", "case").length === 0;
  const ofObject = token.deprel === "acl" && head.deprel === "obj";
  const complement = GERUND_MARKS.has(markOf(index, tree)) && (relationHere === "advcl" || ofObject);
  if (token.xpos === "VBG")
    return bare && (complement || joined) && (head.upos === "VERB" || (complement && ofObject));
  const infinitive = token.xpos === "VB" && hasTo(index, tree);
  return infinitive && bare && ["advcl", "acl", "ccomp"].includes(token.deprel);
}

/** "accused of giving away", "kept from signing": the verb before says whether it was done. */
const GERUND_MARKS = new Set(["of", "from"]);

function markOf(index: number, tree: Tree): string {
  const mark = dependents(tree, index, "mark", "case")[0];
  return mark === undefined ? "" : tokenAt(tree, mark).text.toLowerCase();
}

function hasTo(index: number, tree: Tree): boolean {
  return dependents(tree, index, "mark", "aux").some(
    (child) => tokenAt(tree, child).text.toLowerCase() === "to",
  );
}

/** The line without its appositions and titles, then without what says which one, then without its last phrase; undefined where nothing can go. */
export function shortened(line: Line, context: EventContext): Line | undefined {
  const { tree } = context;
  const kept = tokensOf(line, context);
  const without = (indices: readonly number[]) => ({
    ...line,
    leaveOut: new Set([...line.leaveOut, ...indices]),
  });
  const including = kept.findIndex((index) => tokenAt(tree, index).text.toLowerCase() === "including");
  const listed = including < 0 ? [] : kept.slice(including).filter((index) => index < line.top);
  for (const optional of [
    [...kept.filter((index) => isDecoration(index, context)), ...listed],
    frontedPhrases(line, tree),
    kept
      .filter((index) => tokenAt(tree, index).deprel === "acl:relcl")
      .map((index) => withItsNoun(index, line, tree)),
  ]) {
    const free = optional.filter(
      (index) => index !== line.top && !line.path.has(index) && !line.leaveOut.has(index),
    );
    if (free.length > 0) return without(free);
  }
  const at = lastPhrase(kept, line, tree);
  // A phrase that is left out already may still stand there as a part of a hyphenated name.
  return at === undefined || line.leaveOut.has(at) ? undefined : without([at]);
}

/** "in December, the month that …", "due to the experience that …": without its clause, the noun says nothing. */
function withItsNoun(clause: number, line: Line, tree: Tree): number {
  const { head } = tokenAt(tree, clause);
  if (head < 0 || head === line.top) return clause;
  const noun = tokenAt(tree, head);
  const definite = dependents(tree, head, "det").some((child) => tokenAt(tree, child).lemma === "the");
  const phrase = noun.deprel.startsWith("obl") && isFree(head, line, tree);
  return noun.deprel === "appos" || (definite && phrase) ? head : clause;
}

/** The last phrase that the line can do without; undefined where there is none. */
function lastPhrase(kept: readonly number[], line: Line, tree: Tree): number | undefined {
  const { top, path, trigger } = line;
  let at = kept.findLast((index) => tokenAt(tree, index).upos !== "PUNCT") ?? -1;
  while (at >= 0 && at !== top && !isFree(at, line, tree)) at = tokenAt(tree, at).head;
  if (at < 0 || at === top || path.has(at)) return undefined;
  return subtree(tree, at).includes(trigger.index) ? undefined : at;
}

/** A phrase of the clause itself, or a whole clause within it; "of the cathedral" and what a clause is about are not. */
function isFree(index: number, { top, path }: Pick<Line, "top" | "path">, tree: Tree): boolean {
  const token = tokenAt(tree, index);
  if (!PHRASES.has(relation(token))) return false;
  if (relation(token) === "nmod" && caseOf(tree, index) === "of") return false;
  const head = tokenAt(tree, token.head);
  // "closer than its average"
  if (["ADJ", "ADV"].includes(head.upos)) return false;
  return (
    head.upos !== "VERB" ||
    token.head === top ||
    path.has(token.head) ||
    head.deprel === "xcomp" ||
    head.deprel === "ccomp"
  );
}

/** "In Scarsdale, an affluent suburb, the temple said": phrases before the subject. */
function frontedPhrases({ top }: Line, tree: Tree): number[] {
  const subject = dependents(tree, top, "nsubj")[0];
  if (subject === undefined) return [];
  return dependents(tree, top, "obl", "advmod", "advcl").filter((child) => child < subject);
}

/** Appositions, and what stands before a name as its title: "Latvian Fisheries Minister". */
function isDecoration(index: number, { tree, entityOf }: EventContext): boolean {
  const token = tokenAt(tree, index);
  if (token.deprel === "appos") return isSetOff(index, tree);
  if (token.head < 0 || entityOf.get(token.head)?.type !== "person") return false;
  const before = token.head > index && dependents(tree, token.head, "nmod:desc").length > 0;
  return token.deprel === "nmod:desc" || (before && ["amod", "compound"].includes(token.deprel));
}

/** The tokens of the line, in order. */
export function tokensOf(line: Line, context: EventContext): readonly number[] {
  const { tree } = context;
  const { times } = line;
  const kept = subtree(
    tree,
    line.top,
    (child) => line.leaveOut.has(child) || times.has(child) || isAside(child, line, context),
  );
  const begin = Math.max(relativeOf(line.top, context) ?? -1, outerEnd(line.top, tree));
  const words = kept.filter(
    (index) => index > begin && !times.has(index) && !isMarker(index, line, { context, times }),
  );
  const begun = line.noun ? words.findIndex((index) => tokenAt(tree, index).upos !== "ADP") : 0;
  return mended(words.slice(Math.max(0, begun)), line, tree);
}

/** "The trouble was that the port closed": the words before the clause that tells what happened. */
function outerEnd(top: number, tree: Tree): number {
  const outer = dependents(tree, top, "nsubj:outer")[0];
  if (outer === undefined) return -1;
  return dependents(tree, top, "mark", "cop").findLast((child) => child > outer && child < top) ?? outer;
}

function isAside(child: number, { top, path, times }: Line, context: EventContext): boolean {
  const { tree } = context;
  const token = tokenAt(tree, child);
  if (path.has(child)) return false;
  if (explainsTime(child, times, tree) || isPastAside(child, top, tree)) return true;
  switch (relation(token)) {
    case "advcl":
      return !isNeeded(child, context) && !["ADJ", "ADV"].includes(tokenAt(tree, token.head).upos);
    case "acl":
      return isSetOff(child, tree) || isEmptied(child, times, tree);
    case "appos":
      return token.upos !== "PROPN" && dependents(tree, child, "acl:relcl").length > 0;
    case "conj":
    case "cc":
      return token.head === top || token.upos === "VERB";
    case "advmod":
      return TIES.has(token.lemma.toLowerCase());
    default:
      return ASIDES.has(token.deprel);
  }
}

/** "Weiss, who left on Friday, as a failed minister": after its comma, the sentence around the clause goes on. */
function isPastAside(child: number, top: number, tree: Tree): boolean {
  const { deprel, head } = tokenAt(tree, child);
  if (head !== top || child < top || !["obl", "advcl", "parataxis"].includes(deprel)) return false;
  return tokenAt(tree, top).deprel === "acl:relcl" && isSetOff(top, tree) && isSetOff(child, tree);
}

/** "the sailing planned for 4 May": without its time, the participle says nothing. */
function isEmptied(participle: number, times: ReadonlySet<number>, tree: Tree): boolean {
  const below = childrenOf(tree, participle);
  return below.length > 0 && below.every((child) => times.has(child));
}

/** "in December, the month that the port closed": what is added to a time goes with it. */
function explainsTime(child: number, times: ReadonlySet<number>, tree: Tree): boolean {
  if (dependents(tree, child, "acl:relcl").length === 0) return false;
  const first = dependents(tree, child, "det", "amod")[0] ?? child;
  return tree.tokens[first - 1]?.text === "," && times.has(first - 2);
}

/** Before a gerund: "tasked with handling", "by building", "kept from signing". */
const COMPLEMENTS = new Set([
  "by",
  "with",
  "of",
  "for",
  "from",
  "in",
  "at",
  "against",
  "about",
  "into",
  "on",
]);

/** A purpose, a means, what a word needs to be complete, and in a title any clause: "to crack down on crime". */
function isNeeded(clause: number, { tree, reading }: EventContext): boolean {
  const { start } = tokenAt(tree, clause);
  const marks = dependents(tree, clause, "mark").map((mark) => tokenAt(tree, mark).text.toLowerCase());
  const own = dependents(tree, clause, "nsubj").length > 0;
  if (hasTo(clause, tree) && !own) return true;
  return marks.some((mark) => COMPLEMENTS.has(mark)) || isInTitle(start, reading);
}

function isInTitle(offset: number, { article }: EventContext["reading"]): boolean {
  return article.blocks.some(({ kind, start, end }) => kind === "title" && start <= offset && offset < end);
}

/** Whether a comma, a dash or a bracket stands before the clause: it adds something, and the line is true without it. */
function isSetOff(clause: number, tree: Tree): boolean {
  const first = subtree(tree, clause).find((index) => tokenAt(tree, index).upos !== "PUNCT") ?? clause;
  return tree.tokens[first - 1]?.upos === "PUNCT";
}

/** Openers of the clause, the preposition of a time that is left out, quotation marks, "who". */
function isMarker(
  index: number,
  { top, path }: Line,
  { context, times }: { context: EventContext; times: ReadonlySet<number> },
): boolean {
  const { tree } = context;
  const token = tokenAt(tree, index);
  const word = token.text.toLowerCase();
  if (isQuotationMark(index, tree)) return true;
  if (token.head === top && word !== "to" && (OPENERS.has(token.deprel) || CLAUSE_OPENERS.has(word)))
    return true;
  if (token.head === top && !path.has(index) && isRelative(index, context)) return true;
  return token.deprel === "case" && times.has(token.head);
}
