import type { Matrix } from "../../src/language/network/kernels.ts";
import { LIST_BITS, parameterShapes, type Sizes } from "../../src/language/network/parameters.ts";
import {
  arcScores,
  arcSides,
  headRows,
  joinedViews,
  relationInput,
  splitViews,
} from "../../src/language/network/scores.ts";
import { layOutSteps } from "../../src/language/network/steps.ts";
import { AFFIX_ROWS, AFFIXES } from "../../src/language/network/word-input.ts";
import { addOuter, backProduct, type Learned, type Training } from "./back.ts";
import { backLayer, type LearnedLayer, traceLayer } from "./back-encoder.ts";
import type { Example } from "./examples.ts";
import type { Store } from "./store.ts";

const FLOAT = Float32Array.BYTES_PER_ELEMENT;

/** Chances of dropping: whole words of the tables, and single values between the layers. */
export interface Dropping {
  readonly words: number;
  readonly values: number;
}

/** What a network in training consists of. */
export interface Learner {
  readonly training: Training;
  readonly sizes: Sizes;
  readonly store: Store;
  /** Vectors of words from running text; not trained. */
  readonly vectors: Matrix;
  readonly dropping: Dropping;
  readonly random: () => number;
}

/** Losses of a batch, as means over its words. */
export interface Losses {
  readonly tags: number;
  readonly arcs: number;
  readonly relations: number;
  readonly names: number;
}

/** Shapes of all that is trained: the parameters and the two tables. */
export function trainedShapes(sizes: Sizes, words: number): Record<string, readonly [number, number]> {
  return { ...parameterShapes(sizes), word: [words + 1, sizes.word], affix: [AFFIX_ROWS, sizes.affix] };
}

function learned({ store }: Learner, name: string): Learned {
  return { value: store.values[name] as Matrix, gradient: store.gradients[name] as Matrix };
}

function learnedLayer(learner: Learner, name: string): LearnedLayer {
  const direction = (way: string) => ({
    input: learned(learner, `${name}.${way}.input`),
    recurrent: learned(learner, `${name}.${way}.recurrent`),
    bias: learned(learner, `${name}.${way}.bias`),
  });
  return { forward: direction("forward"), backward: direction("backward") };
}

function withGradient({ training }: Learner, value: Matrix): Learned {
  return { value, gradient: training.matrix(value.rows, value.width) };
}

/** Drops values at random; the mask is for the way back. */
function drop({ training, dropping }: Learner, { at, rows, width }: Matrix): Matrix {
  const mask = training.matrix(rows, width);
  training.kernels.dropOut(at, mask.at, rows * width, dropping.values);
  return mask;
}

function backDrop({ training }: Learner, mask: Matrix, gradient: Matrix): void {
  training.kernels.scale(gradient.at, mask.at, mask.rows * mask.width);
}

/** What the words of a batch are made of, side by side, and the way back to the tables. */
function readInput(learner: Learner, batch: readonly Example[]) {
  const { training, sizes, store, vectors, dropping, random } = learner;
  const { kernels } = training;
  const words = batch.flatMap((example) => example.inputs);
  const count = words.length;
  const keep = (row: number) => (random() < dropping.words ? 0 : row);
  const vectorRows = training.integers(words.map(({ vector }) => keep(vector)));
  const wordRows = training.integers(words.map(({ word }) => keep(word)));
  const affixRows = Array.from({ length: AFFIXES }, (_, k) =>
    training.integers(words.map(({ affixes }) => affixes[k] as number)),
  );
  const bits = training.matrix(count, LIST_BITS);
  const flags = training.floats(bits);
  batch
    .flatMap(({ lists }) => [...lists])
    .forEach((list, word) => {
      for (let k = 0; k < LIST_BITS; k++) flags[word * LIST_BITS + k] = (list >> k) & 1;
    });
  const lists = training.product(bits, learned(learner, "lists").value, learned(learner, "listsBias").value);
  kernels.leakyRelu(lists.at, count * sizes.list);
  const gathered = (table: Matrix, rows: number) => {
    const out = training.matrix(count, table.width);
    kernels.gatherRows(table.at, rows, out.at, count, table.width);
    return out;
  };
  const affix = training.matrix(count, sizes.affix);
  for (const rows of affixRows) {
    kernels.add(affix.at, gathered(store.values.affix as Matrix, rows).at, count * sizes.affix);
  }
  const parts = [
    gathered(vectors, vectorRows),
    gathered(store.values.word as Matrix, wordRows),
    affix,
    lists,
  ];
  const width = parts.reduce((sum, part) => sum + part.width, 0);
  const value = training.matrix(count, width);
  let column = 0;
  for (const part of parts) {
    kernels.copyBlock(part.at, part.width, value.at + column * FLOAT, width, count, part.width);
    column += part.width;
  }
  const back = (gradient: Matrix) => {
    const [vector, word] = [sizes.vector, sizes.word];
    const wordGradient = training.columns(gradient, vector, word);
    const affixGradient = training.columns(gradient, vector + word, sizes.affix);
    const listGradient = training.columns(gradient, vector + word + sizes.affix, sizes.list);
    const { gradients } = store;
    kernels.scatterRows(wordGradient.at, wordRows, (gradients.word as Matrix).at, count, word);
    for (const rows of affixRows) {
      kernels.scatterRows(affixGradient.at, rows, (gradients.affix as Matrix).at, count, sizes.affix);
    }
    kernels.leakyReluBack(lists.at, listGradient.at, count * sizes.list);
    addOuter(training, bits, listGradient, gradients.lists as Matrix);
    kernels.sumRows(listGradient.at, (gradients.listsBias as Matrix).at, count, sizes.list);
  };
  return { value, back };
}

