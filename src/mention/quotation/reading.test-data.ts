import { readFileSync } from "node:fs";
import { loadLanguage, readLanguage } from "../../language/language.ts";
import type { Article, Block } from "../../model/article.ts";
import type { Quotation } from "../../model/quotation.ts";
import { findQuotations, loadQuotationTables } from "../quotation.ts";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url));
const language = loadLanguage(read);
/** The tables of the package. */
export const tables = loadQuotationTables(read);

/** Reads paragraphs, divided by line breaks, as an article; the first is a headline where asked for. */
export function quotationsOf(
  text: string,
  { title = false, credit = {} }: { title?: boolean; credit?: { outlet?: string; agency?: string } } = {},
): readonly Quotation[] {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    const kind = title && blocks.length === 0 ? "title" : "paragraph";
    blocks.push({ kind, start: match.index, end: match.index + match[0].length });
  }
  const published = { value: null, basis: "unknown" } as const;
  const report = { id: "a", authors: [], published, language: "en", text, blocks, dropped: [] } as const;
  const article: Article = { ...report, ...credit };
  const { sentences, tokens } = readLanguage(text, blocks, language);
  return findQuotations({ article, sentences, tokens, entities: [] }, tables);
}
