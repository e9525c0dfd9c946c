import { type BylineRule, personsIn } from "./authors.ts";
import { isElement, type PageDocument, type PageElement } from "./dom.ts";
import { bare, collapse } from "./draft.ts";
import { namesIn } from "./json-ld.ts";
import { isObject, type Json } from "./page-json.ts";
import { type Meta, toldBy } from "./page-meta.ts";
import type { DateLabel, PageTables } from "./page-tables.ts";

/** What authors are looked for in. */
export interface AuthorSearch {
  readonly document: PageDocument;
  readonly meta: Meta;
  readonly linked: Json | null;
  /** The lines that a reader sees, in order. */
  readonly lines: readonly string[];
  /** The titles that the page states. */
  readonly titles: readonly string[];
  readonly tables: PageTables & { readonly bylines: readonly BylineRule[] };
}

/** Where pages put the names of authors in their visible part, most telling first. */
const VISIBLE = [
  "[itemprop=author] [itemprop=name]",
  "[rel~=author]",
  "[itemprop=author]",
  "[class*=byline] a[href*=author], [class*=byline] a[href*=people], [class*=byline] a[href*=profile], [class*=Byline] a",
  "[class*=author-name], [class*=author__name], [class*=AuthorName], [class*=authorName], [data-testid*=author]",
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

/** Bylines stand so near to the headline. */
const LINES_AFTER = 8;
const LINES_BEFORE = 2;
/** A date may stand before the words of a byline: "Posted on 3 April by Jana". */
const MAX_BEFORE = 60;

/** What stands before the words that introduce a date: "By Ana Novak Updated 3 April". */
function withoutDates(byline: string, labels: readonly DateLabel[]): string {
  const starts = labels.map(({ pattern }) => pattern.exec(byline)?.index ?? 0).filter((start) => start > 0);
  return starts.length === 0 ? byline : byline.slice(0, Math.min(...starts));
}

/** The byline in a line, from the words that introduce it; null where none do. */
function bylineIn(line: string, { bylines: rules, labels }: AuthorSearch["tables"]): string | null {
  if (line.length > MAX_BYLINE) return null;
  for (const { what, pattern } of rules) {
    if (what !== "before") continue;
    if (pattern.test(line)) return withoutDates(line, labels);
    const words = line.split(" ");
    const at = words.findIndex((_word, index) => index > 0 && pattern.test(words.slice(index).join(" ")));
    const before = words.slice(0, Math.max(0, at)).join(" ");
    if (at > 0 && before.length <= MAX_BEFORE && /\d/.test(before))
      return withoutDates(words.slice(at).join(" "), labels);
  }
  return null;
}

/** Lines near the headline that name who wrote it. */
function inLines({ lines, titles, tables }: AuthorSearch): readonly string[] {
  const keys = lines.map(bare);
  const at = titles
    .map(bare)
    .map((title) => (title === "" ? -1 : keys.indexOf(title)))
    .find((place) => place >= 0);
  if (at === undefined) return [];
  const near = [
    ...lines.slice(at + 1, at + 1 + LINES_AFTER),
    ...lines.slice(Math.max(0, at - LINES_BEFORE), at),
  ];
  const bylines = near.flatMap((line) => bylineIn(line, tables) ?? []);
  return bylines.slice(0, 1);
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
export function pageSignatures(search: AuthorSearch): readonly string[] {
  const { document, meta, linked, tables } = search;
  const stated = [linkedAuthors(linked), toldBy(meta, "author", tables).map(({ content }) => content)];
  const places = [...stated, ...visible(document), inLines(search)];
  const named = places.find((texts) => texts.some((text) => personsIn(text, tables.bylines).length > 0));
  return named ?? places.find((texts) => texts.length > 0) ?? [];
}
