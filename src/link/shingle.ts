import type { Article } from "../model/article.ts";

/** Words in a row that count as one shingle: shorter ones recur by chance, longer ones break at each edit. */
const SHINGLE = 5;
/** Two reports that share fewer shingles than this are not compared: a notice or a motto makes no copy. */
export const FEWEST_SHARED = 25;

/** Words in a row of the report, within its paragraphs. */
export function shinglesOf(article: Article): ReadonlySet<string> {
  const words = article.blocks
    .filter((block) => block.kind === "paragraph")
    .map(
      (block) =>
        article.text
          .slice(block.start, block.end)
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? [],
    );
  const found = new Set<string>();
  for (const paragraph of words) {
    for (let i = 0; i + SHINGLE <= paragraph.length; i++)
      found.add(paragraph.slice(i, i + SHINGLE).join(" "));
  }
  return found;
}
