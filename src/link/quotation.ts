import { groupBy } from "../model/group.ts";
import type { Analysis } from "../model/layers.ts";
import type { LinkedQuotation } from "../model/link.ts";
import type { ChainLink, Quotation } from "../model/quotation.ts";
import { cite } from "./citation.ts";
import { type EntityLinks, refKey } from "./entity.ts";
import type { IdMaker } from "./id.ts";

interface Said {
  readonly analysis: Analysis;
  readonly quotation: Quotation;
  readonly speaker: string | null;
}

/** The same words by the same speaker are one quotation, however many reports carry them. */
export function linkQuotations(
  analyses: readonly Analysis[],
  { entities, ids }: { entities: EntityLinks; ids: IdMaker },
): readonly LinkedQuotation[] {
  const all = analyses.flatMap((analysis) =>
    analysis.quotations.map((quotation): Said => {
      const entity = quotation.source?.entity;
      const ref = entity === undefined ? undefined : refKey({ article: analysis.article.id, id: entity });
      return { analysis, quotation, speaker: (ref && entities.idOf.get(ref)) ?? null };
    }),
  );
  const groups = groupBy(all, ({ quotation, speaker }) => {
    // Who has no name is told from others by the words for him: "a fisherman" is not "the mayor".
    const who = speaker ?? (quotation.source ? wordsOf(quotation.source.text) : null);
    return `${who} ${wordsOf(quotation.content.text)}`;
  });
  return [...groups].map(([key, group]) => toLinked(ids.make("Q", key), group, entities));
}

function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}

/** Whether the link is a capital or seat that speaks for a government ("Tokyo"): its own words say more than the name. */
function isSeat({ entities }: Analysis, { entity, start, end }: ChainLink): boolean {
  const place = entities.find(({ id, type }) => id === entity && type === "place");
  const mention = place?.mentions.find(
    (each) => start !== undefined && start <= each.start && each.end <= (end ?? 0),
  );
  return mention?.kind === "name";
}

/** The links in words, each with the fullest name that the chronicle knows for it. */
function chainOf({ analysis, quotation }: Said, { idOf, nameOf }: EntityLinks): string[] {
  return quotation.chain.map((link) => {
    if (link.entity === undefined || isSeat(analysis, link)) return link.text;
    const id = idOf.get(refKey({ article: analysis.article.id, id: link.entity }));
    return (id && nameOf.get(id)) ?? link.text;
  });
}

function toLinked(id: string, group: readonly Said[], entities: EntityLinks): LinkedQuotation {
  const first = group[0];
  if (!first) throw new RangeError("a quotation that nobody reports");
  const { analysis, quotation, speaker } = first;
  return {
    id,
    speaker,
    speakerText: (speaker && entities.nameOf.get(speaker)) ?? quotation.source?.text ?? null,
    act: quotation.act,
    cue: quotation.cue?.text ?? null,
    ...(quotation.addressee ? { addressee: quotation.addressee.text } : {}),
    ...(quotation.occasion ? { occasion: quotation.occasion.text } : {}),
    sourceKind: quotation.sourceKind,
    kind: quotation.kind,
    text: quotation.content.text,
    said: analysis.article.published.value,
    chain: chainOf(first, entities),
    citations: group.map((each) => cite(each.analysis.article, each.quotation.content)),
    mentions: group.map((each) => ({ article: each.analysis.article.id, id: each.quotation.id })),
  };
}
