import type { Citation, ExportedArticle } from "../index.ts";
import { shortDate } from "./short-date.ts";

/** Articles by their ids. */
export type ById = ReadonlyMap<string, ExportedArticle>;

/** Where the words stand: "The Gulf Courier, 16 Jan 2024 (a1b2c3, 120–160)". */
export function placeOf({ article: id, start, end }: Citation, articles: ById): string {
  const article = articles.get(id);
  const name = article?.outlet ?? (article?.title ? `“${article.title}”` : "a report");
  const day = article?.published.value;
  return `${name}, ${day ? shortDate(day) : "undated"} (${id}, ${start}–${end})`;
}
