import { type Tree, tokenAt } from "../tree.ts";
import type { Draft, Phrase, Scene } from "./draft.ts";
import { isNominal, nameHead, nounPhrase } from "./phrase.ts";

/** The hour at which a line of a live report was written: "0945", "1402". */
const CLOCK = /^(?:[01]\d|2[0-3])(?:[0-5]\d|[.:][0-5]\d)$/;

const MONTH =
  /^(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)|apr(?:il|\.)|may|june?\.?|july?\.?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)$/i;

const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;

/** How far behind a time the one who speaks may begin. */
const REACH = 3;

/** The end of the time that opens the range, which is its start where none does: "14 June 2009 | Court papers". */
function endOfTime(tree: Tree, from: number, limit: number): number {
  const text = (at: number) => (at < limit ? tokenAt(tree, at).text : "");
  if (WEEKDAY.test(text(from))) return from + 1;
  if (CLOCK.test(text(from)) && isLineOpening(tree, from)) return from + 1;
  const isDay = (at: number) => /^(?:[12]?\d|3[01])(?:st|nd|rd|th)?$/.test(text(at));
  const [day, month] = MONTH.test(text(from)) ? [from + 1, from] : [from, from + 1];
  if (!MONTH.test(text(month)) || (month > from && !isDay(day))) return from;
  // "May said": a month alone is a name as well, unless a preposition leads to it.
  if (!isDay(day) && tree.tokens[from - 1]?.upos !== "ADP") return from;
  let end = isDay(day) ? from + 2 : month + 1;
  if (text(end) === "," && /^\d{4}$/.test(text(end + 1))) end++;
  return /^(?:1[5-9]|20)\d\d$/.test(text(end)) ? end + 1 : end;
}

/** Four figures are an hour where they open a sentence and a capital follows; else they may count: "1200 workers". */
function isLineOpening(tree: Tree, index: number): boolean {
  const next = tree.tokens[index + 1];
  return (
    tree.tokens[index - 1]?.sentence !== tokenAt(tree, index).sentence && /^\p{Lu}/u.test(next?.text ?? "")
  );
}

/** The words between a time and the cue that name somebody. */
function behind(tree: Tree, from: number, cue: number): Phrase | null {
  for (let at = from; at < Math.min(cue, from + REACH); at++) {
    if (!isNominal(tree, at) || tokenAt(tree, at).upos === "DET") continue;
    const { head, to } = nounPhrase(tree, nameHead(tree, at, { from, to: cue }), cue);
    return head >= from && to > from ? { head, from, to } : null;
  }
  return null;
}

/** The source without a time that the parse takes for a part of it, or for all of it; times do not speak. */
export function timeless(scene: Scene, draft: Draft): Draft {
  const { source, cueToken } = draft;
  if (!source) return draft;
  const { tree } = scene;
  const end = endOfTime(tree, source.from, Math.max(source.to, cueToken));
  if (end === source.from) return draft;
  // "August 29, 1958, Oslo": a date with a place behind it is no source either.
  if (tree.tokens[end]?.text === ",") return { ...draft, source: null };
  if (source.head >= end && source.to > end) return { ...draft, source: { ...source, from: end } };
  return { ...draft, source: cueToken > end ? behind(tree, end, cueToken) : null };
}
