import { readFileSync } from "node:fs";
import { type Language, loadLanguage, readLanguage } from "../src/language/language.ts";
import { findQuotations, loadQuotationTables, type QuotationTables } from "../src/mention/quotation.ts";
import { aboveFloors } from "./floors.ts";
import { errorList } from "./quotes/errors.ts";
import { articleOf, fromFound, fromGold, type GoldArticle, type Part, readGold } from "./quotes/gold.ts";
import { type Figures, figuresOf, type Rates, type Scored, type Share, score } from "./quotes/score.ts";

/** Figures of others on the dev part, measured with the same scorer: content overlap F1, token F1, source overlap F1. */
const BASELINES = [
  "baselines, dev, direct: every quoted span: content overlap 78.8, tokens 83.5",
  "                        naive speech-verb rule: content overlap 74.0, tokens 82.5, source overlap 49.9, both 18.9*",
  "           dev, all:    naive speech-verb rule: content overlap 35.7, tokens 52.2, source overlap 22.2, both 9.1*",
  "           (* both exact)",
];

function prf({ p, r, f }: Rates): string {
  return [p, r, f].map((each) => each.toFixed(1).padStart(5)).join(" / ");
}

function percent({ right, all }: Share): number {
  return all ? (100 * right) / all : 0;
}

function share(part: Share): string {
  return `${percent(part).toFixed(1)} (${part.right}/${part.all})`;
}

function report(name: string, figures: Figures): string[] {
  return [
    `${name}: ${figures.gold} gold, ${figures.found} found`,
    `  content tokens              ${prf(figures.tokens)}`,
    `  attributions, Jaccard >= .5 ${prf(figures.same)}`,
    `  content overlaps            ${prf(figures.content)}`,
    `  source overlaps             ${prf(figures.source)}`,
    `  both overlap                ${prf(figures.both)}`,
    `  of matched: source right ${share(figures.speakers)}; of those named ${share(figures.named)}`,
    `  of matched: cue right    ${share(figures.cues)}`,
  ];
}

/** The figures that have floors. */
function floored({ tokens, same, content, source, both, named }: Figures): Record<string, number> {
  return {
    "content tokens": tokens.f,
    "Jaccard >= .5": same.f,
    "content overlaps": content.f,
    "source overlaps": source.f,
    "both overlap": both.f,
    "of those named": percent(named),
  };
}

interface Tools {
  readonly language: Language;
  readonly tables: QuotationTables;
}

function scoreArticle(gold: GoldArticle, { language, tables }: Tools): Scored {
  const article = articleOf(gold);
  const { sentences, tokens } = readLanguage(article.text, article.blocks, language);
  const quotations = findQuotations({ article, sentences, tokens, entities: [] }, tables);
  return score(gold, fromGold(gold), fromFound(gold.text, quotations));
}

/**
 * Measures quotations on the attributions of PolNeAR; P / R / F1 in per cent.
 *
 * @throws Error with the table and what is below its floor, where `check` is asked for.
 */
export async function evalQuotes(
  goldDir: string,
  { part = "dev", errors = 0, check = false }: { part?: Part; errors?: number; check?: boolean } = {},
): Promise<string> {
  const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url));
  const tools = { language: loadLanguage(read), tables: loadQuotationTables(read) };
  const scored = readGold(goldDir, part).map((each) => scoreArticle(each, tools));
  const figures = {
    all: figuresOf(scored, () => true),
    direct: figuresOf(scored, ({ direct }) => direct),
    others: figuresOf(scored, ({ direct }) => !direct),
  };
  const shown = [
    `PolNeAR ${part}, ${scored.length} articles (P / R / F1)`,
    ...Object.entries(figures).flatMap(([name, each]) => report(name, each)),
    ...BASELINES,
    ...(errors > 0 ? ["errors by kind", ...errorList(scored, errors)] : []),
  ].join("\n");
  if (!check) return shown;
  const floors = Object.fromEntries(Object.entries(figures).map(([name, each]) => [name, floored(each)]));
  return aboveFloors(shown, { measurement: "quotes", figures: { [part]: floors }, sets: [part] });
}
