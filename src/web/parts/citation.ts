import { type Article, type Citation, type CitedSource, laterVersion, newestVersions } from "../library.ts";
import { count } from "./count.ts";
import { date } from "./dates.ts";
import { type Html, html } from "./html.ts";
import { articlePath, citedPath } from "./links.ts";

/** The articles of a chronicle by id. */
export type ArticlesById = ReadonlyMap<string, Article>;

export function byId(articles: readonly Article[]): ArticlesById {
  return new Map(articles.map((article) => [article.id, article]));
}

/** The citation with what a reader must know of its report. */
export function sourceOf(
  citation: Citation,
  articles: ArticlesById,
  newest = newestVersions(articles.values()),
): CitedSource {
  const article = articles.get(citation.article);
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

/** What stands before the words in their own paragraph, from a whole word on. */
function before(prefix: string): string {
  const own = prefix.split("\n").at(-1) ?? "";
  return own === prefix ? `…${own.replace(/^\S+(?=\s)/u, "")}` : own;
}

function after(suffix: string): string {
  const own = suffix.split("\n")[0] ?? "";
  const isWhole = own !== suffix || own === "" || /[.!?”"]$/u.test(own);
  return isWhole ? own : `${own.replace(/(?<=\s)\S+$/u, "")}…`;
}

function words({ start, prefix, text, suffix }: Citation): Html {
  const around = (part: string) => (part === "" ? null : html`<span class="around">${part}</span>`);
  const isBegin = start === prefix.length;
  return html`<blockquote>${around(isBegin ? prefix : before(prefix))}<mark>${text}</mark>${around(after(suffix))}</blockquote>`;
}

/** What has become of the words, where their page has changed since. */
function since({ later }: CitedSource): Html | null {
  if (!later) return null;
  const words = later.hasWords ? "the words still stand there" : "the words are gone from it";
  return html` <span class="note">The page has changed since: <a href="${articlePath(later.id)}">${words}</a>.</span>`;
}

function from(cited: CitedSource): Html {
  const { citation, title, published, ...source } = cited;
  return html`<p class="from">${credit(source)}, <a href="${citedPath(citation)}"><cite><bdi>${title ?? "report without a title"}</bdi></cite></a>, ${date(published, "undated")}${since(cited)}</p>`;
}

/** The words, and the reports they stand in, with the way there: reprints have the same words. */
function cited(sources: readonly CitedSource[]): Html {
  const [first] = sources;
  return html`<li class="citation">${first ? words(first.citation) : null}${sources.map(from)}</li>`;
}

function byWords(sources: readonly CitedSource[]): CitedSource[][] {
  const groups = new Map<string, CitedSource[]>();
  for (const source of sources) {
    const same = groups.get(source.citation.text);
    if (same) same.push(source);
    else groups.set(source.citation.text, [source]);
  }
  return [...groups.values()];
}

/** The citations behind a line that opens them; opened and closed without JavaScript. */
export function citedDetails(sources: readonly CitedSource[], summary: Html, more: Html | null = null): Html {
  return html`<details class="citations"><summary>${summary}</summary><ol>${byWords(sources).map(cited)}</ol>${more}</details>`;
}

/** Citations behind a line that counts them. */
export function citationDetails(citations: readonly Citation[], articles: ArticlesById): Html | null {
  if (citations.length === 0) return null;
  const newest = newestVersions(articles.values());
  const sources = citations.map((citation) => sourceOf(citation, articles, newest));
  return citedDetails(sources, html`${count(citations.length, "citation")}`);
}

/** A link to a report, by its title. */
export function articleLink(article: Pick<Article, "id" | "title">): Html {
  return html`<a href="${articlePath(article.id)}"><bdi>${article.title ?? "Report without a title"}</bdi></a>`;
}
