import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Language, loadLanguage, readLanguage } from "../src/language/language.ts";
import { findQuotations, loadQuotationTables, type QuotationTables } from "../src/mention/quotation.ts";
import type { Article, Block } from "../src/model/article.ts";
import type { Quotation } from "../src/model/quotation.ts";

/** An attribution of the gold set: each role is a list of spans. */
interface GoldAttribution {
  readonly source: readonly (readonly [number, number])[];
  readonly cue: readonly (readonly [number, number])[];
  readonly content: readonly (readonly [number, number])[];
}

interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}

/** One attribution, gold or found, as sets of the offsets at which its words begin. */
interface Attribution {
  readonly content: ReadonlySet<number>;
  readonly source: ReadonlySet<number>;
  readonly cue: ReadonlySet<number>;
  readonly direct: boolean;
}

interface Pair {
  readonly gold: Attribution;
  readonly found: Attribution;
}

/** What one article gives, with the pairs by Jaccard index and by any overlap. */
interface Scored {
  readonly id: string;
  readonly text: string;
  readonly gold: readonly Attribution[];
  readonly found: readonly Attribution[];
  readonly pairs: readonly Pair[];
  readonly touching: readonly Pair[];
}

/** The Jaccard index from which two contents count as the same, as the gold set defines it. */
const SAME_CONTENT = 0.5;

/** Figures of others on the dev part, measured with the same scorer: content overlap F1, token F1, source overlap F1. */
const BASELINES = [
  "baselines, dev, direct: every quoted span: content overlap 78.8, tokens 83.5",
  "                        naive speech-verb rule: content overlap 74.0, tokens 82.5, source overlap 49.9, both 18.9*",
  "           dev, all:    naive speech-verb rule: content overlap 35.7, tokens 52.2, source overlap 22.2, both 9.1*",
  "           (* both exact)",
];

function wordStarts(text: string, spans: readonly (readonly [number, number])[]): Set<number> {
  const starts = new Set<number>();
  for (const [start, end] of spans) {
    for (const match of text.slice(start, end).matchAll(/\w+/g)) starts.add(start + match.index);
  }
  return starts;
}

function articleOf({ id, text }: GoldArticle): Article {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    if (match[0].trim() === "") continue;
    const start = match.index + (match[0].length - match[0].trimStart().length);
    const kind = blocks.length === 0 ? "title" : "paragraph"; // the files begin with their headline
    blocks.push({ kind, start, end: start + match[0].trim().length });
  }
  return {
    id,
    authors: [],
    published: { value: null, basis: "unknown" },
    language: "en",
    text,
    blocks,
    dropped: [],
  };
}

