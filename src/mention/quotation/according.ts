import { dependents, relation, tokenAt } from "../tree.ts";
import { contentSpan } from "./content.ts";
import {
  type Draft,
  isPunctuation,
  type Phrase,
  quotedAround,
  rangeSpan,
  type Scene,
  sentenceOf,
} from "./draft.ts";
import { isNominal, nounPhrase } from "./phrase.ts";

/** How far after "according to" its noun is looked for where the parse does not give it. */
const REACH = 6;

interface Place {
  /** "according" */
  readonly index: number;
  readonly phrase: Phrase;
}

/** The head of the phrase after "according to". */
function nounAfter(scene: Scene, index: number): number | undefined {
  const { tree } = scene;
  const candidates = [
    tokenAt(tree, index).head,
    tokenAt(tree, index + 1).head,
    ...dependents(tree, index, "obl"),
  ];
  const given = candidates.find(
    (head) => head > index + 1 && head < index + 2 * REACH && isNominal(tree, head),
  );
  if (given !== undefined) return given;
  for (let at = index + 2; at < Math.min(index + 2 + REACH, scene.tokens.length); at++) {
    const { upos } = tokenAt(tree, at);
    if (upos === "NOUN" || upos === "PROPN" || upos === "PRON") return at;
  }
  return undefined;
}

/**
 * Without what the parse takes for an apposition although the sentence goes on with it ("…, the deficit rose"), or
 * although it is what is said: "according to the union, 60".
 */
function untilComma(scene: Scene, phrase: Phrase): Phrase {
  const isParted = /^[,.;:—–]$/.test(scene.tokens[phrase.to]?.text ?? ".");
  for (let at = phrase.head + 1; at < phrase.to; at++) {
    if (tokenAt(scene.tree, at).text !== ",") continue;
    if (!isParted || tokenAt(scene.tree, at + 1).upos === "NUM") return { ...phrase, to: at };
  }
  return phrase;
}

/** Every "according to" with the phrase after it. */
export function findAccording(scene: Scene): Place[] {
  const places: Place[] = [];
  for (let index = 0; index + 2 < scene.tokens.length; index++) {
    if (tokenAt(scene.tree, index).text.toLowerCase() !== "according") continue;
    if (tokenAt(scene.tree, index + 1).text.toLowerCase() !== "to") continue;
    if (quotedAround(scene, tokenAt(scene.tree, index).start)) continue;
    const head = nounAfter(scene, index);
    if (head !== undefined)
      places.push({ index, phrase: untilComma(scene, nounPhrase(scene.tree, head, index + 1)) });
  }
  return places;
}

/** Whether the words before are a cue clause, so that the phrase tells by what document its words are known. */
export function isDocumentOf(scene: Scene, place: Place, draft: Draft): boolean {
  if (draft.cueToken < 0 || draft.cueToken > place.index) return false;
  if (tokenAt(scene.tree, draft.cueToken).sentence !== tokenAt(scene.tree, place.index).sentence)
    return false;
  const { start } = tokenAt(scene.tree, place.index);
  return draft.rule === "quoted" || draft.rule === "trailing-cue"
    ? draft.pieces.every((piece) => piece.end <= start)
    : false;
}

function startOf(scene: Scene, index: number): number {
  const sentence = sentenceOf(scene, index);
  const limit = scene.article.dateline?.end ?? 0;
  let from = sentence.from;
  while (from < index && tokenAt(scene.tree, from).start < limit) from++;
  return from;
}

/** What a source is cited for with "according to": the sentence around the phrase. */
export function accordingDraft(scene: Scene, place: Place): Draft | undefined {
  const { tree, tokens } = scene;
  const sentence = sentenceOf(scene, place.index);
  const before = contentSpan(scene, startOf(scene, place.index), place.index);
  const follows =
    /^[,;—–]$/.test(tokens[place.phrase.to]?.text ?? "") && !isRelativeTail(scene, place.phrase.to);
  const after = follows ? contentSpan(scene, place.phrase.to, sentence.to) : undefined;
  const pieces = [before, after].filter((piece) => piece !== undefined);
  if (pieces.length === 0) return undefined;
  const cue = rangeSpan(tree, place.index, place.index + 2);
  return { pieces, cue, cueToken: place.index, act: "state", source: place.phrase, rule: "according-to" };
}

/** ", who …" and ", which …" after the phrase still describe the source. */
function isRelativeTail(scene: Scene, comma: number): boolean {
  let at = comma;
  while (isPunctuation(scene.tokens[at])) at++;
  const next = scene.tokens[at];
  return next !== undefined && /^(who|which|whose|where)$/i.test(next.text) && relation(next) !== "root";
}
