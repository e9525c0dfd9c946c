import { isParticle, type Tree, tokenAt } from "../tree.ts";
import type { Scene } from "./draft.ts";
import type { CueRow } from "./tables.ts";

/** How many words after the verb its particle may stand: "made it clear", "called repeatedly on". */
const PARTICLE_REACH = 3;

/** Whether the word stands as the row's part of speech; "was worried" is a participle as well as an adjective. */
function isOfKind(tree: Tree, index: number, row: CueRow): boolean {
  const { upos, xpos } = tokenAt(tree, index);
  if (row.pos === "ADJ" && (xpos === "VBN" || xpos === "VBG")) return true;
  return row.pos === (upos === "AUX" || xpos.startsWith("VB") ? "VERB" : upos);
}

/** "called off the regatta", "sworn in as mayor": a verb with a particle of its own is another verb; "cried out" is not. */
function isAnotherVerb(tree: Tree, index: number, { frames }: CueRow): boolean {
  const next = tree.tokens[index + 1];
  if (next === undefined || (frames.has("quote") && ["out", "back"].includes(next.lemma))) return false;
  const bare = ["ADP", "PUNCT", "SCONJ"].includes(tree.tokens[index + 2]?.upos ?? "PUNCT");
  return isParticle(next) || (next.lemma === "in" && bare);
}

/** Index of the particle that belongs to the row's word; the word itself where it has none. */
function particleOf(tree: Tree, index: number, row: CueRow): number | undefined {
  if (row.particle === "") return isAnotherVerb(tree, index, row) ? undefined : index;
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
