/** Any array of weights: bytes when running, floats while training. */
export type Weights = Int8Array | Float32Array;

/**
 * Extra weights after the table, so that a feature's row of classes may run over its end without a
 * test: no model here has more classes.
 */
export const ROW_LIMIT = 256;

/** The feature slots of one decision: `slots[0 .. count)`. */
export interface Features {
  readonly slots: Int32Array;
  count: number;
}

/** Room for the features of one decision. */
export function newFeatures(limit: number): Features {
  return { slots: new Int32Array(limit), count: 0 };
}

/** The best of `classes` under the features; `scores` (one per class of the model) is overwritten. */
export function bestClass(
  weights: Weights,
  features: Features,
  options: { readonly classes: ArrayLike<number>; readonly scores: Float32Array },
): number {
  const { classes, scores } = options;
  const total = classes.length;
  for (let k = 0; k < total; k++) scores[classes[k] as number] = 0;
  const { slots, count } = features;
  for (let f = 0; f < count; f++) {
    const row = slots[f] as number;
    for (let k = 0; k < total; k++) {
      const c = classes[k] as number;
      scores[c] = (scores[c] as number) + (weights[row + c] as number);
    }
  }
  let best = classes[0] as number;
  for (let k = 1; k < total; k++) {
    const c = classes[k] as number;
    if ((scores[c] as number) > (scores[best] as number)) best = c;
  }
  return best;
}
