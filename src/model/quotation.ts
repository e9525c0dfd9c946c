import type { TextSpan } from "./span.ts";

export type QuotationKind = "direct" | "indirect" | "mixed";

/**
 * What the source does with the content: `state` says it, `deny` says that it is not so, `ask` asks it,
 * `demand` wants others to do it, `promise` binds itself to it, `plan` means to do or hopes for it, `think`
 * holds it to be so, `judge` is for or against it, `show` finds or proves it (a poll, a study).
 */
export type QuotationAct =
  | "state"
  | "deny"
  | "ask"
  | "demand"
  | "promise"
  | "plan"
  | "think"
  | "judge"
  | "show";

/**
 * What a source is on its face: a `person` with a name, a `spokesperson` with a name, an `unnamed-official` (office or
 * rank without a name), somebody else `unnamed`, an `organization`, a `document`, other `media`, the news `agency` that
 * the text is credited to, the `outlet` itself, or `unknown`.
 */
export type SourceKind =
  | "person"
  | "spokesperson"
  | "unnamed-official"
  | "unnamed"
  | "organization"
  | "document"
  | "media"
  | "agency"
  | "outlet"
  | "unknown";

/** One of those through whom words came to the reader. */
export interface ChainLink {
  readonly kind: SourceKind;
  /** The words of the report; of outlet and agency, which it is credited to as a whole, their name. */
  readonly text: string;
  /** Where the words stand: half-open offsets; absent where the text does not say it. */
  readonly start?: number;
  readonly end?: number;
  /** Entity of the article, where it is known. */
  readonly entity?: string;
}

/** Who said it: the words, and the entity of the article where it is known. */
export interface QuotationSource extends TextSpan {
  readonly entity?: string;
}

/** Direct, indirect or mixed speech with its attribution. */
export interface Quotation {
  readonly id: string;
  readonly kind: QuotationKind;
  readonly act: QuotationAct;
  /**
   * What was said; without the quotation marks where the whole of it is quoted. Where the cue stands in
   * the middle ("The talks, he said, will go on"), it reaches from the first word said to the last.
   */
  readonly content: TextSpan;
  /** The parts of the content without the cue, where the cue stands in the middle. */
  readonly pieces?: readonly TextSpan[];
  /** The reporting word: "said", "told", "according to"; null where a quotation goes on without one. */
  readonly cue: TextSpan | null;
  /** Null where the article does not tell. */
  readonly source: QuotationSource | null;
  /** What the source is, by the words of the report. */
  readonly sourceKind: SourceKind;
  /**
   * By whose word it is known, from the nearest to the reader on: outlet, agency, those who report it, speaker,
   * document. Links that are not known are left out.
   */
  readonly chain: readonly ChainLink[];
  /** Why the source has no name: "on condition of anonymity". */
  readonly anonymity?: TextSpan;
  readonly addressee?: TextSpan;
  /** "in an interview with …" */
  readonly occasion?: TextSpan;
  /** The document the words are known by: "a transcript released by the Kremlin". */
  readonly accordingTo?: TextSpan;
  /** Id of the quotation that this one goes on with, in the same mouth and without a cue of its own. */
  readonly continues?: string;
  /** Cues of speech reported inside this one ("Ushakov said Putin had told Abe that …"). */
  readonly nested?: readonly TextSpan[];
  /** Id of the quotation in whose content this speech is reported: all that is known of it is known by that one. */
  readonly reportedIn?: string;
  /** Name of the rule that found it. */
  readonly rule: string;
}
