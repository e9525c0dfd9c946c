import type { TextSpan } from "./span.ts";
import type { NameType } from "./token.ts";

export type MentionKind = "name" | "nominal" | "pronoun";

/** Words that refer to an entity. */
export interface Mention extends TextSpan {
  readonly kind: MentionKind;
  /** Name of the rule that joined it to its entity. */
  readonly rule: string;
}

/** A role of another time than the report's: held before, held for a while, or yet to be held. */
export type RoleTime = "former" | "acting" | "next";

/** A title or office in the article's words: "Kremlin aide", "then Russian President". */
export interface Role extends TextSpan {
  /** Missing where the words tell of the role as held now. */
  readonly when?: RoleTime;
}

/** A person, organisation, place or other named thing of one article, with all its mentions. */
export interface Entity {
  readonly id: string;
  readonly type: NameType;
  /** The fullest name in the article. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** In order of the text; never empty. */
  readonly mentions: readonly Mention[];
  /**
   * Of a place, where it is known which: a point in it in degrees north and east (WGS 84), of GeoNames for towns; for
   * countries, divisions and regions near the middle.
   */
  readonly lat?: number;
  readonly lon?: number;
  /** ISO 3166-1 alpha-2: the country that a place is, or lies in; missing where it is in several or none. */
  readonly country?: string;
  /** Number of the place in GeoNames (geonames.org), where the gazetteer holds it. */
  readonly geonames?: number;
  /** True where only part of its name is that place: "Oxford" of "Oxford Road Club". */
  readonly partOfName?: true;
}
