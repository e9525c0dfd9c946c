/**
 * The order in which sentences of different lengths are read side by side: at each step one word of each sentence
 * that is long enough, longest sentence first. Words are counted through all sentences.
 */
export interface Steps {
  /** Words in all. */
  readonly count: number;
  /** Sentences read at each step. */
  readonly active: readonly number[];
  /** Words read before each step. */
  readonly offsets: readonly number[];
  /** The word read at each place, from the first word of each sentence on. */
  readonly forward: Int32Array;
  /** The word read at each place, from the last word of each sentence back. */
  readonly backward: Int32Array;
}

/** Lays out the reading of sentences of the given lengths, none of them 0. */
export function layOutSteps(lengths: readonly number[]): Steps {
  const starts: number[] = [];
  let count = 0;
  for (const length of lengths) {
    starts.push(count);
    count += length;
  }
  const order = lengths.map((_, s) => s).sort((a, b) => (lengths[b] as number) - (lengths[a] as number));
  const forward = new Int32Array(count);
  const backward = new Int32Array(count);
  const active: number[] = [];
  const offsets: number[] = [];
  let place = 0;
  for (let t = 0; place < count; t++) {
    offsets.push(place);
    for (const s of order) {
      const length = lengths[s] as number;
      if (length <= t) break;
      forward[place] = (starts[s] as number) + t;
      backward[place++] = (starts[s] as number) + length - 1 - t;
    }
    active.push(place - (offsets[t] as number));
  }
  return { count, active, offsets, forward, backward };
}

/** Where each word is read: the inverse of an order. */
export function inverseOrder(order: Int32Array): Int32Array {
  const inverse = new Int32Array(order.length);
  order.forEach((word, place) => {
    inverse[word] = place;
  });
  return inverse;
}
