import type { Mention, Role } from "../../model/entity.ts";
import type { Span } from "../../model/span.ts";
import type { NameType } from "../../model/token.ts";
import type { Gender } from "./tables.ts";

/** An entity while its mentions are being gathered. */
export interface Draft {
  type: NameType;
  readonly name: string;
  /** The words of the name. */
  readonly words: readonly string[];
  gender: Gender | undefined;
  /** Class of place ("island", "river"), to which "the islands" can point back. */
  placeClass: string | undefined;
  readonly mentions: Mention[];
  readonly roles: Role[];
  /** Role nouns in lower case: "president" of "Russian President". */
  readonly roleNouns: Set<string>;
}

export function newDraft(type: NameType, name: string): Draft {
  return {
    type,
    name,
    words: name.split(/\s+/u).filter((word) => word !== ""),
    gender: undefined,
    placeClass: undefined,
    mentions: [],
    roles: [],
    roleNouns: new Set(),
  };
}

/** Index of drafts by the place of their mentions in the text. */
export function draftAt(drafts: readonly Draft[], span: Span): Draft | undefined {
  return drafts.find((draft) =>
    draft.mentions.some((mention) => mention.start < span.end && span.start < mention.end),
  );
}

/** Adds a mention in order of the text, once. */
export function addMention(draft: Draft, mention: Mention): void {
  const { mentions } = draft;
  let at = mentions.length;
  // Mentions mostly come in order: look for the place from the end.
  while (at > 0 && (mentions[at - 1]?.start ?? 0) > mention.start) at--;
  const before = mentions[at - 1];
  if (before?.start !== mention.start || before.end !== mention.end) mentions.splice(at, 0, mention);
}
