import type { Entity } from "../model/entity.ts";
import type { Reading } from "../model/layers.ts";
import type { ChainLink, Quotation, QuotationSource } from "../model/quotation.ts";
import { overlaps, type Span, type TextSpan, textSpan } from "../model/span.ts";
import { accordingDraft, findAccording, isDocumentOf } from "./quotation/according.ts";
import { anonymityOf, chainOf, draftKind, entityOf } from "./quotation/chain.ts";
import { bare, kindOf } from "./quotation/content.ts";
import { continueSpeech, inheritSpeakers } from "./quotation/continuation.ts";
import { addresseeOf, occasionOf } from "./quotation/details.ts";
import { withoutDoubtful } from "./quotation/doubt.ts";
import { type Draft, type Phrase, quotedAround, rangeSpan, type Scene } from "./quotation/draft.ts";
import { partedAtGaps } from "./quotation/gapping.ts";
import { findHeadlines } from "./quotation/headline.ts";
import { findQuotedSpans } from "./quotation/marks.ts";
import { Places } from "./quotation/places.ts";
import { findQuoted } from "./quotation/quoted.ts";
import { type Settled, settle } from "./quotation/settle.ts";
import { partedBySource } from "./quotation/side-by-side.ts";
import type { QuotationTables } from "./quotation/tables.ts";
import { timeless } from "./quotation/timeless.ts";
import { findVerbal } from "./quotation/verbal.ts";
import { withWholeSource } from "./quotation/whole-source.ts";
import { buildTree, tokensIn } from "./tree.ts";

export { loadQuotationTables, type QuotationTables } from "./quotation/tables.ts";

type Needed = Reading<"sentences" | "tokens" | "entities">;

/** Entities by the tokens of their mentions; the first one counts where two claim a token. */
function entitiesAt({ tokens, entities }: Needed): Map<number, Entity> {
  const found = new Map<number, Entity>();
  for (const entity of entities) {
    for (const mention of entity.mentions) {
      const { from, to } = tokensIn(tokens, mention);
      for (let at = from; at < to; at++) if (!found.has(at)) found.set(at, entity);
    }
  }
  return found;
}

function sceneOf(reading: Needed, tables: QuotationTables): Scene {
  const { article, sentences, tokens } = reading;
  const quoted = findQuotedSpans(article.text, article.blocks);
  const entityAt = entitiesAt(reading);
  const anonymity = [...article.text.matchAll(tables.sources.anonymity)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
  return { article, sentences, tokens, tree: buildTree(tokens), tables, quoted, anonymity, entityAt };
}

/** "According to" names the document of speech that has a cue, and is a cue itself where there is none. */
function withAccording(scene: Scene, drafts: readonly Draft[]): Draft[] {
  const found = [...drafts];
  const ofSentence = new Map<number, number[]>();
  for (const [at, { cueToken }] of drafts.entries()) {
    const sentence = scene.tokens[cueToken]?.sentence ?? -1;
    const inside = ofSentence.get(sentence);
    if (inside) inside.push(at);
    else ofSentence.set(sentence, [at]);
  }
  for (const place of findAccording(scene)) {
    const near = ofSentence.get(scene.tokens[place.index]?.sentence ?? -1) ?? [];
    const at = near.find((each) => isDocumentOf(scene, place, found[each] as Draft)) ?? -1;
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
  const found = withAccording(scene, [...findHeadlines(scene), ...quoted, ...partedAtGaps(scene, verbal)]);
  const cued = partedBySource(
    scene,
    found.map((draft) => withWholeSource(scene, timeless(scene, draft))),
  );
  const places = new Places(cued);
  const free = orphans.filter(
    ({ outer }) =>
      ![...places.near([outer])].some((draft) => draft.pieces.some((piece) => overlaps(piece, outer))),
  );
  return continueSpeech(scene, inheritSpeakers(scene, withoutDoubtful(scene, cued)), free);
}

function makeSource(scene: Scene, source: Phrase): QuotationSource {
  const entity = entityOf(scene, source);
  return { ...phraseSpan(scene, source), ...(entity ? { entity: entity.id } : {}) };
}

function phraseSpan(scene: Scene, phrase: Phrase): TextSpan {
  const { start, end } = rangeSpan(scene.tree, phrase.from, phrase.to);
  return textSpan(scene.article.text, start, end);
}

/** Optional parts, left out where the report does not give them. */
function detailsOf(scene: Scene, { draft, nested }: Settled): Partial<Quotation> {
  const { text } = scene.article;
  const [addressee, occasion] = [addresseeOf(scene, draft), occasionOf(scene, draft)];
  const anonymity = anonymityOf(scene, draft);
  const words = (span: Span) => textSpan(text, span.start, span.end);
  return {
    ...(anonymity ? { anonymity } : {}),
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

/** The chain of each; what goes on with earlier words came the same way, and what is nested by way of the outer one. */
function chainsOf(scene: Scene, settled: readonly Settled[]): Map<Draft, readonly ChainLink[]> {
  const chains = new Map<Draft, readonly ChainLink[]>();
  for (const { draft, within } of settled) {
    const earlier = draft.continues && chains.get(draft.continues);
    chains.set(draft, earlier ?? chainOf(scene, draft, within && chains.get(within)));
  }
  return chains;
}

/** Finds who says, thinks or plans what in one article, and by whose word it is known. */
export function findQuotations(reading: Needed, tables: QuotationTables): readonly Quotation[] {
  const scene = sceneOf(reading, tables);
  const settled = settle(allDrafts(scene));
  const chains = chainsOf(scene, settled);
  const ids = new Map(settled.map(({ draft }, index) => [draft, `q${index + 1}`]));
  return settled.map((each) => {
    const { draft } = each;
    const continues = draft.continues && ids.get(draft.continues);
    const reportedIn = each.within && ids.get(each.within);
    return {
      id: ids.get(draft) as string,
      kind: kindOf(scene, draft.pieces),
      act: draft.act,
      ...contentOf(scene, draft),
      cue: draft.cue && textSpan(scene.article.text, draft.cue.start, draft.cue.end),
      source: draft.source && makeSource(scene, draft.source),
      sourceKind: draftKind(scene, draft),
      chain: chains.get(draft) ?? [],
      ...detailsOf(scene, each),
      ...(continues ? { continues } : {}),
      ...(reportedIn ? { reportedIn } : {}),
      rule: draft.rule,
    };
  });
}
