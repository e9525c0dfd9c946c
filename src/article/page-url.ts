import type { PageDocument } from "./dom.ts";
import { namesIn } from "./json-ld.ts";
import { isObject, type Json } from "./page-json.ts";
import { type Meta, toldBy } from "./page-meta.ts";
import type { PageTables } from "./page-tables.ts";

/** What the address of a page is looked for in. */
export interface UrlSearch {
  readonly document: PageDocument;
  readonly meta: Meta;
  readonly linked: Json | null;
  readonly tables: PageTables;
  /** The address the page came from, where it is known. */
  readonly given?: string;
}

/** How archives of the web address what they keep: moment of saving, then the page's own address. */
const ARCHIVED =
  /^(?:https?:)?\/\/(?:web\.archive\.org\/web|archive\.(?:today|is|ph|li|fo|md|vn)|wayback\.[\w.-]+(?:\/\w+)*)\/(\d{8,14})(?:[a-z]{2}_)?\/(https?:\/?\/?.+)$/i;

/** A page as an archive keeps it. */
export interface Archived {
  /** The page's own address. */
  readonly url: string;
  /** When it was saved, as ISO date and time. */
  readonly fetched: string;
}

/** What the address of a kept page says; null for addresses of other kinds. */
export function archivedAt(url: string): Archived | null {
  const [, stamp = "", own = ""] = ARCHIVED.exec(url) ?? [];
  const digits = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?/.exec(stamp);
  if (digits === null) return null;
  const [, year, month, day, hour, minute, second = "00"] = digits;
  const time = hour === undefined ? "" : `T${hour}:${minute}:${second}Z`;
  return { url: own.replace(/^(https?):\/?\/?/i, "$1://"), fetched: `${year}-${month}-${day}${time}` };
}

function isAddress(url: string | undefined): url is string {
  return url !== undefined && /^https?:\/\/[^/]/i.test(url);
}

function isHome(url: string): boolean {
  return /^https?:\/\/[^/]+\/?(?:[?#].*)?$/i.test(url);
}

function resolved(href: string | null | undefined, base: string | undefined): string | undefined {
  if (!href) return undefined;
  try {
    return new URL(href, base).href === `${href}/`
      ? href
      : base === undefined || isAddress(href)
        ? href
        : new URL(href, base).href;
  } catch {
    return href;
  }
}

/** Links that archives rewrite on every page they keep. */
function archivedLink(document: PageDocument): Archived | null {
  const marks = [
    ...document.querySelectorAll(
      "link[rel=canonical], meta[property='og:url'], #wmtbURL, link[href*='/web/'], script[src*='/web/']",
    ),
  ];
  const found = marks.map((each) => {
    return archivedAt(each.getAttribute("href") ?? each.getAttribute("content") ?? "");
  });
  return found.find((each) => each !== null) ?? null;
}

/** The address of the report, and when an archive saved it, where the page is a kept one. */
export interface Address {
  readonly url?: string;
  readonly fetched?: string;
}

/** The page's own address: the canonical one, unless it is that of the home page. */
export function pageAddress({ document, meta, linked, tables, given }: UrlSearch): Address {
  const archive = (given === undefined ? null : archivedAt(given)) ?? archivedLink(document);
  const base = document.querySelector("base[href]")?.getAttribute("href") ?? archive?.url ?? given;
  const main = linked?.mainEntityOfPage;
  const ofLinked = isObject(main) ? main["@id"] : (main ?? linked?.url);
  const candidates = [
    document.querySelector("link[rel=canonical]")?.getAttribute("href"),
    ...toldBy(meta, "url", tables).map(({ content }) => content),
    ...namesIn(ofLinked),
  ].map((href) => resolved(href, base));
  const own = candidates.filter(isAddress).map((url) => archivedAt(url)?.url ?? url);
  const url = own.find((each) => !isHome(each)) ?? archive?.url ?? own[0];
  return {
    ...(url === undefined ? {} : { url }),
    ...(archive === null ? {} : { fetched: archive.fetched }),
  };
}
