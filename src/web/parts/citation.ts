import type { Contents } from "../contents.ts";
import { type Article, type Citation, type CitedSource, citedSource } from "../library.ts";
import { count } from "./count.ts";
import { date } from "./dates.ts";
import { groupBy } from "./group.ts";
import { type Html, html } from "./html.ts";
import { articlePath, citedPath } from "./links.ts";

/** The citation with what a reader must know of its report. */
export function sourceOf(citation: Citation, { reportOf, newest }: Contents): CitedSource {
  return citedSource(citation, reportOf.get(citation.article), newest);
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

function byWords(sources: readonly CitedSource[]): (readonly CitedSource[])[] {
  return [...groupBy(sources, ({ citation }) => citation.text).values()];
}

/** Every citation with its words; those of the same words together. */
export function citedList(sources: readonly CitedSource[]): Html {
  return html`<ol class="words">${byWords(sources).map(cited)}</ol>`;
}

/** Citations behind a line that counts them; opened and closed without JavaScript. */
export function citationDetails(citations: readonly Citation[], contents: Contents): Html | null {
  if (citations.length === 0) return null;
  const sources = citations.map((citation) => sourceOf(citation, contents));
  return html`<details class="citations"><summary>${count(citations.length, "citation")}</summary>${citedList(sources)}</details>`;
}

/**
 * Citations that are fetched when the line is opened: a script puts the page at `path` there, and without one the line
 * leads to it.
 */
export function distantDetails(summary: Html, path: string): Html {
  return html`<details class="citations" data-words="${path}"><summary>${summary}</summary><p class="from"><a href="${path}">The words of the reports, and how this came about</a></p></details>`;
}

/** A link to a report, by its title. */
export function articleLink(article: Pick<Article, "id" | "title">): Html {
  return html`<a href="${articlePath(article.id)}"><bdi>${article.title ?? "Report without a title"}</bdi></a>`;
}
