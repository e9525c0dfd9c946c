import { type Analysis, type Article, type Chronicle, dateInWords, type Span } from "../library.ts";
import { articleLink } from "../parts/citation.ts";
import { count } from "../parts/count.ts";
import { date } from "../parts/dates.ts";
import { type Html, html, join } from "../parts/html.ts";
import { articlePath, entryPath, outward } from "../parts/links.ts";
import { page, RequestError } from "../parts/page.ts";
import { statusLabel } from "../parts/status.ts";
import { LAYERS, type Layer, layersOf, markOf } from "../query.ts";
import type { View } from "../view.ts";
import { layerCounts, layerMarks } from "./article-layers.ts";
import { articleText, citedMark } from "./article-text.ts";
import { type Mark, wholeCharacters } from "./marks.ts";

const BASIS: Readonly<Record<Article["published"]["basis"], string>> = {
  given: "as given when the report was added",
  metadata: "as its page states",
  url: "as its address says",
  text: "as its text says",
  copy: "the day of another report with the same text",
  unknown: "nobody says when",
};

const LAYER_WORDS: Readonly<Record<Layer, string>> = {
  times: "times",
  people: "names",
  quotations: "quotations",
  events: "events",
};

/** What is asked of the page: the cited words and the layers to be marked. */
interface Wanted {
  readonly mark: Span | null;
  readonly layers: readonly Layer[];
}

function fact(label: string, value: Html | null): Html | null {
  return value === null ? null : html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
}

function about(article: Article): Html {
  const given = (text: string | undefined) => (text ? html`<bdi>${text}</bdi>` : null);
  const { value, basis, bounds } = article.published;
  return html`<section><h2>About this report</h2><dl class="about">
${fact("Outlet", given(article.outlet))}
${fact("Agency", given(article.agency))}
${fact("By", given(article.authors.join(", ")))}
${fact("Dateline", given(article.dateline?.text))}
${fact("Published", html`${date(value, "not known")} <span class="note">${BASIS[basis]}${bounds ? `; by its own words ${dateInWords(bounds)}` : ""}</span>`)}
${fact("Extent", article.extent === "teaser" ? html`only the opening, as its feed gives it` : null)}
${fact("Fetched", article.fetched ? date(article.fetched.slice(0, 10), "") : null)}
${fact("Address", article.url ? outward(article.url, article.url) : null)}
</dl></section>`;
}

function isSamePage(one: Article, other: Article): boolean {
  return (one.version?.of ?? one.id) === (other.version?.of ?? other.id);
}

/** Where the page was fetched more than once and had changed: the other versions. */
function versions(article: Article, chronicle: Chronicle): Html | null {
  const others = chronicle
    .articles()
    .filter((other) => isSamePage(article, other) && other.id !== article.id);
  if (others.length === 0) return null;
  const items = others.map(
    (other) =>
      html`<li>fetched ${date(other.fetched?.slice(0, 10) ?? null, "on an unknown day")}: ${articleLink(other)}</li>`,
  );
  return html`<section><h2>Other versions of this page</h2><ul class="plain">${items}</ul></section>`;
}

function layerAddress(article: Article, layers: readonly Layer[], mark: Span | null): string {
  const parameters = [
    layers.length > 0 ? `layers=${layers.join(",")}` : null,
    mark ? `mark=${mark.start}-${mark.end}` : null,
  ].filter((part) => part !== null);
  return `${articlePath(article.id)}${parameters.length > 0 ? `?${parameters.join("&")}` : ""}`;
}

function layerSwitches({ article, ...layers }: Analysis, wanted: Wanted): Html {
  const counts = layerCounts({ article, ...layers });
  const items = LAYERS.map((layer) => {
    const on = wanted.layers.includes(layer);
    const next = on ? wanted.layers.filter((one) => one !== layer) : [...wanted.layers, layer];
    const state = on ? html`<span class="hidden">Hide</span> ✓` : html`<span class="hidden">Show</span>`;
    return html`<li><a class="${on ? `switch on layer-${layer}` : "switch"}" href="${layerAddress(article, next, wanted.mark)}">${state} ${LAYER_WORDS[layer]} <span class="number">${counts[layer]}</span></a></li>`;
  });
  return html`<nav class="layers" aria-label="Marks in the text"><span class="label">Mark</span><ul>${items}</ul></nav>`;
}

