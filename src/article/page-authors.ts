import { type BylineRule, personsIn } from "./authors.ts";
import { isElement, type PageDocument, type PageElement } from "./dom.ts";
import { collapse } from "./draft.ts";
import { namesIn } from "./json-ld.ts";
import { isObject, type Json } from "./page-json.ts";
import { type Meta, toldBy } from "./page-meta.ts";
import type { PageTables } from "./page-tables.ts";

/** What authors are looked for in. */
export interface AuthorSearch {
  readonly document: PageDocument;
  readonly meta: Meta;
  readonly linked: Json | null;
  readonly tables: PageTables & { readonly bylines: readonly BylineRule[] };
}

/** Where pages put the names of authors in their visible part, most telling first. */
const VISIBLE = [
  "[itemprop=author] [itemprop=name]",
  "[rel~=author]",
  "[itemprop=author]",
  "[class*=byline] a[href*=author], [class*=byline] a[href*=people], [class*=byline] a[href*=profile], [class*=Byline] a",
  ".author-name, .author__name, [class*=AuthorName], [class*=authorName], [data-testid*=author]",
  "[class*=byline], [class*=Byline], .author, .authors, .article-author, .post-author, .entry-author, .vcard",
];

/** Longer text is a portrait of the author. */
const MAX_BYLINE = 160;
/** How many elements of a kind are looked at. */
const MAX_ELEMENTS = 8;

/** Set between the words of elements side by side, as a mark between names. */
const BETWEEN = " · ";

/** The words of an element, those of elements inside it apart: pages set names and offices side by side. */
function partsOf(element: PageElement): readonly string[] {
  const parts = [...element.childNodes].flatMap((node) => {
    return isElement(node) ? partsOf(node) : [collapse(node.textContent ?? "")];
  });
  return parts.filter((part) => part !== "");
}

function visible(document: PageDocument): readonly (readonly string[])[] {
  return VISIBLE.map((selector) => {
    const elements = [...document.querySelectorAll(selector)].slice(0, MAX_ELEMENTS);
    return elements
      .map((each) => collapse(each.getAttribute("content") ?? partsOf(each).join(BETWEEN)))
      .filter((text) => text !== "" && text.length <= MAX_BYLINE);
  });
}

/** JSON-LD tells persons from organisations. */
function linkedAuthors(linked: Json | null): readonly string[] {
  const authors = linked?.author;
  return namesIn(Array.isArray(authors) || !isObject(authors) ? authors : [authors]);
}

/**
 * The signatures of the report as the page states them, from the place that tells most; each may still be
 * a whole byline, a desk or an agency.
 */
export function pageSignatures({ document, meta, linked, tables }: AuthorSearch): readonly string[] {
  const stated = [linkedAuthors(linked), toldBy(meta, "author", tables).map(({ content }) => content)];
  const places = [...stated, ...visible(document)];
  const named = places.find((texts) => texts.some((text) => personsIn(text, tables.bylines).length > 0));
  return named ?? places.find((texts) => texts.length > 0) ?? [];
}
