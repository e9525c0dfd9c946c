import { joinDirections, readOneWay, type Trace } from "../../src/language/network/encoder.ts";
import type { Matrix } from "../../src/language/network/kernels.ts";
import { inverseOrder, type Steps } from "../../src/language/network/steps.ts";
import { addOuter, addTurned, type Learned, type Training } from "./back.ts";

/** Parameters of one direction with their gradients. */
export interface LearnedDirection {
  readonly input: Learned;
  readonly recurrent: Learned;
  readonly bias: Learned;
}

/** Parameters of a layer with their gradients. */
export interface LearnedLayer {
  readonly forward: LearnedDirection;
  readonly backward: LearnedDirection;
}

/** What a layer held while it read. */
export interface LayerTrace {
  readonly forward: Trace;
  readonly backward: Trace;
  readonly output: Matrix;
}

const FLOAT = Float32Array.BYTES_PER_ELEMENT;

/** Reads as `readLayer` does, and keeps what the way back needs. */
export function traceLayer(training: Training, layer: LearnedLayer, input: Matrix, steps: Steps): LayerTrace {
  const oneWay = (direction: LearnedDirection, index: Int32Array) => {
    const rows = training.product(input, direction.input.value, direction.bias.value);
    return readOneWay(training, direction.recurrent.value, { rows, index }, steps);
  };
  const forward = oneWay(layer.forward, steps.forward);
  const backward = oneWay(layer.backward, steps.backward);
  return { forward, backward, output: joinDirections(training, steps, forward.hidden, backward.hidden) };
}

/** The hidden values that each place of the steps had from the step before; noughts at the first. */
function hiddenBefore(training: Training, hidden: Matrix, { active, offsets }: Steps): Matrix {
  const { rows, width } = hidden;
  const out = training.matrix(rows, width);
  for (let t = 1; t < active.length; t++) {
    const from = hidden.at + (offsets[t - 1] as number) * width * FLOAT;
    const into = out.at + (offsets[t] as number) * width * FLOAT;
    training.kernels.copyBlock(from, width, into, width, active[t] as number, width);
  }
  return out;
}

/** Turns the gates of a trace into the gradients of their sums, step by step from the last. */
function backSteps(
  training: Training,
  { gates, cells, hidden }: Trace,
  recurrent: Matrix,
  gradient: Matrix,
  { active, offsets }: Steps,
): void {
  const { kernels } = training;
  const size = hidden.width;
  const row = size * FLOAT;
  const turned = training.matrix(4 * size, size);
  kernels.transpose(recurrent.at, turned.at, size, 4 * size);
  const cellGradient = training.matrix(active[0] as number, size);
  for (let t = active.length - 1; t >= 0; t--) {
    const here = offsets[t] as number;
    const later = active[t + 1] ?? 0;
    const gradientHere = gradient.at + here * row;
    if (later > 0) {
      const sumsLater = gates.at + 4 * (offsets[t + 1] as number) * row;
      kernels.multiply(sumsLater, turned.at, gradientHere, later, 4 * size, size);
    }
    const before = t === 0 ? 0 : cells.at + (offsets[t - 1] as number) * row;
    const count = active[t] as number;
    const sumsHere = gates.at + 4 * here * row;
    kernels.stepCellBack(sumsHere, before, cells.at + here * row, gradientHere, cellGradient.at, count, size);
  }
}

/** The way back through a layer: adds to the gradients of its parameters and of its input. */
export function backLayer(
  training: Training,
  layer: LearnedLayer,
  trace: LayerTrace,
  input: Learned,
  outputGradient: Matrix,
  steps: Steps,
): void {
  const { kernels } = training;
  const size = outputGradient.width / 2;
  for (const way of ["forward", "backward"] as const) {
    const { input: weights, recurrent, bias } = layer[way];
    const order = steps[way];
    const own = training.columns(outputGradient, way === "forward" ? 0 : size, size);
    const gradient = training.matrix(steps.count, size);
    kernels.gatherRows(own.at, training.integers(order), gradient.at, steps.count, size);
    backSteps(training, trace[way], recurrent.value, gradient, steps);
    const { gates, hidden } = trace[way];
    addOuter(training, hiddenBefore(training, hidden, steps), gates, recurrent.gradient);
    const sums = training.matrix(steps.count, 4 * size);
    kernels.gatherRows(gates.at, training.integers(inverseOrder(order)), sums.at, steps.count, 4 * size);
    addOuter(training, input.value, sums, weights.gradient);
    addTurned(training, sums, weights.value, input.gradient);
    kernels.sumRows(sums.at, bias.gradient.at, steps.count, 4 * size);
  }
}
