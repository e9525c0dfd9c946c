import type { Piece } from "../draft.ts";
import type { Line } from "./lines.ts";

/** Lines further apart than this, by the usual distance, begin a new paragraph. */
const GAP = 1.35;
/** A first line is set in by at least so much of the letters' height. */
const INDENT = 0.8;
/** Letters larger than the text's by so much are a heading. */
const LARGER = 1.15;
/** A line that ends so far before the right edge, by the letters' height, is a paragraph's last. */
const SHORT = 4;
/** The least room, by the letters' height, that a broken line leaves besides that for a word. */
const SLACK = 1.5;
/** A heading has no more characters. */
const MAX_HEADING = 200;

const ENDS_SENTENCE = /[.!?…:][”"’')\]]*$/;
const BROKEN_WORD = /(\p{L}+)-$/u;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The size that most characters have. */
function textSize(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

/** How the text is set, taken from most of its lines. */
interface Setting {
  readonly size: number;
  /** From foot to foot. */
  readonly leading: number;
  /** Right edge of the column that a line stands in. */
  readonly edgeOf: (line: Line) => number;
}

/** Lines of one column begin within so many of their heights. */
const COLUMN = 4;

/** The right edge of each line's column: where the furthest of its lines on the page ends. */
function edgesOf(lines: readonly Line[]): (line: Line) => number {
  const edges = new Map<string, number>();
  const keysOf = ({ page, x, size }: Line): readonly string[] => {
    const cell = Math.floor(x / (COLUMN * size));
    // The next cell too: a first line may be set in across the border of two.
    return [cell, cell + 1].map((each) => `${page}:${Math.round(size)}:${each}`);
  };
  for (const line of lines) {
    for (const key of keysOf(line)) edges.set(key, Math.max(edges.get(key) ?? 0, line.end));
  }
  return (line) => edges.get(keysOf(line)[0] ?? "") ?? line.end;
}

/** Whether the next line's first word would have stood at the end of the last one: then it was broken on purpose. */
function wouldFit(line: Line, last: Line, edge: number): boolean {
  if (BROKEN_WORD.test(last.text)) return false;
  const word = line.text.split(" ", 1)[0] ?? "";
  const width = ((line.end - line.x) * word.length) / line.text.length;
  return last.end + width + SLACK * last.size < edge;
}

function settingOf(lines: readonly Line[]): Setting {
  const size = textSize(lines);
  const steps = lines.slice(1).flatMap((line, index) => {
    const step = (lines[index]?.y ?? 0) - line.y;
    return step > 0 && step < 3 * size ? [step] : [];
  });
  return { size, leading: median(steps) || 1.2 * size, edgeOf: edgesOf(lines) };
}

/** Whether the line goes on with the paragraph of the one before. */
function goesOn(line: Line, last: Line, { leading, edgeOf }: Setting): boolean {
  const size = Math.max(line.size, last.size);
  if (Math.abs(line.size - last.size) > 0.1 * size) return false;
  const down = last.y - line.y;
  // At the top of a new column or page only the sentence tells.
  if (line.page !== last.page || down < 0 || down > 6 * leading) return !ENDS_SENTENCE.test(last.text);
  const step = Math.max(leading, 1.1 * size);
  if (down > GAP * step || wouldFit(line, last, edgeOf(last))) return false;
  const ended = ENDS_SENTENCE.test(last.text);
  const indented = line.x - last.x > INDENT * size && line.x - last.x < 5 * size;
  const short = last.end < line.end - SHORT * size;
  return !(ended && (indented || short));
}

/** Joins the lines of a paragraph; a word that was parted at the end of a line is made whole. */
function joinLines(lines: readonly Line[], whole: string): string {
  return lines.reduce((text, { text: next }) => {
    const broken = BROKEN_WORD.exec(text);
    if (broken === null || !/^\p{Ll}/u.test(next)) return text === "" ? next : `${text} ${next}`;
    const rest = /^\p{L}+/u.exec(next)?.[0] ?? "";
    // Words that are written with a hyphen elsewhere in the document keep it.
    const compound = whole.includes(`${broken[1]}-${rest}`) && !whole.includes(`${broken[1]}${rest}`);
    return compound ? text + next : text.slice(0, -1) + next;
  }, "");
}

function kindOf(lines: readonly Line[], text: string, setting: Setting): Piece["kind"] {
  const size = lines[0]?.size ?? 0;
  return size > LARGER * setting.size && text.length <= MAX_HEADING ? "heading" : "paragraph";
}

/** The largest heading of the first page is the title. */
function withTitle(
  pieces: readonly (Piece & { readonly size: number; readonly page: number })[],
): readonly Piece[] {
  const [first] = pieces;
  const heads = pieces.filter((piece) => piece.kind === "heading" && piece.page === first?.page);
  const largest = Math.max(...heads.map((piece) => piece.size));
  const title = heads.find((piece) => piece.size === largest);
  return pieces.map((piece): Piece => ({ kind: piece === title ? "title" : piece.kind, text: piece.text }));
}

/** The paragraphs and headings that the lines were set from. */
export function paragraphsOf(lines: readonly Line[]): readonly Piece[] {
  const setting = settingOf(lines);
  const whole = lines.map(({ text }) => text).join(" ");
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && goesOn(line, last, setting)) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  const pieces = groups.map((group) => {
    const text = joinLines(group, whole);
    const [first] = group as [Line];
    return { kind: kindOf(group, text, setting), text, size: first.size, page: first.page };
  });
  return withTitle(pieces);
}
