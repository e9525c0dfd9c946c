import { byline } from "./byline.ts";
import { findDay } from "./day.ts";
import type { PageDocument } from "./dom.ts";
import { bare, collapse, type Metadata, mergeMetadata } from "./draft.ts";
import { readJsonLd } from "./json-ld.ts";
import { blocksOf } from "./page-blocks.ts";
import { withoutSite } from "./title.ts";

const PUBLISHED = [
  "article:published_time",
  "og:article:published_time",
  "og:published_time",
  "datepublished",
  "pubdate",
  "publishdate",
  "publish-date",
  "publication_date",
  "parsely-pub-date",
  "sailthru.date",
  "dc.date.issued",
  "dcterms.created",
  "dc.date",
  "date",
];
const TITLE = ["og:title", "twitter:title", "dc.title", "parsely-title"];
const OUTLET = ["og:site_name", "application-name", "dc.publisher", "twitter:app:name:iphone"];
const AUTHOR = ["author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl"];

/** Content of the page's meta elements by name; the first of a name counts. */
function metaOf(document: PageDocument): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const meta of document.querySelectorAll("meta")) {
    const name = meta.getAttribute("property") ?? meta.getAttribute("name") ?? meta.getAttribute("itemprop");
    const content = collapse(meta.getAttribute("content") ?? "");
    const key = name?.trim().toLowerCase();
    if (key && content !== "" && !found.has(key)) found.set(key, content);
  }
  return found;
}

function firstOf(meta: ReadonlyMap<string, string>, names: readonly string[]): string | undefined {
  const name = names.find((candidate) => meta.has(candidate));
  return name === undefined ? undefined : meta.get(name);
}

/** Where pages put the time of publication in their visible part, most telling first. */
const TIMES = ["[itemprop=datePublished]", "time[pubdate]", "article time[datetime]", "time[datetime]"];

function dayOfTimes(document: PageDocument): string | null {
  for (const selector of TIMES) {
    const element = document.querySelector(selector);
    if (element === null) continue;
    const stated =
      element.getAttribute("datetime") ?? element.getAttribute("content") ?? element.textContent ?? "";
    const day = findDay(stated);
    if (day !== null) return day;
  }
  return null;
}

const BYLINES =
  "[itemprop=author] [itemprop=name], [rel=author], [itemprop=author], .byline, .author-name, .author";

function visibleAuthors(document: PageDocument): readonly string[] {
  const element = document.querySelector(BYLINES);
  const [first] = element === null ? [] : blocksOf(element);
  return first === undefined ? [] : byline(first.text);
}

/** The page's only first-level heading; with several, none can be told from the site's name. */
function heading(document: PageDocument): string | undefined {
  const texts = [...document.querySelectorAll("h1")]
    .map((h1) => collapse(h1.textContent ?? ""))
    .filter(Boolean);
  const article = document.querySelector("article h1, main h1, [itemprop=headline]");
  if (article !== null && collapse(article.textContent ?? "") !== "")
    return collapse(article.textContent ?? "");
  return texts.length === 1 ? texts[0] : undefined;
}

/** The headline that readers see goes before the one made for sharing, where both say nearly the same. */
function titleOf(
  document: PageDocument,
  stated: string | undefined,
  outlet: string | undefined,
): string | undefined {
  const only = heading(document);
  const seen = only !== undefined && outlet !== undefined && bare(only) === bare(outlet) ? undefined : only;
  const inHead = collapse(document.querySelector("title")?.textContent ?? "");
  const known = stated === undefined ? undefined : withoutSite(stated, outlet);
  if (
    seen !== undefined &&
    (known === undefined || bare(known).includes(bare(seen)) || bare(inHead).includes(bare(seen)))
  ) {
    return seen;
  }
  return known ?? seen ?? (inHead === "" ? undefined : withoutSite(inHead, outlet));
}

/** Names longer than this are slogans. */
const MAX_SITE_NAME = 40;

function isAddress(text: string): boolean {
  return /^(?:https?:)?\/\//i.test(text);
}

/** What the title of the page has besides its headline: "Headline - Site", "Site: Headline". */
function siteInTitle(document: PageDocument): string | undefined {
  const seen = heading(document);
  const title = collapse(document.querySelector("title")?.textContent ?? "");
  if (seen === undefined || !title.includes(seen)) return undefined;
  const rest = title.replace(seen, "").replace(/^[\s|–—•·»:-]+|[\s|–—•·»:-]+$/g, "");
  return rest === "" || rest.length > MAX_SITE_NAME || /\s[|–—•·»:-]\s/.test(rest) ? undefined : rest;
}

function urlOf(document: PageDocument, meta: ReadonlyMap<string, string>): string | undefined {
  const canonical = document.querySelector("link[rel=canonical]")?.getAttribute("href") ?? undefined;
  return [canonical, meta.get("og:url")].find((url) => url !== undefined && /^https?:\/\//i.test(url));
}

/** What a page says of itself: JSON-LD first, then its meta elements, then what a reader sees. */
export function readMetadata(document: PageDocument): Metadata {
  const meta = metaOf(document);
  const linked = readJsonLd(document);
  const outlet = [firstOf(meta, OUTLET), linked.outlet, siteInTitle(document)].find(
    (name) => name && !isAddress(name),
  );
  const title = titleOf(document, linked.title ?? firstOf(meta, TITLE), outlet);
  const url = urlOf(document, meta);
  const published = [linked.published, firstOf(meta, PUBLISHED)].find(
    (text) => text && findDay(text) !== null,
  );
  const day = published ?? dayOfTimes(document);
  const author = firstOf(meta, AUTHOR);
  const language = document.documentElement?.getAttribute("lang") ?? linked.language;
  const stated = author && !/^https?:/.test(author) ? byline(author) : visibleAuthors(document);
  return mergeMetadata(
    {
      ...(title ? { title } : {}),
      ...(outlet ? { outlet } : {}),
      ...(url ? { url } : {}),
      ...(day ? { published: day } : {}),
      ...(language ? { language } : {}),
    },
    { authors: linked.authors?.length ? linked.authors : stated },
  );
}
