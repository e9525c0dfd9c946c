import { type Language, parseWords, type WordAnalysis } from "../../src/language/language.ts";
import { devSentences, type TreebankSentence } from "../../training/treebank.ts";

/** How much is measured: all, or a part that is quick enough to run at every change. */
export type Part = "all" | "ci";

/** In the quick part, every so manyth document is measured. */
const QUICK_STEP = 4;

/** The items of a list that belong to the part. */
export function partOf<Item>(items: readonly Item[], part: Part): Item[] {
  return items.filter((_, index) => part === "all" || index % QUICK_STEP === 0);
}

/** Items in the order of their documents, with the documents of the part only. */
export function documentsOf<Item extends { readonly doc: string }>(
  items: readonly Item[],
  part: Part,
): Item[] {
  const kept = new Set(partOf([...new Set(items.map(({ doc }) => doc))], part));
  return items.filter(({ doc }) => kept.has(doc));
}

/** A dev treebank, or some of its documents: as annotated, and as our models read the same words. */
export interface Bank {
  readonly name: string;
  readonly sentences: readonly TreebankSentence[];
  readonly parsed: readonly (readonly WordAnalysis[])[];
}

/** The news of a bank is so little that the quick part, too, has all of it. */
function isNews({ doc }: TreebankSentence): boolean {
  return doc.startsWith("GUM_news");
}

/** Whether a bank is the news of another one: a few documents, whose errors are listed with the other's. */
export function isNewsBank({ name }: Bank): boolean {
  return name === NEWS;
}

const NEWS = "GUM dev news";

/** EWT dev, GUM dev, and the news of GUM dev, parsed from their words. */
export function readBanks(gold: string, language: Language, part: Part): Bank[] {
  const gum = devSentences(gold, "gum");
  const all: Readonly<Record<string, TreebankSentence[]>> = {
    "EWT dev": documentsOf(devSentences(gold, "ewt"), part),
    "GUM dev": documentsOf(gum, part),
    [NEWS]: gum.filter(isNews),
  };
  return Object.entries(all).map(([name, sentences]) => {
    const forms = sentences.map(({ words }) => words.map(({ form }) => form));
    return { name, sentences, parsed: parseWords(forms, language) };
  });
}
