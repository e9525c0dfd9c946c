import type { TextSpan } from "./span.ts";

export type QuotationKind = "direct" | "indirect" | "mixed";

/** Who said it: the words, and the entity of the article where it is known. */
export interface QuotationSource extends TextSpan {
  readonly entity?: string;
}

/** Direct, indirect or mixed speech with its attribution. */
export interface Quotation {
  readonly id: string;
  readonly kind: QuotationKind;
  /** What was said; without the quotation marks where the whole of it is quoted. */
  readonly content: TextSpan;
  /** The reporting word: "said", "told", "according to"; null where a quotation goes on without one. */
  readonly cue: TextSpan | null;
  /** Null where the article does not tell. */
  readonly source: QuotationSource | null;
  readonly addressee?: TextSpan;
  /** "in an interview with …" */
  readonly occasion?: TextSpan;
  /** The document the words are known by: "a transcript released by the Kremlin". */
  readonly accordingTo?: TextSpan;
  /** Name of the rule that found it. */
  readonly rule: string;
}
