import type { Analysis } from "../model/layers.ts";
import type { LinkedQuotation } from "../model/link.ts";
import type { Quotation } from "../model/quotation.ts";
import { cite } from "./citation.ts";
import { type EntityLinks, refKey } from "./entity.ts";
import { groupBy } from "./groups.ts";
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
  return [...groups].map(([key, group]) => toLinked(ids.make("Q", key), group, entities.nameOf));
}

function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}

function toLinked(id: string, group: readonly Said[], nameOf: ReadonlyMap<string, string>): LinkedQuotation {
  const first = group[0];
  if (!first) throw new RangeError("a quotation that nobody reports");
  const { analysis, quotation, speaker } = first;
  const name = (speaker && nameOf.get(speaker)) ?? quotation.source?.text ?? null;
  const chain = [analysis.article.outlet, analysis.article.agency, quotation.accordingTo?.text, name];
  return {
    id,
    speaker,
    speakerText: name,
    kind: quotation.kind,
    text: quotation.content.text,
    said: analysis.article.published.value,
    chain: chain.filter((link) => typeof link === "string"),
    citations: group.map((each) => cite(each.analysis.article, each.quotation.content)),
    mentions: group.map((each) => ({ article: each.analysis.article.id, id: each.quotation.id })),
  };
}
