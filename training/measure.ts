import { type Language, parseWords, readLanguage } from "../src/language/language.ts";
import type { Block } from "../src/model/article.ts";
import type { Span } from "../src/model/span.ts";
import type { TreebankSentence } from "./treebank.ts";

/** Right, found and wanted counts; F1 is their harmonic mean. */
export interface Counts {
  readonly right: number;
  readonly found: number;
  readonly wanted: number;
}

/** F1 in per cent. */
export function f1({ right, found, wanted }: Counts): number {
  return found + wanted === 0 ? 0 : (200 * right) / (found + wanted);
}

/** Figures on gold words, in per cent: UAS and LAS without punctuation, relations in full. */
export interface GoldWordFigures {
  readonly upos: number;
  readonly xpos: number;
  readonly feats: number;
  readonly lemma: number;
  readonly uas: number;
  readonly las: number;
}

/** Measures tags, lemmas and trees on the words of a treebank. */
export function measureGoldWords(
  sentences: readonly TreebankSentence[],
  language: Language,
): GoldWordFigures {
  const parsed = parseWords(
    sentences.map(({ words }) => words.map((word) => word.form)),
    language,
  );
  const right = { upos: 0, xpos: 0, feats: 0, lemma: 0, uas: 0, las: 0 };
  let all = 0;
  let arcs = 0;
  sentences.forEach(({ words }, s) => {
    words.forEach((gold, i) => {
      const ours = (parsed[s] as (typeof parsed)[0])[i] as (typeof parsed)[0][0];
      all++;
      for (const key of ["upos", "xpos", "feats"] as const) if (ours[key] === gold[key]) right[key]++;
      if (ours.lemma === gold.lemma || gold.lemma === "_") right.lemma++;
      if (gold.upos === "PUNCT") return;
      arcs++;
      if (ours.head !== gold.head) return;
      right.uas++;
      if (ours.deprel === gold.deprel) right.las++;
    });
  });
  const share = (n: number, of: number) => (100 * n) / of;
  return {
    upos: share(right.upos, all),
    xpos: share(right.xpos, all),
    feats: share(right.feats, all),
    lemma: share(right.lemma, all),
    uas: share(right.uas, arcs),
    las: share(right.las, arcs),
  };
}

/** A treebank as running text, with its paragraphs as blocks and its words and sentences as spans. */
export interface RunningText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly words: readonly Span[];
  readonly sentences: readonly Span[];
}

interface Surface {
  readonly form: string;
  readonly parts: readonly string[];
  readonly space: boolean;
}

/** The sentence's surface tokens, each with the syntactic words that it is made of. */
function surfaceOf(sentence: TreebankSentence): Surface[] {
  const list: Surface[] = [];
  const ranges = new Map<number, { last: number; form: string; misc: string }>();
  for (const { line } of sentence.others) {
    const columns = line.split("\t");
    const range = /^(\d+)-(\d+)$/.exec(columns[0] as string);
    if (range)
      ranges.set(Number(range[1]), {
        last: Number(range[2]),
        form: columns[1] as string,
        misc: columns[9] as string,
      });
  }
  const { words } = sentence;
  for (let i = 0; i < words.length; i++) {
    const range = ranges.get(i + 1);
    const last = range ? range.last : i + 1;
    const parts = words.slice(i, last).map((word) => word.form);
    const misc = range ? range.misc : (words[i] as { misc: string }).misc;
    const form = range ? range.form : (parts[0] as string);
    list.push({
      form,
      parts: parts.join("") === form ? parts : [form],
      space: !misc.includes("SpaceAfter=No"),
    });
    i = last - 1;
  }
  return list;
}

/** Writes the sentences as running text, as they stood in the source. */
export function runningText(sentences: readonly TreebankSentence[]): RunningText {
  const blocks: Block[] = [];
  const words: Span[] = [];
  const spans: Span[] = [];
  let text = "";
  let blockStart = 0;
  const closeBlock = () => {
    if (text.length > blockStart) blocks.push({ start: blockStart, end: text.length, kind: "paragraph" });
    if (text !== "") text += "\n\n";
    blockStart = text.length;
  };
  for (const sentence of sentences) {
    if (sentence.newParagraph) closeBlock();
    const start = text.length;
    let end = start;
    for (const { form, parts, space } of surfaceOf(sentence)) {
      let at = text.length;
      for (const part of parts) {
        words.push({ start: at, end: at + part.length });
        at += part.length;
      }
      text += form;
      end = text.length;
      if (space) text += " ";
    }
    spans.push({ start, end });
  }
  closeBlock();
  return { text, blocks, words, sentences: spans };
}

/** How many spans two lists share. */
export function spanCounts(found: readonly Span[], wanted: readonly Span[]): Counts {
  const keys = new Set(wanted.map(({ start, end }) => `${start}-${end}`));
  const right = found.filter(({ start, end }) => keys.has(`${start}-${end}`)).length;
  return { right, found: found.length, wanted: wanted.length };
}

/** F1 of words and of sentences found in running text, paragraphs given. */
export function measureBoundaries(
  sentences: readonly TreebankSentence[],
  language: Language,
): { readonly words: number; readonly sentences: number } {
  const gold = runningText(sentences);
  const ours = readLanguage(gold.text, gold.blocks, language);
  return {
    words: f1(spanCounts(ours.tokens, gold.words)),
    sentences: f1(spanCounts(ours.sentences, gold.sentences)),
  };
}
