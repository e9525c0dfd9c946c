import type { Matrix, Weights, Workspace } from "./kernels.ts";
import { inverseOrder, type Steps } from "./steps.ts";

/** Parameters of a memory that reads in one direction; sums are those of input, forget, candidate and output gates. */
export interface Direction {
  /** From what is read to the sums. */
  readonly input: Weights;
  /** From the hidden values of the step before to the sums. */
  readonly recurrent: Weights;
  readonly bias: Matrix;
}

/** Parameters of a layer that reads each sentence forwards and backwards. */
export interface Layer {
  readonly forward: Direction;
  readonly backward: Direction;
}

/** What a memory held while it read, in the order of the steps. */
export interface Trace {
  readonly gates: Matrix;
  readonly cells: Matrix;
  readonly hidden: Matrix;
}

/** Sums of the gates, row by row, and which row belongs to each place of the steps. */
export interface GateSums {
  readonly rows: Matrix;
  readonly index: Int32Array;
}

const FLOAT = Float32Array.BYTES_PER_ELEMENT;

/** Reads with one memory (long short-term memory, Hochreiter and Schmidhuber 1997, with forget gates). */
export function readOneWay(
  workspace: Workspace,
  recurrent: Weights,
  sums: GateSums,
  { count, active, offsets }: Steps,
): Trace {
  const { kernels } = workspace;
  const size = recurrent.rows;
  const gates = workspace.matrix(count, 4 * size);
  const cells = workspace.matrix(count, size);
  const hidden = workspace.matrix(count, size);
  kernels.gatherRows(sums.rows.at, workspace.integers(sums.index), gates.at, count, 4 * size);
  const row = size * FLOAT;
  active.forEach((sentences, t) => {
    const here = offsets[t] as number;
    const sumsHere = gates.at + 4 * here * row;
    const before = t === 0 ? 0 : (offsets[t - 1] as number);
    if (t > 0) {
      workspace.addProduct(hidden.at + before * row, recurrent, sumsHere, sentences);
    }
    const cellsBefore = t === 0 ? 0 : cells.at + before * row;
    kernels.stepCell(sumsHere, cellsBefore, cells.at + here * row, hidden.at + here * row, sentences, size);
  });
  return { gates, cells, hidden };
}

/** The hidden values of both directions side by side, word by word. */
export function joinDirections(
  workspace: Workspace,
  steps: Steps,
  forward: Matrix,
  backward: Matrix,
): Matrix {
  const { kernels } = workspace;
  const size = forward.width;
  const out = workspace.matrix(steps.count, 2 * size);
  const turned = workspace.matrix(steps.count, size);
  for (const [hidden, order, column] of [
    [forward, steps.forward, 0],
    [backward, steps.backward, size],
  ] as const) {
    const places = workspace.integers(inverseOrder(order));
    kernels.gatherRows(hidden.at, places, turned.at, steps.count, size);
    kernels.copyBlock(turned.at, size, out.at + column * FLOAT, 2 * size, steps.count, size);
  }
  return out;
}

/** Reads what a layer below has written: one row for each word. */
export function readLayer(workspace: Workspace, layer: Layer, input: Matrix, steps: Steps): Matrix {
  const oneWay = ({ input: weights, recurrent, bias }: Direction, index: Int32Array) =>
    readOneWay(workspace, recurrent, { rows: workspace.product(input, weights, bias), index }, steps).hidden;
  const forward = oneWay(layer.forward, steps.forward);
  return joinDirections(workspace, steps, forward, oneWay(layer.backward, steps.backward));
}
