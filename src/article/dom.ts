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
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
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

/** Old pages write names of attributes in capitals; HTML means the same by them, the library does not. */
const CAPITAL_ATTRIBUTE = /\s(?:HREF|SRC|REL|NAME|CONTENT|CLASS|ID|PROPERTY|DATETIME|LANG)\s?=/;

function lowerAttributes(document: PageDocument): void {
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of [...element.attributes]) {
      if (name !== name.toLowerCase()) element.setAttribute(name.toLowerCase(), value);
    }
  }
}

/**
 * The page as a tree. Nothing in it is run or fetched.
 *
 * @throws ChroniclerError `too-large` for a page built to exhaust the reader
 */
export function parsePage(html: string, name: string): PageDocument {
  guardPage(html, name);
  try {
    const document = parseHTML(withRootAndBody(html)).document as unknown as PageDocument;
    if (CAPITAL_ATTRIBUTE.test(html)) lowerAttributes(document);
    return document;
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
