import type { Article, SearchHit } from "../library.ts";
import { count } from "../parts/count.ts";
import { date } from "../parts/dates.ts";
import { type Html, html, join } from "../parts/html.ts";
import { articlePath, citedPath } from "../parts/links.ts";
import { page, piece } from "../parts/page.ts";
import { MAX_WORDS, wordsOf } from "../query.ts";
import type { Asked, View } from "../view.ts";
import { entryFinds, nameFinds, quotationFinds } from "./finds.ts";

/** Most places in reports on one page, and while somebody types. */
const LIMIT = 50;
const FIRST = 5;

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
  return html`<li><h3><a href="${path}"><bdi>${hit.title ?? "Report without a title"}</bdi></a></h3>
<p class="snippet">${snippetMarks(hit.snippet)}</p>
<p class="note">${join([outlet, date(hit.published, "undated")], " · ")}</p></li>`;
}

function form(words: string): Html {
  return html`<form class="search wide" role="search" action="/search" method="get">
<label class="hidden" for="search">Search everything</label>
<input id="search" name="q" type="search" maxlength="${MAX_WORDS}" value="${words}" autocomplete="off" data-finds="results">
<button type="submit">Search</button></form>`;
}

/** Words that are still being typed: the last one may be the beginning of a longer one. */
function typed(words: string): string {
  return /[\p{L}\p{N}]$/u.test(words) && !words.includes('"') ? `${words}*` : words;
}

/** Reports whose text holds the words. */
function reportFinds({ contents, query }: Asked, words: string, limit: number): Html | null {
  const { chronicle } = contents;
  const hits = chronicle.search(query.has("part") ? typed(words) : words, limit);
  if (hits.length === 0) return null;
  const most = hits.length === limit ? `the first ${limit} places` : count(hits.length, "place");
  const items = hits.map((hit) => item(hit, chronicle.analysis(hit.article)?.article));
  return html`<section class="part"><h2>In reports <span class="number">${most}</span></h2><ol class="listing finds">${items}</ol></section>`;
}

function results(asked: Asked, words: string): Html {
  if (words === "")
    return html`<p class="note">Looks in names, entries, quotations, and the text of every report.</p>`;
  const limit = asked.query.get("part") === "first" ? FIRST : LIMIT;
  const few = limit === FIRST ? FIRST : 12;
  const found = [
    nameFinds(asked.contents, words, few),
    entryFinds(asked.contents, words, few),
    quotationFinds(asked.contents, words, few),
    reportFinds(asked, words, limit),
  ].filter((each) => each !== null);
  const said = found.length === 0 ? `Nothing found for “${words}”` : `Found for “${words}”`;
  return html`<p class="note" role="status">${said}</p>${found}`;
}

/** `/search?q=`: everything that holds the words. */
export const searchPage: View = (asked) => {
  const words = wordsOf(asked.query, "q");
  const list = html`<div id="results">${results(asked, words)}</div>`;
  if (asked.query.has("part")) return piece(list);
  const main = html`<header class="opening"><h1>Search</h1>${form(words)}</header>${list}`;
  return page("search", words === "" ? "Search" : `Search: ${words}`, main);
};
