import type { Article } from "../model/article.ts";
import type { Citation } from "../model/link.ts";
import type { CitedSource } from "../model/timeline.ts";
import { laterVersion, type Newest } from "./later.ts";

/** The citation with what a reader must know of its report, which may be gone. */
export function citedSource(
  citation: Citation,
  article: Omit<Article, "text" | "blocks" | "dropped"> | undefined,
  newest: Newest,
): CitedSource {
  const later = laterVersion(citation, article, newest);
  return {
    citation,
    outlet: article?.outlet ?? null,
    agency: article?.agency ?? null,
    title: article?.title ?? null,
    published: article?.published.value ?? null,
    url: article?.url ?? null,
    ...(later ? { later } : {}),
  };
}
