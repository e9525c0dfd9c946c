import type { Block } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";
import { ancestors, tokenIndexAt } from "../tree.ts";
import type { Draft, Scene } from "./draft.ts";
import type { QuotedSpan } from "./marks.ts";
import { firstFrom } from "./places.ts";

/** Index of the block at the offset, -1 between blocks. */
function blockOf({ article: { blocks } }: Scene, offset: number): number {
  const at = firstFrom(blocks, offset + 1, ({ end }) => end);
  return (blocks[at]?.start ?? Infinity) <= offset ? at : -1;
}

/** End of the words that a draft takes up: content, cue and source. */
function endOf(scene: Scene, draft: Draft): number {
  const ends = draft.pieces.map((piece) => piece.end);
  if (draft.cue) ends.push(draft.cue.end);
  if (draft.source) ends.push(scene.tokens[draft.source.to - 1]?.end ?? 0);
  return Math.max(...ends);
}

/** Whether a sentence begins between the two offsets: then another may be speaking. */
function isInterrupted({ sentences, article }: Scene, from: number, to: number): boolean {
  for (let at = firstFrom(sentences, from, (each) => each.start); at < sentences.length; at++) {
    const { start, end } = sentences[at] as Span;
    if (end > to) return false;
    if (/[\p{L}\p{N}]/u.test(article.text.slice(start, end))) return true;
  }
  return false;
}

function sayable(block: Block | undefined): boolean {
  return block !== undefined && block.kind !== "caption";
}

/** The paragraph before, pictures left out. */
function previousBlock(scene: Scene, index: number): number {
  let at = index - 1;
  while (at >= 0 && !sayable(scene.article.blocks[at])) at--;
  return at;
}

/** Whether a quotation without a cue goes on with this one: right behind it, or in the next paragraph. */
function follows(scene: Scene, quoted: QuotedSpan, last: Draft): boolean {
  const { text, blocks } = scene.article;
  const end = endOf(scene, last);
  const from = blockOf(scene, last.pieces[0]?.start ?? 0);
  if (from === quoted.block)
    return end <= quoted.outer.start && !isInterrupted(scene, end, quoted.outer.start);
  const block = blocks[quoted.block];
  const previous = previousBlock(scene, quoted.block);
  const before = blocks[previous];
  if (!block || !before || from !== previous) return false;
  return text.slice(block.start, quoted.outer.start).trim() === "" && !isInterrupted(scene, end, before.end);
}

function start(draft: Draft): number {
  return draft.pieces[0]?.start ?? 0;
}

/** Acts that go on in quotation marks: what somebody wants or holds is not spoken yet. */
const SPOKEN: readonly string[] = ["state", "deny", "ask", "promise", "demand", "judge"];

/** How many words the cue hangs below: none for the main verb of its sentence, and for speech without a cue. */
function depth(scene: Scene, { cueToken }: Draft): number {
  return cueToken < 0 ? 0 : ancestors(scene.tree, cueToken).length;
}

function sentenceOfSpeech(scene: Scene, draft: Draft): number {
  const at = draft.cueToken >= 0 ? draft.cueToken : tokenIndexAt(scene.tokens, start(draft));
  return scene.tokens[at]?.sentence ?? -1;
}

/** Speech to which more may be added. */
interface Speech {
  draft: Draft;
}

/** How many speeches back the main clause of a sentence is looked for. */
const FARTHEST = 12;

/** The last speech, and of several in one sentence the one in its main clause: "…, he said, recalling what she told him". */
function mainOf(scene: Scene, earlier: readonly Speech[]): Speech | undefined {
  const last = earlier.at(-1);
  if (!last) return undefined;
  const sentence = sentenceOfSpeech(scene, last.draft);
  const beside = earlier.slice(-FARTHEST).filter(({ draft }) => sentenceOfSpeech(scene, draft) === sentence);
  return beside.reduce(
    (best, each) => (depth(scene, each.draft) < depth(scene, best.draft) ? each : best),
    last,
  );
}

/** Whether a quotation in the same paragraph is one with this: "…," he said. "…". */
function isOneWith(scene: Scene, quoted: QuotedSpan, last: Draft): boolean {
  const direct = last.rule === "quoted" || last.rule === "colon";
  return direct && blockOf(scene, start(last)) === quoted.block;
}

/** Gives quotations without a cue the speaker before them, or none where that is not sure. */
export function continueSpeech(
  scene: Scene,
  drafts: readonly Draft[],
  orphans: readonly QuotedSpan[],
): Draft[] {
  const all: Speech[] = drafts.map((draft) => ({ draft }));
  const waiting = all.filter(({ draft }) => goesOn(draft)).sort((a, b) => start(a.draft) - start(b.draft));
  const earlier: Speech[] = [];
  let next = 0;
  for (const quoted of orphans) {
    for (; next < waiting.length; next++) {
      const speech = waiting[next] as Speech;
      if (start(speech.draft) >= quoted.outer.start) break;
      earlier.push(speech);
    }
    const last = mainOf(scene, earlier);
    const same = last && follows(scene, quoted, last.draft) ? last : undefined;
    if (same && isOneWith(scene, quoted, same.draft)) {
      same.draft = { ...same.draft, pieces: [...same.draft.pieces, quoted.outer] };
      continue;
    }
    const speech = { draft: freeDraft(quoted, same?.draft) };
    all.push(speech);
    earlier.push(speech);
  }
  return all.map(({ draft }) => draft);
}

/** A quotation without a cue: it goes on with the speech before it, or nobody is known to say it. */
function freeDraft({ outer }: QuotedSpan, last: Draft | undefined): Draft {
  const base = { pieces: [outer], cue: null, cueToken: -1, act: "state" } as const;
  return last
    ? { ...base, source: last.source, continues: last, rule: "continuation" }
    : { ...base, source: null, rule: "no-cue" };
}

/** "Adding, “…”": a participle that opens its sentence has the subject of the speech before it. */
export function inheritSpeakers(scene: Scene, drafts: readonly Draft[]): Draft[] {
  const spoken = drafts
    .filter((draft) => draft.source !== null && SPOKEN.includes(draft.act))
    .sort((a, b) => start(a) - start(b));
  return drafts.map((draft) => {
    const cue = scene.tokens[draft.cueToken];
    if (draft.source !== null || cue?.xpos !== "VBG") return draft;
    const opens = scene.sentences[cue.sentence]?.from === draft.cueToken;
    const last = spoken[firstFrom(spoken, cue.start, start) - 1];
    const near = last && blockOf(scene, start(last)) === blockOf(scene, cue.start);
    return opens && near ? { ...draft, source: last.source } : draft;
  });
}

/** Whether speech can go on after it: with a known speaker, or without a cue itself. */
function goesOn(draft: Draft): boolean {
  return draft.cue === null || (SPOKEN.includes(draft.act) && draft.source !== null);
}