function supported(article: Article, chronicle: Chronicle): Html | null {
  const items = chronicle.timelines().flatMap(({ story, entries }) =>
    entries
      .filter(({ sources }) => sources.some(({ citation }) => citation.article === article.id))
      .map(
        (entry) => html`<li><a href="${entryPath(story, entry.event)}"><bdi>${entry.headline}</bdi></a>
<span class="note">${entry.when} · ${statusLabel(entry.status)}</span></li>`,
      ),
  );
  if (items.length === 0) return null;
  return html`<section><h2>Entries that rest on it</h2><ul class="plain">${items}</ul></section>`;
}

function copies(article: Article, chronicle: Chronicle): Html | null {
  const articles = chronicle.articles();
  const origin = articles.find(({ id }) => id === article.id)?.origin ?? null;
  const others = articles.filter((other) => other.origin === origin && !isSamePage(other, article));
  if (origin === null || others.length === 0) return null;
  const items = others.map(
    (other) => html`<li><bdi>${other.outlet ?? "Unknown outlet"}</bdi>: ${articleLink(other)}</li>`,
  );
  return html`<section><h2>The same piece of reporting</h2><ul class="plain">${items}</ul></section>`;
}

function dropped({ dropped: pieces }: Article): Html {
  if (pieces.length === 0)
    return html`<section><h2>Left out</h2><p class="note">Nothing: the text is as it came.</p></section>`;
  const items = pieces.map(
    ({ text, reason }) =>
      html`<li><q class="dropped">${text}</q> <span class="note"><bdi>${reason}</bdi></span></li>`,
  );
  return html`<section><h2>Left out</h2><details><summary>${count(pieces.length, "piece")} of the page that ${pieces.length === 1 ? "is" : "are"} not the report</summary><ul class="plain">${items}</ul></details></section>`;
}

function kicker(article: Article): Html {
  const parts = [article.outlet, article.agency].filter((part) => part !== undefined);
  const names = parts.map((part) => html`<bdi>${part}</bdi>`);
  return html`<p class="kicker">${join([...names, date(article.published.value, "undated")], " · ")}</p>`;
}

/** Marks of the cited words, or a line that says why there are none. */
function citedMarks(article: Article, mark: Span | null): { marks: Mark[]; notice: Html | null } {
  if (mark === null) return { marks: [], notice: null };
  if (mark.end > article.text.length) {
    return {
      marks: [],
      notice: html`<p class="notice">The words asked for lie outside this text, which ends at ${article.text.length}.</p>`,
    };
  }
  return { marks: [citedMark(article, wholeCharacters(article.text, mark))], notice: null };
}

/** `/articles/:id`: the kept text, with cited words and layers marked on demand. */
export const articlePage: View = ({ chronicle, id, query }) => {
  const wanted = { mark: markOf(query), layers: layersOf(query) };
  const analysis = chronicle.analysis(id);
  if (!analysis) throw new RequestError(404, "There is no report with this id.");
  const { article } = analysis;
  const { marks, notice } = citedMarks(article, wanted.mark);
  const text = articleText(article, [...marks, ...layerMarks(chronicle, analysis, wanted.layers)]);
  const main = html`<div class="report">
<div class="reading">${kicker(article)}${layerSwitches(analysis, wanted)}${notice}<article class="kept" lang="${article.language}">${text}</article></div>
<aside class="rail" aria-label="About this report">${about(article)}${versions(article, chronicle)}${supported(article, chronicle)}${copies(article, chronicle)}${dropped(article)}</aside>
</div>`;
  return page("reports", article.title ?? "Report", main);
};

/** `/articles`: all reports, newest first. */
export const articlesPage: View = ({ chronicle }) => {
  const articles = [...chronicle.articles()].sort((a, b) =>
    (b.published.value ?? "").localeCompare(a.published.value ?? "", "en"),
  );
  const items = articles.map(
    (article) => html`<li>${articleLink(article)}
<p class="note">${join([html`<bdi>${article.outlet ?? "Unknown outlet"}</bdi>`, ...(article.agency ? [html`<bdi>${article.agency}</bdi>`] : []), date(article.published.value, "undated")], " · ")}</p></li>`,
  );
  const main = html`<header class="opening"><h1>Reports</h1><p class="standfirst">${count(articles.length, "report")} kept, newest first</p></header><ol class="listing">${items}</ol>`;
  return page("reports", "Reports", main);
};
