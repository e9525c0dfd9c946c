import { packModel } from "./model-writer.ts";
import type { TagInventory } from "./train-tagger.ts";

/** Packs a tagger. */
export function packTagger(inventory: TagInventory, weights: Int8Array): Uint8Array {
  const { tags, upos, sets, open, lexicon } = inventory;
  const settings = { tags, upos, sets, open };
  return packModel("tagger", settings, { weights, keys: lexicon.keys, values: lexicon.values });
}

/** Packs a parser. */
export function packParser(
  settings: { labels: readonly string[]; commaTag: number; possible: readonly (readonly number[])[] },
  weights: Int8Array,
): Uint8Array {
  return packModel("parser", settings, { weights });
}
