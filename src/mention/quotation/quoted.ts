import { type Span, type TextSpan, textSpan } from "../../model/span.ts";
import { tokenAt, tokenIndexAt } from "../tree.ts";
import { isTitle } from "./content.ts";
import { cueRange } from "./cue.ts";
import { type Draft, isPunctuation, quotedAround, type Region, rangeSpan, type Scene } from "./draft.ts";
import type { QuotedSpan } from "./marks.ts";
import { onlyAdjuncts } from "./mend.ts";
import { nounPhrase } from "./phrase.ts";
import { between, cueAfter, cueBefore, type NearCue, regionAfter, regionBefore } from "./region.ts";
import { speakerOf } from "./speaker.ts";

/** Quoted words without a cue of their own count as a statement from this length on. */
const FEWEST_WORDS = 3;

/** Quotations with their cue, and those that stand without one. */
export interface QuotedDrafts {
  readonly drafts: readonly Draft[];
  readonly orphans: readonly QuotedSpan[];
}

/** The quoted words, without the marks of a quotation inside that ends with them. */
function words(scene: Scene, { inner }: QuotedSpan): string {
  return scene.article.text
    .slice(inner.start, inner.end)
    .replace(/[\s'’"”]+$/, "")
    .trim();
}

/** The last character before the quotation that is not white space. */
function markBefore({ article: { text } }: Scene, { outer }: QuotedSpan): TextSpan {
  let end = outer.start;
  while (end > 0 && /\s/.test(text[end - 1] ?? "")) end--;
  return textSpan(text, Math.max(0, end - 1), end);
}

function neighbours(scene: Scene, index: number): { before: number; after: number } {
  const quoted = scene.quoted[index] as QuotedSpan;
  const block = scene.article.blocks[quoted.block];
  const previous = scene.quoted[index - 1];
  const next = scene.quoted[index + 1];
  return {
    before: Math.max(block?.start ?? 0, previous?.outer.end ?? 0),
    after: Math.min(block?.end ?? quoted.outer.end, next?.outer.start ?? Infinity),
  };
}

/** A full stop inside the marks ends the sentence: no cue follows, unless the next word is small. */
function maybeFollowed(scene: Scene, quoted: QuotedSpan, limit: number): boolean {
  const rest = scene.article.text.slice(quoted.outer.end, limit).trimStart();
  if (!quoted.closed || rest === "") return false;
  return !/\.$/.test(words(scene, quoted)) || /^[,\p{Ll}]/u.test(rest);
}

/** Parts of speech that may stand before a quotation and still leave all of it quoted: "But “…,” he said". */
const LINKING = new Set(["CCONJ", "ADV", "INTJ", "PUNCT"]);

/** Whether only linking words stand between the start of the sentence, or an earlier quotation, and this one. */
function onlyLinked(scene: Scene, quoted: QuotedSpan): boolean {
  const first = tokenIndexAt(scene.tokens, quoted.inner.start);
  const { sentence } = tokenAt(scene.tree, first);
  for (let i = first - 1; i >= 0 && scene.tokens[i]?.sentence === sentence; i--) {
    const token = tokenAt(scene.tree, i);
    if (token.start >= quoted.outer.start) continue;
    if (/^[.?!]$/.test(token.text) || quotedAround(scene, token.start)) return true;
    if (!LINKING.has(token.upos)) return false;
  }
  return true;
}

/** Whether the quotation is a sentence of its own; one that ends a sentence of other words is a part of it. */
function opensSentence(scene: Scene, quoted: QuotedSpan): boolean {
  if (onlyLinked(scene, quoted)) return true;
  const { text } = scene.article;
  const full =
    /^\p{Lu}/u.test(text.slice(quoted.inner.start)) && !isTitle(words(scene, quoted).replace(/,$/, ""));
  return full && /[,:—–]/.test(markBefore(scene, quoted).text);
}

function following(scene: Scene, index: number): NearCue | undefined {
  const quoted = scene.quoted[index] as QuotedSpan;
  const { after } = neighbours(scene, index);
  if (!maybeFollowed(scene, quoted, after)) return undefined;
  if (!beginsAfresh(scene, index) && !opensSentence(scene, quoted)) return undefined;
  const region = regionAfter(scene, quoted.outer.end, after);
  const commaed =
    /[,?!—–…-]$/.test(words(scene, quoted)) ||
    /^[,—–]/.test(between(scene, { start: quoted.outer.end, end: after }));
  const text = words(scene, quoted);
  const any = text.endsWith(",") && !isTitle(text.slice(0, -1));
  return commaed ? cueAfter(scene, region, { any }) : undefined;
}

/** Whether nothing but the cue's own words lead up to the quotation, so that it is the whole of what is said. */
function leadsUp(scene: Scene, quoted: QuotedSpan, at: { region: Region; cue: NearCue }): boolean {
  const { region, cue } = at;
  const last = region.to - 1;
  if (tokenAt(scene.tree, last).text === ":") return true;
  const whole = /[.,?!…—–-]$/.test(words(scene, quoted)) || !quoted.closed;
  if (last === cue.index) return whole || endsSentence(scene, quoted);
  return tokenAt(scene.tree, last).text === "," && onlyAdjuncts(scene, cue.index, last);
}

/** Whether the report's own sentence ends with the quotation: said “we are ready”. */
function endsSentence(scene: Scene, quoted: QuotedSpan): boolean {
  return /^\s*([.?!;]|$)/.test(scene.article.text.slice(quoted.outer.end, quoted.outer.end + 2));
}

function preceding(scene: Scene, index: number): NearCue | undefined {
  const quoted = scene.quoted[index] as QuotedSpan;
  const { before } = neighbours(scene, index);
  const region = regionBefore(scene, quoted.outer.start, before);
  const cue = region.from < region.to ? cueBefore(scene, region) : undefined;
  return cue && leadsUp(scene, quoted, { region, cue }) ? cue : undefined;
}

/** The sentence before ends in a colon: its cue, or else its subject, leads to the quotation. */
function afterColon(scene: Scene, quoted: QuotedSpan): Draft | undefined {
  const { text, ...colon } = markBefore(scene, quoted);
  if (text !== ":") return undefined;
  const region = regionBefore(scene, quoted.outer.start, 0);
  const cue = cueBefore(scene, region);
  if (cue) return draftOf(scene, [quoted.outer], cue);
  return {
    pieces: [quoted.outer],
    cue: colon,
    cueToken: region.to - 1,
    act: "state",
    source: subjectIn(scene, region),
    rule: "colon",
  };
}

/** The subject of the sentence, or the name where the region is nothing else. */
function subjectIn(scene: Scene, region: Region): Draft["source"] {
  for (let index = region.from; index < region.to; index++) {
    const { head, upos } = tokenAt(scene.tree, index);
    if (head >= region.from && head < region.to) continue;
    if (isPunctuation(scene.tokens[index])) continue;
    const subject = upos === "PROPN" || upos === "NOUN" ? index : speakerOf(scene.tree, index);
    if (subject === undefined || /^(it|this|that|here|there|what)$/i.test(tokenAt(scene.tree, subject).text))
      return null;
    return nounPhrase(scene.tree, subject);
  }
  return null;
}

function draftOf(scene: Scene, pieces: readonly Span[], cue: NearCue): Draft {
  const { from, to } = cueRange(scene.tree, cue.index, cue.row);
  const cueSpan = rangeSpan(scene.tree, from, to);
  return { pieces, cue: cueSpan, cueToken: cue.index, act: cue.row.act, source: cue.source, rule: "quoted" };
}

/** Whether the next quotation goes on in the same sentence: "…," he said, "…". */
function goesOn(scene: Scene, index: number, cue: NearCue): boolean {
  const [quoted, next] = [scene.quoted[index], scene.quoted[index + 1]];
  if (!quoted || !next || next.block !== quoted.block) return false;
  const link = between(scene, { start: tokenAt(scene.tree, cue.index).end, end: next.outer.start });
  return (
    /[,;—–:]$|^$/.test(link) &&
    !/[.?!]\s/.test(link) &&
    /[.,?!…—]$/.test(words(scene, next)) &&
    !following(scene, index + 1)
  );
}

/** Whether no words of the report's own stand before it since the last full stop, colon or quotation. */
function beginsAfresh(scene: Scene, index: number): boolean {
  const { before } = neighbours(scene, index);
  const quoted = scene.quoted[index] as QuotedSpan;
  const lead = between(scene, { start: before, end: quoted.outer.start });
  return lead === "" || /[.?!:…”"’']$/.test(lead);
}

/** Whether a quotation without a cue is a statement of its own, and not a word in scare quotes or a title. */
function standsAlone(scene: Scene, index: number): boolean {
  const quoted = scene.quoted[index] as QuotedSpan;
  const text = words(scene, quoted);
  const long = (text.match(/[\p{L}\p{N}]+/gu) ?? []).length >= FEWEST_WORDS;
  return beginsAfresh(scene, index) && long && (!quoted.closed || /[.?!…—,-]$/.test(text));
}

/** Gives each quotation its cue: the one behind it, before it, or in the sentence that leads to it. */
export function findQuoted(scene: Scene): QuotedDrafts {
  const drafts: Draft[] = [];
  const orphans: QuotedSpan[] = [];
  for (let index = 0; index < scene.quoted.length; index++) {
    const quoted = scene.quoted[index] as QuotedSpan;
    const after = following(scene, index);
    if (after) {
      const pieces = [quoted.outer];
      while (goesOn(scene, index, after)) pieces.push((scene.quoted[++index] as QuotedSpan).outer);
      drafts.push(draftOf(scene, pieces, after));
      continue;
    }
    const before = preceding(scene, index);
    const draft = before ? draftOf(scene, [quoted.outer], before) : afterColon(scene, quoted);
    if (draft) drafts.push(draft);
    else if (standsAlone(scene, index)) orphans.push(quoted);
  }
  return { drafts, orphans };
}
