import type { Span } from "../../src/model/span.ts";
import { byParagraph, type ReadText, type ReadWord, type TextReader } from "./reader.ts";

/** A word of compromise with the text around it; of a contraction, the second word is empty. */
interface Term {
  readonly pre: string;
  readonly text: string;
  readonly post: string;
  readonly normal: string;
  readonly root?: string;
  readonly tags: ReadonlySet<string>;
}

/** What is used of compromise. */
interface View {
  readonly docs: readonly (readonly Term[])[];
  compute(what: string): View;
}

/**
 * Its tags as Universal parts of speech: the first of these that a word bears. A word has several, from wide to
 * narrow; the order puts the narrow before the wide.
 */
const UPOS: readonly (readonly [tag: string, upos: string])[] = [
  ["Pronoun", "PRON"],
  ["Auxiliary", "AUX"],
  ["Copula", "AUX"],
  ["Modal", "AUX"],
  ["Negative", "PART"],
  ["Verb", "VERB"],
  ["Ordinal", "ADJ"],
  ["Value", "NUM"],
  ["NumericValue", "NUM"],
  ["WeekDay", "PROPN"],
  ["Month", "PROPN"],
  ["ProperNoun", "PROPN"],
  ["Adverb", "ADV"],
  ["Adjective", "ADJ"],
  ["Preposition", "ADP"],
  ["Particle", "ADP"],
  ["Conjunction", "CCONJ"],
  ["Determiner", "DET"],
  ["QuestionWord", "PRON"],
  ["Expression", "INTJ"],
  ["Url", "X"],
  ["Noun", "NOUN"],
];

/** Conjunctions that join clauses as equals; the others open a clause that depends. */
const COORDINATING = new Set(["and", "or", "but", "nor", "yet", "&", "plus"]);

/** Its text reader. */
export async function loadCompromise(): Promise<Pick<TextReader, "read" | "process">> {
  const { default: compromise } = await import("compromise");
  const read = compromise as unknown as (text: string) => View;
  read("A first text.").compute("root");
  return {
    read: (text, blocks) => byParagraph(text, blocks, (paragraph) => readParagraph(read(paragraph))),
    process(text) {
      read(text).compute("root");
    },
  };
}

function uposOf({ tags, normal }: Term): string {
  const found = UPOS.find(([tag]) => tags.has(tag))?.[1] ?? "X";
  return found === "CCONJ" && !COORDINATING.has(normal) ? "SCONJ" : found;
}

/** Its terms written one after the other are the text; what stands around a term is punctuation. */
function readParagraph(view: View): ReadText {
  const sentences: Span[] = [];
  const words: ReadWord[] = [];
  let at = 0;
  const addMarks = (around: string) => {
    for (const { index, 0: mark } of around.matchAll(/\S+/g)) {
      words.push({ start: at + index, end: at + index + mark.length, upos: "PUNCT", lemma: mark });
    }
    at += around.length;
  };
  for (const terms of view.compute("root").docs) {
    const first = words.length;
    for (const term of terms) {
      addMarks(term.pre);
      const end = at + term.text.length;
      if (end > at) words.push({ start: at, end, upos: uposOf(term), lemma: term.root ?? term.normal });
      at = end;
      addMarks(term.post);
    }
    const [from, to] = [words[first], words.at(-1)];
    if (from && to) sentences.push({ start: from.start, end: to.end });
  }
  return { sentences, words };
}
