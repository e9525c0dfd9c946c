import { childrenOf, dependents, relation, tokenAt } from "../tree.ts";
import { quotedAround, type Scene, sentenceOf } from "./draft.ts";
import { touching } from "./places.ts";

/** Verbs under which nothing is said: "declined to say", "refused to comment". */
const WITHHOLDING = new Set(["decline", "refuse", "fail", "avoid", "stop", "forget", "hesitate"]);

const NEGATIONS = new Set(["not", "n't", "n’t", "never", "no", "nobody", "none", "neither", "nor"]);

/** How far before a word its negation stands: "did not then say". A farther one is a mistake of the parse. */
const NEGATION_REACH = 4;

/** Dependents in front of the word that are the report's own: those inside quotation marks say nothing of the cue. */
function ownBefore(scene: Scene, index: number): number[] {
  return childrenOf(scene.tree, index).filter(
    (child) => child < index && !quotedAround(scene, tokenAt(scene.tree, child).start),
  );
}

function isNegated(scene: Scene, index: number): boolean {
  const { tree } = scene;
  return ownBefore(scene, index).some((child) => {
    const token = tokenAt(tree, child);
    const below = childrenOf(tree, child).map((each) => tokenAt(tree, each).text.toLowerCase());
    const nobody = relation(token) === "nsubj" && below.includes("no");
    const negation = NEGATIONS.has(token.text.toLowerCase()) && child >= index - NEGATION_REACH;
    return negation || nobody;
  });
}

/** A question of the report's own, outside quotation marks. */
function isQuestioned(scene: Scene, index: number): boolean {
  const sentence = sentenceOf(scene, index);
  const last = scene.article.text.slice(sentence.start, sentence.end).trimEnd().slice(-1);
  const asks = (aux: number) => aux === sentence.from || tokenAt(scene.tree, aux - 1).upos === "ADV";
  return last === "?" && dependents(scene.tree, index, "aux").some(asks);
}

/** Whether the word is a verb of saying or asking, and not of wanting or thinking. */
function isSpeech(scene: Scene, index: number): boolean {
  const rows = scene.tables.cues.get(tokenAt(scene.tree, index).lemma) ?? [];
  return rows.some((row) => row.pos === "VERB" && (row.act === "state" || row.act === "ask"));
}

function isConditional(scene: Scene, index: number): boolean {
  return ownBefore(scene, index).some((child) => {
    const { deprel, text } = tokenAt(scene.tree, child);
    return deprel === "mark" && ["if", "whether", "unless"].includes(text.toLowerCase());
  });
}

/** "Declined to say": the verb withholds, or stands under one that does. */
function isWithheld(scene: Scene, index: number): boolean {
  const { tree } = scene;
  const token = tokenAt(tree, index);
  const withholds = WITHHOLDING.has(token.lemma);
  if (withholds && dependents(tree, index, "xcomp").some((child) => isSpeech(scene, child))) return true;
  if (token.head < 0 || relation(token) !== "xcomp") return false;
  if (quotedAround(scene, tokenAt(tree, token.head).start)) return false;
  return WITHHOLDING.has(tokenAt(tree, token.head).lemma) || isNegated(scene, token.head);
}

/** "Requested anonymity": part of what tells that there is no name. */
function isAnonymity(scene: Scene, index: number): boolean {
  return touching(scene.anonymity, tokenAt(scene.tree, index), (span) => span).length > 0;
}

/** Whether nothing is stated after all: "did not say whether", "declined to say", "if he says", "Did he say …?" */
export function isVoid(scene: Scene, index: number): boolean {
  return (
    isNegated(scene, index) ||
    isQuestioned(scene, index) ||
    isConditional(scene, index) ||
    isWithheld(scene, index) ||
    isAnonymity(scene, index)
  );
}
