import { childrenOf, dependents, feature, relation, type Tree, tokenAt } from "../tree.ts";
import { marker } from "./phrase.ts";
import { isPassive } from "./speaker.ts";
import type { CueRow } from "./tables.ts";

/** The dependents of a reporting word that hold what is said, and the one that is told. */
export interface Complements {
  /** Heads of the content, in order of the text. */
  readonly content: readonly number[];
  readonly hearer?: number;
  /** Whether a clause is among them, and not only a noun phrase. */
  readonly clausal: boolean;
  /** Whether it is an object that says too little alone: "called the plan" needs "a mistake". */
  readonly partial?: boolean;
}

/** Words that open an indirect question or a free relative: "explained why", "said what he wanted". */
const QUESTION_WORDS = new Set([
  "what",
  "who",
  "how",
  "why",
  "where",
  "when",
  "which",
  "whether",
  "whatever",
]);

function hasDependent(tree: Tree, index: number, test: (text: string, deprel: string) => boolean): boolean {
  return childrenOf(tree, index).some((child) =>
    test(tokenAt(tree, child).text.toLowerCase(), relation(tokenAt(tree, child))),
  );
}

function isInfinitive(tree: Tree, index: number): boolean {
  const to = hasDependent(
    tree,
    index,
    (text, deprel) => text === "to" && (deprel === "mark" || deprel === "aux"),
  );
  return to && !hasDependent(tree, index, (_, deprel) => deprel === "nsubj");
}

function isGerund(tree: Tree, index: number): boolean {
  return tokenAt(tree, index).xpos === "VBG" && !hasDependent(tree, index, (_, deprel) => deprel === "aux");
}

/** Whether this dependent is a clause that can be said: "that …", "whether …", or without a word before it. */
function isClause(tree: Tree, index: number, { pos, act }: CueRow): boolean {
  const token = tokenAt(tree, index);
  const deprel = relation(token);
  if (isInfinitive(tree, index)) return false;
  if (deprel === "ccomp") return true;
  const mark = marker(tree, index);
  if (pos !== "VERB") return (deprel === "acl" || deprel === "advcl") && mark === "that";
  if (deprel === "advcl") return mark === "whether" || mark === "that" || (act === "ask" && mark === "if");
  if (deprel === "obj")
    return QUESTION_WORDS.has(token.lemma) && childrenOf(tree, index).some((child) => child > index);
  return deprel === "xcomp" && hasDependent(tree, index, (_, each) => each === "nsubj");
}

/** Whether it is an object worth reporting: not "said it", "asked himself". */
function isObject(tree: Tree, index: number): boolean {
  const token = tokenAt(tree, index);
  return relation(token) === "obj" && token.upos !== "PRON" && feature(token, "NumType") !== "Ord";
}

function marked(tree: Tree, index: number, frames: ReadonlySet<string>): boolean {
  const deprel = relation(tokenAt(tree, index));
  if (deprel !== "obl" && deprel !== "nmod" && deprel !== "advcl" && deprel !== "acl") return false;
  const preposition = marker(tree, index);
  return preposition !== undefined && preposition !== "clause" && frames.has(preposition);
}

function fits(tree: Tree, index: number, row: CueRow): boolean {
  const { frames } = row;
  const deprel = relation(tokenAt(tree, index));
  if (frames.has("clause") && isClause(tree, index, row)) return true;
  const verbal = deprel === "xcomp" || deprel === "ccomp" || deprel === "acl" || deprel === "advcl";
  if (frames.has("infinitive") && verbal && isInfinitive(tree, index)) return true;
  if (frames.has("gerund") && verbal && deprel !== "advcl" && isGerund(tree, index)) return true;
  return marked(tree, index, frames);
}

/** The object, which in a passive is the subject. */
function objectOf(tree: Tree, cue: number): number | undefined {
  const passive = dependents(tree, cue, "nsubj:pass")[0];
  if (passive !== undefined && isPassive(tree, cue)) return passive;
  return dependents(tree, cue, "obj", "iobj").find((child) => child > cue);
}

function predicateOf(tree: Tree, cue: number, object: number): number | undefined {
  return dependents(tree, cue, "xcomp", "obj").find(
    (child) => child !== object && child > cue && !isInfinitive(tree, child),
  );
}

/** A clause or phrase that goes with an object which is told, or is content itself. */
function withObject(tree: Tree, cue: number, at: { row: CueRow; heads: number[] }): Complements | undefined {
  const { row, heads } = at;
  const object = objectOf(tree, cue);
  const clausal = heads.some((head) => relation(tokenAt(tree, head)) !== "obl");
  if (object === undefined || heads.includes(object))
    return heads.length > 0 ? { content: heads, clausal } : undefined;
  if (row.frames.has("hearer"))
    return heads.length > 0 ? { content: heads, hearer: object, clausal } : undefined;
  const predicate = row.frames.has("predicate") ? predicateOf(tree, cue, object) : undefined;
  if (predicate !== undefined) return { content: [object, predicate], clausal: true };
  if (row.frames.has("object+"))
    return { content: [object, ...heads], clausal: heads.length > 0, partial: heads.length === 0 };
  const isContent = row.frames.has("object") && (isObject(tree, object) || object < cue || heads.length > 0);
  if (isContent) return { content: [object, ...heads.filter((head) => head !== object)], clausal };
  return heads.length > 0 && clausal ? { content: heads, hearer: object, clausal } : undefined;
}

/** What a row's word takes in this sentence as content; undefined where it does not report anything. */
export function complementsOf(tree: Tree, cue: number, row: CueRow): Complements | undefined {
  const heads = childrenOf(tree, cue).filter((child) => child > cue && fits(tree, child, row));
  const needed = row.frames.has("object+") || row.frames.has("object");
  if (row.pos !== "VERB") return heads.length > 0 ? { content: heads, clausal: true } : undefined;
  if (heads.length === 0 && !needed) return undefined;
  return withObject(tree, cue, { row, heads });
}