/** Tags or names: scores from the encoded words, their loss, and the way back. */
function learnClasses(
  learner: Learner,
  name: "tag" | "name",
  encoded: Learned,
  wanted: Int32Array,
  classes: number,
): number {
  const { training } = learner;
  const weights = learned(learner, name);
  const bias = learned(learner, `${name}Bias`);
  const scores = training.product(encoded.value, weights.value, bias.value);
  const known = wanted.reduce((sum, each) => sum + (each < 0 ? 0 : 1), 0);
  const { rows, width } = scores;
  const loss = training.kernels.softmaxLoss(
    scores.at,
    training.integers(wanted),
    rows,
    width,
    classes,
    known === 0 ? 0 : 1 / known,
  );
  backProduct(training, encoded, weights, scores, bias.gradient);
  return loss;
}

/** Arcs: for each sentence the scores of all heads, their loss, and the way back to both views. */
function learnArcs(learner: Learner, batch: readonly Example[], dependents: Learned, heads: Learned): number {
  const { training } = learner;
  const { kernels } = training;
  const weights = learned(learner, "arc");
  const bias = learned(learner, "arcBias");
  const root = learned(learner, "rootArc");
  const width = heads.value.width;
  const turned = withGradient(learner, training.product(dependents.value, weights.value, bias.value));
  const weight = 1 / dependents.value.rows;
  let start = 0;
  let loss = 0;
  for (const { heads: gold } of batch) {
    const count = gold.length;
    training.scoped(() => {
      const sides = arcSides(
        training,
        root.value,
        { dependents: turned.value, heads: heads.value },
        { start, count },
      );
      const scores = arcScores(training, sides);
      const wanted = training.integers(gold.map((head) => head + 1));
      loss += kernels.softmaxLoss(scores.at, wanted, count, scores.width, count + 1, weight);
      const at = turned.gradient.at + start * width * FLOAT;
      kernels.multiply(scores.at, sides.heads.at, at, count, scores.width, width);
      const headGradient = training.matrix(sides.heads.rows, width);
      addOuter(training, scores, sides.dependents, headGradient);
      kernels.add(root.gradient.at, headGradient.at, width);
      kernels.add(heads.gradient.at + start * width * FLOAT, headGradient.at + width * FLOAT, count * width);
    });
    start += count;
  }
  backProduct(training, dependents, weights, turned.gradient, bias.gradient);
  return loss;
}

