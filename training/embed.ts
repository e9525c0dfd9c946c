import { seededRandom } from "./random.ts";

/** A sparse matrix by rows: the entries of row r are at `start[r] .. start[r + 1]`. */
export interface SparseRows {
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly value: Float32Array;
  readonly columns: number;
}

/** Rows of `width` numbers each. */
export interface Vectors {
  readonly width: number;
  readonly count: number;
  readonly data: Float32Array;
}

/** Dimensions of the vectors. */
const WIDTH = 64;

/** Rounds of subspace iteration; more change the clusters little. */
const ROUNDS = 5;

function times(matrix: SparseRows, right: Float32Array, rows: number): Float32Array {
  const { start, column, value } = matrix;
  const out = new Float32Array(rows * WIDTH);
  for (let r = 0; r < rows; r++) {
    for (let e = start[r] as number; e < (start[r + 1] as number); e++) {
      const from = (column[e] as number) * WIDTH;
      const weight = value[e] as number;
      for (let d = 0; d < WIDTH; d++) {
        out[r * WIDTH + d] = (out[r * WIDTH + d] as number) + weight * (right[from + d] as number);
      }
    }
  }
  return out;
}

function transposedTimes(matrix: SparseRows, right: Float32Array, rows: number): Float32Array {
  const { start, column, value, columns } = matrix;
  const out = new Float32Array(columns * WIDTH);
  for (let r = 0; r < rows; r++) {
    for (let e = start[r] as number; e < (start[r + 1] as number); e++) {
      const to = (column[e] as number) * WIDTH;
      const weight = value[e] as number;
      for (let d = 0; d < WIDTH; d++) {
        out[to + d] = (out[to + d] as number) + weight * (right[r * WIDTH + d] as number);
      }
    }
  }
  return out;
}

/** Makes the columns orthogonal and of length one (modified Gram-Schmidt). */
function orthonormalise(data: Float32Array, rows: number): void {
  const dot = (a: number, b: number) => {
    let sum = 0;
    for (let r = 0; r < rows; r++) sum += (data[r * WIDTH + a] as number) * (data[r * WIDTH + b] as number);
    return sum;
  };
  for (let d = 0; d < WIDTH; d++) {
    for (let k = 0; k < d; k++) {
      const share = dot(d, k);
      for (let r = 0; r < rows; r++) {
        data[r * WIDTH + d] = (data[r * WIDTH + d] as number) - share * (data[r * WIDTH + k] as number);
      }
    }
    const length = Math.sqrt(dot(d, d)) || 1;
    for (let r = 0; r < rows; r++) data[r * WIDTH + d] = (data[r * WIDTH + d] as number) / length;
  }
}

function normaliseRows(data: Float32Array, rows: number): void {
  for (let r = 0; r < rows; r++) {
    let sum = 0;
    for (let d = 0; d < WIDTH; d++) sum += (data[r * WIDTH + d] as number) ** 2;
    const length = Math.sqrt(sum) || 1;
    for (let d = 0; d < WIDTH; d++) data[r * WIDTH + d] = (data[r * WIDTH + d] as number) / length;
  }
}

/** The rows projected on the leading singular directions (Halko, Martinsson and Tropp 2011), of length one. */
export function embed(matrix: SparseRows, seed: number): Vectors {
  const rows = matrix.start.length - 1;
  const random = seededRandom(seed);
  let basis: Float32Array = Float32Array.from({ length: matrix.columns * WIDTH }, () => random() - 0.5);
  for (let round = 0; round < ROUNDS; round++) {
    basis = transposedTimes(matrix, times(matrix, basis, rows), rows);
    orthonormalise(basis, matrix.columns);
  }
  const data = times(matrix, basis, rows);
  normaliseRows(data, rows);
  return { width: WIDTH, count: rows, data };
}
