import { type Gazetteer, listBits } from "../../src/language/gazetteer.ts";
import { hashText } from "../../src/language/hash.ts";
import { buildLexicon } from "../../src/language/lexicon.ts";
import { describeForm, type Vocabulary, type WordInput } from "../../src/language/network/word-input.ts";
import { wordKey } from "../../src/language/words.ts";
import { shuffle } from "../random.ts";
import { jointTag, type TreebankSentence } from "../treebank.ts";

/** Stands for "not known here": such words teach the output nothing. */
export const UNKNOWN = -1;

/** A sentence as the network learns it. */
export interface Example {
  readonly inputs: readonly WordInput[];
  /** Bits of the lists of names. */
  readonly lists: Int32Array;
  /** Joint tags by number. */
  readonly tags: Int32Array;
  /** Heads, counted from 0; -1 is the root. */
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  /** Classes of names, or `UNKNOWN` where no one has marked them. */
  readonly names: Int32Array;
}

/** The classes that the network tells apart. */
export interface Inventory {
  readonly tags: readonly string[];
  readonly labels: readonly string[];
}

/** Collects tags and relations, in alphabetical order. */
export function collectInventory(sentences: readonly TreebankSentence[]): Inventory {
  const words = sentences.flatMap((sentence) => sentence.words);
  const sorted = (values: readonly string[]) => [...new Set(values)].sort();
  return { tags: sorted(words.map(jointTag)), labels: sorted(words.map(({ deprel }) => deprel)) };
}

/** Words seen at least so often are learned by themselves. */
const LEAST_COUNT = 2;

/** Numbers the words of the training sentences, and those that have vectors, from 1. */
export function collectVocabulary(
  sentences: readonly TreebankSentence[],
  vectorWords: readonly string[],
): Vocabulary {
  const counts = new Map<string, number>();
  for (const { words } of sentences) {
    for (const { form } of words) counts.set(wordKey(form), (counts.get(wordKey(form)) ?? 0) + 1);
  }
  const known = [...counts].filter(([, count]) => count >= LEAST_COUNT).map(([word]) => word);
  const numbered = (words: readonly string[]) =>
    buildLexicon(words.map((word, k) => [hashText(word), k + 1] as const));
  return { vectors: numbered(vectorWords), words: numbered(known.sort()) };
}

/** Prepares a sentence; `names` are its classes of names where known. */
export function makeExample(
  { words }: TreebankSentence,
  names: Int32Array | undefined,
  { inventory, vocabulary, gazetteer }: Learning,
): Example {
  const forms = words.map((word) => word.form);
  return {
    inputs: forms.map((form) => describeForm(form, vocabulary)),
    lists: listBits(gazetteer, forms),
    tags: Int32Array.from(words, (word) => inventory.tags.indexOf(jointTag(word))),
    heads: Int32Array.from(words, (word) => word.head),
    labels: Int32Array.from(words, (word) => inventory.labels.indexOf(word.deprel)),
    names: names ?? new Int32Array(words.length).fill(UNKNOWN),
  };
}

/** What examples are made with. */
export interface Learning {
  readonly inventory: Inventory;
  readonly vocabulary: Vocabulary;
  readonly gazetteer: Gazetteer;
}

/** Sentences of about the same length lie in one batch: lengths are shifted at random by up to this. */
const LENGTH_NOISE = 4;

/** Batches of some `size` words, in random order. */
export function makeBatches(examples: readonly Example[], size: number, random: () => number): Example[][] {
  const order = examples.map((example) => ({
    example,
    key: example.inputs.length + random() * LENGTH_NOISE,
  }));
  shuffle(order, random);
  order.sort((a, b) => a.key - b.key);
  const batches: Example[][] = [];
  let words = Number.POSITIVE_INFINITY;
  for (const { example } of order) {
    const length = example.inputs.length;
    if (words + length > size) {
      batches.push([]);
      words = 0;
    }
    words += length;
    batches.at(-1)?.push(example);
  }
  shuffle(batches, random);
  return batches;
}