/** Relations to the right heads, their loss, and the way back to both views. */
function learnRelations(
  learner: Learner,
  batch: readonly Example[],
  views: ReturnType<typeof splitViews>,
  gradients: { readonly dependents: Matrix; readonly heads: Matrix },
): number {
  const { training, sizes } = learner;
  const { kernels } = training;
  const weights = learned(learner, "relation");
  const bias = learned(learner, "relationBias");
  const rows = headRows(batch.map(({ heads }) => heads));
  const input = withGradient(learner, relationInput(training, learner.store.values, views, rows));
  const scores = training.product(input.value, weights.value, bias.value);
  const wanted = Int32Array.from(batch.flatMap(({ labels }) => [...labels]));
  const { rows: count, width } = scores;
  const at = training.integers(wanted);
  const loss = kernels.softmaxLoss(scores.at, at, count, width, sizes.labels, 1 / count);
  backProduct(training, input, weights, scores, bias.gradient);
  const size = sizes.relation;
  const headGradient = training.matrix(count, size);
  const withRoot = training.matrix(count + 1, size);
  const into = training.floats(gradients.dependents);
  const [values, slopes, heads] = [input.value, input.gradient, headGradient].map((m) =>
    training.floats(m),
  ) as [Float32Array, Float32Array, Float32Array];
  for (let r = 0; r < count; r++) {
    for (let k = 0; k < size; k++) {
      const product = r * 3 * size + k;
      const both = slopes[product] as number;
      const dependent = product + size;
      const head = dependent + size;
      into[r * size + k] = both * (values[head] as number) + (slopes[dependent] as number);
      heads[r * size + k] = both * (values[dependent] as number) + (slopes[head] as number);
    }
  }
  kernels.scatterRows(headGradient.at, training.integers(rows), withRoot.at, count, size);
  kernels.add(gradients.heads.at, withRoot.at, count * size);
  kernels.add((learner.store.gradients.rootRelation as Matrix).at, withRoot.at + count * size * FLOAT, size);
  return loss;
}

/** Learns from the views of the words: arcs and relations. Adds to the gradient of the encoded words. */
function learnTrees(
  learner: Learner,
  batch: readonly Example[],
  encoded: Learned,
): { arcs: number; relations: number } {
  const { training, store, sizes } = learner;
  const { kernels } = training;
  const joined = joinedViews(training, store.values, encoded.value);
  const mask = drop(learner, joined);
  const views = splitViews(training, store.values, joined);
  const dependents = withGradient(learner, views.dependentArc);
  const heads = withGradient(learner, views.headArc);
  const count = joined.rows;
  const relation = {
    dependents: training.matrix(count, sizes.relation),
    heads: training.matrix(count, sizes.relation),
  };
  const arcs = learnArcs(learner, batch, dependents, heads);
  const relations = learnRelations(learner, batch, views, relation);
  const gradient = training.matrix(count, joined.width);
  let column = 0;
  for (const part of [dependents.gradient, heads.gradient, relation.dependents, relation.heads]) {
    kernels.copyBlock(part.at, part.width, gradient.at + column * FLOAT, joined.width, count, part.width);
    column += part.width;
  }
  backDrop(learner, mask, gradient);
  kernels.leakyReluBack(joined.at, gradient.at, count * joined.width);
  backProduct(training, encoded, learned(learner, "view"), gradient, learned(learner, "viewBias").gradient);
  return { arcs, relations };
}

/** Reads a batch forwards and back: adds to the gradients and gives the losses. */
export function learnBatch(learner: Learner, batch: readonly Example[]): Losses {
  const { training, sizes } = learner;
  return training.scoped(() => {
    const steps = layOutSteps(batch.map(({ inputs }) => inputs.length));
    const input = readInput(learner, batch);
    const read = withGradient(learner, input.value);
    const inputMask = drop(learner, read.value);
    const lowerLayer = learnedLayer(learner, "lower");
    const lowerTrace = traceLayer(training, lowerLayer, read.value, steps);
    const lower = withGradient(learner, lowerTrace.output);
    const lowerMask = drop(learner, lower.value);
    const upperLayer = learnedLayer(learner, "upper");
    const upperTrace = traceLayer(training, upperLayer, lower.value, steps);
    const upper = withGradient(learner, upperTrace.output);
    const upperMask = drop(learner, upper.value);
    const all = (key: "tags" | "names") => Int32Array.from(batch.flatMap((example) => [...example[key]]));
    const tags = learnClasses(learner, "tag", upper, all("tags"), sizes.tags);
    const names = learnClasses(learner, "name", upper, all("names"), sizes.names);
    const trees = learnTrees(learner, batch, upper);
    backDrop(learner, upperMask, upper.gradient);
    backLayer(training, upperLayer, upperTrace, lower, upper.gradient, steps);
    backDrop(learner, lowerMask, lower.gradient);
    backLayer(training, lowerLayer, lowerTrace, read, lower.gradient, steps);
    backDrop(learner, inputMask, read.gradient);
    input.back(read.gradient);
    return { tags, names, ...trees };
  });
}
