import type { Entity } from "../model/entity.ts";
import type { Reading } from "../model/layers.ts";
import type { Quotation, QuotationSource } from "../model/quotation.ts";
import { overlaps, type Span, type TextSpan, textSpan } from "../model/span.ts";
import { accordingDraft, findAccording, isDocumentOf } from "./quotation/according.ts";
import { bare, kindOf } from "./quotation/content.ts";
import { continueSpeech, inheritSpeakers } from "./quotation/continuation.ts";
import { addresseeOf, occasionOf } from "./quotation/details.ts";
import { type Draft, type Phrase, quotedAround, rangeSpan, type Scene } from "./quotation/draft.ts";
import { findHeadlines } from "./quotation/headline.ts";
import { findQuotedSpans } from "./quotation/marks.ts";
import { findQuoted } from "./quotation/quoted.ts";
import { type Settled, settle } from "./quotation/settle.ts";
import type { QuotationTables } from "./quotation/tables.ts";
import { findVerbal } from "./quotation/verbal.ts";
import { buildTree, dependents, tokenAt } from "./tree.ts";

export { loadQuotationTables, type QuotationTables } from "./quotation/tables.ts";

type Needed = Reading<"sentences" | "tokens" | "entities">;

function sceneOf({ article, sentences, tokens }: Needed, tables: QuotationTables): Scene {
  const quoted = findQuotedSpans(article.text, article.blocks);
  return { article, sentences, tokens, tree: buildTree(tokens), tables, quoted };
}

/** "According to" names the document of speech that has a cue, and is a cue itself where there is none. */
function withAccording(scene: Scene, drafts: readonly Draft[]): Draft[] {
  const found = [...drafts];
  for (const place of findAccording(scene)) {
    const at = found.findIndex((draft) => isDocumentOf(scene, place, draft));
    const draft = found[at];
    if (draft) found[at] = { ...draft, accordingTo: place.phrase };
    else found.push(...[accordingDraft(scene, place)].filter((each) => each !== undefined));
  }
  return found;
}

/** What is reported inside quotation marks is part of the quotation, not a statement in the report. */
function allDrafts(scene: Scene): Draft[] {
  const { drafts: quoted, orphans } = findQuoted(scene);
  const taken = new Set(quoted.map((draft) => draft.cueToken));
  const verbal = findVerbal(scene, taken).filter((draft) => !quotedAround(scene, draft.cue?.start ?? -1));
  const cued = withAccording(scene, [...findHeadlines(scene), ...quoted, ...verbal]);
  const free = orphans.filter(
    ({ outer }) => !cued.some((draft) => draft.pieces.some((piece) => overlaps(piece, outer))),
  );
  return continueSpeech(scene, inheritSpeakers(scene, cued), free);
}

/** The entity named at the head of the source, or by the name that follows a title: "Kremlin aide Yury Ushakov". */
function entityOf(scene: Scene, source: Phrase, entities: readonly Entity[]): string | undefined {
  const named = dependents(scene.tree, source.head, "appos", "flat").filter((child) => child < source.to);
  for (const token of [source.head, ...named]) {
    const span = tokenAt(scene.tree, token);
    const found = entities.find((entity) => entity.mentions.some((mention) => overlaps(mention, span)));
    if (found) return found.id;
  }
  return undefined;
}

function makeSource(scene: Scene, source: Phrase, entities: readonly Entity[]): QuotationSource {
  const { start, end } = rangeSpan(scene.tree, source.from, source.to);
  const entity = entityOf(scene, source, entities);
  return { ...textSpan(scene.article.text, start, end), ...(entity === undefined ? {} : { entity }) };
}

function phraseSpan(scene: Scene, phrase: Phrase): TextSpan {
  const { start, end } = rangeSpan(scene.tree, phrase.from, phrase.to);
  return textSpan(scene.article.text, start, end);
}

/** Optional parts, left out where the report does not give them. */
function detailsOf(scene: Scene, { draft, nested }: Settled): Partial<Quotation> {
  const { text } = scene.article;
  const [addressee, occasion] = [addresseeOf(scene, draft), occasionOf(scene, draft)];
  const words = (span: Span) => textSpan(text, span.start, span.end);
  return {
    ...(addressee ? { addressee: phraseSpan(scene, addressee) } : {}),
    ...(occasion ? { occasion: phraseSpan(scene, occasion) } : {}),
    ...(draft.accordingTo ? { accordingTo: phraseSpan(scene, draft.accordingTo) } : {}),
    ...(nested.length > 0 ? { nested: nested.map(words) } : {}),
  };
}

function contentOf(scene: Scene, draft: Draft): Pick<Quotation, "content" | "pieces"> {
  const { text } = scene.article;
  const pieces = draft.pieces
    .map((piece) => bare(scene, piece))
    .map(({ start, end }) => textSpan(text, start, end));
  const [first, last] = [pieces[0] as TextSpan, pieces.at(-1) as TextSpan];
  const content = textSpan(text, first.start, last.end);
  return pieces.length > 1 ? { content, pieces } : { content };
}

/** Finds who says, thinks or plans what in one article. */
export function findQuotations(reading: Needed, tables: QuotationTables): readonly Quotation[] {
  const scene = sceneOf(reading, tables);
  const settled = settle(allDrafts(scene));
  const ids = new Map(settled.map(({ draft }, index) => [draft, `q${index + 1}`]));
  return settled.map((each) => {
    const { draft } = each;
    const continues = draft.continues && ids.get(draft.continues);
    return {
      id: ids.get(draft) as string,
      kind: kindOf(scene, draft.pieces),
      act: draft.act,
      ...contentOf(scene, draft),
      cue: draft.cue && textSpan(scene.article.text, draft.cue.start, draft.cue.end),
      source: draft.source && makeSource(scene, draft.source, reading.entities),
      ...detailsOf(scene, each),
      ...(continues ? { continues } : {}),
      rule: draft.rule,
    };
  });
}
