// Kernels for reading with the network, in AssemblyScript: matrices of 32-bit floats, row by row, in linear memory.
// Addresses are bytes. Only operations that WebAssembly fixes to the bit are used, so that every machine that
// reads the same text finds the same tree.

const LANES: i32 = 4;
const FLOAT: i32 = 4;

/** One row of `c += a · b`. */
function multiplyRow(a: usize, b: usize, c: usize, k: i32, n: i32): void {
  const stride: usize = n * FLOAT;
  let j = 0;
  for (; j + 16 <= n; j += 16) {
    const p = c + j * FLOAT;
    let q = b + j * FLOAT;
    let c0 = v128.load(p);
    let c1 = v128.load(p, 16);
    let c2 = v128.load(p, 32);
    let c3 = v128.load(p, 48);
    for (let x = 0; x < k; x++) {
      const w = v128.load32_splat(a + x * FLOAT);
      c0 = f32x4.add(c0, f32x4.mul(w, v128.load(q)));
      c1 = f32x4.add(c1, f32x4.mul(w, v128.load(q, 16)));
      c2 = f32x4.add(c2, f32x4.mul(w, v128.load(q, 32)));
      c3 = f32x4.add(c3, f32x4.mul(w, v128.load(q, 48)));
      q += stride;
    }
    v128.store(p, c0);
    v128.store(p, c1, 16);
    v128.store(p, c2, 32);
    v128.store(p, c3, 48);
  }
  for (; j < n; j += LANES) {
    const p = c + j * FLOAT;
    let q = b + j * FLOAT;
    let sum = v128.load(p);
    for (let x = 0; x < k; x++) {
      sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(a + x * FLOAT), v128.load(q)));
      q += stride;
    }
    v128.store(p, sum);
  }
}

/** Four rows of `c += a · b` at once: each row of `b` is loaded once for the four. */
function multiplyFourRows(a: usize, b: usize, c: usize, k: i32, n: i32): void {
  const stride: usize = n * FLOAT;
  const aStride: usize = k * FLOAT;
  const a1 = a + aStride;
  const a2 = a1 + aStride;
  const a3 = a2 + aStride;
  let j = 0;
  for (; j + 8 <= n; j += 8) {
    const p0 = c + j * FLOAT;
    const p1 = p0 + stride;
    const p2 = p1 + stride;
    const p3 = p2 + stride;
    let c00 = v128.load(p0);
    let c01 = v128.load(p0, 16);
    let c10 = v128.load(p1);
    let c11 = v128.load(p1, 16);
    let c20 = v128.load(p2);
    let c21 = v128.load(p2, 16);
    let c30 = v128.load(p3);
    let c31 = v128.load(p3, 16);
    let q = b + j * FLOAT;
    for (let x = 0; x < k; x++) {
      const b0 = v128.load(q);
      const b1 = v128.load(q, 16);
      const o: usize = x * FLOAT;
      let w = v128.load32_splat(a + o);
      c00 = f32x4.add(c00, f32x4.mul(w, b0));
      c01 = f32x4.add(c01, f32x4.mul(w, b1));
      w = v128.load32_splat(a1 + o);
      c10 = f32x4.add(c10, f32x4.mul(w, b0));
      c11 = f32x4.add(c11, f32x4.mul(w, b1));
      w = v128.load32_splat(a2 + o);
      c20 = f32x4.add(c20, f32x4.mul(w, b0));
      c21 = f32x4.add(c21, f32x4.mul(w, b1));
      w = v128.load32_splat(a3 + o);
      c30 = f32x4.add(c30, f32x4.mul(w, b0));
      c31 = f32x4.add(c31, f32x4.mul(w, b1));
      q += stride;
    }
    v128.store(p0, c00);
    v128.store(p0, c01, 16);
    v128.store(p1, c10);
    v128.store(p1, c11, 16);
    v128.store(p2, c20);
    v128.store(p2, c21, 16);
    v128.store(p3, c30);
    v128.store(p3, c31, 16);
  }
  for (; j < n; j += LANES) {
    for (let r = 0; r < 4; r++) {
      const p = c + r * stride + j * FLOAT;
      const row = a + r * aStride;
      let q = b + j * FLOAT;
      let sum = v128.load(p);
      for (let x = 0; x < k; x++) {
        sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(row + x * FLOAT), v128.load(q)));
        q += stride;
      }
      v128.store(p, sum);
    }
  }
}

