import type { Article, SearchHit } from "../library.ts";
import { byId } from "../parts/citation.ts";
import { count } from "../parts/count.ts";
import { date } from "../parts/dates.ts";
import { type Html, html, join } from "../parts/html.ts";
import { articlePath, citedPath } from "../parts/links.ts";
import { page } from "../parts/page.ts";
import { MAX_WORDS, wordsOf } from "../query.ts";
import type { View } from "../view.ts";

/** Most finds on one page. */
const LIMIT = 50;

const FOUND = "\u0002";
const FOUND_END = "\u0003";

/** The snippet with its found words marked; markers that do not pair are left out. */
export function snippetMarks(snippet: string): Html {
  const [before = "", ...finds] = snippet.split(FOUND);
  const marks = finds.map((find) => {
    const end = find.indexOf(FOUND_END);
    if (end < 0) return html`${find}`;
    return html`<mark>${find.slice(0, end)}</mark>${plain(find.slice(end))}`;
  });
  return html`${plain(before)}${marks}`;
}

function plain(snippet: string): string {
  return snippet.replaceAll(FOUND, "").replaceAll(FOUND_END, "");
}

/** Where the first found words stand in the article, as far as the snippet can be found in it again. */
function place({ snippet }: SearchHit, article: Article | undefined): string | null {
  const from = snippet.indexOf(FOUND);
  const to = snippet.indexOf(FOUND_END, from);
  if (!article || from < 0 || to < 0) return null;
  const before = (snippet.slice(0, from).split("…").at(-1) ?? "").slice(-20);
  const words = snippet.slice(from + 1, to);
  const at = article.text.indexOf(before + words);
  if (at < 0) return null;
  const start = at + before.length;
  return citedPath({ article: article.id, start, end: start + words.length });
}

function item(hit: SearchHit, article: Article | undefined): Html {
  const path = place(hit, article) ?? articlePath(hit.article);
  const outlet = html`<bdi>${hit.outlet ?? "Unknown outlet"}</bdi>`;
  return html`<li><h2><a href="${path}"><bdi>${hit.title ?? "Report without a title"}</bdi></a></h2>
<p class="snippet">${snippetMarks(hit.snippet)}</p>
<p class="note">${join([outlet, date(hit.published, "undated")], " · ")}</p></li>`;
}

function form(words: string): Html {
  return html`<form class="search wide" role="search" action="/search" method="get">
<label class="hidden" for="search">Search all reports</label>
<input id="search" name="q" type="search" maxlength="${MAX_WORDS}" value="${words}" autocomplete="off">
<button type="submit">Search</button></form>`;
}

/** `/search?q=`: places in the kept texts that hold the words. */
export const searchPage: View = ({ chronicle, query }) => {
  const words = wordsOf(query, "q");
  const hits = words === "" ? [] : chronicle.search(words, LIMIT);
  const articles = hits.length === 0 ? new Map() : byId(chronicle.articles());
  const most = hits.length === LIMIT ? `The first ${LIMIT} finds` : count(hits.length, "find");
  const result =
    words === ""
      ? html`<p class="note">Looks in the text of every report that is kept.</p>`
      : html`<p class="note" role="status">${most} for “${words}”</p>`;
  const list = html`<ol class="listing finds">${hits.map((hit) => item(hit, articles.get(hit.article)))}</ol>`;
  const main = html`<header class="opening"><h1>Search</h1>${form(words)}${result}</header>${hits.length > 0 ? list : null}`;
  return page("search", words === "" ? "Search" : `Search: ${words}`, main);
};
