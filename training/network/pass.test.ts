import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Matrix, Workspace } from "../../src/language/network/kernels.ts";
import type { Sizes } from "../../src/language/network/parameters.ts";
import { seededRandom } from "../random.ts";
import type { Example } from "./examples.ts";
import type { TrainingKernels } from "./kernels.ts";
import { type Learner, learnBatch, trainedShapes } from "./pass.ts";
import { makeStore } from "./store.ts";

const SIZES: Sizes = {
  vector: 4,
  word: 8,
  affix: 4,
  list: 4,
  hidden: 8,
  arc: 4,
  relation: 8,
  tags: 5,
  labels: 6,
  names: 5,
};
const WORDS = 6;

/** Small enough to seldom cross the bend of the non-linearity, large enough for 32-bit sums. */
const STEP = 0.0004;

function makeLearner(): Learner {
  const training = new Workspace<TrainingKernels>(readFileSync(join(import.meta.dirname, "training.wasm")));
  const random = seededRandom(7);
  const store = makeStore(training, trainedShapes(SIZES, WORDS), 7);
  const vectors = training.matrix(4, SIZES.vector);
  training.floats(vectors).forEach((_, k, floats) => {
    floats[k] = random() - 0.5;
  });
  return { training, sizes: SIZES, store, vectors, dropping: { words: 0, values: 0 }, random };
}

function example(length: number, random: () => number): Example {
  const pick = (below: number) => Math.floor(random() * below);
  const numbers = (below: number) => Int32Array.from({ length }, () => pick(below));
  return {
    inputs: Array.from({ length }, () => ({
      vector: pick(4),
      word: pick(WORDS + 1),
      affixes: Array.from({ length: 9 }, () => 1 + pick(5)),
    })),
    lists: numbers(65536),
    tags: numbers(SIZES.tags),
    heads: Int32Array.from({ length }, (_, k) => k - 1),
    labels: numbers(SIZES.labels),
    names: length === 3 ? new Int32Array(length).fill(-1) : numbers(SIZES.names),
  };
}

test("the way back gives the slopes of the losses", () => {
  const learner = makeLearner();
  const random = seededRandom(11);
  const batch = [4, 3, 6, 1].map((length) => example(length, random));
  const loss = () => {
    const { tags, arcs, relations, names } = learnBatch(learner, batch);
    return tags + arcs + relations + names;
  };
  loss();
  const { training, store } = learner;
  const slopes = Object.fromEntries(
    Object.entries(store.gradients).map(([name, matrix]) => [name, training.floats(matrix).slice()]),
  );
  for (const [name, matrix] of Object.entries(store.values)) {
    const slope = slopes[name] as Float32Array;
    const steepest = slope.reduce(
      (best, value, k) => (Math.abs(value) > Math.abs(slope[best] as number) ? k : best),
      0,
    );
    for (const k of [steepest, Math.floor(slope.length / 2)]) {
      const at = (change: number) => {
        const floats = training.floats(matrix as Matrix);
        const before = floats[k] as number;
        floats[k] = before + change;
        const found = loss();
        training.floats(matrix as Matrix)[k] = before;
        return found;
      };
      const measured = (at(STEP) - at(-STEP)) / (2 * STEP);
      expect(slope[k], `${name}[${k}]`).toBeCloseTo(measured, 2);
    }
    expect(Math.abs(slope[steepest] as number), name).toBeGreaterThan(0);
  }
});
