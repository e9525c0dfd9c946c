import type { QuotationKind } from "../../model/quotation.ts";
import { contains, type Span } from "../../model/span.ts";
import type { Token } from "../../model/token.ts";
import { subtree, type Tree, tokenAt } from "../tree.ts";
import { isPunctuation, quotedIn, type Region, rangeSpan, type Scene } from "./draft.ts";

/** "that" before a clause; the parser also takes it for other things, but as subject or article it stays. */
function isComplementizer({ text, deprel }: Token): boolean {
  return text.toLowerCase() === "that" && !/^(nsubj|det|obj|root|conj)/.test(deprel);
}

/** The range without the punctuation around it and without the "that" that opens a clause. */
function trimmed(scene: Scene, from: number, to: number): { from: number; to: number } {
  const { tree, tokens } = scene;
  let [first, last] = [from, to];
  while (last > first && isPunctuation(tokens[last - 1])) last--;
  while (first < last && isPunctuation(tokens[first])) first++;
  const opening = tokens[first];
  if (opening && first + 1 < last && isComplementizer(opening)) first++;
  while (first < last && isPunctuation(tokenAt(tree, first))) first++;
  return { from: first, to: last };
}

/** Takes in the whole of a quotation that the span begins or ends in. */
function withQuotes(scene: Scene, span: Span): Span {
  let { start, end } = span;
  for (const { outer, inner } of quotedIn(scene, span)) {
    if (start >= outer.start && start <= inner.start) start = outer.start;
    if (end > inner.start && end < outer.end) end = outer.end;
  }
  return { start, end };
}

/** The words of a range of tokens as something said; undefined where only punctuation is left. */
export function contentSpan(scene: Scene, from: number, to: number): Span | undefined {
  const range = trimmed(scene, from, to);
  if (range.from >= range.to) return undefined;
  return withQuotes(scene, rangeSpan(scene.tree, range.from, range.to));
}

/** The words below these heads, from the first to the last; `barrier` and all before it stay out. */
export function rangeOfHeads(tree: Tree, heads: readonly number[], barrier: number): Region | undefined {
  const members = heads.flatMap((head) => subtree(tree, head)).filter((token) => token > barrier);
  if (members.length === 0) return undefined;
  return { from: Math.min(...members), to: Math.max(...members) + 1 };
}

/** Leaves the quotation marks out of a piece that is quoted as a whole. */
export function bare(scene: Scene, piece: Span): Span {
  const whole = quotedIn(scene, piece).find(
    ({ outer }) => outer.start === piece.start && outer.end === piece.end,
  );
  return whole ? whole.inner : piece;
}

/** A quotation of at most this many words inside other words makes no mixed speech when it is a title or name. */
const NAME_WORDS = 6;

/** Whether quoted words look like the title of a work or a nickname: all longer words begin with a capital. */
export function isTitle(words: string): boolean {
  const list = words.match(/[\p{L}\p{N}’']+/gu) ?? [];
  if (list.length === 0 || list.length > NAME_WORDS || /[.,?!]$/.test(words)) return false;
  return (
    list.every((word) => /^[\p{Lu}\p{N}]/u.test(word) || word.length <= 3) && /^\p{Lu}/u.test(list[0] ?? "")
  );
}

/** Direct where all pieces stand between quotation marks, mixed where some of their words do. */
export function kindOf(scene: Scene, pieces: readonly Span[]): QuotationKind {
  const inside = pieces.every((piece) => quotedIn(scene, piece).some(({ outer }) => contains(outer, piece)));
  if (inside) return "direct";
  const { text } = scene.article;
  const quoted = pieces.flatMap((piece) => quotedIn(scene, piece));
  return quoted.some(({ inner }) => !isTitle(text.slice(inner.start, inner.end))) ? "mixed" : "indirect";
}
