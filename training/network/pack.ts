import type { Matrix } from "../../src/language/network/kernels.ts";
import { packModel, type SectionData } from "../model-writer.ts";
import type { Inventory, Learning } from "./examples.ts";
import type { Learner } from "./pass.ts";
import type { WordVectors } from "./vectors.ts";

/** Largest whole number that a value is rounded to. */
const LARGEST = 32767;

/** Rounds values to 16 bits; `unit` is what one of them is worth. */
function rounded(floats: Float32Array): { values: Int16Array; unit: number } {
  const largest = floats.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  const unit = largest / LARGEST;
  return { values: Int16Array.from(floats, (value) => Math.round(value / unit)), unit };
}

/** Packs a trained network as `readNetwork` reads it. */
export function packNetwork(
  learner: Learner,
  { vocabulary }: Learning,
  { tags, labels }: Inventory,
  vectors: WordVectors,
): Uint8Array {
  const units: Record<string, number> = { vectors: vectors.unit };
  const sections: Record<string, SectionData> = {
    vectorKeys: vocabulary.vectors.keys,
    vectorRows: vocabulary.vectors.values,
    wordKeys: vocabulary.words.keys,
    wordRows: vocabulary.words.values,
    vectors: vectors.values,
  };
  for (const [name, matrix] of Object.entries(learner.store.averages)) {
    const { values, unit } = rounded(learner.training.floats(matrix as Matrix));
    units[name] = unit;
    sections[name] = values;
  }
  return packModel("network", { sizes: learner.sizes, tags, labels, units }, sections);
}
