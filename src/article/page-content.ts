import { Readability } from "@mozilla/readability";
import type { PageDocument, PageElement } from "./dom.ts";

/** What is never part of a report's own text, whatever the library's scores say. */
const NEVER = [
  "script",
  "style",
  "template",
  "nav",
  "form",
  "[role=navigation]",
  "[role=search]",
  "[aria-modal=true]",
  "[hidden]",
].join(",");

function prune(root: PageElement, selector: string): void {
  for (const element of [...root.querySelectorAll(selector)]) element.remove();
}

/** The element that holds the report, or null where none stands out. Changes the document. */
export function contentOf(document: PageDocument): PageElement | null {
  prune(document, NEVER);
  try {
    const options = {
      serializer: (node: unknown) => node as PageElement,
      keepClasses: true,
      disableJSONLD: true,
    };
    return (
      (new Readability(document as never, options as never).parse()?.content as PageElement | undefined) ??
      null
    );
  } catch {
    // The library gives up on pages with hundreds of thousands of nodes; the whole body is the next best.
    return null;
  }
}
