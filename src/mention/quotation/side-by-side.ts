import type { Span } from "../../model/span.ts";
import { contains } from "../../model/span.ts";
import { dependents, tokenAt, tokenIndexAt } from "../tree.ts";
import { contentSpan } from "./content.ts";
import { type Draft, isPunctuation, quotedAround, type Region, type Scene, sentenceOf } from "./draft.ts";

/** A sentence of more words is none: a list, or a text without full stops. */
const LONGEST_SENTENCE = 500;

/** Whether a main clause beside the one before begins behind this: "; …", ", while …", ", but …". */
function isParting(scene: Scene, index: number): boolean {
  const { text, start } = tokenAt(scene.tree, index);
  const contrast = /^(?:while|whereas|but)$/i.test(text) && scene.tokens[index - 1]?.text === ",";
  return (text === ";" || contrast) && !quotedAround(scene, start);
}

/** The parts of a sentence that stand side by side in the report's own words; one part where there are none. */
function partsOf(scene: Scene, { from, to }: Region): Region[] {
  const parts: Region[] = [];
  let start = from;
  for (let at = from; at < to; at++) {
    if (!isParting(scene, at)) continue;
    parts.push({ from: start, to: at });
    start = at + 1;
  }
  return [...parts, { from: start, to }];
}

function isIn({ from, to }: Region, token: number): boolean {
  return from <= token && token < to;
}

function hasPerfect(scene: Scene, cue: number): boolean {
  return dependents(scene.tree, cue, "aux").some((aux) => /^had$/i.test(tokenAt(scene.tree, aux).text));
}

/** The first word of a part that is neither a mark nor links it to the part before: "; but the union …". */
function opening(scene: Scene, part: Region): number {
  let at = part.from;
  while (at < part.to && (isPunctuation(scene.tokens[at]) || scene.tokens[at]?.upos === "CCONJ")) at++;
  return at;
}

/**
 * Whether a part of the sentence is told by a source of its own, so that it is none of what the other says: by a subject
 * or "according to" that opens it, or a cue that closes it. Who is meant by a pronoun may go on, and "had said" behind
 * "said" is told by the first one.
 */
function isOwnSource(scene: Scene, other: Draft, at: { draft: Draft; part: Region }): boolean {
  const { draft, part } = at;
  const { source, cueToken, rule } = other;
  if (other === draft || source === null || !isIn(part, cueToken) || !isIn(part, source.head)) return false;
  if (tokenAt(scene.tree, source.head).upos === "PRON") return false;
  const isBackshifted = hasPerfect(scene, cueToken) && !hasPerfect(scene, draft.cueToken);
  if (isBackshifted && draft.rule !== "verb-object") return false;
  const first = opening(scene, part);
  return source.from === first || cueToken === first || rule === "trailing-cue" || rule === "according-to";
}

/** The part that the cue stands in, with those beside it that no other source tells. */
function ownParts(
  scene: Scene,
  draft: Draft,
  at: { parts: readonly Region[]; beside: readonly Draft[] },
): Span {
  const { parts, beside } = at;
  const home = parts.findIndex((part) => isIn(part, draft.cueToken));
  const isFree = (part: Region | undefined) =>
    part !== undefined && !beside.some((other) => isOwnSource(scene, other, { draft, part }));
  let [first, last] = [home, home];
  while (isFree(parts[first - 1])) first--;
  while (isFree(parts[last + 1])) last++;
  const [from, to] = [parts[first]?.from ?? 0, parts[last]?.to ?? 0];
  return { start: tokenAt(scene.tree, from).start, end: tokenAt(scene.tree, to - 1).end };
}

/** The piece as far as it lies within the limits; undefined where nothing is left. */
function within(scene: Scene, piece: Span, limits: Span): Span | undefined {
  if (contains(limits, piece)) return piece;
  const from = tokenIndexAt(scene.tokens, Math.max(piece.start, limits.start));
  const to = tokenIndexAt(scene.tokens, Math.min(piece.end, limits.end));
  return from < to ? contentSpan(scene, from, to) : undefined;
}

function bySentence(scene: Scene, drafts: readonly Draft[]): Map<number, Draft[]> {
  const found = new Map<number, Draft[]>();
  for (const draft of drafts) {
    const sentence = scene.tokens[draft.cueToken]?.sentence;
    if (sentence === undefined) continue;
    const beside = found.get(sentence);
    if (beside) beside.push(draft);
    else found.set(sentence, [draft]);
  }
  return found;
}

/** "The minister spoke of 40 dead; the union said there were 60": what each says ends where the other speaks. */
export function partedBySource(scene: Scene, drafts: readonly Draft[]): Draft[] {
  const bySameSentence = bySentence(scene, drafts);
  return drafts.flatMap((draft) => {
    if (draft.cueToken < 0 || draft.rule === "headline") return [draft];
    const sentence = sentenceOf(scene, draft.cueToken);
    if (sentence.to - sentence.from > LONGEST_SENTENCE) return [draft];
    const parts = partsOf(scene, sentence);
    if (parts.length === 1) return [draft];
    const beside = bySameSentence.get(tokenAt(scene.tree, draft.cueToken).sentence) ?? [];
    const limits = ownParts(scene, draft, { parts, beside });
    const kept = draft.pieces.map((piece) => {
      const inside = piece.start >= sentence.start && piece.end <= sentence.end;
      return inside && !quotedAround(scene, piece.start) ? within(scene, piece, limits) : piece;
    });
    const pieces = kept.filter((piece) => piece !== undefined);
    return pieces.length === 0 ? [] : [{ ...draft, pieces }];
  });
}
