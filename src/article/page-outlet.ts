import type { PageDocument } from "./dom.ts";
import { bare, collapse } from "./draft.ts";
import { namesIn } from "./json-ld.ts";
import { nameOfHost, withoutSlogan } from "./outlet.ts";
import { isObject, type Json } from "./page-json.ts";
import { type Meta, toldBy } from "./page-meta.ts";
import type { PageTables } from "./page-tables.ts";

/** What an outlet's name is looked for in. */
export interface OutletSearch {
  readonly document: PageDocument;
  readonly meta: Meta;
  readonly linked: Json | null;
  readonly url: string | undefined;
  /** The lines that a reader sees, in order. */
  readonly lines: readonly string[];
  readonly tables: PageTables;
}

/** Names longer than this are slogans. */
const MAX_NAME = 40;
/** Between headline and name in the title of a page. */
const SEPARATOR = /\s+[|–—•·»›:-]+\s+|(?<=\S)[:|] /;

function pageTitle(document: PageDocument): string {
  return collapse(document.querySelector("head title, title")?.textContent ?? "");
}

/** A headline is so much of the title of its page. */
const HEADLINE_SHARE = 0.4;

/** What the title of the page has besides a headline seen on it: "Headline - Site", "Site: Headline". */
function inTitle({ document, lines: seenLines }: OutletSearch): readonly string[] {
  const title = pageTitle(document);
  const lines = [...headings(document), ...seenLines];
  const seen = lines.find((text) => {
    // A heading that is a small part of the title is no headline.
    return text.length >= title.length * HEADLINE_SHARE && title.includes(text) && text !== title;
  });
  if (seen === undefined) return [];
  const rest = title.replace(seen, "").replace(/^[\s|–—•·»›:-]+|[\s|–—•·»›:-]+$/g, "");
  const parts = rest
    .split(SEPARATOR)
    .map((part) => part.replace(/^[\s|–—•·»›:-]+|[\s|–—•·»›:-]+$/g, ""))
    .filter((part) => part !== "");
  // "Headline | World news | Site": the site stands outermost.
  const [first] = parts;
  const last = parts.at(-1);
  return [last, ...(first === last ? [] : [first])].filter((part) => part !== undefined);
}

/** Titles of feeds: "Site » Feed". */
function inFeedLinks(document: PageDocument): readonly string[] {
  const links = [
    ...document.querySelectorAll('link[rel~=alternate][type*="rss"], link[rel~=alternate][type*="atom"]'),
  ];
  const titles = links.map((link) => collapse(link.getAttribute("title") ?? ""));
  const names = titles.map((title) => title.split(/\s+[»|–—-]\s+|\s+(?:RSS|Atom|Feed)\b/)[0] ?? "");
  return names.filter((name) => name !== "" && !/^(?:rss|atom|feed|news|comments)\b/i.test(name)).slice(0, 1);
}

