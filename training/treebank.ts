import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type ConlluSentence, readConllu } from "../src/language/conllu.ts";

/** Genres of GUM whose documents may not be used commercially. */
const NON_COMMERCIAL = new Set(["whow", "fiction"]);

/** A sentence with the id of its document. */
export interface TreebankSentence extends ConlluSentence {
  readonly doc: string;
  readonly newParagraph: boolean;
}

function commentValue(sentence: ConlluSentence, key: string): string | undefined {
  const line = sentence.comments.find((comment) => comment.startsWith(`# ${key} = `));
  return line?.slice(key.length + 5);
}

function withDocuments(sentences: readonly ConlluSentence[]): TreebankSentence[] {
  let doc = "";
  return sentences.map((sentence) => {
    doc = commentValue(sentence, "newdoc id") ?? doc;
    const newParagraph = sentence.comments.some((comment) => /^# new(par|doc)/.test(comment));
    return { ...sentence, doc, newParagraph };
  });
}

/** Reads a gzipped CoNLL-U file. */
export function readTreebank(path: string): TreebankSentence[] {
  return withDocuments(readConllu(gunzipSync(readFileSync(path)).toString("utf8")));
}

/** Whether a document of GUM may be used for any purpose, by its id ("GUM_news_afghan"). */
export function isFreeDocument(doc: string): boolean {
  return !(doc.startsWith("GUM_") && NON_COMMERCIAL.has(doc.split("_")[1] ?? ""));
}

/** Whether words stand apart by a slip of typing ("with out"): their tags would teach nothing of edited text. */
function isMistyped({ words }: TreebankSentence): boolean {
  return words.some((word) => word.deprel === "goeswith" || word.xpos === "GW");
}

/** Times that each of our own sentences is trained on: they are few, and stand for what treebanks lack. */
const EXTRA_TIMES = 3;

/** Sentences of our own writing, in training/extra. Each is a document of its own. */
export function ownSentences(): TreebankSentence[] {
  const folder = join(import.meta.dirname, "extra");
  const files = readdirSync(folder).filter((name) => name.endsWith(".conllu"));
  const sentences = files.sort().flatMap((name) => readConllu(readFileSync(join(folder, name), "utf8")));
  return sentences.map((sentence, k) => ({ ...sentence, doc: `own-${k}`, newParagraph: true }));
}

function extraSentences(): TreebankSentence[] {
  const own = ownSentences();
  return Array.from({ length: EXTRA_TIMES }, () => own).flat();
}

/**
 * The sentences to learn boundaries from, in the order of their documents: EWT, GUM without the documents
 * closed to commercial use, and our own.
 */
export function runningSentences(gold: string): TreebankSentence[] {
  const ewt = readTreebank(join(gold, "syntax", "ewt-train.conllu.gz"));
  const gum = readTreebank(join(gold, "syntax", "gum-train.conllu.gz"));
  const free = gum.filter((sentence) => isFreeDocument(sentence.doc));
  return [...ewt, ...free, ...extraSentences()];
}

/** The sentences to train all else on: those whose words do not stand apart by a slip of typing. */
export function trainingSentences(gold: string): TreebankSentence[] {
  return runningSentences(gold).filter((sentence) => !isMistyped(sentence));
}

/** The sentences to measure on. */
export function devSentences(gold: string, bank: "ewt" | "gum"): TreebankSentence[] {
  return readTreebank(join(gold, "syntax", `${bank}-dev.conllu.gz`));
}

/** Joint tag of a word. */
export function jointTag(word: { readonly upos: string; readonly xpos: string }): string {
  return `${word.upos}|${word.xpos}`;
}
