import type { Article } from "../../model/article.ts";
import type { Entity } from "../../model/entity.ts";
import type { QuotationAct } from "../../model/quotation.ts";
import type { Span } from "../../model/span.ts";
import type { Sentence, Token } from "../../model/token.ts";
import { type Tree, tokenAt } from "../tree.ts";
import type { QuotedSpan } from "./marks.ts";
import { touching } from "./places.ts";
import type { QuotationTables } from "./tables.ts";

/** All that the finders of quotations look at. */
export interface Scene {
  readonly article: Article;
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  readonly tree: Tree;
  readonly tables: QuotationTables;
  readonly quoted: readonly QuotedSpan[];
  /** Where the report tells why a source has no name: "on condition of anonymity". */
  readonly anonymity: readonly Span[];
  /** The entity that a token belongs to, where it is known. */
  readonly entityAt: ReadonlyMap<number, Entity>;
}

/** A phrase with its head, as indices into the tokens. */
export interface Phrase {
  readonly head: number;
  /** Half-open range of tokens. */
  readonly from: number;
  readonly to: number;
}

/** A run of tokens beside a quotation, in one sentence, in which its cue may stand. */
export interface Region {
  readonly from: number;
  readonly to: number;
}

/** An attribution as found, before overlaps are settled. */
export interface Draft {
  /** What was said, in order of the text; never empty. */
  readonly pieces: readonly Span[];
  readonly cue: Span | null;
  /** Index of the reporting word; -1 where there is none. */
  readonly cueToken: number;
  readonly act: QuotationAct;
  readonly source: Phrase | null;
  readonly addressee?: Phrase;
  readonly accordingTo?: Phrase;
  /** The draft that this one goes on with. */
  readonly continues?: Draft;
  readonly rule: string;
}

/** Span of a half-open range of tokens. */
export function rangeSpan(tree: Tree, from: number, to: number): Span {
  return { start: tokenAt(tree, from).start, end: tokenAt(tree, to - 1).end };
}

/** The sentence of a token. */
export function sentenceOf(scene: Scene, token: number): Sentence {
  const sentence = scene.sentences[tokenAt(scene.tree, token).sentence];
  if (!sentence) throw new RangeError(`no sentence for token ${token}`);
  return sentence;
}

export function isPunctuation(token: Token | undefined): boolean {
  return token !== undefined && (token.upos === "PUNCT" || /^[^\p{L}\p{N}$€£%]+$/u.test(token.text));
}

/** The quoted spans, marks included, that share a character with the span. */
export function quotedIn({ quoted }: Scene, span: Span): QuotedSpan[] {
  return touching(quoted, span, ({ outer }) => outer);
}

/** The quoted span that the offset lies in, marks included. */
export function quotedAround(scene: Scene, offset: number): QuotedSpan | undefined {
  return quotedIn(scene, { start: offset, end: offset + 1 })[0];
}
