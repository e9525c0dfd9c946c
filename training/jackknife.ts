import { makeRows, type Rows } from "../src/language/rows.ts";
import { tagRows } from "../src/language/tagger.ts";
import type { WordTables } from "../src/language/words.ts";
import { type RunSettings, type TagInventory, trainTagger } from "./train-tagger.ts";
import type { TreebankSentence } from "./treebank.ts";

/** Parts of the treebank that are tagged each by a tagger trained on the others. */
const FOLDS = 5;

/**
 * Tags the training sentences as unseen text would be tagged: whatever learns from tags must see
 * them with their errors. Documents are kept whole.
 */
export function jackknifeTags(
  sentences: readonly TreebankSentence[],
  inventory: TagInventory,
  options: RunSettings & { readonly tables: WordTables },
): Rows[] {
  const docs = new Map(
    [...new Set(sentences.map((sentence) => sentence.doc))].map((doc, k) => [doc, k % FOLDS]),
  );
  const foldOf = (sentence: TreebankSentence) => docs.get(sentence.doc) as number;
  const tables = { ...options.tables, tagSets: inventory.lexicon };
  const rows = sentences.map(({ words }) =>
    makeRows(
      words.map((word) => word.form),
      tables,
    ),
  );
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = sentences.filter((sentence) => foldOf(sentence) !== fold);
    const tagger = trainTagger(others, inventory, options);
    sentences.forEach((sentence, k) => {
      if (foldOf(sentence) === fold) tagRows(tagger, rows[k] as Rows);
    });
  }
  return rows;
}
