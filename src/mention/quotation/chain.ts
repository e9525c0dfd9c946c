import type { Entity } from "../../model/entity.ts";
import type { ChainLink, SourceKind } from "../../model/quotation.ts";
import { overlaps, type TextSpan, textSpan } from "../../model/span.ts";
import { dependents, subtree } from "../tree.ts";
import { addresseeOf, occasionOf } from "./details.ts";
import { type Draft, type Phrase, rangeSpan, type Scene, sentenceOf } from "./draft.ts";
import { nounPhrase } from "./phrase.ts";
import { touching } from "./places.ts";
import { sourceKindOf } from "./source-kind.ts";

/** The entity named at the head of the phrase, or by the name that follows a title: "Kremlin aide Yury Ushakov". */
export function entityOf(scene: Scene, phrase: Phrase): Entity | undefined {
  const named = dependents(scene.tree, phrase.head, "appos", "flat").filter((child) => child < phrase.to);
  const known = [phrase.head, ...named].find((token) => scene.entityAt.has(token));
  return known === undefined ? undefined : scene.entityAt.get(known);
}

function linkOf(scene: Scene, phrase: Phrase): ChainLink {
  const entity = entityOf(scene, phrase);
  const { start, end } = rangeSpan(scene.tree, phrase.from, phrase.to);
  const words = textSpan(scene.article.text, start, end);
  return { kind: sourceKindOf(scene, phrase, entity), ...words, ...(entity ? { entity: entity.id } : {}) };
}

/** The agency, with its place where the dateline names it. */
function agencyLink({ article }: Scene, agency: string): ChainLink {
  const { dateline } = article;
  const at = dateline?.text.indexOf(agency) ?? -1;
  const start = (dateline?.start ?? 0) + at;
  const place = at >= 0 ? { start, end: start + agency.length } : {};
  return { kind: "agency", text: agency, ...place };
}

/** Outlet and agency, to which the report is credited as a whole. */
function creditLinks(scene: Scene): ChainLink[] {
  const { outlet, agency } = scene.article;
  return [
    ...(outlet === undefined ? [] : [{ kind: "outlet", text: outlet } as const]),
    ...(agency === undefined ? [] : [agencyLink(scene, agency)]),
  ];
}

/** The phrase itself and those below it with a preposition: "in an interview with a local paper". */
function mediaIn(scene: Scene, phrase: Phrase): Phrase[] {
  const { tree } = scene;
  const below = dependents(tree, phrase.head, "nmod", "obl").filter(
    (child) => child > phrase.head && child < phrase.to,
  );
  const first = Math.min(phrase.to, ...below.flatMap((child) => subtree(tree, child)));
  return [phrase.head, ...below].map((head) => {
    const own = nounPhrase(tree, head);
    const end = head === phrase.head ? first : phrase.to;
    return { head, from: Math.max(own.from, phrase.from), to: Math.min(own.to, end) };
  });
}

/** "The media" and "the press" are all of them, and none by whose word something is known. */
function isOneOf(scene: Scene, { from, to }: Phrase): boolean {
  const own = scene.tokens.slice(from, to).filter(({ upos }) => upos !== "DET");
  return own.length > 1 || !/^(?:media|press)$/i.test(own[0]?.text ?? "");
}

/** Other media to whom it was said: "told the Oslo Times", "in an interview with state television". */
function mediaLinks(scene: Scene, draft: Draft): ChainLink[] {
  const places = [addresseeOf(scene, draft), occasionOf(scene, draft)].filter((each) => each !== undefined);
  const phrases = places.flatMap((each) => mediaIn(scene, each)).filter((each) => isOneOf(scene, each));
  return phrases.map((each) => linkOf(scene, each)).filter(({ kind }) => kind === "media");
}

/** The same link stands once, at its first place. */
function withoutRepetition(links: readonly ChainLink[]): ChainLink[] {
  return links.filter((link, index) => {
    const earlier = links.slice(0, index);
    if (link.kind === "outlet" || link.kind === "agency")
      return !earlier.some(({ kind }) => kind === link.kind);
    const same = (each: ChainLink) => each.text === link.text || (each.entity ?? each.text) === link.entity;
    return !earlier.some((each) => each.kind === link.kind && same(each));
  });
}

/**
 * By whose word it is known: outlet, agency, those who report it, speaker, document. `outer` is the chain of the speech
 * that it is reported in.
 */
export function chainOf(scene: Scene, draft: Draft, outer?: readonly ChainLink[]): ChainLink[] {
  const speaker = draft.source ? [linkOf(scene, draft.source)] : [];
  const named = draft.accordingTo ? [linkOf(scene, draft.accordingTo)] : [];
  const [documents, reporters] = [true, false].map((wanted) =>
    named.filter(({ kind }) => (kind === "document") === wanted),
  );
  return withoutRepetition([
    ...(outer ?? creditLinks(scene)),
    ...mediaLinks(scene, draft),
    ...(reporters ?? []),
    ...speaker.filter(({ kind }) => kind !== "unknown"),
    ...(documents ?? []),
  ]);
}

/** What the source of the draft is. */
export function draftKind(scene: Scene, { source }: Draft): SourceKind {
  return source ? sourceKindOf(scene, source, entityOf(scene, source)) : "unknown";
}

/** The words beside what is said that tell why its source has no name. */
export function anonymityOf(scene: Scene, draft: Draft): TextSpan | undefined {
  if (draft.cueToken < 0 || !draft.source || scene.anonymity.length === 0) return undefined;
  const sentence = sentenceOf(scene, draft.cueToken);
  const inside = touching(scene.anonymity, sentence, (span) => span);
  const found = inside.find((span) => !draft.pieces.some((piece) => overlaps(piece, span)));
  return found && textSpan(scene.article.text, found.start, found.end);
}
