import { readFileSync } from "node:fs";
import type { Article } from "../../src/model/article.ts";
import { contains, type Span } from "../../src/model/span.ts";
import { plainArticle } from "../plain-article.ts";

/** A line of ecbplus.jsonl. */
interface Line {
  readonly id: string;
  readonly topic: number;
  readonly text: string;
  readonly sentences: readonly (Span & { readonly annotated?: boolean })[];
  readonly mentions: readonly (Span & { readonly kind: string; readonly instance: string | null })[];
}

/** An annotated mention of an event that has an identity across documents. */
export interface GoldMention extends Span {
  readonly instance: string;
}

export interface GoldDocument {
  readonly topic: number;
  readonly article: Article;
  /** The curated sentences: only these are annotated completely. */
  readonly annotated: readonly Span[];
  readonly mentions: readonly GoldMention[];
}

/** The documents of ECB+ (Cybulska and Vossen 2014), undated as they are. */
export function readGold(path: string): readonly GoldDocument[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => toDocument(JSON.parse(line) as Line));
}

function toDocument({ id, topic, text, sentences, mentions }: Line): GoldDocument {
  const annotated = sentences.filter((each) => each.annotated);
  const article: Article = {
    ...plainArticle({ id, text, published: "" }),
    published: { value: null, basis: "unknown" },
  };
  return {
    topic,
    article,
    annotated: annotated.map(({ start, end }) => ({ start, end })),
    mentions: mentions.flatMap(({ start, end, kind, instance }) => {
      const counts = instance !== null && kind.includes("ACTION");
      const inside = annotated.some((sentence) => contains(sentence, { start, end }));
      return counts && inside ? [{ start, end, instance }] : [];
    }),
  };
}

/** Documents by topic: each topic holds reports of two look-alike events. */
export function byTopic(documents: readonly GoldDocument[]): ReadonlyMap<number, readonly GoldDocument[]> {
  const topics = new Map<number, GoldDocument[]>();
  for (const document of documents) {
    const others = topics.get(document.topic);
    if (others) others.push(document);
    else topics.set(document.topic, [document]);
  }
  return topics;
}
