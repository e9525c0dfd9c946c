import { type Features, ROW_LIMIT } from "../src/language/linear.ts";

/** Largest weight that a byte holds. */
const BYTE_LIMIT = 127;

/** Weights of an averaged perceptron (Collins 2002), in a hashed table of 2^bits slots. */
export class AveragedWeights {
  readonly mask: number;
  readonly weights: Int32Array;
  private readonly totals: Float64Array;
  private step = 1;

  constructor(bits: number) {
    const size = 2 ** bits;
    this.mask = size - 1;
    this.weights = new Int32Array(size + ROW_LIMIT);
    this.totals = new Float64Array(size + ROW_LIMIT);
  }

  /** Counts one decision: the average is over decisions. */
  tick(): void {
    this.step++;
  }

  /** Raises the score of class `good` and lowers that of class `bad`. */
  update(features: Features, good: number, bad: number): void {
    const { slots, count } = features;
    const { weights, totals, step } = this;
    for (let f = 0; f < count; f++) {
      const row = slots[f] as number;
      weights[row + good] = (weights[row + good] as number) + 1;
      totals[row + good] = (totals[row + good] as number) + step;
      weights[row + bad] = (weights[row + bad] as number) - 1;
      totals[row + bad] = (totals[row + bad] as number) - step;
    }
  }

  /** Adds the averaged weights to `sum`. */
  addTo(sum: Float32Array): void {
    const { weights, totals, step } = this;
    for (let i = 0; i < sum.length; i++) {
      sum[i] = (sum[i] as number) + (weights[i] as number) - (totals[i] as number) / step;
    }
  }
}

/** Weights as bytes, one unit each; those that round to nothing are dropped, which keeps the file small. */
export function toBytes(weights: Float32Array): Int8Array {
  return Int8Array.from(weights, (weight) => Math.max(-BYTE_LIMIT, Math.min(BYTE_LIMIT, Math.round(weight))));
}

/**
 * Trains `runs` times with different shuffles and takes the mean of the weights. The models are linear and
 * share their features, so this is an ensemble of them all at the price of one.
 */
export function meanOfRuns(
  options: { readonly bits: number; readonly runs: number; readonly seed: number },
  train: (learner: AveragedWeights, seed: number) => void,
): Int8Array {
  const sum = new Float32Array(2 ** options.bits + ROW_LIMIT);
  for (let run = 0; run < options.runs; run++) {
    const learner = new AveragedWeights(options.bits);
    train(learner, options.seed + run);
    learner.addTo(sum);
  }
  return toBytes(sum.map((weight) => weight / options.runs));
}
