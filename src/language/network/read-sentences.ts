import { joinDirections, readLayer, readOneWay } from "./encoder.ts";
import { firstSums, type WordMemory, type WordSight } from "./first-layer.ts";
import type { Matrix } from "./kernels.ts";
import type { NameScores } from "./name-path.ts";
import type { Network } from "./network.ts";
import { type LabelledTree, surplusSubjects } from "./one-subject.ts";
import { parameter } from "./parameters.ts";
import {
  arcScores,
  arcSides,
  headRows,
  joinedViews,
  relationInput,
  splitViews,
  type Views,
} from "./scores.ts";
import { layOutSteps, type Steps } from "./steps.ts";
import { decodeTree, type HeadScores } from "./tree.ts";

/** What the network says of a sentence, word by word. */
export interface SentenceGuess {
  /** Joint tags by number. */
  readonly tags: Int32Array;
  /** Heads, counted from 0; -1 is the root. */
  readonly heads: Int32Array;
  /** Relations by number. */
  readonly labels: Int32Array;
  readonly names: NameScores;
}

/** Tells which tags a word cannot have. */
export type TagBar = (sentence: number, word: number, tag: number) => boolean;

/** Words read side by side, at most, unless one sentence alone is longer. */
const BATCH_WORDS = 1500;

interface Sentence {
  readonly start: number;
  readonly count: number;
}

function encode(network: Network, memory: WordMemory, words: readonly WordSight[], steps: Steps): Matrix {
  const { workspace, parameters } = network;
  const sums = firstSums(network, memory, words, steps);
  const lower = (way: "forward" | "backward") =>
    readOneWay(workspace, parameter(parameters, `lower.${way}.recurrent`), sums[way], steps).hidden;
  const upper = (way: "forward" | "backward") => ({
    input: parameter(parameters, `upper.${way}.input`),
    recurrent: parameter(parameters, `upper.${way}.recurrent`),
    bias: parameter(parameters, `upper.${way}.bias`),
  });
  const joined = joinDirections(workspace, steps, lower("forward"), lower("backward"));
  return readLayer(workspace, { forward: upper("forward"), backward: upper("backward") }, joined, steps);
}

/** The best class of a row of scores. */
function bestOf(values: Float32Array, at: number, classes: number): number {
  let best = 0;
  for (let k = 1; k < classes; k++) if ((values[at + k] as number) > (values[at + best] as number)) best = k;
  return best;
}

/** The best tag that is not barred; the best of all when all are. */
function bestTag(
  values: Float32Array,
  at: number,
  classes: number,
  barred: (tag: number) => boolean,
): number {
  const best = bestOf(values, at, classes);
  if (!barred(best)) return best;
  const row = values.subarray(at, at + classes);
  const order = Array.from(row.keys()).sort((a, b) => (row[b] as number) - (row[a] as number));
  return order.find((tag) => !barred(tag)) ?? best;
}

/** Trees with their relations, for a batch of sentences. */
interface Trees {
  readonly heads: readonly Int32Array[];
  /** Numbers of relations, word by word through all sentences. */
  readonly labels: Int32Array;
}

/** Scores of all heads for each sentence, kept until the tree is final. */
function scoreArcs(network: Network, views: Views, sentences: readonly Sentence[]): HeadScores[] {
  const { workspace, parameters } = network;
  const [weights, bias] = [parameter(parameters, "arc"), parameter(parameters, "arcBias")];
  const dependents = workspace.product(views.dependentArc, weights, bias);
  const root = parameter(parameters, "rootArc");
  return sentences.map((sentence) =>
    workspace.scoped(() => {
      const sides = arcSides(workspace, root, { dependents, heads: views.headArc }, sentence);
      const scores = arcScores(workspace, sides);
      const values = workspace.floats(scores).slice();
      return { values, width: scores.width, count: sentence.count };
    }),
  );
}

