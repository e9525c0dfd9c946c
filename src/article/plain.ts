import { collapse, type Metadata, type Piece } from "./draft.ts";
import { readFrontMatter } from "./front-matter.ts";
import { pictureCaption, withoutMarks, withoutMarkupLines } from "./markdown.ts";

/** Lines of hard-wrapped text are no longer than this; longer ones are whole paragraphs. */
const MAX_WRAP_WIDTH = 120;
/** Lines whose longest is shorter than this were not broken for want of room. */
const MIN_WRAP_WIDTH = 55;

/** Whether the lines are one paragraph broken for width: no next word would have fitted on the line before. */
function isWrapped(lines: readonly string[]): boolean {
  const width = lines.reduce((widest, line) => Math.max(widest, line.length), 0);
  if (lines.length < 2 || width > MAX_WRAP_WIDTH || width < MIN_WRAP_WIDTH) return false;
  return lines.slice(0, -1).every((line, index) => {
    const next = lines[index + 1] ?? "";
    const firstWord = next.split(/\s/, 1)[0] ?? "";
    return line.length + 1 + firstWord.length > width;
  });
}

const MARKDOWN_HEADING = /^(#{1,6})\s+(.+?)\s*#*$/;
const LIST_ITEM = /^(?:[-*+•▪◦]|\d{1,2}[.)])\s+(?=.*[\p{L}\p{N}])/u;

function toPiece(line: string): Piece {
  const caption = pictureCaption(line);
  if (caption !== null) return { kind: "caption", text: collapse(withoutMarks(caption)) };
  const heading = MARKDOWN_HEADING.exec(line);
  if (heading !== null) {
    return { kind: heading[1] === "#" ? "title" : "heading", text: collapse(withoutMarks(heading[2] ?? "")) };
  }
  const kind = LIST_ITEM.test(line) ? "list-item" : "paragraph";
  return { kind, text: collapse(withoutMarks(line.replace(LIST_ITEM, ""))) };
}

function piecesOf(chunk: string): readonly Piece[] {
  const lines = chunk.split("\n").map((line) => line.trim());
  const texts = isWrapped(lines) ? [lines.join(" ")] : lines;
  return texts.map(toPiece).filter((piece) => piece.text !== "");
}

/** Lines, paragraphs and headings of a plain text or Markdown file, nothing judged yet. */
export function readPlain(source: string): {
  readonly metadata: Metadata;
  readonly pieces: readonly Piece[];
} {
  const text = source.replace(/\r\n?/g, "\n").replace(/\u2028|\u2029/g, "\n");
  const { metadata, body } = readFrontMatter(text);
  return {
    metadata,
    pieces: withoutMarkupLines(body)
      .split(/\n[^\S\n]*\n/)
      .flatMap(piecesOf),
  };
}