function fromGold(text: string, gold: GoldAttribution): Attribution {
  const words = gold.content.map(([start, end]) => text.slice(start, end)).join(" ");
  const sets = { content: wordStarts(text, gold.content), source: wordStarts(text, gold.source) };
  return { ...sets, cue: wordStarts(text, gold.cue), direct: /["“”]|''/.test(words) };
}

function fromFound(text: string, quotation: Quotation): Attribution {
  const { source, cue, kind } = quotation;
  const range = (span: { start: number; end: number } | null) =>
    span ? [[span.start, span.end] as const] : [];
  const content = (quotation.pieces ?? [quotation.content]).flatMap(range);
  const sets = { content: wordStarts(text, content), source: wordStarts(text, range(source)) };
  return { ...sets, cue: wordStarts(text, range(cue)), direct: kind !== "indirect" };
}

function common(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let sum = 0;
  for (const each of a) if (b.has(each)) sum++;
  return sum;
}

/** Pairs one to one, best first, at or above the least Jaccard index. */
function pairUp(gold: readonly Attribution[], found: readonly Attribution[], least: number): Pair[] {
  const candidates: { pair: Pair; index: number }[] = [];
  for (const one of gold) {
    for (const other of found) {
      const both = common(one.content, other.content);
      const index = both / (one.content.size + other.content.size - both || 1);
      if (both > 0 && index >= least) candidates.push({ pair: { gold: one, found: other }, index });
    }
  }
  candidates.sort((a, b) => b.index - a.index);
  const used = new Set<Attribution>();
  return candidates.flatMap(({ pair }) => {
    if (used.has(pair.gold) || used.has(pair.found)) return [];
    used.add(pair.gold).add(pair.found);
    return [pair];
  });
}

function prf(right: number, found: number, gold: number): string {
  const [p, r] = [found ? right / found : 0, gold ? right / gold : 0];
  const f = p + r ? (2 * p * r) / (p + r) : 0;
  return [p, r, f].map((each) => (100 * each).toFixed(1).padStart(5)).join(" / ");
}

function share(right: number, all: number): string {
  return `${all ? ((100 * right) / all).toFixed(1) : "-"} (${right}/${all})`;
}

function union(list: readonly Attribution[]): Set<number> {
  return new Set(list.flatMap((each) => [...each.content]));
}

type Part = (attribution: Attribution) => boolean;

function tokenLine(scored: readonly Scored[], part: Part): string {
  let [right, found, gold] = [0, 0, 0];
  for (const each of scored) {
    const [a, b] = [union(each.gold.filter(part)), union(each.found.filter(part))];
    [right, found, gold] = [right + common(a, b), found + b.size, gold + a.size];
  }
  return prf(right, found, gold);
}

function sourceRight({ gold, found }: Pair): boolean {
  return common(gold.source, found.source) > 0;
}

function report(name: string, scored: readonly Scored[], part: Part): string[] {
  const all = (key: "gold" | "found") => scored.flatMap((each) => each[key]).filter(part);
  const pairs = scored.flatMap((each) => each.pairs).filter(({ gold }) => part(gold));
  const touching = scored.flatMap((each) => each.touching).filter(({ gold }) => part(gold));
  const [gold, found] = [all("gold"), all("found")];
  const [foundSources, goldSources] = [found, gold].map(
    (list) => list.filter((each) => each.source.size > 0).length,
  );
  const sourced = pairs.filter((pair) => pair.gold.source.size > 0);
  const named = sourced.filter((pair) => pair.found.source.size > 0);
  const right = touching.filter(sourceRight).length;
  return [
    `${name}: ${gold.length} gold, ${found.length} found`,
    `  content tokens              ${tokenLine(scored, part)}`,
    `  attributions, Jaccard >= .5 ${prf(pairs.length, found.length, gold.length)}`,
    `  content overlaps            ${prf(touching.length, found.length, gold.length)}`,
    `  source overlaps             ${prf(right, foundSources as number, goldSources as number)}`,
    `  both overlap                ${prf(right, found.length, gold.length)}`,
    `  of matched: source right ${share(sourced.filter(sourceRight).length, sourced.length)}; of those named ${share(named.filter(sourceRight).length, named.length)}`,
    `  of matched: cue right    ${share(pairs.filter((pair) => common(pair.gold.cue, pair.found.cue) > 0).length, pairs.filter((pair) => pair.gold.cue.size > 0).length)}`,
  ];
}

function words(text: string, starts: ReadonlySet<number>): string {
  const sorted = [...starts].sort((a, b) => a - b);
  const last = sorted.at(-1) ?? 0;
  const end = last + (/^\w+/.exec(text.slice(last))?.[0].length ?? 0);
  return sorted.length === 0 ? "-" : text.slice(sorted[0], end).replace(/\s+/g, " ");
}

function line(kind: string, text: string, { source, cue, content }: Attribution): string {
  return `  ${kind} [${words(text, source)}] ${words(text, cue)} [${words(text, content)}]`;
}

/** What was missed, invented, or given to the wrong speaker, article by article. */
function errorsOf({ id, text, gold, found, pairs }: Scored): string[] {
  const lines: string[] = [id];
  const matched = new Set(pairs.flatMap((pair) => [pair.gold, pair.found]));
  for (const each of gold) if (!matched.has(each)) lines.push(line("missed  ", text, each));
  for (const each of found) if (!matched.has(each)) lines.push(line("invented", text, each));
  for (const pair of pairs) {
    if (pair.gold.source.size === 0 || sourceRight(pair)) continue;
    lines.push(line("source  ", text, pair.found), `           not [${words(text, pair.gold.source)}]`);
  }
  return lines;
}

interface Tools {
  readonly language: Language;
  readonly tables: QuotationTables;
}

function scoreArticle(gold: GoldArticle, { language, tables }: Tools): Scored {
  const article = articleOf(gold);
  const { sentences, tokens } = readLanguage(article.text, article.blocks, language);
  const quotations = findQuotations({ article, sentences, tokens, entities: [] }, tables);
  const wanted = gold.attributions
    .map((each) => fromGold(gold.text, each))
    .filter((each) => each.content.size > 0);
  const found = quotations.map((each) => fromFound(gold.text, each));
  const pairs = pairUp(wanted, found, SAME_CONTENT);
  return { id: gold.id, text: gold.text, gold: wanted, found, pairs, touching: pairUp(wanted, found, 0) };
}

/** Measures quotations on the attributions of PolNeAR; P / R / F1 in per cent. */
export async function evalQuotes(
  goldDir: string,
  {
    part = "dev",
    limit = Infinity,
    errors = 0,
  }: { part?: "train" | "dev"; limit?: number; errors?: number } = {},
): Promise<string> {
  const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url));
  const tools = { language: loadLanguage(read), tables: loadQuotationTables(read) };
  const lines = readFileSync(join(goldDir, "quotes", `polnear-${part}.jsonl`), "utf8")
    .trim()
    .split("\n");
  const scored = lines.slice(0, limit).map((each) => scoreArticle(JSON.parse(each) as GoldArticle, tools));
  return [
    `PolNeAR ${part}, ${scored.length} articles (P / R / F1)`,
    ...report("all", scored, () => true),
    ...report("direct", scored, ({ direct }) => direct),
    ...report("others", scored, ({ direct }) => !direct),
    ...BASELINES,
    ...scored.slice(0, errors).flatMap(errorsOf),
  ].join("\n");
}
