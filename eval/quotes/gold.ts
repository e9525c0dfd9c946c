import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Article, Block } from "../../src/model/article.ts";
import type { Quotation } from "../../src/model/quotation.ts";

type Offsets = readonly (readonly [number, number])[];

/** An attribution of the gold set: each role is a list of spans. */
interface GoldAttribution {
  readonly source: Offsets;
  readonly cue: Offsets;
  readonly content: Offsets;
}

export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}

/** One attribution, gold or found, as sets of the offsets at which its words begin. */
export interface Attribution {
  readonly content: ReadonlySet<number>;
  readonly source: ReadonlySet<number>;
  readonly cue: ReadonlySet<number>;
  readonly direct: boolean;
  /** The rule that found it; the gold has none. */
  readonly rule?: string;
}

export type Part = "train" | "dev";

/** The annotated articles of a part of PolNeAR. */
export function readGold(goldDir: string, part: Part): GoldArticle[] {
  const lines = readFileSync(join(goldDir, "quotes", `polnear-${part}.jsonl`), "utf8")
    .trim()
    .split("\n");
  return lines.map((line) => JSON.parse(line) as GoldArticle);
}

/** The text as it stands; the files begin with their headline. */
export function articleOf({ id, text }: GoldArticle): Article {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    if (match[0].trim() === "") continue;
    const start = match.index + (match[0].length - match[0].trimStart().length);
    const kind = blocks.length === 0 ? "title" : "paragraph";
    blocks.push({ kind, start, end: start + match[0].trim().length });
  }
  const published = { value: null, basis: "unknown" } as const;
  return { id, authors: [], published, language: "en", text, blocks, dropped: [] };
}

function wordStarts(text: string, spans: Offsets): Set<number> {
  const starts = new Set<number>();
  for (const [start, end] of spans)
    for (const match of text.slice(start, end).matchAll(/\w+/g)) starts.add(start + match.index);
  return starts;
}

/** The attributions of the gold that say something. */
export function fromGold({ text, attributions }: GoldArticle): Attribution[] {
  const all = attributions.map(({ content, source, cue }) => ({
    content: wordStarts(text, content),
    source: wordStarts(text, source),
    cue: wordStarts(text, cue),
    direct: /["“”]|''/.test(content.map(([start, end]) => text.slice(start, end)).join(" ")),
  }));
  return all.filter(({ content }) => content.size > 0);
}

/** What Chronicler finds, without speech reported inside other speech: the gold annotates one level only. */
export function fromFound(text: string, quotations: readonly Quotation[]): Attribution[] {
  const outermost = quotations.filter(({ reportedIn }) => reportedIn === undefined);
  return outermost.map(({ content, pieces, source, cue, kind, rule }) => {
    const range = (span: { start: number; end: number } | null) =>
      span ? [[span.start, span.end] as const] : [];
    return {
      content: wordStarts(text, (pieces ?? [content]).flatMap(range)),
      source: wordStarts(text, range(source)),
      cue: wordStarts(text, range(cue)),
      direct: kind !== "indirect",
      rule,
    };
  });
}
