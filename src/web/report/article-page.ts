import type { Analysis, Article, Span } from "../library.ts";
import { date } from "../parts/dates.ts";
import { type Html, html, join } from "../parts/html.ts";
import { articlePath, originalPath } from "../parts/links.ts";
import { page, RequestError } from "../parts/page.ts";
import { LAYERS, type Layer, layersOf, markOf } from "../query.ts";
import type { View } from "../view.ts";
import { layerCounts, layerMarks } from "./article-layers.ts";
import { articleText, citedMark } from "./article-text.ts";
import { type Mark, wholeCharacters } from "./marks.ts";
import { rail } from "./rail.ts";

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
  /** Whether the page as it came stands beside the text. */
  readonly original: boolean;
}

function reportAddress({ id }: Article, { layers, mark, original }: Wanted): string {
  const parameters = [
    layers.length > 0 ? `layers=${layers.join(",")}` : null,
    mark ? `mark=${mark.start}-${mark.end}` : null,
    original ? "original=1" : null,
  ].filter((part) => part !== null);
  return `${articlePath(id)}${parameters.length > 0 ? `?${parameters.join("&")}` : ""}`;
}

/** A part of the page that can be shown and hidden, each state at its own address. */
interface Switch {
  readonly word: string;
  readonly on: boolean;
  readonly path: string;
  readonly name: string;
  readonly number?: number;
}

function switchView({ word, on, path, name, number }: Switch): Html {
  const state = on ? html`<span class="hidden">Hide</span> ✓` : html`<span class="hidden">Show</span>`;
  const count = number === undefined ? null : html` <span class="number">${number}</span>`;
  return html`<li><a class="${on ? `switch on ${name}` : "switch"}" href="${path}">${state} ${word}${count}</a></li>`;
}

function switches(analysis: Analysis, wanted: Wanted): Html {
  const { article } = analysis;
  const counts = layerCounts(analysis);
  const items = LAYERS.map((layer) => {
    const on = wanted.layers.includes(layer);
    const layers = on ? wanted.layers.filter((one) => one !== layer) : [...wanted.layers, layer];
    const path = reportAddress(article, { ...wanted, layers });
    return switchView({ word: LAYER_WORDS[layer], on, path, name: `layer-${layer}`, number: counts[layer] });
  });
  const path = reportAddress(article, { ...wanted, original: !wanted.original });
  const original = switchView({ word: "original page", on: wanted.original, path, name: "layer-original" });
  return html`<nav class="layers" aria-label="Marks in the text"><span class="label">Mark</span><ul>${items}</ul><ul>${original}</ul></nav>`;
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

/** The page as it came, in a frame in which it can do nothing; opened when somebody wants to see it. */
function original({ id, extent }: Article): Html {
  const title = extent === "teaser" ? "The opening as it came" : "The page as it came";
  return html`<section class="original"><h2>${title}</h2><p class="note">Without scripts, and without anything from the network. <a href="${originalPath(id)}">By itself</a></p><iframe sandbox="" src="${originalPath(id)}" title="${title}" referrerpolicy="no-referrer"></iframe></section>`;
}

/** `/articles/:id`: the kept text, with cited words and layers marked on demand, and the page it came from. */
export const articlePage: View = ({ contents, id, query }) => {
  const wanted = { mark: markOf(query), layers: layersOf(query), original: query.get("original") === "1" };
  const analysis = contents.chronicle.analysis(id);
  if (!analysis) throw new RequestError(404, "There is no report with this id.");
  const { article } = analysis;
  const { marks, notice } = citedMarks(article, wanted.mark);
  const text = articleText(article, [...marks, ...layerMarks(contents, analysis, wanted.layers)]);
  const beside = wanted.original ? original(article) : rail(article, contents);
  const main = html`<div class="${wanted.original ? "report beside" : "report"}" id="report">
<div class="reading">${kicker(article)}${switches(analysis, wanted)}${notice}<article class="kept" lang="${article.language}">${text}</article></div>
${beside}
</div>`;
  return page("reports", article.title ?? "Report", main);
};
