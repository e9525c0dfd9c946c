import type { TextSpan } from "./span.ts";
import type { NameType } from "./token.ts";

export type MentionKind = "name" | "nominal" | "pronoun";

/** Words that refer to an entity. */
export interface Mention extends TextSpan {
  readonly kind: MentionKind;
  /** Name of the rule that joined it to its entity. */
  readonly rule: string;
}

/** A person, organisation, place or other named thing of one article, with all its mentions. */
export interface Entity {
  readonly id: string;
  readonly type: NameType;
  /** The fullest name in the article. */
  readonly name: string;
  /** Titles and offices in the article's words: "Kremlin aide". */
  readonly roles: readonly TextSpan[];
  /** In order of the text; never empty. */
  readonly mentions: readonly Mention[];
}
