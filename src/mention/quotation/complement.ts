import { childrenOf, dependents, relation, type Tree, tokenAt } from "../tree.ts";
import { fits, isInfinitive, isObject, takes } from "./complement-kind.ts";
import { lastOf } from "./cue.ts";
import { marker } from "./phrase.ts";
import { agentOf, isPassive, isPastParticiple } from "./speaker.ts";
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

/** "The bill, opposed by the mayor": what a participle describes, where the report tells by whom. */
function described(tree: Tree, cue: number): number | undefined {
  const { deprel, head } = tokenAt(tree, cue);
  const told = deprel === "acl" && isPastParticiple(tree, cue) && agentOf(tree, cue) !== undefined;
  return told && head < cue ? head : undefined;
}

/** The object, which in a passive is the subject, and of "call on" the phrase with "on". */
function objectOf(tree: Tree, cue: number, row: CueRow): number | undefined {
  const passive = dependents(tree, cue, "nsubj:pass")[0] ?? described(tree, cue);
  if (passive !== undefined && isPassive(tree, cue)) return passive;
  const object = dependents(tree, cue, "obj", "iobj").find((child) => child > cue);
  if (object !== undefined || row.particle === "") return object;
  return dependents(tree, cue, "obl").find((child) => marker(tree, child) === row.particle);
}

/** The predicate whose "that", "to" or preposition stands right behind the word, wherever the parse hangs it. */
function adjacent(tree: Tree, last: number): number | undefined {
  const opening = tree.tokens[last + 1];
  const opens = opening && ["mark", "case"].includes(relation(opening));
  return opens && opening.head > last ? opening.head : undefined;
}

/** What may be a complement: what depends on the word, on the one who is told, or follows at once. */
function candidates(tree: Tree, cue: number, at: { row: CueRow; object: number | undefined }): number[] {
  const { row, object } = at;
  const found = childrenOf(tree, cue).filter((child) => child > cue);
  const told = row.frames.has("hearer") && object !== undefined ? dependents(tree, object, "acl") : [];
  const next = row.pos === "VERB" ? undefined : adjacent(tree, lastOf(tree, cue, row));
  const all = new Set([...found, ...told, ...(next === undefined ? [] : [next])]);
  return [...all].sort((a, b) => a - b);
}

/** What makes an object a statement: "called the plan a mistake", "called it useless", "described it as bad". */
function predicateOf(tree: Tree, cue: number, at: { row: CueRow; object: number }): number | undefined {
  const { row, object } = at;
  const beside = dependents(tree, cue, "xcomp", "obj", "obl").filter(
    (child) => child > object && !isInfinitive(tree, child),
  );
  const below = childrenOf(tree, object).filter((child) => child > object);
  return [...beside, ...below].find((child) => {
    const { deprel, upos } = tokenAt(tree, child);
    const adjective = deprel === "amod" || (deprel === "acl" && upos === "ADJ");
    const bare = adjective || deprel === "xcomp" || deprel === "obj" || deprel.endsWith(":unmarked");
    const preposition = deprel === "nmod" ? marker(tree, child) : undefined;
    if (preposition === undefined) return row.frames.has("predicate") && bare;
    return takes(tree, { frames: row.frames, index: child, preposition });
  });
}

/** An object that says something only together with more: "called", "described", "compared". */
function withMore(
  tree: Tree,
  cue: number,
  at: { row: CueRow; heads: number[]; object: number },
): Complements {
  const { heads, object } = at;
  const predicate = object > cue ? predicateOf(tree, cue, at) : undefined;
  const more = predicate === undefined ? heads : [...heads, predicate];
  const content = [...new Set([object, ...more])].sort((a, b) => a - b);
  return { content, clausal: more.length > 0, partial: more.length === 0 };
}

/** A clause or phrase that goes with an object which is told, or is content itself. */
function withObject(
  tree: Tree,
  cue: number,
  at: { row: CueRow; heads: number[]; object: number | undefined },
): Complements | undefined {
  const { row, heads, object } = at;
  const clausal = heads.some((head) => relation(tokenAt(tree, head)) !== "obl");
  const alone = heads.length > 0 ? { content: heads, clausal } : undefined;
  if (object === undefined || heads.includes(object)) return alone;
  if (row.frames.has("object+")) return withMore(tree, cue, { row, heads, object });
  if (row.frames.has("hearer")) return alone && { ...alone, hearer: object };
  const isContent =
    row.frames.has("object") &&
    (isObject(tree, object) || object < cue || heads.length > 0 || row.particle !== "");
  if (isContent) return { content: [object, ...heads], clausal };
  return alone && clausal ? { ...alone, hearer: object } : undefined;
}

/** What a row's word takes in this sentence as content; undefined where it does not report anything. */
export function complementsOf(tree: Tree, cue: number, row: CueRow): Complements | undefined {
  const object = row.pos === "VERB" ? objectOf(tree, cue, row) : undefined;
  const heads = candidates(tree, cue, { row, object }).filter((child) => fits(tree, child, row));
  if (row.pos !== "VERB") return heads.length > 0 ? { content: heads, clausal: true } : undefined;
  return withObject(tree, cue, { row, heads, object });
}
