import type { Block } from "../../model/article.ts";
import { ancestors, tokenIndexAt } from "../tree.ts";
import type { Draft, Scene } from "./draft.ts";
import type { QuotedSpan } from "./marks.ts";

function blockOf(scene: Scene, offset: number): number {
  return scene.article.blocks.findIndex((block) => block.start <= offset && offset < block.end);
}

/** End of the words that a draft takes up: content, cue and source. */
function endOf(scene: Scene, draft: Draft): number {
  const ends = draft.pieces.map((piece) => piece.end);
  if (draft.cue) ends.push(draft.cue.end);
  if (draft.source) ends.push(scene.tokens[draft.source.to - 1]?.end ?? 0);
  return Math.max(...ends);
}

/** Whether a sentence begins between the two offsets: then another may be speaking. */
function isInterrupted(scene: Scene, from: number, to: number): boolean {
  return scene.sentences.some(
    ({ start, end }) =>
      start >= from && end <= to && /[\p{L}\p{N}]/u.test(scene.article.text.slice(start, end)),
  );
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
  const before = blocks[previousBlock(scene, quoted.block)];
  if (!block || !before || from !== blocks.indexOf(before)) return false;
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

/** The last speech, and of several in one sentence the one in its main clause: "…, he said, recalling what she told him". */
function mainOf(scene: Scene, earlier: readonly Draft[]): Draft | undefined {
  const last = [...earlier].sort((a, b) => start(a) - start(b)).at(-1);
  if (!last) return undefined;
  const sentence = sentenceOfSpeech(scene, last);
  const beside = earlier.filter((each) => sentenceOfSpeech(scene, each) === sentence);
  return beside.reduce((best, each) => (depth(scene, each) < depth(scene, best) ? each : best), last);
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
  let all = [...drafts];
  for (const quoted of orphans) {
    const earlier = all.filter((draft) => start(draft) < quoted.outer.start && goesOn(draft));
    const last = mainOf(scene, earlier);
    const same = last && follows(scene, quoted, last) ? last : undefined;
    if (same && isOneWith(scene, quoted, same)) {
      const longer = { ...same, pieces: [...same.pieces, quoted.outer] };
      all = all.map((draft) => (draft === same ? longer : draft));
      continue;
    }
    const base = { pieces: [quoted.outer], cue: null, cueToken: -1, act: "state" } as const;
    if (same) all.push({ ...base, source: same.source, continues: same, rule: "continuation" });
    else all.push({ ...base, source: null, rule: "no-cue" });
  }
  return all;
}

/** "Adding, “…”": a participle that opens its sentence has the subject of the speech before it. */
export function inheritSpeakers(scene: Scene, drafts: readonly Draft[]): Draft[] {
  const spoken = drafts.filter((draft) => draft.source !== null && SPOKEN.includes(draft.act));
  return drafts.map((draft) => {
    const cue = scene.tokens[draft.cueToken];
    if (draft.source !== null || cue?.xpos !== "VBG") return draft;
    const opens = scene.sentences[cue.sentence]?.from === draft.cueToken;
    const earlier = spoken.filter(
      (each) => start(each) < cue.start && blockOf(scene, start(each)) === blockOf(scene, cue.start),
    );
    const last = earlier.sort((a, b) => start(a) - start(b)).at(-1);
    return opens && last ? { ...draft, source: last.source } : draft;
  });
}

/** Whether speech can go on after it: with a known speaker, or without a cue itself. */
function goesOn(draft: Draft): boolean {
  return draft.cue === null || (SPOKEN.includes(draft.act) && draft.source !== null);
}
