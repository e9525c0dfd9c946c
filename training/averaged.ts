import { type Features, ROW_LIMIT } from "../src/language/linear.ts";

/** Largest weight that a byte holds. */
const BYTE_LIMIT = 127;

/** Weights of an averaged perceptron (Collins 2002), in a hashed table of 2^bits slots. */
export class AveragedWeights {
  readonly mask: number;
  readonly weights: Float32Array;
  private readonly totals: Float64Array;
  private step = 1;

  constructor(bits: number) {
    const size = 2 ** bits;
    this.mask = size - 1;
    this.weights = new Float32Array(size + ROW_LIMIT);
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

  /** The averaged weights, times `scale`, as bytes; those below `least` in size are dropped. */
  toBytes(scale = 1, least = 0.5): Int8Array {
    const bytes = new Int8Array(this.weights.length);
    for (let i = 0; i < bytes.length; i++) {
      const average = (this.weights[i] as number) - (this.totals[i] as number) / this.step;
      const scaled = average * scale;
      if (Math.abs(scaled) < least) continue;
      bytes[i] = Math.max(-BYTE_LIMIT, Math.min(BYTE_LIMIT, Math.round(scaled)));
    }
    return bytes;
  }
}
