import { count } from "./count.ts";
import { date } from "./dates.ts";
import { type Html, html } from "./html.ts";
import type { Article, Citation, CitedSource } from "./library.ts";
import { articlePath, citedPath } from "./links.ts";

/** The articles of a chronicle by id. */
export type ArticlesById = ReadonlyMap<string, Article>;

export function byId(articles: readonly Article[]): ArticlesById {
  return new Map(articles.map((article) => [article.id, article]));
}

/** The citation with what a reader must know of its report. */
export function sourceOf(citation: Citation, articles: ArticlesById): CitedSource {
  const article = articles.get(citation.article);
  return {
    citation,
    outlet: article?.outlet ?? null,
    agency: article?.agency ?? null,
    title: article?.title ?? null,
    published: article?.published.value ?? null,
    url: article?.url ?? null,
  };
}

/** What to call a report: its outlet, else its agency, else a plain word. */
export function outletName(source: {
  readonly outlet: string | null;
  readonly agency: string | null;
}): string {
  return source.outlet ?? source.agency ?? "A report";
}

/** Outlet, with the agency whose copy it is: "Baaghi TV (AFP)". */
export function credit(source: { readonly outlet: string | null; readonly agency: string | null }): Html {
  const agency = source.outlet && source.agency ? html` (<bdi>${source.agency}</bdi>)` : null;
  return html`<bdi>${outletName(source)}</bdi>${agency}`;
}

function words({ prefix, text, suffix }: Citation): Html {
  const before = prefix.trim() === "" ? null : html`<span class="around">…${prefix}</span>`;
  const after = suffix.trim() === "" ? null : html`<span class="around">${suffix}…</span>`;
  return html`<blockquote>${before}<mark>${text}</mark>${after}</blockquote>`;
}

/** One citation: its words, and the report they stand in, with the way there. */
export function cited(source: CitedSource): Html {
  const { citation, title, published } = source;
  return html`<li class="citation">${words(citation)}
<p class="from">${credit(source)}, <a href="${citedPath(citation)}"><cite>${title ?? "report without a title"}</cite></a>,
${date(published, "undated")}</p></li>`;
}

/** The citations behind a line that opens them; opened and closed without JavaScript. */
export function citedDetails(sources: readonly CitedSource[], summary: Html): Html {
  return html`<details class="citations"><summary>${summary}</summary><ol>${sources.map(cited)}</ol></details>`;
}

/** Citations behind a line that counts them. */
export function citationDetails(citations: readonly Citation[], articles: ArticlesById): Html | null {
  if (citations.length === 0) return null;
  const sources = citations.map((citation) => sourceOf(citation, articles));
  return citedDetails(sources, html`${count(citations.length, "citation")}`);
}

/** A link to a report, by its title. */
export function articleLink(article: Pick<Article, "id" | "title">): Html {
  return html`<a href="${articlePath(article.id)}"><bdi>${article.title ?? "Report without a title"}</bdi></a>`;
}
