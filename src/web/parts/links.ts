import type { Span } from "../library.ts";
import { type Html, html } from "./html.ts";

// Ids may be any text that a person gave, so they never enter an address or an anchor as they are.
const segment = encodeURIComponent;

/** An id as the `id` of an element: letters, digits and "-" only, different ids giving different anchors. */
export function anchor(prefix: string, id: string): string {
  const plain = id.replace(/[^A-Za-z0-9-]/g, (character) => `_${character.charCodeAt(0).toString(16)}_`);
  return `${prefix}-${plain}`;
}

export function storyPath(story: string): string {
  return `/stories/${segment(story)}`;
}

/** The entry by itself, with every word it rests on; as it was known on a day, where one is given. */
export function entryPath(event: string, asOf = ""): string {
  return `/events/${segment(event)}${asOf === "" ? "" : `?asof=${asOf}`}`;
}

/** The entry in its place on the timeline. */
export function placePath(story: string, event: string): string {
  return `${storyPath(story)}?at=${segment(event)}#${anchor("entry", event)}`;
}

/** How an entry came about. */
export function explainPath(id: string): string {
  return `/explain/${segment(id)}`;
}

/** The page as it came, without anything that could run or load. */
export function originalPath(article: string): string {
  return `/originals/${segment(article)}`;
}

export function articlePath(article: string): string {
  return `/articles/${segment(article)}`;
}

/** The article with the words of the span marked and scrolled to. */
export function citedPath({ article, start, end }: Span & { readonly article: string }): string {
  return `${articlePath(article)}?mark=${start}-${end}#cited`;
}

export function entityPath(entity: string): string {
  return `/entities/${segment(entity)}`;
}

/** All that somebody is quoted with. */
export function saidPath(speaker: string): string {
  return `/quotations?speaker=${segment(speaker)}`;
}

/** Somebody's part of a story. */
export function partPath(story: string, entity: string): string {
  return `${storyPath(story)}?who=${segment(entity)}`;
}

/** The quotation in its place on its page. */
export function quotationPath(quotation: string): string {
  return `/quotations?at=${segment(quotation)}#${anchor("quotation", quotation)}`;
}

/** A link out of the chronicle, where the address is one of the web; the words alone where it is not. */
export function outward(url: string | null | undefined, words: string): Html {
  if (!url || !/^https?:\/\//i.test(url)) return html`${words}`;
  return html`<a href="${url}" rel="noreferrer noopener" class="outward">${words}</a>`;
}
