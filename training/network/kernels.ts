import type { Address, Kernels } from "../../src/language/network/kernels.ts";

/** The compiled functions of assembly/training.ts, where each is described. */
export interface TrainingKernels extends Kernels {
  scatterRows(from: Address, index: Address, into: Address, count: number, n: number): void;
  sumRows(a: Address, out: Address, m: number, n: number): void;
  add(into: Address, from: Address, n: number): void;
  scale(into: Address, from: Address, n: number): void;
  stepCellBack(
    gates: Address,
    before: Address,
    cells: Address,
    hiddenGradient: Address,
    cellGradient: Address,
    count: number,
    size: number,
  ): void;
  leakyReluBack(out: Address, gradient: Address, n: number): void;
  softmaxLoss(
    scores: Address,
    wanted: Address,
    m: number,
    n: number,
    classes: number,
    weight: number,
  ): number;
  seed(value: number): void;
  dropOut(x: Address, mask: Address, n: number, chance: number): void;
  follow(means: Address, values: Address, n: number, share: number): void;
  sumSquares(x: Address, n: number): number;
  adam(
    values: Address,
    gradient: Address,
    mean: Address,
    square: Address,
    n: number,
    rate: number,
    clip: number,
    beta1: number,
    beta2: number,
  ): void;
}
