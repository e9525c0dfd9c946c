import { parseHTML } from "linkedom";
import { ChroniclerError } from "../model/error.ts";
import { guardPage } from "./page-guard.ts";

/** As much of the DOM as this folder uses; the compiler's own needs a browser. */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
  readonly parentNode: PageElement | null;
}

export interface PageElement extends PageNode {
  readonly tagName: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  remove(): void;
}

export interface PageDocument extends PageElement {
  readonly documentElement: PageElement | null;
  readonly body: PageElement | null;
}

export const ELEMENT_NODE = 1;
export const TEXT_NODE = 3;

/** Whether the node is an element. */
export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === ELEMENT_NODE;
}

/** The library makes neither root nor body where a page leaves them out, as HTML allows. */
function withRootAndBody(html: string): string {
  const root = /<html[^>]*>/i.exec(html);
  if (root === null) return `<html><body>${html}</body></html>`;
  if (/<body[\s>]/i.test(html)) return html;
  const head = /<\/head\s*>/i.exec(html);
  const at = head === null ? root.index + root[0].length : head.index + head[0].length;
  return `${html.slice(0, at)}<body>${html.slice(at)}`;
}

/**
 * The page as a tree. Nothing in it is run or fetched.
 *
 * @throws ChroniclerError `too-large` for a page built to exhaust the reader
 */
export function parsePage(html: string, name: string): PageDocument {
  guardPage(html, name);
  try {
    return parseHTML(withRootAndBody(html)).document as unknown as PageDocument;
  } catch (cause) {
    throw new ChroniclerError(
      "unreadable",
      `${name} could not be read as a web page; give its text instead.`,
      {
        cause,
      },
    );
  }
}
