import type { BlockKind } from "../model/article.ts";
import { isElement, type PageElement, type PageNode, TEXT_NODE } from "./dom.ts";
import { collapse, type Piece } from "./draft.ts";

/** Elements that a reader does not see as text. */
const UNSEEN = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT EMBED SVG MATH BUTTON SELECT INPUT TEXTAREA VIDEO AUDIO CANVAS HEAD".split(
    " ",
  ),
);

/** Elements within a line; all others begin a new block. */
const INLINE = new Set(
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
  FIGCAPTION: "caption",
  CAPTION: "caption",
};

/** Class names under which pages without `figcaption` keep the words under a photograph. */
const CAPTION_CLASS =
  /(?:^|[\s_-])(?:caption|figcaption|photo-?credit|image-?credit|img-?credit)s?(?:$|[\s_-]|text|wrap)/i;

/** Two line breaks in a row end a paragraph; one is a space. */
const BREAK = "\n";
const PARAGRAPH_BREAK = /\n[ \t]*(?:\n[ \t]*)+/;

class BlockReader {
  readonly pieces: Piece[] = [];
  #words = "";

  /** Ends the block that is being read. */
  flush(kind: BlockKind): void {
    for (const part of this.#words.split(PARAGRAPH_BREAK)) {
      const text = collapse(part);
      if (text !== "") this.pieces.push({ kind, text });
    }
    this.#words = "";
  }

  read(node: PageNode, kind: BlockKind): void {
    for (const child of node.childNodes) {
      if (child.nodeType === TEXT_NODE) this.#words += (child.textContent ?? "").replace(/\s+/g, " ");
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
      this.read(element, kind);
      return;
    }
    const own = kind === "caption" || isCaption ? "caption" : (KIND_OF[name] ?? kind);
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
