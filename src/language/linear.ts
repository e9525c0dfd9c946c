/** Any array of weights: bytes when running, whole numbers of four bytes while training. */
export type Weights = Int8Array | Int32Array;

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

/** The classes to choose from: `list[0 .. count)`. Typed, because this is where the time goes. */
export interface Classes {
  readonly list: Uint8Array;
  count: number;
}

/** A fixed list of classes. */
export function classesOf(list: ArrayLike<number>): Classes {
  return { list: Uint8Array.from(list), count: list.length };
}

/** The best of `classes` under the features; `scores` (one per class of the model) is overwritten. */
export function bestClass(
  weights: Weights,
  features: Features,
  options: { readonly classes: Classes; readonly scores: Int32Array },
): number {
  const { classes, scores } = options;
  const { list, count: total } = classes;
  const { slots, count } = features;
  let best = list[0] as number;
  let most = -Infinity;
  for (let k = 0; k < total; k++) {
    const c = list[k] as number;
    let sum = 0;
    for (let f = 0; f < count; f++) sum = (sum + (weights[(slots[f] as number) + c] as number)) | 0;
    scores[c] = sum;
    if (sum > most) {
      most = sum;
      best = c;
    }
  }
  return best;
}
