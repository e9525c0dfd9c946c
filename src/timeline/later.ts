import type { Article } from "../model/article.ts";
import type { Citation } from "../model/link.ts";
import type { LaterVersion } from "../model/timeline.ts";

/** The newest version of each page that has changed since it was first fetched, by the id of its first. */
export type Newest = ReadonlyMap<string, Article>;

export function newestVersions(articles: Iterable<Article>): Newest {
  const newest = new Map<string, Article>();
  for (const article of articles) {
    if (!article.version) continue;
    const { of } = article.version;
    const known = newest.get(of);
    if (!known || (article.fetched ?? "") >= (known.fetched ?? "")) newest.set(of, article);
  }
  return newest;
}

/** Spaces and line breaks are set anew with every version of a page. */
function evened(text: string): string {
  return text.replace(/\s+/gu, " ");
}

/** What has become of the cited words on their page; null where it has not changed since. */
export function laterVersion(
  citation: Citation,
  article: Pick<Article, "id" | "version"> | undefined,
  newest: Newest,
): LaterVersion | null {
  const later = article && newest.get(article.version?.of ?? article.id);
  if (!later || later.id === article.id) return null;
  const hasWords = evened(later.text).includes(evened(citation.text));
  return { id: later.id, fetched: later.fetched ?? null, hasWords };
}
