import type { Article } from "../../model/article.ts";
import type { Entity } from "../../model/entity.ts";
import type { SourceKind } from "../../model/quotation.ts";
import { caseOf, dependents, subtree, tokenAt } from "../tree.ts";
import { type Phrase, rangeSpan, type Scene } from "./draft.ts";
import type { SourceWordKind } from "./source-tables.ts";

/** What a word of the table makes of a source that has no name of a person. */
const KIND_OF: Readonly<Partial<Record<SourceWordKind, SourceKind>>> = {
  spokesperson: "unnamed-official",
  official: "unnamed-official",
  document: "document",
  media: "media",
  organization: "organization",
};

/** Pronouns that name nobody by themselves. */
const NOBODY = new Set(["PRON", "DET"]);

function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s+/, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

export function wordsOf(scene: Scene, { from, to }: Phrase): string {
  const { start, end } = rangeSpan(scene.tree, from, to);
  return scene.article.text.slice(start, end);
}

/** The words as the outlet or its agency would be named; undefined where they are neither. */
function creditedTo({ outlet, agency }: Article, words: string): "outlet" | "agency" | undefined {
  const name = plainName(words);
  if (outlet !== undefined && plainName(outlet) === name) return "outlet";
  return agency !== undefined && plainName(agency) === name ? "agency" : undefined;
}

/** The row of the table for the noun at this place, with the noun before it or alone. */
function rowOf(scene: Scene, index: number): SourceWordKind | undefined {
  const { kinds } = scene.tables.sources;
  const { lemma, text } = tokenAt(scene.tree, index);
  const before = scene.tokens[index - 1]?.text.toLowerCase() ?? "";
  const forms = [lemma.toLowerCase(), text.toLowerCase()];
  const [pair] = forms.map((form) => kinds.get(`${before} ${form}`)).filter((kind) => kind !== undefined);
  return pair ?? forms.map((form) => kinds.get(form)).find((kind) => kind !== undefined);
}

/** Whether the phrase is a name that media have: an agency, or "The Oslo Times". */
function isMediaName(scene: Scene, phrase: Phrase): boolean {
  const { agency, kinds } = scene.tables.sources;
  const words = wordsOf(scene, phrase);
  if (agency.test(words.replace(/^(?:the|The)\s+/, ""))) return true;
  const last = tokenAt(scene.tree, phrase.to - 1).text;
  return phrase.to - phrase.from > 1 && /^\p{Lu}/u.test(last) && kinds.get(last) === "media-name";
}

function isPersonName(scene: Scene, phrase: Phrase): boolean {
  if (tokenAt(scene.tree, phrase.head).upos === "PROPN") return true;
  const named = dependents(scene.tree, phrase.head, "appos", "flat");
  return named.some((index) => index < phrase.to && tokenAt(scene.tree, index).upos === "PROPN");
}

/** Whether a title in the phrase, or one he has elsewhere, says that he speaks for others. */
function isSpokesman(scene: Scene, { head, from, to }: Phrase, entity: Entity | undefined): boolean {
  const { kinds } = scene.tables.sources;
  const owners = dependents(scene.tree, head, "nmod").filter((child) => caseOf(scene.tree, child) !== "");
  const others = new Set(owners.flatMap((child) => subtree(scene.tree, child)));
  for (let at = from; at < to; at++) if (!others.has(at) && rowOf(scene, at) === "spokesperson") return true;
  const roles = (entity?.roles ?? []).flatMap(({ text }) => text.toLowerCase().split(/\s+/));
  return roles.some((word) => kinds.get(word) === "spokesperson");
}

/** What the source is that these words name, with the entity they belong to, where it is known. */
export function sourceKindOf(scene: Scene, phrase: Phrase, entity: Entity | undefined): SourceKind {
  const words = wordsOf(scene, phrase);
  const credited = creditedTo(scene.article, words);
  if (credited) return credited;
  if (scene.tables.sources.kinds.get(words.toLowerCase()) === "outlet") return "outlet";
  if (isMediaName(scene, phrase)) return "media";
  const row = rowOf(scene, phrase.head);
  const kind = row && KIND_OF[row];
  const person = entity ? entity.type === "person" : isPersonName(scene, phrase);
  if (entity?.type === "organization" || entity?.type === "place")
    return kind === "media" ? kind : "organization";
  const institution = kind === "organization" || kind === "media" || kind === "document";
  if (person && !institution) return isSpokesman(scene, phrase, entity) ? "spokesperson" : "person";
  return kind ?? (NOBODY.has(tokenAt(scene.tree, phrase.head).upos) ? "unknown" : "unnamed");
}
