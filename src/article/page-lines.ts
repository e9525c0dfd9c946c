import { isElement, type PageElement, type PageNode, TEXT_NODE } from "./dom.ts";
import { collapse } from "./draft.ts";
import { INLINE, UNSEEN } from "./page-blocks.ts";

/** Places of other stories, and of what readers say. */
const ELSEWHERE =
  /(?:^|[\s_-])(?:related|recommend\w*|recirc\w*|comments?|sidebar|side-?bar|teasers?|cards?|most-?\w*|popular|trending|latest|more-?\w*|promo\w*|also|next|outbrain|taboola|carousel|rail|menu|nav\w*|footer|masthead|ticker)(?:$|[\s_-])/i;
const ELSEWHERE_TAGS = new Set(["NAV", "ASIDE", "FOOTER", "FIGURE", "FORM", "BLOCKQUOTE"]);

/** The elements that hold a headline: they are no place of other stories, whatever they are called. */
export type Holders = ReadonlySet<PageElement>;

/** The elements around the page's headings of the first level. */
export function headlineHolders(root: PageElement): Holders {
  const holders = new Set<PageElement>();
  for (const heading of root.querySelectorAll("h1")) {
    for (let at: PageElement | null = heading; at !== null && isElement(at); at = at.parentNode)
      holders.add(at);
  }
  return holders;
}

/** Whether the element is a place of other stories. */
function marksElsewhere(element: PageElement, holders: Holders): boolean {
  const tag = element.tagName.toUpperCase();
  if (tag === "BODY" || tag === "MAIN" || holders.has(element)) return false;
  // The foot of an article names its author and day.
  if (tag === "FOOTER" && element.parentNode?.tagName.toUpperCase() === "ARTICLE") return false;
  const names = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;
  return ELSEWHERE_TAGS.has(tag) || ELSEWHERE.test(names);
}

/** Whether the element stands in a place of other stories. */
export function isElsewhere(element: PageElement, holders: Holders): boolean {
  for (let at: PageElement | null = element; at !== null && isElement(at); at = at.parentNode) {
    if (holders.has(at)) return false;
    if (marksElsewhere(at, holders)) return true;
  }
  return false;
}

function readLines(node: PageNode, holders: Holders, lines: string[]): void {
  for (const child of node.childNodes) {
    if (child.nodeType === TEXT_NODE) {
      lines[lines.length - 1] += ` ${child.textContent ?? ""}`;
      continue;
    }
    if (!isElement(child)) continue;
    const tag = child.tagName.toUpperCase();
    if (UNSEEN.has(tag) || marksElsewhere(child, holders)) continue;
    const isInline = INLINE.has(tag);
    if (!isInline) lines.push("");
    readLines(child, holders, lines);
    if (!isInline) lines.push("");
  }
}

/**
 * The lines of a page as a reader sees them, without those of other stories; words of elements side by side
 * are kept apart, as the page's style keeps them.
 */
export function linesOf(root: PageElement): readonly string[] {
  const lines = [""];
  readLines(root, headlineHolders(root), lines);
  return lines.map(collapse).filter((line) => line !== "");
}