function readLabels(network: Network, views: Views, heads: readonly Int32Array[]): Int32Array {
  const { workspace, parameters, labels } = network;
  return workspace.scoped(() => {
    const input = relationInput(workspace, parameters, views, headRows(heads));
    const weights = parameter(parameters, "relation");
    const scores = workspace.product(input, weights, parameter(parameters, "relationBias"));
    const values = workspace.floats(scores);
    return Int32Array.from({ length: scores.rows }, (_, word) =>
      bestOf(values, word * scores.width, labels.length),
    );
  });
}

/** Times that trees are decoded anew without the arcs of surplus subjects. */
const ROUNDS = 3;

/** Less than any score: an arc that the tree does without if it can. */
const BARRED_ARC = -1e3;

/** The best trees in which no word has two subjects with a mark between them. */
function readTrees(
  network: Network,
  views: Views,
  words: readonly WordSight[],
  sentences: readonly Sentence[],
): Trees {
  const scores = scoreArcs(network, views, sentences);
  const heads = scores.map(decodeTree);
  let labels = readLabels(network, views, heads);
  const treeOf = (s: number): LabelledTree => {
    const { start, count } = sentences[s] as Sentence;
    const own = Array.from(labels.subarray(start, start + count), (label) => network.labels[label] as string);
    const forms = words.slice(start, start + count).map(({ form }) => form);
    return { forms, heads: heads[s] as Int32Array, labels: own };
  };
  for (let round = 0; round < ROUNDS; round++) {
    let changed = false;
    for (const s of sentences.keys()) {
      const surplus = surplusSubjects(treeOf(s));
      if (surplus.length === 0) continue;
      const own = scores[s] as HeadScores;
      for (const { dependent, head } of surplus) own.values[dependent * own.width + head + 1] = BARRED_ARC;
      heads[s] = decodeTree(own);
      changed = true;
    }
    if (!changed) break;
    labels = readLabels(network, views, heads);
  }
  return { heads, labels };
}

function readClasses(network: Network, encoded: Matrix, name: "tag" | "name"): Matrix {
  const { workspace, parameters } = network;
  return workspace.product(encoded, parameter(parameters, name), parameter(parameters, `${name}Bias`));
}

function readBatch(
  network: Network,
  memory: WordMemory,
  batch: readonly (readonly WordSight[])[],
  barred: TagBar,
): SentenceGuess[] {
  const { workspace, parameters, tags: tagList } = network;
  const steps = layOutSteps(batch.map((words) => words.length));
  const encoded = encode(network, memory, batch.flat(), steps);
  let next = 0;
  const sentences = batch.map(({ length: count }) => {
    const start = next;
    next += count;
    return { start, count };
  });
  const views = splitViews(workspace, parameters, joinedViews(workspace, parameters, encoded));
  const { heads, labels } = readTrees(network, views, batch.flat(), sentences);
  const tagScores = readClasses(network, encoded, "tag");
  const nameScores = readClasses(network, encoded, "name");
  const [tagValues, nameValues] = [workspace.floats(tagScores), workspace.floats(nameScores)];
  return sentences.map(({ start, count }, s) => {
    const width = nameScores.width;
    const values = nameValues.slice(start * width, (start + count) * width);
    return {
      tags: Int32Array.from({ length: count }, (_, word) =>
        bestTag(tagValues, (start + word) * tagScores.width, tagList.length, (tag) => barred(s, word, tag)),
      ),
      heads: heads[s] as Int32Array,
      labels: labels.slice(start, start + count),
      names: { values, width, count },
    };
  });
}

/** Reads sentences, none of them empty. What is found in one does not depend on the others. */
export function readSentences(
  network: Network,
  memory: WordMemory,
  sentences: readonly (readonly WordSight[])[],
  barred: TagBar,
): SentenceGuess[] {
  const found: SentenceGuess[] = [];
  while (found.length < sentences.length) {
    const from = found.length;
    let to = from;
    let words = 0;
    while (to < sentences.length) {
      const { length } = sentences[to] as readonly WordSight[];
      if (to > from && words + length > BATCH_WORDS) break;
      words += length;
      to++;
    }
    const batch = sentences.slice(from, to);
    const bar: TagBar = (sentence, word, tag) => barred(from + sentence, word, tag);
    found.push(...network.workspace.scoped(() => readBatch(network, memory, batch, bar)));
  }
  return found;
}