/** `c += a · b` for a of m × k and b of k × n; n is a multiple of 4. */
export function multiply(a: usize, b: usize, c: usize, m: i32, k: i32, n: i32): void {
  let i = 0;
  for (; i + 4 <= m; i += 4) multiplyFourRows(a + i * k * FLOAT, b, c + i * n * FLOAT, k, n);
  for (; i < m; i++) multiplyRow(a + i * k * FLOAT, b, c + i * n * FLOAT, k, n);
}

/** Whole numbers that stand for 1 in rounded rows. */
const ONE: f32 = 4096;

/** Rounds n floats between -8 and 8, a multiple of 8, to 16-bit whole numbers: 4096 stands for 1. */
export function roundRows(x: usize, out: usize, n: i32): void {
  const one = f32x4.splat(ONE);
  for (let k = 0; k < n; k += 8) {
    const low = f32x4.nearest(f32x4.mul(v128.load(x + k * FLOAT), one));
    const high = f32x4.nearest(f32x4.mul(v128.load(x + k * FLOAT, 16), one));
    v128.store(out + k * 2, i16x8.narrow_i32x4_s(i32x4.trunc_sat_f32x4_s(low), i32x4.trunc_sat_f32x4_s(high)));
  }
}

// @ts-ignore: decorator
@inline
function addScaled(at: usize, sum: v128, unit: v128): void {
  v128.store(at, f32x4.add(v128.load(at), f32x4.mul(unit, f32x4.convert_i32x4_s(sum))));
}

/**
 * `c += unit · a · b` for 16-bit whole numbers: a of m × k, b of k × n with the two rows of each pair interleaved. k is
 * even, n a multiple of 8; the sums must fit 32 bits.
 */
export function multiplyWhole(a: usize, b: usize, c: usize, m: i32, k: i32, n: i32, unit: f32): void {
  const pairs = k >> 1;
  const stride: usize = n * FLOAT;
  const aStride: usize = k * 2;
  const scale = f32x4.splat(unit);
  let i = 0;
  for (; i + 4 <= m; i += 4) {
    const a0 = a + i * aStride;
    const a1 = a0 + aStride;
    const a2 = a1 + aStride;
    const a3 = a2 + aStride;
    for (let j = 0; j < n; j += 8) {
      let c00 = i32x4.splat(0);
      let c01 = c00;
      let c10 = c00;
      let c11 = c00;
      let c20 = c00;
      let c21 = c00;
      let c30 = c00;
      let c31 = c00;
      let q = b + j * FLOAT;
      for (let x = 0; x < pairs; x++) {
        const b0 = v128.load(q);
        const b1 = v128.load(q, 16);
        const o: usize = x * 4;
        let w = v128.load32_splat(a0 + o);
        c00 = i32x4.add(c00, i32x4.dot_i16x8_s(w, b0));
        c01 = i32x4.add(c01, i32x4.dot_i16x8_s(w, b1));
        w = v128.load32_splat(a1 + o);
        c10 = i32x4.add(c10, i32x4.dot_i16x8_s(w, b0));
        c11 = i32x4.add(c11, i32x4.dot_i16x8_s(w, b1));
        w = v128.load32_splat(a2 + o);
        c20 = i32x4.add(c20, i32x4.dot_i16x8_s(w, b0));
        c21 = i32x4.add(c21, i32x4.dot_i16x8_s(w, b1));
        w = v128.load32_splat(a3 + o);
        c30 = i32x4.add(c30, i32x4.dot_i16x8_s(w, b0));
        c31 = i32x4.add(c31, i32x4.dot_i16x8_s(w, b1));
        q += stride;
      }
      const p = c + i * stride + j * FLOAT;
      addScaled(p, c00, scale);
      addScaled(p + 16, c01, scale);
      addScaled(p + stride, c10, scale);
      addScaled(p + stride + 16, c11, scale);
      addScaled(p + 2 * stride, c20, scale);
      addScaled(p + 2 * stride + 16, c21, scale);
      addScaled(p + 3 * stride, c30, scale);
      addScaled(p + 3 * stride + 16, c31, scale);
    }
  }
  for (; i < m; i++) {
    const row = a + i * aStride;
    for (let j = 0; j < n; j += 8) {
      let c0 = i32x4.splat(0);
      let c1 = c0;
      let q = b + j * FLOAT;
      for (let x = 0; x < pairs; x++) {
        const w = v128.load32_splat(row + x * 4);
        c0 = i32x4.add(c0, i32x4.dot_i16x8_s(w, v128.load(q)));
        c1 = i32x4.add(c1, i32x4.dot_i16x8_s(w, v128.load(q, 16)));
        q += stride;
      }
      const p = c + i * stride + j * FLOAT;
      addScaled(p, c0, scale);
      addScaled(p + 16, c1, scale);
    }
  }
}

