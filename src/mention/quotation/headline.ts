import type { Block } from "../../model/article.ts";
import { tokenAt, tokensIn } from "../tree.ts";
import { entityOf } from "./chain.ts";
import { contentSpan } from "./content.ts";
import { type Draft, isPunctuation, type Phrase, rangeSpan, type Scene } from "./draft.ts";
import { isNominal } from "./phrase.ts";
import { sourceKindOf } from "./source-kind.ts";

/** A source in a headline is short: "Kremlin", "Former Attorney General Mukasey". */
const MOST_SOURCE_WORDS = 5;

/** What is said needs a few words, or the colon divides something else. */
const FEWEST_WORDS = 3;

function isHeadline(block: Block): boolean {
  return block.kind === "title" || block.kind === "heading";
}

function hasVerb(scene: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (["VERB", "AUX"].includes(tokenAt(scene.tree, i).upos)) return true;
  return false;
}

/** What stands before a colon in a headline and names no source but a kind of report. */
const LABELS =
  /^(analysis|opinion|editorial|commentary|column|exclusive|breaking|update|updated|watch|live|video|photos|pictures|review|explainer|factbox|timeline|profile|interview|q&a|recap|poll|just in|fact check)$/i;

/** Whether the tokens can name a source: few, no verb, capitalised, and no label of a kind of report. */
function namesSource(scene: Scene, from: number, to: number): boolean {
  if (to <= from || to - from > MOST_SOURCE_WORDS || hasVerb(scene, from, to)) return false;
  const { start, end } = rangeSpan(scene.tree, from, to);
  if (LABELS.test(scene.article.text.slice(start, end))) return false;
  const { upos, text } = tokenAt(scene.tree, from);
  return /^\p{Lu}/u.test(text) && isNominal(scene.tree, from) && upos !== "PRON" && upos !== "NUM";
}

/** "Storm Carla: two dead", "Riga: bridge closed": a thing, a place or a topic in front of a colon says nothing. */
function isSpeaker(scene: Scene, phrase: Phrase, isInFront: boolean): boolean {
  const entity = entityOf(scene, phrase);
  if (entity?.type === "other" || (entity?.type === "place" && isInFront)) return false;
  return !isInFront || entity !== undefined || sourceKindOf(scene, phrase, entity) !== "unnamed";
}

function phraseOf(scene: Scene, from: number, to: number): Phrase {
  let last = to;
  while (last > from && isPunctuation(scene.tokens[last - 1])) last--;
  return { head: last - 1, from, to: last };
}

function readHeadline(scene: Scene, block: Block): Draft | undefined {
  const { from, to } = tokensIn(scene.tokens, block);
  for (let colon = from; colon < to; colon++) {
    if (tokenAt(scene.tree, colon).text !== ":") continue;
    const [left, right] = [
      { from, to: colon },
      { from: colon + 1, to },
    ];
    const source = [right, left].find((side) => namesSource(scene, side.from, side.to));
    const said = source === right ? left : right;
    if (!source || said.to - said.from < FEWEST_WORDS || !hasVerb(scene, said.from, said.to)) continue;
    const piece = contentSpan(scene, said.from, said.to);
    if (!piece) continue;
    const cue = rangeSpan(scene.tree, colon, colon + 1);
    const phrase = phraseOf(scene, source.from, source.to);
    if (!isSpeaker(scene, phrase, source === left)) continue;
    return { pieces: [piece], cue, cueToken: colon, act: "state", source: phrase, rule: "headline" };
  }
  return undefined;
}

/** Attributions of headlines: "Putin to visit Japan in December: Kremlin", "Kremlin: Putin to visit Japan". */
export function findHeadlines(scene: Scene): Draft[] {
  const blocks = scene.article.blocks.filter(isHeadline);
  return blocks.map((block) => readHeadline(scene, block)).filter((draft) => draft !== undefined);
}
