/** Address of floats or whole numbers in linear memory, in bytes. */
export type Address = number;

/** The compiled functions of assembly/reading.ts, where each is described. */
export interface Kernels {
  multiply(a: Address, b: Address, c: Address, m: number, k: number, n: number): void;
  roundRows(x: Address, out: Address, n: number): void;
  multiplyWhole(a: Address, b: Address, c: Address, m: number, k: number, n: number, unit: number): void;
  fillRows(row: Address, into: Address, m: number, n: number): void;
  gatherRows(from: Address, index: Address, into: Address, count: number, n: number): void;
  copyBlock(from: Address, fromWidth: number, into: Address, intoWidth: number, m: number, n: number): void;
  transpose(a: Address, out: Address, m: number, n: number): void;
  stepCell(
    gates: Address,
    before: Address,
    cells: Address,
    hidden: Address,
    count: number,
    size: number,
  ): void;
  leakyRelu(x: Address, n: number): void;
}

/** A matrix of 32-bit floats in linear memory, row by row. `width` is a multiple of `LANES`. */
export interface Matrix {
  readonly at: Address;
  readonly rows: number;
  readonly width: number;
}

/**
 * Weights as 16-bit whole numbers, two rows of each pair interleaved: twice as fast as floats. What they are multiplied
 * with must lie between -1 and 1, as hidden values do. `rows` and `width` are multiples of 8.
 */
export interface WholeMatrix extends Matrix {
  /** What one unit of the product is worth. */
  readonly unit: number;
}

/** Weights in either form. */
export type Weights = Matrix | WholeMatrix;

/** Whole numbers that stand for 1 in rounded rows, as in the kernels. */
const ONE = 4096;

/** Sums of the columns of whole weights stay below this, so that no product leaves 32 bits. */
const LARGEST_SUM = 2 ** 31 / ONE - 1;

/** Floats that one instruction works on. */
export const LANES = 4;

const PAGE = 65536;

/** Addresses are multiples of this many bytes; the first page is left to the compiler. */
const ALIGNMENT = 16;

/** Rounds a count of floats up to whole instructions. */
export function padded(count: number): number {
  return Math.ceil(count / LANES) * LANES;
}

/** Linear memory with the kernels that work in it; what is put into it is given back from the end. */
export class Workspace<Functions extends Kernels = Kernels> {
  readonly kernels: Functions;
  readonly #memory: WebAssembly.Memory;
  #used = PAGE;

  /** Starts compiled kernels with memory of their own. */
  constructor(compiled: Uint8Array) {
    this.#memory = new WebAssembly.Memory({ initial: 16 });
    const module = new WebAssembly.Module(compiled as Uint8Array<ArrayBuffer>);
    const { exports } = new WebAssembly.Instance(module, { env: { memory: this.#memory } });
    this.kernels = exports as unknown as Functions;
  }

  #take(bytes: number): Address {
    const at = this.#used;
    this.#used = at + Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    const missing = this.#used - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE) + 64);
    return at;
  }

  /** A new matrix of noughts. */
  matrix(rows: number, width: number): Matrix {
    const bytes = rows * width * Float32Array.BYTES_PER_ELEMENT;
    const at = this.#take(bytes);
    new Uint8Array(this.#memory.buffer, at, bytes).fill(0);
    return { at, rows, width };
  }

  /** A copy of whole numbers. */
  integers(values: ArrayLike<number>): Address {
    const at = this.#take(values.length * Int32Array.BYTES_PER_ELEMENT);
    new Int32Array(this.#memory.buffer, at, values.length).set(values);
    return at;
  }

  /** The floats of a matrix, to read and write until more memory is taken. */
  floats({ at, rows, width }: Matrix): Float32Array {
    return new Float32Array(this.#memory.buffer, at, rows * width);
  }

  /** Runs a task and gives back all the memory that it took. */
  scoped<T>(task: () => T): T {
    const used = this.#used;
    try {
      return task();
    } finally {
      this.#used = used;
    }
  }

  /**
   * Weights as whole numbers from those of a model, each worth `unit`. They are scaled down as far as needed for sums to fit.
   */
  wholeMatrix(values: Int16Array, unit: number, [rows, width]: readonly [number, number]): WholeMatrix {
    const sums = new Float64Array(width);
    values.forEach((value, k) => {
      sums[k % width] = (sums[k % width] as number) + Math.abs(value);
    });
    const factor = Math.min(1, LARGEST_SUM / sums.reduce((most, sum) => Math.max(most, sum), 1));
    const at = this.#take(values.length * Int16Array.BYTES_PER_ELEMENT);
    const out = new Int16Array(this.#memory.buffer, at, values.length);
    for (let r = 0; r < rows; r++) {
      const pair = (r >> 1) * 2 * width + (r & 1);
      for (let k = 0; k < width; k++) {
        out[pair + 2 * k] = Math.trunc((values[r * width + k] as number) * factor);
      }
    }
    return { at, rows, width, unit: unit / factor / ONE };
  }

  /** `into += input · weights`, for `count` rows. */
  addProduct(input: Address, weights: Weights, into: Address, count: number): void {
    const { at, rows, width } = weights;
    if (!("unit" in weights)) {
      this.kernels.multiply(input, at, into, count, rows, width);
      return;
    }
    const rounded = this.#take(count * rows * Int16Array.BYTES_PER_ELEMENT);
    this.kernels.roundRows(input, rounded, count * rows);
    this.kernels.multiplyWhole(rounded, at, into, count, rows, width, weights.unit);
  }

  /** A new matrix: `a · b`, on top of `bias` in each row where there is one. */
  product(a: Matrix, b: Weights, bias?: Matrix): Matrix {
    const out = this.matrix(a.rows, b.width);
    if (bias) this.kernels.fillRows(bias.at, out.at, out.rows, out.width);
    this.addProduct(a.at, b, out.at, a.rows);
    return out;
  }

  /** A new matrix: the columns of `from` beginning at `column`. */
  columns(from: Matrix, column: number, width: number): Matrix {
    const out = this.matrix(from.rows, width);
    const start = from.at + column * Float32Array.BYTES_PER_ELEMENT;
    this.kernels.copyBlock(start, from.width, out.at, width, from.rows, width);
    return out;
  }
}
