import type { Matrix, Workspace } from "../../src/language/network/kernels.ts";
import type { TrainingKernels } from "./kernels.ts";

/** Linear memory with the kernels for training. */
export type Training = Workspace<TrainingKernels>;

/** Values with their gradient. */
export interface Learned {
  readonly value: Matrix;
  readonly gradient: Matrix;
}

/** A new matrix: `matrix` transposed. Its rows must be a multiple of four, being the width of the result. */
export function transposed(training: Training, matrix: Matrix): Matrix {
  const out = training.matrix(matrix.width, matrix.rows);
  training.kernels.transpose(matrix.at, out.at, matrix.rows, matrix.width);
  return out;
}

/** `into += aᵀ · b`. */
export function addOuter(training: Training, a: Matrix, b: Matrix, into: Matrix): void {
  const turned = training.matrix(a.width, a.rows);
  training.kernels.transpose(a.at, turned.at, a.rows, a.width);
  training.kernels.multiply(turned.at, b.at, into.at, a.width, a.rows, b.width);
}

/** `into += a · bᵀ`. */
export function addTurned(training: Training, a: Matrix, b: Matrix, into: Matrix): void {
  const turned = training.matrix(b.width, b.rows);
  training.kernels.transpose(b.at, turned.at, b.rows, b.width);
  training.kernels.multiply(a.at, turned.at, into.at, a.rows, a.width, b.rows);
}

/** The way back through a product: from the gradient of the result to those of the factors and of the bias. */
export function backProduct(
  training: Training,
  input: Learned,
  weights: Learned,
  result: Matrix,
  bias?: Matrix,
): void {
  addOuter(training, input.value, result, weights.gradient);
  addTurned(training, result, weights.value, input.gradient);
  if (bias) training.kernels.sumRows(result.at, bias.at, result.rows, result.width);
}
