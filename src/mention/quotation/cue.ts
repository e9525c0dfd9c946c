import { childrenOf, dependents, relation, type Tree, tokenAt } from "../tree.ts";
import { type Scene, sentenceOf } from "./draft.ts";
import type { CueRow } from "./tables.ts";

/** Verbs under which nothing is said: "declined to say", "refused to comment". */
const WITHHOLDING = new Set(["decline", "refuse", "fail", "avoid", "stop", "forget", "hesitate"]);

const NEGATIONS = new Set(["not", "n't", "n’t", "never", "no", "nobody", "none", "neither", "nor"]);

/** How many words after the verb its particle may stand: "made it clear", "called repeatedly on". */
const PARTICLE_REACH = 3;

/** Whether the word stands as the row's part of speech; "was worried" is a participle as well as an adjective. */
function isOfKind(tree: Tree, index: number, row: CueRow): boolean {
  const { upos, xpos } = tokenAt(tree, index);
  if (row.pos === "ADJ" && (xpos === "VBN" || xpos === "VBG")) return true;
  return row.pos === (upos === "AUX" || xpos.startsWith("VB") ? "VERB" : upos);
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
  const { lemma, text } = tokenAt(scene.tree, index);
  const { cues } = scene.tables;
  const byForm = cues.get(text.toLowerCase()) ?? [];
  const rows = cues.get(lemma.toLowerCase())?.concat(byForm.filter((row) => row.pos === "ADJ")) ?? byForm;
  const { tree } = scene;
  const fitting = rows.filter(
    (row) => isOfKind(tree, index, row) && particleOf(tree, index, row) !== undefined,
  );
  const special = fitting.filter((row) => row.particle !== "");
  return special.length > 0 ? special : fitting;
}

/** The last token that belongs to the cue: its particle, or itself. */
export function lastOf(tree: Tree, index: number, row: CueRow): number {
  return particleOf(tree, index, row) ?? index;
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

/** Whether the word is a verb of saying or asking, and not of wanting or thinking. */
function isSpeech(scene: Scene, index: number): boolean {
  const rows = scene.tables.cues.get(tokenAt(scene.tree, index).lemma) ?? [];
  return rows.some((row) => row.pos === "VERB" && (row.act === "state" || row.act === "ask"));
}

/** Whether nothing is stated after all: "did not say whether", "declined to say", "if he says", "Did he say …?" */
export function isVoid(scene: Scene, index: number): boolean {
  const { tree } = scene;
  if (isNegated(tree, index) || isQuestioned(scene, index)) return true;
  const marks = dependents(tree, index, "mark").filter((mark) => mark < index);
  if (marks.some((mark) => ["if", "whether", "unless"].includes(tokenAt(tree, mark).text.toLowerCase())))
    return true;
  const token = tokenAt(tree, index);
  if (
    WITHHOLDING.has(token.lemma) &&
    dependents(tree, index, "xcomp").some((child) => isSpeech(scene, child))
  )
    return true;
  if (token.head < 0 || relation(token) !== "xcomp") return false;
  return WITHHOLDING.has(tokenAt(tree, token.head).lemma) || isNegated(tree, token.head);
}
