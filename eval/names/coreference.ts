import type { Entity, Mention } from "../../src/model/entity.ts";
import { overlaps, type Span } from "../../src/model/span.ts";
import type { Form, GoldDocument, GoldMention } from "./gold.ts";

/** A mention of ours, and the annotated one that it is. */
export interface Aligned {
  readonly entity: Entity;
  readonly mention: Mention;
  readonly gold: GoldMention;
}

/** What became of an annotated pronoun or description of somebody who is also mentioned elsewhere. */
export type Verdict = "right" | "wrong" | "left open" | "not comparable";

export interface Resolved {
  readonly document: GoldDocument;
  readonly gold: GoldMention;
  readonly ours: Aligned | undefined;
  readonly verdict: Verdict;
}

/** How much two spans differ at their ends, in UTF-16 code units. */
function distance(a: Span, b: Span): number {
  return Math.abs(a.start - b.start) + Math.abs(a.end - b.end);
}

/** Each annotated mention with the mention of ours that overlaps it and is most like it; each of ours serves once. */
export function align(entities: readonly Entity[], { mentions }: GoldDocument): readonly Aligned[] {
  const pairs = entities.flatMap((entity) =>
    entity.mentions.flatMap((mention) =>
      mentions
        .filter((gold) => overlaps(gold, mention))
        .map((gold) => ({ entity, mention, gold, cost: distance(gold, mention) })),
    ),
  );
  const [usedOurs, usedGold] = [new Set<Mention>(), new Set<GoldMention>()];
  const aligned: Aligned[] = [];
  for (const { entity, mention, gold } of pairs.sort((a, b) => a.cost - b.cost)) {
    if (usedOurs.has(mention) || usedGold.has(gold)) continue;
    usedOurs.add(mention);
    usedGold.add(gold);
    aligned.push({ entity, mention, gold });
  }
  return aligned;
}

/** B-cubed (Bagga and Baldwin 1998) over mentions: precision over ours that are annotated, recall over all annotated. */
export interface BCubed {
  readonly right: number;
  readonly found: number;
  readonly recalled: number;
  readonly wanted: number;
}

export function bCubed(aligned: readonly Aligned[], { mentions }: GoldDocument): BCubed {
  const share = (of: readonly Aligned[], like: Aligned) =>
    of.filter(({ gold }) => gold.entity === like.gold.entity).length;
  let [right, recalled] = [0, 0];
  for (const one of aligned) {
    const cluster = aligned.filter(({ entity }) => entity === one.entity);
    const all = mentions.filter(({ entity }) => entity === one.gold.entity);
    right += share(cluster, one) / cluster.length;
    recalled += share(cluster, one) / all.length;
  }
  return { right, found: aligned.length, recalled, wanted: mentions.length };
}

/** What became of each annotated mention of this form whose entity has another mention that is no pronoun. */
export function resolve(
  document: GoldDocument,
  aligned: readonly Aligned[],
  form: Form,
): readonly Resolved[] {
  const named = (gold: GoldMention) =>
    document.mentions.some(
      (each) =>
        each !== gold && each.entity === gold.entity && each.form !== "pronoun" && !overlaps(each, gold),
    );
  return document.mentions
    .filter((gold) => gold.form === form && named(gold))
    .map((gold) => {
      const ours = aligned.find((each) => each.gold === gold);
      return { document, gold, ours, verdict: verdictOf(ours, aligned) };
    });
}

function verdictOf(ours: Aligned | undefined, aligned: readonly Aligned[]): Verdict {
  if (!ours) return "left open";
  const others = aligned.filter((each) => each.entity === ours.entity && each !== ours);
  if (others.length === 0) return ours.entity.mentions.length > 1 ? "not comparable" : "left open";
  return others.some(({ gold }) => gold.entity === ours.gold.entity) ? "right" : "wrong";
}
