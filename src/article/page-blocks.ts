import type { BlockKind } from "../model/article.ts";
import { isElement, type PageElement, type PageNode, TEXT_NODE } from "./dom.ts";
import { collapse, type Piece } from "./draft.ts";

/** Elements that a reader does not see as text. */
export const UNSEEN = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT EMBED SVG MATH BUTTON SELECT INPUT TEXTAREA VIDEO AUDIO CANVAS HEAD".split(
    " ",
  ),
);

/** Elements within a line; all others begin a new block. */
export const INLINE = new Set(
  "A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK NOBR Q RUBY S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR IMG PICTURE SOURCE".split(
    " ",
  ),
);

const KIND_OF: Readonly<Record<string, BlockKind>> = {
  H1: "heading",
  H2: "heading",
  H3: "heading",
  H4: "heading",
  H5: "heading",
  H6: "heading",
  LI: "list-item",
  DT: "list-item",
  FIGURE: "caption",
  FIGCAPTION: "caption",
  CAPTION: "caption",
  BLOCKQUOTE: "paragraph",
  TABLE: "paragraph",
  PRE: "paragraph",
};

/** Some sites put quotations and tables into figures: they are text. */
const QUOTED = new Set(["BLOCKQUOTE", "TABLE", "PRE"]);

/** Class names under which pages without `figcaption` keep the words under a photograph. */
const CAPTION_CLASS =
  /(?:^|[\s_-])(?:caption|figcaption|photo-?credit|image-?credit|img-?credit)s?(?:$|[\s_-]|text|wrap)/i;

/** Two line breaks in a row end a paragraph; one is a space. */
const BREAK = "\n";
const PARAGRAPH_BREAK = /\n[ \t]*(?:\n[ \t]*)+/;

/** Share of a block's characters that makes it a link as a whole. */
const LINKED_SHARE = 0.9;

class BlockReader {
  readonly pieces: Piece[] = [];
  #words = "";
  #linkedLength = 0;
  #linkDepth = 0;

  /** Ends the block that is being read. */
  flush(kind: BlockKind): void {
    const linked =
      this.#linkedLength > 0 && this.#linkedLength >= collapse(this.#words).length * LINKED_SHARE;
    for (const part of this.#words.split(PARAGRAPH_BREAK)) {
      const text = collapse(part);
      const lines = part
        .split(BREAK)
        .map(collapse)
        .filter((line) => line !== "");
      if (text === "") continue;
      this.pieces.push({ kind, text, ...(linked ? { linked } : {}), ...(lines.length > 1 ? { lines } : {}) });
    }
    this.#words = "";
    this.#linkedLength = 0;
  }

  #addText(text: string): void {
    const words = text.replace(/\s+/g, " ");
    this.#words += words;
    if (this.#linkDepth > 0) this.#linkedLength += words.trim().length;
  }

  read(node: PageNode, kind: BlockKind): void {
    for (const child of node.childNodes) {
      if (child.nodeType === TEXT_NODE) this.#addText(child.textContent ?? "");
      else if (isElement(child)) this.#readElement(child, kind);
    }
  }

  #readElement(element: PageElement, kind: BlockKind): void {
    const name = element.tagName.toUpperCase();
    if (UNSEEN.has(name)) return;
    if (name === "BR") {
      this.#words += BREAK;
      return;
    }
    const isCaption = CAPTION_CLASS.test(element.getAttribute("class") ?? "");
    if (INLINE.has(name) && !isCaption) {
      // Pages set times and names side by side and leave it to their style to keep them apart.
      if (name === "TIME") this.#words += " ";
      if (name === "A") this.#linkDepth++;
      this.read(element, kind);
      if (name === "A") this.#linkDepth--;
      if (name === "TIME") this.#words += " ";
      return;
    }
    const own = isCaption || (kind === "caption" && !QUOTED.has(name)) ? "caption" : (KIND_OF[name] ?? kind);
    this.flush(kind);
    this.read(element, own);
    this.flush(own);
  }
}

/** The blocks of an element, in order, as a reader sees them. */
export function blocksOf(element: PageElement): readonly Piece[] {
  const reader = new BlockReader();
  reader.read(element, "paragraph");
  reader.flush("paragraph");
  return reader.pieces;
}
