import type { Article, Block, Span } from "../library.ts";
import { type Html, html } from "../parts/html.ts";
import { type Mark, marked } from "./marks.ts";

type Part = Pick<Block, "kind" | "start" | "end">;

/** The blocks, and as paragraphs all words that no block covers: what is cited must always be there to see. */
function partsOf({ text, blocks }: Article): Part[] {
  const parts: Part[] = [];
  let position = 0;
  const addLoose = (end: number) => {
    if (text.slice(position, end).trim() !== "") parts.push({ kind: "paragraph", start: position, end });
  };
  for (const block of [...blocks].sort((a, b) => a.start - b.start)) {
    if (block.end <= position) continue;
    addLoose(block.start);
    parts.push({ ...block, start: Math.max(block.start, position) });
    position = block.end;
  }
  addLoose(text.length);
  return parts;
}

function block({ kind }: Part, words: readonly Html[]): Html {
  switch (kind) {
    case "title":
      return html`<h1>${words}</h1>`;
    case "heading":
      return html`<h2>${words}</h2>`;
    case "caption":
      return html`<p class="caption"><span class="label">Caption</span> ${words}</p>`;
    case "list-item":
      return html`<p class="list-item">${words}</p>`;
    case "paragraph":
      return html`<p>${words}</p>`;
  }
}

/** The kept text block by block, with marks in it; it begins with the one first-level heading of the page. */
export function articleText(article: Article, marks: readonly Mark[]): Html {
  const parts = partsOf(article);
  const title = parts.find(({ kind }) => kind === "title");
  const blocks = parts.map((part) => {
    const again = part.kind === "title" && part !== title;
    return block(again ? { ...part, kind: "heading" } : part, marked(article.text, part, marks));
  });
  return html`${title ? null : html`<h1><bdi>${article.title ?? "Report without a title"}</bdi></h1>`}${blocks}`;
}

/** The mark of cited words; its first piece carries the anchor `cited`. */
export function citedMark(article: Article, span: Span): Mark {
  // The anchor stands where the first visible word is, even if the span begins in the space before a block.
  const start = span.start + (/^\s*/.exec(article.text.slice(span.start, span.end))?.[0].length ?? 0);
  return {
    start,
    end: span.end,
    wrap: (words, { first }) =>
      first
        ? html`<mark id="cited" class="cited">${words}</mark>`
        : html`<mark class="cited">${words}</mark>`,
  };
}
