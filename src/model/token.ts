import type { Span } from "./span.ts";

/** A sentence of an article. `from` and `to` are the half-open range of its tokens in the token list. */
export interface Sentence extends Span {
  readonly from: number;
  readonly to: number;
}

/** A syntactic word, after Universal Dependencies version 2. Every character is in a token or is white space. */
export interface Token extends Span {
  readonly text: string;
  readonly lemma: string;
  /** Universal part of speech: NOUN, PROPN, VERB, AUX … */
  readonly upos: string;
  /** Penn part of speech: NN, VBD, MD … */
  readonly xpos: string;
  /** Morphological features as in CoNLL-U (`Mood=Ind|Tense=Past`), or "_". */
  readonly feats: string;
  /** Index of the governing token in the token list, or -1 for the root of a sentence. */
  readonly head: number;
  /** Relation to the head, with subtype: nsubj, nsubj:pass, obl … */
  readonly deprel: string;
  /** Index of its sentence in the sentence list. */
  readonly sentence: number;
}

/** Kinds of named things. */
export type NameType = "person" | "organization" | "place" | "other";

/** A proper name as found by the name finder, before names are joined into entities. */
export interface Name extends Span {
  readonly text: string;
  readonly type: NameType;
}
