import { byline } from "./byline.ts";
import { collapse, type Metadata, type Piece } from "./draft.ts";

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

/** Markdown's marks are taken off; the words of links and emphasis stay. */
function withoutMarks(line: string): string {
  return line
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\[([^\]]+)\]\([^)\s]+\)/g, "$1")
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .replace(/^>\s?/, "");
}

function toPiece(line: string): Piece {
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
  return texts.filter((line) => line !== "").map(toPiece);
}

/** Fields at the head of a Markdown file, between two lines of `---`. */
const FRONT_MATTER = /^---\n([\s\S]{0,4000}?)\n---\n/;

function frontMatter(text: string): Readonly<Record<string, string>> {
  const fields = FRONT_MATTER.exec(text)?.[1] ?? "";
  const pairs = [...fields.matchAll(/^(\w+):[ \t]*["']?(.+?)["']?[ \t]*$/gm)];
  return Object.fromEntries(pairs.map((match) => [match[1] ?? "", match[2] ?? ""]));
}

/** Lines, paragraphs and headings of a plain text or Markdown file, nothing judged yet. */
export function readPlain(source: string): {
  readonly metadata: Metadata;
  readonly pieces: readonly Piece[];
} {
  const text = source.replace(/\r\n?/g, "\n").replace(/\u2028|\u2029/g, "\n");
  const fields = frontMatter(text);
  const body = text.replace(FRONT_MATTER, "");
  const metadata: Metadata = {
    ...(fields.title ? { title: fields.title } : {}),
    ...(fields.url ? { url: fields.url } : {}),
    ...(fields.outlet ? { outlet: fields.outlet } : {}),
    ...(fields.author ? { authors: byline(fields.author) } : {}),
    ...(fields.date ? { published: fields.date } : {}),
  };
  return { metadata, pieces: body.split(/\n[^\S\n]*\n/).flatMap(piecesOf) };
}
