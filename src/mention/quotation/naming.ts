import { tokenAt, tokenIndexAt } from "../tree.ts";
import { cueRange, lastOf } from "./cue.ts";
import { type Draft, isPunctuation, rangeSpan, type Scene } from "./draft.ts";
import { nounPhrase } from "./phrase.ts";
import { firstFrom } from "./places.ts";
import { speakerOf } from "./speaker.ts";
import type { CueRow } from "./tables.ts";

/** How many words what is named may have: "the long-planned bridge over the harbour". */
const MOST_WORDS = 12;

/** Whether the words between a verb of naming and the quoted name can be what is named: nominal, and no clause. */
function isNamed(scene: Scene, from: number, to: number): boolean {
  let nominal = false;
  for (let at = from; at < to; at++) {
    const { upos, xpos, text } = tokenAt(scene.tree, at);
    if (/^[,;:—–(]$/.test(text) || /^(?:VBD|VBZ|VBP|MD)$/.test(xpos)) return false;
    if (["NOUN", "PROPN", "PRON", "DET"].includes(upos)) nominal = true;
  }
  return nominal;
}

/**
 * "Called the plan “a gift to the town”": behind a verb of naming and what is named, words in quotation marks are what
 * it is called, however the parse hangs them.
 */
export function findNaming(scene: Scene, cue: number, row: CueRow): Draft | undefined {
  if (row.pos !== "VERB" || !row.frames.has("predicate")) return undefined;
  const { tree, tokens } = scene;
  const from = lastOf(tree, cue, row) + 1;
  const limit = tokens[from + MOST_WORDS]?.start ?? Infinity;
  const after = tokens[from]?.start ?? Infinity;
  const quoted = scene.quoted[firstFrom(scene.quoted, after, ({ outer }) => outer.start)];
  if (!quoted || quoted.outer.start >= limit) return undefined;
  let to = tokenIndexAt(tokens, quoted.inner.start);
  if (tokenAt(tree, to).sentence !== tokenAt(tree, cue).sentence) return undefined;
  while (to > from && isPunctuation(tokens[to - 1]) && (tokens[to - 1]?.start ?? 0) >= quoted.outer.start)
    to--;
  const speaker = speakerOf(tree, cue);
  if (speaker === undefined || !isNamed(scene, from, to)) return undefined;
  const range = cueRange(tree, cue, row);
  return {
    pieces: [{ start: after, end: quoted.outer.end }],
    cue: rangeSpan(tree, range.from, range.to),
    cueToken: cue,
    act: row.act,
    source: nounPhrase(tree, speaker, cue),
    rule: "naming",
  };
}