/** Copies `row`, of n floats, into each of m rows. */
export function fillRows(row: usize, into: usize, m: i32, n: i32): void {
  for (let i = 0; i < m; i++) memory.copy(into + i * n * FLOAT, row, n * FLOAT);
}

/** Row i of `into` becomes row `index[i]` of `from`; `n` floats each. */
export function gatherRows(from: usize, index: usize, into: usize, count: i32, n: i32): void {
  const bytes: usize = n * FLOAT;
  for (let i = 0; i < count; i++)
    memory.copy(into + i * bytes, from + <usize>load<i32>(index + i * 4) * bytes, bytes);
}

/** Copies a block of m × n floats between matrices whose rows are wider: into columns of one, from columns of another. */
export function copyBlock(from: usize, fromWidth: i32, into: usize, intoWidth: i32, m: i32, n: i32): void {
  for (let i = 0; i < m; i++)
    memory.copy(into + i * intoWidth * FLOAT, from + i * fromWidth * FLOAT, n * FLOAT);
}

/** `out` (n × m) becomes `a` (m × n) transposed. */
export function transpose(a: usize, out: usize, m: i32, n: i32): void {
  for (let i = 0; i < m; i++)
    for (let j = 0; j < n; j++)
      store<f32>(out + (j * m + i) * FLOAT, load<f32>(a + (i * n + j) * FLOAT));
}

/** e to the x: 2 to a whole power times a polynomial for the rest; relative error below 2e-7. */
// @ts-ignore: decorator
@inline
function exponential(x: v128): v128 {
  const clipped = f32x4.min(f32x4.max(x, f32x4.splat(-87.0)), f32x4.splat(87.0));
  const t = f32x4.mul(clipped, f32x4.splat(1.4426950408889634));
  const whole = f32x4.nearest(t);
  const f = f32x4.mul(f32x4.sub(t, whole), f32x4.splat(0.6931471805599453));
  let p = f32x4.splat(1.0 / 720.0);
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(1.0 / 120.0));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(1.0 / 24.0));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(1.0 / 6.0));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(0.5));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(1.0));
  p = f32x4.add(f32x4.mul(p, f), f32x4.splat(1.0));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(whole), i32x4.splat(127)), 23);
  return f32x4.mul(p, power);
}

// @ts-ignore: decorator
@inline
function sigmoid(x: v128): v128 {
  const one = f32x4.splat(1.0);
  return f32x4.div(one, f32x4.add(one, exponential(f32x4.neg(x))));
}

// @ts-ignore: decorator
@inline
function tanh(x: v128): v128 {
  const one = f32x4.splat(1.0);
  return f32x4.sub(f32x4.mul(f32x4.splat(2.0), sigmoid(f32x4.add(x, x))), one);
}

/**
 * One step of a long short-term memory for `count` rows: `gates` holds input, forget, candidate and output sums,
 * `size` floats each, and keeps their activations; `before` the cells of the step before (0: none).
 */
export function stepCell(gates: usize, before: usize, cells: usize, hidden: usize, count: i32, size: i32): void {
  const width: usize = size * FLOAT;
  for (let r = 0; r < count; r++) {
    const g = gates + r * 4 * width;
    const own = r * width;
    for (let o: usize = 0; o < width; o += 16) {
      const i = sigmoid(v128.load(g + o));
      const f = sigmoid(v128.load(g + width + o));
      const c = tanh(v128.load(g + 2 * width + o));
      const out = sigmoid(v128.load(g + 3 * width + o));
      v128.store(g + o, i);
      v128.store(g + width + o, f);
      v128.store(g + 2 * width + o, c);
      v128.store(g + 3 * width + o, out);
      let cell = f32x4.mul(i, c);
      if (before) cell = f32x4.add(cell, f32x4.mul(f, v128.load(before + own + o)));
      v128.store(cells + own + o, cell);
      v128.store(hidden + own + o, f32x4.mul(out, tanh(cell)));
    }
  }
}

/** Below nought a tenth of the value; n is a multiple of 4. */
export function leakyRelu(x: usize, n: i32): void {
  const tenth = f32x4.splat(0.1);
  for (let o: usize = 0; o < <usize>(n * FLOAT); o += 16) {
    const v = v128.load(x + o);
    v128.store(x + o, f32x4.max(v, f32x4.mul(v, tenth)));
  }
}
