import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Gazetteer } from "../../src/language/gazetteer.ts";
import { Workspace } from "../../src/language/network/kernels.ts";
import { NAME_CLASSES } from "../../src/language/network/name-path.ts";
import type { Sizes } from "../../src/language/network/parameters.ts";
import { seededRandom } from "../random.ts";
import type { TreebankSentence } from "../treebank.ts";
import { collectInventory, collectVocabulary, type Example, makeBatches, makeExample } from "./examples.ts";
import type { TrainingKernels } from "./kernels.ts";
import { packNetwork } from "./pack.ts";
import { type Learner, type Losses, learnBatch, trainedShapes } from "./pass.ts";
import { makeStore, stepStore } from "./store.ts";
import { VECTOR_WIDTH, type WordVectors } from "./vectors.ts";

/** How long and how fast the network learns. */
export interface Schedule {
  readonly epochs: number;
  /** Words of a batch. */
  readonly batch: number;
  /** Step size at its highest. */
  readonly rate: number;
  /** Chances of dropping whole words of the tables, and values between the layers. */
  readonly dropping: { readonly words: number; readonly values: number };
  readonly seed: number;
}

/** Widths of the network's parts. */
export type Widths = Omit<Sizes, "vector" | "tags" | "labels" | "names">;

/** What the network is trained on: trees, and classes of names by sentence where someone has marked them. */
export interface NetworkGold {
  readonly sentences: readonly TreebankSentence[];
  readonly namesOf: (sentence: TreebankSentence) => Int32Array | undefined;
  readonly gazetteer: Gazetteer;
  readonly vectors: WordVectors;
}

/** How training is told: what to say, and what to do with the network after some rounds. */
export interface Progress {
  readonly log: (line: string) => void;
  readonly keep?: (epoch: number, packed: () => Uint8Array) => void;
}

/** Steps over which the step size rises. */
const WARM_UP = 200;

/** Share of the highest step size that is left at the end. */
const LAST_RATE = 0.02;

/** Sentences longer than this are left out: they are lists and tables. */
const LONGEST = 120;

function loadVectors(training: Learner["training"], { values, unit }: WordVectors): Learner["vectors"] {
  const matrix = training.matrix(values.length / VECTOR_WIDTH, VECTOR_WIDTH);
  training.floats(matrix).set(Float32Array.from(values, (value) => value * unit));
  return matrix;
}

function describeLosses({ tags, arcs, relations, names }: Losses): string {
  const parts = Object.entries({ tags, arcs, relations, names });
  return parts.map(([name, loss]) => `${name} ${loss.toFixed(3)}`).join(" ");
}

/** One round through all batches; gives the mean losses. */
function trainEpoch(
  learner: Learner,
  batches: readonly (readonly Example[])[],
  rateAt: (batch: number) => { readonly step: number; readonly rate: number },
): Losses {
  const sums = { tags: 0, arcs: 0, relations: 0, names: 0 };
  batches.forEach((batch, b) => {
    const losses = learnBatch(learner, batch);
    const { step, rate } = rateAt(b);
    stepStore(learner.training, learner.store, step, rate);
    for (const key of ["tags", "arcs", "relations", "names"] as const)
      sums[key] += losses[key] / batches.length;
  });
  return sums;
}

/** Trains the network; the same gold and settings give the same bytes. */
export function trainNetwork(
  { sentences, namesOf, gazetteer, vectors }: NetworkGold,
  widths: Widths,
  schedule: Schedule,
  { log, keep }: Progress,
): Uint8Array {
  const inventory = collectInventory(sentences);
  const vocabulary = collectVocabulary(sentences, vectors.words);
  const learning = { inventory, vocabulary, gazetteer };
  const examples = sentences
    .filter(({ words }) => words.length <= LONGEST)
    .map((sentence) => makeExample(sentence, namesOf(sentence), learning));
  const { tags, labels } = inventory;
  const counts = { tags: tags.length, labels: labels.length, names: NAME_CLASSES };
  const sizes = { ...widths, ...counts, vector: VECTOR_WIDTH };
  const training = new Workspace<TrainingKernels>(readFileSync(join(import.meta.dirname, "training.wasm")));
  training.kernels.seed(schedule.seed);
  const knownWords = vocabulary.words.values.reduce((most, row) => Math.max(most, row), 0);
  const learner: Learner = {
    training,
    sizes,
    store: makeStore(training, trainedShapes(sizes, knownWords), schedule.seed),
    vectors: loadVectors(training, vectors),
    dropping: schedule.dropping,
    random: seededRandom(schedule.seed),
  };
  const packed = () => packNetwork(learner, learning, inventory, vectors);
  let step = 0;
  for (let epoch = 1; epoch <= schedule.epochs; epoch++) {
    const batches = makeBatches(examples, schedule.batch, learner.random);
    const total = batches.length * schedule.epochs;
    const losses = trainEpoch(learner, batches, () => {
      step++;
      const fall = Math.max(LAST_RATE, 1 - step / total);
      return { step, rate: schedule.rate * Math.min(1, step / WARM_UP) * fall };
    });
    log(`round ${epoch} of ${schedule.epochs}: ${describeLosses(losses)}`);
    keep?.(epoch, packed);
  }
  return packed();
}
