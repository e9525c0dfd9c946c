import type { Contents } from "../contents.ts";
import { type Article, dateInWords } from "../library.ts";
import { articleLink } from "../parts/citation.ts";
import { count } from "../parts/count.ts";
import { date } from "../parts/dates.ts";
import { type Html, html } from "../parts/html.ts";
import { entryPath, outward } from "../parts/links.ts";
import { statusLabel } from "../parts/status.ts";

const BASIS: Readonly<Record<Article["published"]["basis"], string>> = {
  given: "as given when the report was added",
  metadata: "as its page states",
  url: "as its address says",
  text: "as its text says",
  copy: "the day of another report with the same text",
  unknown: "nobody says when",
};

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

type Paged = Pick<Article, "id" | "version">;

function isSamePage(one: Paged, other: Paged): boolean {
  return (one.version?.of ?? one.id) === (other.version?.of ?? other.id);
}

/** Where the page was fetched more than once and had changed: the other versions. */
function versions(article: Article, { reports }: Contents): Html | null {
  const others = reports.filter((other) => isSamePage(article, other) && other.id !== article.id);
  if (others.length === 0) return null;
  const items = others.map(
    (other) =>
      html`<li>fetched ${date(other.fetched?.slice(0, 10) ?? null, "on an unknown day")}: ${articleLink(other)}</li>`,
  );
  return html`<section><h2>Other versions of this page</h2><ul class="plain">${items}</ul></section>`;
}

/** Most entries that are listed beside the text. */
const MOST = 40;

function supported(article: Article, { timelines }: Contents): Html | null {
  const found = timelines
    .flatMap(({ entries }) => entries)
    .filter(({ sources }) => sources.some(({ citation }) => citation.article === article.id));
  const items = found.slice(0, MOST).map(
    (entry) => html`<li><a href="${entryPath(entry.event)}"><bdi>${entry.headline}</bdi></a>
<span class="note">${entry.when} · ${statusLabel(entry.status)}</span></li>`,
  );
  if (items.length === 0) return null;
  return html`<section><h2>Entries that rest on it</h2><ul class="plain">${items}</ul></section>`;
}

function copies(article: Article, { reports, reportOf }: Contents): Html | null {
  const origin = reportOf.get(article.id)?.origin ?? null;
  const others = reports.filter((other) => other.origin === origin && !isSamePage(other, article));
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

/** All that is known of a report beside its text. */
export function rail(article: Article, contents: Contents): Html {
  return html`<aside class="rail" aria-label="About this report">${about(article)}${versions(article, contents)}${copies(article, contents)}${supported(article, contents)}${dropped(article)}</aside>`;
}
