import type { Vectors } from "./embed.ts";
import { seededRandom } from "./random.ts";

/** Rounds of reassignment: few words move after so many. */
const ROUNDS = 12;

/** The cluster of each vector, and the centres. */
export interface Clustering {
  readonly of: Int32Array;
  readonly centres: Vectors;
}

function nearest(vectors: Vectors, row: number, centres: Vectors): number {
  const { width, data } = vectors;
  let best = 0;
  let most = -Infinity;
  for (let c = 0; c < centres.count; c++) {
    let sum = 0;
    for (let d = 0; d < width; d++)
      sum += (data[row * width + d] as number) * (centres.data[c * width + d] as number);
    if (sum > most) {
      most = sum;
      best = c;
    }
  }
  return best;
}

function recentre(vectors: Vectors, of: Int32Array, centres: Vectors): void {
  const { width, data, count } = vectors;
  centres.data.fill(0);
  for (let r = 0; r < count; r++) {
    const to = (of[r] as number) * width;
    for (let d = 0; d < width; d++) {
      centres.data[to + d] = (centres.data[to + d] as number) + (data[r * width + d] as number);
    }
  }
  for (let c = 0; c < centres.count; c++) {
    const row = centres.data.subarray(c * width, (c + 1) * width);
    const length = Math.sqrt(row.reduce((sum, x) => sum + x * x, 0)) || 1;
    for (let d = 0; d < width; d++) row[d] = (row[d] as number) / length;
  }
}

/** Spherical k-means: vectors of length one, joined by their cosine. */
export function kMeans(
  vectors: Vectors,
  options: { readonly clusters: number; readonly seed: number },
): Clustering {
  const { width, count, data } = vectors;
  const clusters = Math.min(options.clusters, count);
  const random = seededRandom(options.seed);
  const centres: Vectors = { width, count: clusters, data: new Float32Array(clusters * width) };
  for (let c = 0; c < clusters; c++) {
    const pick = Math.floor(random() * count);
    centres.data.set(data.subarray(pick * width, (pick + 1) * width), c * width);
  }
  const of = new Int32Array(count);
  for (let round = 0; round < ROUNDS; round++) {
    for (let r = 0; r < count; r++) of[r] = nearest(vectors, r, centres);
    recentre(vectors, of, centres);
  }
  return { of, centres };
}
