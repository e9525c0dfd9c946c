import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { extractFromHtml } from "@extractus/article-extractor";
import { Readability } from "@mozilla/readability";
import { Defuddle } from "defuddle/node";
import { parseHTML } from "linkedom";
import { type PageElement, parsePage } from "../src/article/dom.ts";
import { blocksOf } from "../src/article/page-blocks.ts";
import { loadArticleTables, readSource } from "../src/article/read.ts";
import type { Article, BlockKind } from "../src/model/article.ts";

/** Gives the text of the report on a page. */
export type PageReader = (html: string, url: string) => string | Promise<string>;

/** What the gold text of a page holds: its body, without headline and captions. */
const BODY: ReadonlySet<BlockKind> = new Set(["heading", "paragraph", "list-item"]);
/** All that this program keeps of a page but its headline: to see what captions cost under this metric. */
const WITH_CAPTIONS: ReadonlySet<BlockKind> = new Set([...BODY, "caption"]);

const tables = loadArticleTables((path) =>
  readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url))),
);

/** The page as this program reads it; null where it cannot. */
export function readArticle(html: string, url: string): Article | null {
  const bytes = new TextEncoder().encode(html);
  const [report] = readSource({ bytes, name: "page.html", given: { url } }, tables);
  return report?.ok ? report.article : null;
}

/** The words of the article's blocks of these kinds. */
function wordsOf(article: Article | null, kinds: ReadonlySet<BlockKind>): string {
  const blocks = (article?.blocks ?? []).filter((block) => kinds.has(block.kind));
  return blocks.map(({ start, end }) => article?.text.slice(start, end)).join("\n\n");
}

/** The words of HTML, paragraphs apart. */
function wordsOfHtml(html: string): string {
  const { body } = parsePage(`<html><body>${html}</body></html>`, "peer");
  return body === null
    ? ""
    : blocksOf(body)
        .map(({ text }) => text)
        .join("\n\n");
}

function readability(html: string, serializer?: (node: unknown) => PageElement) {
  const { document } = parseHTML(html);
  return new Readability(document as never, (serializer ? { serializer } : {}) as never).parse();
}

/** This program and its peers, by name. */
export const PAGE_READERS: Readonly<Record<string, PageReader>> = {
  Chronicler: (html, url) => wordsOf(readArticle(html, url), BODY),
  "Chronicler, with captions": (html, url) => wordsOf(readArticle(html, url), WITH_CAPTIONS),
  "Readability, bare text": (html) => readability(html)?.textContent ?? "",
  "Readability, paragraphs apart": (html) => {
    const content = readability(html, (node) => node as PageElement)?.content as unknown as
      | PageElement
      | undefined;
    return content
      ? blocksOf(content)
          .map(({ text }) => text)
          .join("\n\n")
      : "";
  },
  defuddle: async (html, url) => {
    const { document } = parseHTML(html);
    const { content } = await Defuddle(document as never, url, { useAsync: false });
    return wordsOfHtml(content);
  },
  "article-extractor": async (html, url) => wordsOfHtml((await extractFromHtml(html, url))?.content ?? ""),
};