const COPYRIGHT =
  /(?:©|\(c\)|copyright)[\s:]*(?:copyright\s*)?(?:©\s*)?(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[\s,]*(?:by\s+)?(?<name>\p{L}[\p{L}\p{N}&’'. -]{2,38}?)(?=[.,|–—]|\s*\d{4}|\s+(?:all rights|media|ltd|inc|limited|gmbh|llc)\b|$)/iu;

/** The name in the notice of rights at the foot of the page. */
function inFooter(document: PageDocument): readonly string[] {
  const foot = document.querySelector("footer, #footer, .footer, [role=contentinfo]");
  const name = COPYRIGHT.exec(collapse(foot?.textContent ?? ""))?.groups?.name;
  return name === undefined ? [] : [name.trim()];
}

function inMicrodata(document: PageDocument): readonly string[] {
  const element = document.querySelector(
    "[itemprop=publisher] [itemprop=name], [itemprop=publisher][content]",
  );
  return [collapse(element?.getAttribute("content") ?? element?.textContent ?? "")].filter(
    (name) => name !== "",
  );
}

/** The name a reader sees over the page: that of its home. */
function inMasthead(document: PageDocument): readonly string[] {
  const home = document.querySelector(
    "header a[href='/'], .logo, .site-title, .site-name, #logo, .masthead a, [rel=home], header [class*=logo]",
  );
  const image = home?.querySelector("img") ?? null;
  const name = collapse(image?.getAttribute("alt") ?? home?.getAttribute("title") ?? home?.textContent ?? "");
  return name === "" ? [] : [name.replace(/\s+(?:logo|home ?page|home)$/i, "")];
}

/** Lines of the page that are the name in the address, written out. */
function inLines({ lines }: OutletSearch, host: string | undefined): readonly string[] {
  const found = lines.find((text) => text.length <= MAX_NAME && bare(text).replace(/^the/, "") === host);
  return found === undefined ? [] : [found];
}

function headings(document: PageDocument): readonly string[] {
  return [...document.querySelectorAll("h1, h2")].map((each) => collapse(each.textContent ?? ""));
}

function isName(name: string): boolean {
  if (name.length > MAX_NAME || !/\p{L}/u.test(name)) return false;
  return (
    !/^(?:https?:)?\/\//i.test(name) &&
    !/^(?:home|news|website|blog|null|undefined|index|print|article|newspaper)$/i.test(name)
  );
}

function sameName(a: string, b: string): boolean {
  const [x, y] = [bare(a).replace(/^the/, ""), bare(b).replace(/^the/, "")];
  return x !== "" && y !== "" && (x.includes(y) || y.includes(x));
}

/** Whether the letters of the host stand in the name in order: `nytimes` in "The New York Times". */
function spells(name: string, host: string): boolean {
  const letters = bare(name);
  if (letters.length < 3) return letters === host;
  if (host.includes(letters.replace(/^the/, "")) || letters.includes(host)) return true;
  let at = 0;
  for (const letter of letters) if (letter === host[at]) at++;
  return at === host.length && letters[0] === host[0];
}

/** Capitals and spaces are lost on the way to addresses, never won. */
function wellWritten(name: string): number {
  return (
    (/^\p{Lu}/u.test(name) ? 1 : 0) +
    (/\s/.test(name) ? 1 : 0) +
    (/\p{Lu}/u.test(name) ? 1 : 0) -
    (/\.\p{Ll}{2,4}$/u.test(name) ? 1 : 0)
  );
}

/**
 * The outlet's name, out of all that a page says of it: the first that two places say or that fits the
 * address; else the first of them, in the best spelling.
 */
export function pageOutlet(search: OutletSearch): string | undefined {
  const { document, meta, linked, url, tables } = search;
  const publisher =
    linked === null ? [] : namesIn(linked.publisher ?? (isObject(linked.isPartOf) ? linked.isPartOf : null));
  const ofMeta = toldBy(meta, "outlet", tables).map(({ content }) => content);
  const stated = [
    ...ofMeta.slice(0, 1),
    ...publisher.slice(0, 1),
    ...ofMeta.slice(1),
    ...inMicrodata(document),
    ...inTitle(search),
  ];
  const host = nameOfHost(url);
  const candidates = [
    ...stated,
    ...inLines(search, host),
    ...inFeedLinks(document),
    ...inMasthead(document),
    ...inFooter(document),
  ]
    .map((name) => withoutSlogan(name.replace(/^www\./i, "")))
    .filter(isName);
  const support = (name: string, index: number): number => {
    const others = candidates.filter((each, at) => at !== index && sameName(each, name)).length;
    return others + (host !== undefined && spells(name, host) ? 2 : 0);
  };
  const supported = candidates.map((name, index) => ({ name, support: support(name, index) }));
  const [best] = supported.toSorted((a, b) => b.support - a.support);
  // What only stands over the page, or under it, may be anything.
  if (best === undefined || (best.support === 0 && !stated.map(withoutSlogan).includes(best.name)))
    return undefined;
  const spellings = candidates.filter((each) => bare(each) === bare(best.name));
  return spellings.toSorted((a, b) => wellWritten(b) - wellWritten(a))[0];
}
