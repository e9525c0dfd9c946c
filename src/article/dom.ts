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

/**
 * The page as a tree. Nothing in it is run or fetched.
 *
 * @throws ChroniclerError `too-large` for a page built to exhaust the reader
 */
export function parsePage(html: string, name: string): PageDocument {
  guardPage(html, name);
  // Without a root element the library takes the first tag for the root.
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  try {
    return parseHTML(whole).document as unknown as PageDocument;
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
