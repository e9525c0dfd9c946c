import type { Block } from "../../src/model/article.ts";
import type { Span } from "../../src/model/span.ts";

/** A word as a tool finds it in running text. */
export interface ReadWord extends Span {
  readonly upos: string;
  readonly lemma: string;
}

export interface ReadText {
  readonly sentences: readonly Span[];
  readonly words: readonly ReadWord[];
}

/** A tool that reads running text: ours, or one we are compared with. */
export interface TextReader {
  /** With its version. */
  readonly name: string;
  /** Milliseconds of processor time until the first text can be read. */
  readonly loadMs: number;
  /** What a user has to fetch for its models, gzipped. */
  readonly bytes: number;
  /** Sentences and words of a text whose paragraphs are known. */
  read(text: string, blocks: readonly Block[]): ReadText;
  /** What a user of the tool would have it do with an article, for its speed. */
  process(text: string): void;
}

/** Processor time of this process since `before`, or since its start, in milliseconds. */
export function processorMs(before?: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e3;
}

/** Reads paragraph by paragraph, for tools that know of none. */
export function byParagraph(
  text: string,
  blocks: readonly Block[],
  readParagraph: (paragraph: string) => ReadText,
): ReadText {
  const sentences: Span[] = [];
  const words: ReadWord[] = [];
  for (const { start, end } of blocks) {
    const moved = <Place extends Span>(place: Place): Place => ({
      ...place,
      start: place.start + start,
      end: place.end + start,
    });
    const paragraph = readParagraph(text.slice(start, end));
    sentences.push(...paragraph.sentences.map(moved));
    words.push(...paragraph.words.map(moved));
  }
  return { sentences, words };
}

/** Where the pieces of a text stand in it, one after the other. A piece that the text does not hold is left out. */
export function placesOf(text: string, pieces: readonly string[]): (Span | undefined)[] {
  let at = 0;
  return pieces.map((piece) => {
    const start = piece === "" ? -1 : text.indexOf(piece, at);
    if (start < 0) return undefined;
    at = start + piece.length;
    return { start, end: at };
  });
}
