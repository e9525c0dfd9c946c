import { childrenOf, feature, relation, type Tree, tokenAt } from "../tree.ts";
import { marker } from "./phrase.ts";
import type { CueRow } from "./tables.ts";

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

export function isInfinitive(tree: Tree, index: number): boolean {
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
  if (deprel === "acl" && marker(tree, index) === "that") return true;
  const mark = marker(tree, index);
  if (pos !== "VERB") return deprel === "advcl" && mark === "that";
  if (deprel === "advcl") return mark === "whether" || mark === "that" || (act === "ask" && mark === "if");
  if (deprel === "obj")
    return QUESTION_WORDS.has(token.lemma) && childrenOf(tree, index).some((child) => child > index);
  return deprel === "xcomp" && hasDependent(tree, index, (_, each) => each === "nsubj");
}

/** Whether it is an object worth reporting: not "said it", "asked himself". */
export function isObject(tree: Tree, index: number): boolean {
  const token = tokenAt(tree, index);
  return relation(token) === "obj" && token.upos !== "PRON" && feature(token, "NumType") !== "Ord";
}

/** Whether it is a figure, alone or with what it counts: "60", "40 dead", "$5 million". */
export function isFigure(tree: Tree, index: number): boolean {
  const counted = childrenOf(tree, index).some((child) => tokenAt(tree, child).deprel === "nummod");
  return tokenAt(tree, index).upos === "NUM" || counted;
}

/** Whether the row takes this preposition here: "at" before anything, "at#" before a figure. */
export function takes(
  tree: Tree,
  at: { frames: ReadonlySet<string>; index: number; preposition: string },
): boolean {
  const { frames, index, preposition } = at;
  return frames.has(preposition) || (frames.has(`${preposition}#`) && isFigure(tree, index));
}

function marked(tree: Tree, index: number, frames: ReadonlySet<string>): boolean {
  const deprel = relation(tokenAt(tree, index));
  if (deprel !== "obl" && deprel !== "nmod" && deprel !== "advcl" && deprel !== "acl") return false;
  const preposition = marker(tree, index);
  return preposition !== undefined && preposition !== "clause" && takes(tree, { frames, index, preposition });
}

/** Whether a dependent is one of the complements that the row names. */
export function fits(tree: Tree, index: number, row: CueRow): boolean {
  const { frames } = row;
  const deprel = relation(tokenAt(tree, index));
  if (frames.has("clause") && isClause(tree, index, row)) return true;
  const verbal = deprel === "xcomp" || deprel === "ccomp" || deprel === "acl" || deprel === "advcl";
  if (frames.has("infinitive") && verbal && isInfinitive(tree, index)) return true;
  if (frames.has("gerund") && verbal && deprel !== "advcl" && isGerund(tree, index)) return true;
  if (frames.has("#") && (deprel === "obj" || deprel === "iobj") && isFigure(tree, index)) return true;
  return marked(tree, index, frames);
}
