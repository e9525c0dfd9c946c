import type { Span } from "../../model/span.ts";
import { tokenAt, tokenIndexAt } from "../tree.ts";
import { cueRows } from "./cue.ts";
import { isPunctuation, type Phrase, type Region, type Scene } from "./draft.ts";
import { isNominal, nameHead, nounPhrase, wordBefore } from "./phrase.ts";
import { speakerOf } from "./speaker.ts";
import type { CueRow } from "./tables.ts";
import { isVoid } from "./void.ts";

/** A cue found beside a quotation. */
export interface NearCue {
  readonly index: number;
  readonly row: CueRow;
  readonly source: Phrase | null;
}

/** Tokens from the offset on that lie before `limit` and in the sentence of the first of them. */
export function regionAfter(scene: Scene, offset: number, limit: number): Region {
  const from = tokenIndexAt(scene.tokens, offset);
  let first = from;
  while (isPunctuation(scene.tokens[first])) first++;
  const sentence = scene.tokens[first]?.sentence;
  let to = from;
  while (to < scene.tokens.length && (to <= first || scene.tokens[to]?.sentence === sentence)) {
    if ((scene.tokens[to]?.start ?? limit) >= limit) break;
    to++;
  }
  return { from, to };
}

/** Tokens before the offset that lie after `limit` and in one sentence with the last of them. */
export function regionBefore(scene: Scene, offset: number, limit: number): Region {
  const to = tokenIndexAt(scene.tokens, offset);
  let last = to - 1;
  while (last > 0 && isPunctuation(scene.tokens[last])) last--;
  const sentence = scene.tokens[last]?.sentence;
  let from = to;
  while (from > 0 && (from > last || scene.tokens[from - 1]?.sentence === sentence)) {
    if ((scene.tokens[from - 1]?.start ?? -1) < limit) break;
    from--;
  }
  return { from, to };
}

function isPassed(scene: Scene, at: number): boolean {
  const token = tokenAt(scene.tree, at);
  return isPunctuation(token) || ["ADV", "AUX", "CCONJ", "PART"].includes(token.upos);
}

function forwards(scene: Scene, from: number, region: Region): number | undefined {
  for (let at = from; at < region.to; at++) if (!isPassed(scene, at)) return at;
  return undefined;
}

function backwards(scene: Scene, from: number, region: Region): number | undefined {
  for (let at = wordBefore(scene.tree, from); at >= region.from; at--) if (!isPassed(scene, at)) return at;
  return undefined;
}

/** Where the parse has no subject in the region: the name before the cue, or after an inverted one. */
function neighbour(scene: Scene, cue: number, region: Region): number | undefined {
  const first = forwards(scene, region.from, region);
  const beside = first === cue ? forwards(scene, cue + 1, region) : backwards(scene, cue, region);
  if (beside === undefined || !isNominal(scene.tree, beside)) return undefined;
  // A cue that the parse takes for a noun ("Brandt notes") is no part of the name.
  return nameHead(scene.tree, beside, beside < cue ? { from: region.from, to: cue } : region);
}

/** The one who speaks in the region: subject of the cue, or the name beside it. */
export function nearSource(scene: Scene, cue: number, region: Region): Phrase | null {
  const subject = speakerOf(scene.tree, cue);
  const inside = subject !== undefined && subject >= region.from && subject < region.to;
  const head = inside ? subject : neighbour(scene, cue, region);
  return head === undefined ? null : nounPhrase(scene.tree, head, cue);
}

function quoteRow(scene: Scene, index: number): CueRow | undefined {
  const rows = cueRows(scene, index).filter((row) => row.pos === "VERB");
  return (
    rows.find((row) => row.frames.has("quote")) ??
    rows.find((row) => row.act === "state" || row.act === "judge")
  );
}

/** Any verb behind a quotation that ends in a comma reports it: "“Go home,” Brandt barked". */
const ANY_VERB: CueRow = {
  lemma: "",
  particle: "",
  pos: "VERB",
  act: "state",
  frames: new Set(["quote"]),
  example: "“Go home,” Brandt barked.",
  source: "Brandt",
  content: "Go home,",
};

function anyVerb(scene: Scene, index: number): CueRow | undefined {
  const { upos, xpos, deprel, text } = tokenAt(scene.tree, index);
  // "Conway notes" is now and then taken for a noun.
  const form = xpos.startsWith("NN") ? scene.tables.cues.get(text.toLowerCase()) : undefined;
  const verb = form?.find(
    (row) => row.pos === "VERB" && row.frames.has("quote") && row.lemma !== text.toLowerCase(),
  );
  if (verb) return verb;
  return upos === "VERB" && /^VB[DZP]$/.test(xpos) && deprel !== "acl:relcl" ? ANY_VERB : undefined;
}

/** Whether a verb of its own stands between two places, so that the cue is not beside the quotation. */
export function hasVerbBetween(scene: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = tokenAt(scene.tree, i);
    if (token.upos === "VERB" && /^VB[DZP]$/.test(token.xpos) && token.deprel !== "acl:relcl") return true;
  }
  return false;
}

/** The cue that follows a quotation: "…," said X; "…," X told reporters. With `any`, whatever verb it is. */
export function cueAfter(scene: Scene, region: Region, { any = false } = {}): NearCue | undefined {
  for (let index = region.from; index < region.to; index++) {
    const row = quoteRow(scene, index) ?? (any ? anyVerb(scene, index) : undefined);
    if (!row) continue;
    if (hasVerbBetween(scene, region.from, index) || isVoid(scene, index)) return undefined;
    const source = nearSource(scene, index, region);
    return row === ANY_VERB && !source ? undefined : { index, row, source };
  }
  return undefined;
}

/** The cue that leads to a quotation: X said, "…". The nearest one counts. */
export function cueBefore(scene: Scene, region: Region): NearCue | undefined {
  for (let index = region.to - 1; index >= region.from; index--) {
    const row = quoteRow(scene, index);
    if (!row) continue;
    if (hasVerbBetween(scene, index + 1, region.to) || isVoid(scene, index)) return undefined;
    return { index, row, source: leadingSource(scene, index, region) };
  }
  return undefined;
}

/** Before a quotation the subject may stand far off ("He left the room, turned and said: …"), but before the cue. */
function leadingSource(scene: Scene, cue: number, region: Region): Phrase | null {
  const subject = speakerOf(scene.tree, cue);
  return subject === undefined ? nearSource(scene, cue, region) : nounPhrase(scene.tree, subject, cue);
}

/** The text between two offsets without white space around it. */
export function between(scene: Scene, span: Span): string {
  return scene.article.text.slice(span.start, span.end).trim();
}
