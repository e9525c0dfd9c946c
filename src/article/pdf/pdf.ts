import type { Article } from "../../model/article.ts";
import { ChroniclerError } from "../../model/error.ts";
import { collapse } from "../draft.ts";
import type { ArticleTables } from "../tables.ts";
import { type About, finish } from "../text-report.ts";
import { extractPdf, type Pdf } from "./extract.ts";
import { furnitureOf, printedAddress } from "./furniture.ts";
import { linesOf } from "./lines.ts";
import { paragraphsOf } from "./paragraphs.ts";

export { isPdf } from "./extract.ts";

/** What programs write where a person gave no title. */
const NO_TITLE =
  /^(?:microsoft word\b.*|untitled.*|document\d*|.*\.(?:docx?|pdf|indd|qxd|pages|html?|pptx?))$/i;

function titleOf(pdf: Pdf): string | undefined {
  const title = collapse(pdf.title);
  return title === "" || NO_TITLE.test(title) ? undefined : title;
}

/** How a PDF without words is told: it holds pictures of pages. */
function refuseScan(pdf: Pdf, name: string): never {
  const pages = `${pdf.numPages} ${pdf.numPages === 1 ? "page" : "pages"}`;
  throw new ChroniclerError(
    "not-text",
    `${name} has ${pages} and no words: it is a scan. Run a text recognition on it (ocrmypdf, for one), and add what that makes.`,
  );
}

/**
 * A report from a PDF with words in it: lines joined to paragraphs, what the pages repeat at their head and
 * foot dropped. The largest line of the first page is taken for the title.
 *
 * @throws ChroniclerError `not-text` for a scan, `unreadable`, `too-large`, `empty`
 */
export function readPdf(bytes: Uint8Array, about: About, tables: ArticleTables): Article {
  const pdf = extractPdf(bytes, about.name);
  const lines = pdf.pages.flatMap((page, index) => linesOf(page, index + 1));
  if (lines.length === 0) refuseScan(pdf, about.name);
  const furniture = furnitureOf(lines);
  const pieces = paragraphsOf(lines.filter((line) => !furniture.has(line)));
  const dropped = [...furniture].map(({ text }) => ({ text, reason: "page-furniture" }));
  const title = pieces.some((piece) => piece.kind === "title") ? undefined : titleOf(pdf);
  const url = printedAddress(furniture);
  const metadata = { ...(title === undefined ? {} : { title }), ...(url === undefined ? {} : { url }) };
  const draft = { metadata, pieces, dropped };
  return finish({ draft, ...about }, tables);
}
