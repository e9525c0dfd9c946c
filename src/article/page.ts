import type { Article, Dropped } from "../model/article.ts";
import { ChroniclerError } from "../model/error.ts";
import type { Given } from "../model/source.ts";
import { parsePage } from "./dom.ts";
import type { Piece } from "./draft.ts";
import { blocksOf } from "./page-blocks.ts";
import { contentOf } from "./page-content.ts";
import { readMetadata } from "./page-metadata.ts";
import { agencyAbove, withLost } from "./page-rest.ts";
import type { ArticleTables } from "./tables.ts";
import { finish } from "./text-report.ts";

/** Blocks of the page that are not in the report: menus, notices, other stories, the foot. */
function around(page: readonly Piece[], content: readonly Piece[]): readonly Dropped[] {
  const left = new Map<string, number>();
  for (const piece of content) left.set(piece.text, (left.get(piece.text) ?? 0) + 1);
  return page.flatMap((piece): readonly Dropped[] => {
    const count = left.get(piece.text) ?? 0;
    if (count === 0) return [{ text: piece.text, reason: "around-the-report" }];
    left.set(piece.text, count - 1);
    return [];
  });
}

/** A report from a web page: its content, cleaned, with what the page says of itself. */
export function readPage(
  html: string,
  about: { given: Given; name: string },
  tables: ArticleTables,
): Article {
  const document = parsePage(html, about.name);
  const page = document.body === null ? [] : blocksOf(document.body);
  const { url, fetched } = about.given;
  const source = {
    document,
    ...(url === undefined ? {} : { url }),
    ...(fetched === undefined ? {} : { fetched }),
  };
  const metadata = readMetadata(source, tables);
  const root = contentOf(document);
  const extract = { page, content: root === null ? page : blocksOf(root), metadata };
  const pieces = withLost(extract);
  if (pieces.length === 0) {
    throw new ChroniclerError("empty", `${about.name} holds no text of a report; give its text instead.`);
  }
  const agency = agencyAbove(extract, tables);
  const known = agency === undefined ? metadata : { ...metadata, agency };
  const dropped = around(page, pieces).filter(({ text }) => text !== metadata.title);
  return finish({ draft: { metadata: known, pieces, dropped }, ...about }, tables);
}
