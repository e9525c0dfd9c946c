import type { Span } from "../../src/model/span.ts";
import { type Counts, f1 } from "../../training/measure.ts";
import type { Bank } from "./banks.ts";
import type { ReadText, TextReader } from "./reader.ts";
import { type PlacedWord, runningText } from "./running-text.ts";
import type { Row, Table } from "./table.ts";

function spanKey({ start, end }: Span): string {
  return `${start}-${end}`;
}

/** How many spans two lists share. */
function countSpans(found: readonly Span[], wanted: readonly Span[]): Counts {
  const keys = new Set(wanted.map(spanKey));
  const right = found.filter((span) => keys.has(spanKey(span))).length;
  return { right, found: found.length, wanted: wanted.length };
}

/** Figures of a tool on running text, in per cent, in the order of the columns. */
function scoreText(read: ReadText, gold: { words: readonly PlacedWord[]; sentences: readonly Span[] }) {
  const words = new Map(gold.words.map((word) => [spanKey(word), word.gold]));
  const shared = read.words.flatMap((word) => {
    const annotated = words.get(spanKey(word));
    return annotated ? [{ word, annotated }] : [];
  });
  const tagged = shared.filter(({ word, annotated }) => word.upos === annotated.upos).length;
  const lemmatised = shared.filter(
    ({ word, annotated }) => word.lemma.toLowerCase() === annotated.lemma.toLowerCase(),
  ).length;
  const [found, wanted] = [read.words.length, gold.words.length];
  return [
    f1(countSpans(read.sentences, gold.sentences)),
    f1(countSpans(read.words, gold.words)),
    f1({ right: tagged, found, wanted }),
    (100 * tagged) / shared.length,
    (100 * lemmatised) / shared.length,
  ];
}

/** One tool on one treebank, from its running text. */
function rawRow({ name, sentences }: Bank, reader: TextReader, noFloor: boolean): Row {
  const gold = runningText(sentences);
  const read = reader.read(gold.text, gold.blocks);
  return { name: `${name}, ${reader.name}`, cells: scoreText(read, gold), noFloor };
}

/** Sentences, words, tags and lemmas from running text: ours beside the peers. */
export function rawTextTable(banks: readonly Bank[], ours: TextReader, peers: readonly TextReader[]): Table {
  return {
    title: "raw text",
    about:
      "paragraphs given; F1 of sentences and words with the annotated bounds; “UPOS F1”: bounds and tag; “of shared”: % of the words with right bounds, lemmas without case",
    columns: ["sentences", "words", "UPOS F1", "UPOS of shared", "lemma of shared"],
    floors: ["sentences", "words"],
    rows: banks.flatMap((bank) => [
      rawRow(bank, ours, false),
      ...peers.map((peer) => rawRow(bank, peer, true)),
    ]),
  };
}
