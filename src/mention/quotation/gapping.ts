import { tokenAt, tokenIndexAt } from "../tree.ts";
import { entityOf } from "./chain.ts";
import { contentSpan } from "./content.ts";
import { type Draft, type Phrase, quotedAround, type Region, type Scene, sentenceOf } from "./draft.ts";
import { nounPhrase } from "./phrase.ts";
import { sourceKindOf } from "./source-kind.ts";

/** How many words the second source and its preposition may have: "the organisers of the march in Oslo at". */
const MOST_WORDS = 8;

/** How many words behind the cue all of it stands. */
const REACH = 40;

/** What parts the second source from what the first one says. */
const PARTING = /^(?:[;,]|and|but|while)$/i;

/** Words that limit or round a figure, and signs of money before it. */
const ROUNDING =
  /^(?:about|around|some|only|just|nearly|almost|over|more|less|fewer|than|at|least|most|[$€£¥])$/i;

/** Nouns for those who do something: "organisers", "residents", "scientists". */
const DOERS = /(?:[eo]rs|ists|ians|[ae]nts|[mw]en|people|opposition|prosecution|defen[cs]e)$/i;

/** Parts of speech of the words that name a source. */
const NAMING = new Set(["DET", "ADJ", "NOUN", "PROPN", "ADP", "PART", "PUNCT"]);

/** The words before a figure that belong to it, as the index of the first of them. */
function figureStart({ tokens }: Scene, figure: number, from: number): number {
  let at = figure;
  while (at > from && ROUNDING.test(tokens[at - 1]?.text ?? "")) at--;
  // "spoke of at least 40", "put it at 40": an "at" that no "least" or "most" follows is the preposition.
  const first = tokens[at]?.text ?? "";
  return at < figure && /^at$/i.test(first) && !/^(?:least|most)$/i.test(tokens[at + 1]?.text ?? "")
    ? at + 1
    : at;
}

/** The preposition before a figure, in lower case; empty where it has none. */
function prepositionAt({ tokens }: Scene, start: number): string {
  const before = tokens[start - 1];
  return before?.upos === "ADP" ? before.text.toLowerCase() : "";
}

/** The first figure of a run of tokens, quoted words left out. */
function figureIn(scene: Scene, { from, to }: Region): number | undefined {
  for (let at = from; at < to; at++) {
    const { upos, start } = tokenAt(scene.tree, at);
    if (upos === "NUM" && !quotedAround(scene, start)) return at;
  }
  return undefined;
}

function hasFiniteVerb({ tokens }: Scene, { from, to }: Region): boolean {
  return tokens.slice(from, to).some(({ xpos }) => /^(?:VB[DZP]|MD)$/.test(xpos));
}

/** The words of a run as the name of somebody who counts or speaks; undefined where they can be none. */
function sourceIn(scene: Scene, { from, to }: Region): Phrase | undefined {
  if (from >= to || to - from > MOST_WORDS) return undefined;
  for (let at = from; at < to; at++) if (!NAMING.has(tokenAt(scene.tree, at).upos)) return undefined;
  if (/^(?:an?|of)$/i.test(tokenAt(scene.tree, from).text)) return undefined;
  let end = from;
  while (end < to && tokenAt(scene.tree, end).upos !== "ADP") end++;
  const head = end - 1;
  if (!["NOUN", "PROPN"].includes(tokenAt(scene.tree, head).upos)) return undefined;
  const phrase = { head, from, to };
  const kind = sourceKindOf(scene, phrase, entityOf(scene, nounPhrase(scene.tree, head)));
  return kind !== "unnamed" || DOERS.test(tokenAt(scene.tree, head).text) ? phrase : undefined;
}

interface Gap {
  /** Index of the word that parts the two. */
  readonly at: number;
  readonly source: Phrase;
  readonly content: Region;
}

/** The second source at this place, with its figure: "; the organisers | of 7,500". */
function gapAt(scene: Scene, at: number, like: { preposition: string; to: number }): Gap | undefined {
  const { to, preposition } = like;
  const figure = figureIn(scene, { from: at + 1, to: Math.min(to, at + 1 + MOST_WORDS + 4) });
  if (figure === undefined) return undefined;
  const start = figureStart(scene, figure, at + 1);
  // "Put it at 60, the ministry 40": the preposition may be left out as well.
  const own = prepositionAt(scene, start);
  if (own !== preposition && own !== "") return undefined;
  const source = sourceIn(scene, { from: at + 1, to: own === "" ? start : start - 1 });
  let end = figure;
  while (
    end < Math.min(to, figure + REACH) &&
    !/^[;,.?!]$|^(?:and|but|while)$/i.test(tokenAt(scene.tree, end).text)
  )
    end++;
  return source && !hasFiniteVerb(scene, { from: at, to: end })
    ? { at, source, content: { from: start, to: end } }
    : undefined;
}

/**
 * Of two sources with one cue that stands once, what each says: "Police spoke of 5,000 marchers, the organisers of
 * 7,500". The second has the cue of the first, a figure like it, and the same preposition before it, or none.
 */
function partedAt(scene: Scene, draft: Draft): Draft[] {
  const piece = draft.pieces.at(-1);
  if (!piece || draft.cueToken < 0 || draft.source === null || (draft.cue?.start ?? Infinity) > piece.start)
    return [draft];
  const region = { from: tokenIndexAt(scene.tokens, piece.start), to: tokenIndexAt(scene.tokens, piece.end) };
  if (region.to > draft.cueToken + REACH) return [draft];
  const first = figureIn(scene, region);
  if (first === undefined) return [draft];
  const preposition = prepositionAt(scene, figureStart(scene, first, draft.cueToken + 1));
  const { to } = sentenceOf(scene, draft.cueToken);
  for (let at = first + 1; at < to && at <= region.to; at++) {
    if (!PARTING.test(tokenAt(scene.tree, at).text)) continue;
    // Behind a clause the second figure is rather of that clause: "said the army lost 40 men, the police 60".
    if (hasFiniteVerb(scene, { from: region.from, to: at })) return [draft];
    const gap = gapAt(scene, at, { preposition, to });
    const [own, other] = gap
      ? [contentSpan(scene, region.from, at), contentSpan(scene, gap.content.from, gap.content.to)]
      : [];
    if (!gap || !own || !other) continue;
    const parted = { ...draft, pieces: [...draft.pieces.slice(0, -1), own] };
    return [parted, { ...draft, pieces: [other], source: gap.source, rule: "verb-object" }];
  }
  return [draft];
}

/** Each draft whose content is a figure, parted from that of a second source whose verb is left out. */
export function partedAtGaps(scene: Scene, drafts: readonly Draft[]): Draft[] {
  return drafts.flatMap((draft) => partedAt(scene, draft));
}
