import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Span } from "../../src/model/span.ts";

/** How an annotated mention refers. */
export type Form = "name" | "nominal" | "pronoun";

/** Annotated words for somebody or something, and whom they mean within the document. */
export interface GoldMention extends Span {
  readonly text: string;
  readonly form: Form;
  readonly entity: string;
}

export interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly published: string;
  readonly mentions: readonly GoldMention[];
}

const PRONOUN =
  /^(?:he|she|him|her|his|hers|himself|herself|it|its|itself|they|them|their|theirs|themselves)$/i;

function lines(gold: string, ...path: readonly string[]): unknown[] {
  const text = readFileSync(join(gold, ...path), "utf8").trim();
  return text.split("\n").map((line) => JSON.parse(line));
}

interface MeantimeMention extends Span {
  readonly text: string;
  readonly form: string | null;
  readonly instance: string | null;
}

const MEANTIME_FORMS: Readonly<Record<string, Form>> = {
  NAM: "name",
  "PRE.NAM": "name",
  NOM: "nominal",
  "PRE.NOM": "nominal",
  PRO: "pronoun",
};

/** MEANTIME on Apple: the headline and the first sentences of 30 articles, all their mentions. */
export function readMeantime(gold: string): GoldDocument[] {
  const articles = lines(gold, "names", "meantime-apple.jsonl") as {
    id: string;
    text: string;
    published: string;
    forms: boolean;
    mentions: MeantimeMention[];
  }[];
  return articles
    .filter(({ forms }) => forms)
    .map(({ id, text, published, mentions }) => {
      const read = mentions.flatMap(({ start, end, text: words, form, instance }): GoldMention[] => {
        const known = MEANTIME_FORMS[form ?? ""];
        return known && instance ? [{ start, end, text: words, form: known, entity: instance }] : [];
      });
      return { id, text, published, mentions: read };
    });
}

interface EcbMention extends Span {
  readonly text: string;
  readonly kind: string;
  readonly instance: string | null;
  readonly chain?: string;
}

export interface EcbDocument extends GoldDocument {
  readonly topic: string;
}

/** What its words look like: ECB+ does not say how a mention refers. */
function formOf(text: string): Form {
  if (PRONOUN.test(text)) return "pronoun";
  return /\p{Lu}[\p{L}.'’-]*$/u.test(text) ? "name" : "nominal";
}

/** ECB+: the persons and organizations of its annotated sentences. */
export function readEcb(gold: string): EcbDocument[] {
  const articles = lines(gold, "event-links", "ecbplus.jsonl") as {
    id: string;
    topic: number | string;
    text: string;
    sentences: (Span & { annotated?: boolean })[];
    mentions: EcbMention[];
  }[];
  return articles.map(({ id, topic, text, sentences, mentions }) => {
    const annotated = sentences.filter((sentence) => sentence.annotated);
    const read = mentions.flatMap(({ start, end, text: words, kind, instance, chain }): GoldMention[] => {
      const entity = instance ?? chain;
      const counts = /^HUMAN_PART_(?:PER|ORG|GPE)$/.test(kind) && entity;
      const inside = annotated.some((sentence) => sentence.start <= start && end <= sentence.end);
      return counts && inside ? [{ start, end, text: words, form: formOf(words), entity }] : [];
    });
    return { id, topic: String(topic), text, published: "", mentions: read };
  });
}
