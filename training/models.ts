import type { Parser } from "../src/language/parser.ts";
import { packModel } from "./model-writer.ts";
import type { TagInventory } from "./train-tagger.ts";

/** Packs a tagger. */
export function packTagger(inventory: TagInventory, weights: Int8Array): Uint8Array {
  const { tags, upos, sets, open, lexicon } = inventory;
  const settings = { tags, upos, sets, open };
  return packModel("tagger", settings, { weights, keys: lexicon.keys, values: lexicon.values });
}

/** Packs a parser. */
export function packParser({ labels, commaTag, possible, weights }: Parser): Uint8Array {
  const settings = { labels, commaTag, possible: possible.map((list) => [...list]) };
  return packModel("parser", settings, { weights: weights as Int8Array });
}
