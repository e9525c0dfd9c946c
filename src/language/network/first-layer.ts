import type { GateSums } from "./encoder.ts";
import type { Matrix } from "./kernels.ts";
import type { Network, Table } from "./network.ts";
import { inputWidth, LIST_BITS, parameter } from "./parameters.ts";
import type { Steps } from "./steps.ts";
import { describeForm } from "./word-input.ts";

/** A word as written, with the bits of the lists of names that it has where it stands. */
export interface WordSight {
  readonly form: string;
  readonly lists: number;
}

/** Most different words that are remembered; then the memory begins anew. Far more than one batch has. */
const REMEMBERED = 6000;

/** What the first layer makes of single words: the sums of its gates, computed once for each different word. */
export interface WordMemory {
  readonly rows: Map<string, number>;
  readonly forward: Matrix;
  readonly backward: Matrix;
}

/** An empty memory for a network, in its workspace. */
export function newWordMemory({ workspace, sizes }: Network): WordMemory {
  const sums = () => workspace.matrix(REMEMBERED, 4 * sizes.hidden);
  return { rows: new Map(), forward: sums(), backward: sums() };
}

function addRow({ values, width, unit }: Table, row: number, into: Float32Array, at: number): void {
  for (let k = 0; k < width; k++)
    into[at + k] = (into[at + k] as number) + (values[row * width + k] as number) * unit;
}

/** What the network reads of each word, side by side: vectors, the word itself, affixes, lists. */
function describeWords({ workspace, ...network }: Network, words: readonly WordSight[]): Matrix {
  const { sizes, parameters, vocabulary } = network;
  const bits = workspace.matrix(words.length, LIST_BITS);
  const out = workspace.matrix(words.length, inputWidth(sizes));
  const flags = workspace.floats(bits);
  const floats = workspace.floats(out);
  words.forEach(({ form, lists }, w) => {
    const { vector, word, affixes } = describeForm(form, vocabulary);
    const at = w * out.width;
    addRow(network.vectors, vector, floats, at);
    addRow(network.words, word, floats, at + sizes.vector);
    for (const affix of affixes) addRow(network.affixes, affix, floats, at + sizes.vector + sizes.word);
    for (let k = 0; k < LIST_BITS; k++) flags[w * LIST_BITS + k] = (lists >> k) & 1;
  });
  const made = workspace.product(bits, parameter(parameters, "lists"), parameter(parameters, "listsBias"));
  const { kernels } = workspace;
  kernels.leakyRelu(made.at, made.rows * made.width);
  const column = (out.width - sizes.list) * Float32Array.BYTES_PER_ELEMENT;
  kernels.copyBlock(made.at, made.width, out.at + column, out.width, made.rows, made.width);
  return out;
}

/** Computes the sums for words not yet remembered. */
function learnWords(network: Network, memory: WordMemory, words: readonly WordSight[]): void {
  const { workspace, parameters } = network;
  workspace.scoped(() => {
    const input = describeWords(network, words);
    const start = memory.rows.size - words.length;
    for (const way of ["forward", "backward"] as const) {
      const weights = parameter(parameters, `lower.${way}.input`);
      const sums = workspace.product(input, weights, parameter(parameters, `lower.${way}.bias`));
      const at = memory[way].at + start * sums.width * Float32Array.BYTES_PER_ELEMENT;
      workspace.kernels.copyBlock(sums.at, sums.width, at, sums.width, sums.rows, sums.width);
    }
  });
}

/** The sums of the first layer's gates for a batch of words in running order, for both directions. */
export function firstSums(
  network: Network,
  memory: WordMemory,
  words: readonly WordSight[],
  steps: Steps,
): { readonly forward: GateSums; readonly backward: GateSums } {
  if (memory.rows.size + words.length > REMEMBERED) memory.rows.clear();
  const fresh: WordSight[] = [];
  const rowOf = words.map((word) => {
    const key = `${word.lists}\t${word.form}`;
    const known = memory.rows.get(key);
    if (known !== undefined) return known;
    const row = memory.rows.size;
    memory.rows.set(key, row);
    fresh.push(word);
    return row;
  });
  if (fresh.length > 0) learnWords(network, memory, fresh);
  const through = (order: Int32Array) => order.map((word) => rowOf[word] as number);
  return {
    forward: { rows: memory.forward, index: through(steps.forward) },
    backward: { rows: memory.backward, index: through(steps.backward) },
  };
}
