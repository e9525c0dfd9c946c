import { childrenOf, dependents, relation, type Tree, tokenAt } from "../tree.ts";
import { type Scene, sentenceOf } from "./draft.ts";
import type { CueRow } from "./tables.ts";

/** Verbs under which nothing is said: "declined to say", "refused to comment". */
const WITHHOLDING = new Set(["decline", "refuse", "fail", "avoid", "stop", "forget", "hesitate"]);

const NEGATIONS = new Set(["not", "n't", "n’t", "never", "no", "nobody", "none", "neither", "nor"]);

/** How many words after the verb its particle may stand: "made it clear", "called repeatedly on". */
const PARTICLE_REACH = 3;

function partOfSpeech(tree: Tree, index: number): string {
  const { upos, xpos } = tokenAt(tree, index);
  return upos === "AUX" || xpos.startsWith("VB") ? "VERB" : upos;
}

/** Index of the particle that belongs to the row's word; the word itself where it has none. */
function particleOf(tree: Tree, index: number, row: CueRow): number | undefined {
  if (row.particle === "") return index;
  for (let at = index + 1; at <= index + PARTICLE_REACH && at < tree.tokens.length; at++) {
    const token = tokenAt(tree, at);
    if (token.lemma !== row.particle) continue;
    const governor = token.head >= 0 ? tokenAt(tree, token.head).head : -1;
    if (token.head === index || governor === index) return at;
  }
  return undefined;
}

/** The uses of a word that the table knows, the ones with a particle first. */
export function cueRows(scene: Scene, index: number): readonly CueRow[] {
  const rows = scene.tables.cues.get(tokenAt(scene.tree, index).lemma.toLowerCase());
  if (!rows) return [];
  const pos = partOfSpeech(scene.tree, index);
  const fitting = rows.filter((row) => row.pos === pos && particleOf(scene.tree, index, row) !== undefined);
  const special = fitting.filter((row) => row.particle !== "");
  return special.length > 0 ? special : fitting;
}

/** From the word to its particle, as a half-open range. */
export function cueRange(tree: Tree, index: number, row: CueRow): { from: number; to: number } {
  const particle = particleOf(tree, index, row) ?? index;
  return { from: index, to: particle === index + 1 ? index + 2 : index + 1 };
}

function isNegated(tree: Tree, index: number): boolean {
  return childrenOf(tree, index).some((child) => {
    const token = tokenAt(tree, child);
    const nobody =
      relation(token) === "nsubj" &&
      childrenOf(tree, child).some((each) => tokenAt(tree, each).text.toLowerCase() === "no");
    return child < index && (NEGATIONS.has(token.text.toLowerCase()) || nobody);
  });
}

/** A question of the report's own, outside quotation marks. */
function isQuestioned(scene: Scene, index: number): boolean {
  const sentence = sentenceOf(scene, index);
  const last = scene.article.text.slice(sentence.start, sentence.end).trimEnd().slice(-1);
  return (
    last === "?" &&
    dependents(scene.tree, index, "aux").some(
      (aux) => aux === sentence.from || tokenAt(scene.tree, aux - 1).upos === "ADV",
    )
  );
}

/** Whether nothing is stated after all: "did not say whether", "declined to say", "if he says", "Did he say …?" */
export function isVoid(scene: Scene, index: number): boolean {
  const { tree } = scene;
  if (isNegated(tree, index) || isQuestioned(scene, index)) return true;
  const marks = dependents(tree, index, "mark").filter((mark) => mark < index);
  if (marks.some((mark) => ["if", "whether", "unless"].includes(tokenAt(tree, mark).text.toLowerCase())))
    return true;
  const token = tokenAt(tree, index);
  if (token.head < 0 || relation(token) !== "xcomp") return false;
  return WITHHOLDING.has(tokenAt(tree, token.head).lemma) || isNegated(tree, token.head);
}
