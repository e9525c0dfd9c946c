// Kernels for training the network: those for reading, and the way back through each.

export * from "./reading";

const FLOAT: i32 = 4;

/** `into += row i of from` at row `index[i]`; n floats each, a multiple of 4. */
export function scatterRows(from: usize, index: usize, into: usize, count: i32, n: i32): void {
  const bytes: usize = n * FLOAT;
  for (let i = 0; i < count; i++) {
    const p = into + <usize>load<i32>(index + i * 4) * bytes;
    const q = from + i * bytes;
    for (let o: usize = 0; o < bytes; o += 16) v128.store(p + o, f32x4.add(v128.load(p + o), v128.load(q + o)));
  }
}

/** Adds the rows of `a` (m × n, n a multiple of 4) to `out`. */
export function sumRows(a: usize, out: usize, m: i32, n: i32): void {
  for (let i = 0; i < m; i++) add(out, a + i * n * FLOAT, n);
}

/** `into += from`, n floats, a multiple of 4. */
export function add(into: usize, from: usize, n: i32): void {
  for (let o: usize = 0; o < <usize>(n * FLOAT); o += 16)
    v128.store(into + o, f32x4.add(v128.load(into + o), v128.load(from + o)));
}

/** `into *= from`, n floats, a multiple of 4. */
export function scale(into: usize, from: usize, n: i32): void {
  for (let o: usize = 0; o < <usize>(n * FLOAT); o += 16)
    v128.store(into + o, f32x4.mul(v128.load(into + o), v128.load(from + o)));
}

/**
 * The way back through `stepCell`: from the gradients of hidden and cells to those of the sums, written over the
 * activations in `gates`, and of the cells before, written over `cellGradient`.
 */
export function stepCellBack(
  gates: usize,
  before: usize,
  cells: usize,
  hiddenGradient: usize,
  cellGradient: usize,
  count: i32,
  size: i32,
): void {
  const width: usize = size * FLOAT;
  for (let r = 0; r < count; r++) {
    const g = gates + r * 4 * width;
    const own = r * width;
    for (let o: usize = 0; o < width; o += 4) {
      const i = load<f32>(g + o);
      const f = load<f32>(g + width + o);
      const c = load<f32>(g + 2 * width + o);
      const out = load<f32>(g + 3 * width + o);
      const t = tanhOf(load<f32>(cells + own + o));
      const dh = load<f32>(hiddenGradient + own + o);
      const dc = load<f32>(cellGradient + own + o) + dh * out * (1 - t * t);
      const past: f32 = before ? load<f32>(before + own + o) : 0;
      store<f32>(g + o, dc * c * i * (1 - i));
      store<f32>(g + width + o, dc * past * f * (1 - f));
      store<f32>(g + 2 * width + o, dc * i * (1 - c * c));
      store<f32>(g + 3 * width + o, dh * t * out * (1 - out));
      store<f32>(cellGradient + own + o, dc * f);
    }
  }
}

// @ts-ignore: decorator
@inline
function tanhOf(x: f32): f32 {
  const e = exponentialOf(-2 * x);
  return (1 - e) / (1 + e);
}

// @ts-ignore: decorator
@inline
function exponentialOf(x: f32): f32 {
  const clipped: f32 = min<f32>(max<f32>(x, -87), 87);
  const t: f32 = clipped * <f32>1.4426950408889634;
  const whole: f32 = nearest<f32>(t);
  const f: f32 = (t - whole) * <f32>0.6931471805599453;
  let p: f32 = 1.0 / 720.0;
  p = p * f + <f32>(1.0 / 120.0);
  p = p * f + <f32>(1.0 / 24.0);
  p = p * f + <f32>(1.0 / 6.0);
  p = p * f + <f32>0.5;
  p = p * f + 1;
  p = p * f + 1;
  return p * reinterpret<f32>((<i32>whole + 127) << 23);
}

/** The way back through `leakyRelu`: `out` are its results. */
export function leakyReluBack(out: usize, gradient: usize, n: i32): void {
  for (let o: usize = 0; o < <usize>(n * FLOAT); o += 4)
    if (load<f32>(out + o) < 0) store<f32>(gradient + o, load<f32>(gradient + o) * <f32>0.1);
}

/**
 * For each of m rows of scores: the loss `-log softmax` of class `wanted[row]`, summed, times `weight`; the scores
 * become its gradient. Rows with a negative class are left out: their gradient is nought. Only the first `classes`
 * of the `n` columns count.
 */
export function softmaxLoss(scores: usize, wanted: usize, m: i32, n: i32, classes: i32, weight: f32): f32 {
  let loss: f32 = 0;
  for (let r = 0; r < m; r++) {
    const row = scores + r * n * FLOAT;
    const gold = load<i32>(wanted + r * 4);
    if (gold < 0) {
      memory.fill(row, 0, n * FLOAT);
      continue;
    }
    let top: f32 = load<f32>(row);
    for (let j = 1; j < classes; j++) top = max<f32>(top, load<f32>(row + j * FLOAT));
    let sum: f32 = 0;
    for (let j = 0; j < classes; j++) {
      const e = exponentialOf(load<f32>(row + j * FLOAT) - top);
      store<f32>(row + j * FLOAT, e);
      sum += e;
    }
    const goldAt = row + gold * FLOAT;
    loss -= <f32>Math.log(<f64>max<f32>(load<f32>(goldAt) / sum, 1e-30));
    for (let j = 0; j < classes; j++) store<f32>(row + j * FLOAT, (load<f32>(row + j * FLOAT) / sum) * weight);
    store<f32>(goldAt, load<f32>(goldAt) - weight);
    for (let j = classes; j < n; j++) store<f32>(row + j * FLOAT, 0);
  }
  return loss * weight;
}

let random: u32 = 1;

/** Starts the stream of random numbers. */
export function seed(value: u32): void {
  random = value | 1;
}

// @ts-ignore: decorator
@inline
function nextRandom(): u32 {
  random ^= random << 13;
  random ^= random >> 17;
  random ^= random << 5;
  return random;
}

/** Drops each of n values with the given chance and scales the rest up; `mask` keeps the factors. */
export function dropOut(x: usize, mask: usize, n: i32, chance: f32): void {
  const limit = <u32>(chance * 4294967040.0);
  const kept: f32 = 1 / (1 - chance);
  for (let o: usize = 0; o < <usize>(n * FLOAT); o += 4) {
    const factor: f32 = nextRandom() < limit ? 0 : kept;
    store<f32>(mask + o, factor);
    store<f32>(x + o, load<f32>(x + o) * factor);
  }
}

/** Sum of squares of n floats. */
export function sumSquares(x: usize, n: i32): f64 {
  let sum: f64 = 0;
  for (let o: usize = 0; o < <usize>(n * FLOAT); o += 4) {
    const v = <f64>load<f32>(x + o);
    sum += v * v;
  }
  return sum;
}

/**
 * Adam (Kingma and Ba 2015) over n values, a multiple of 4: `rate` holds the correction for the first steps;
 * gradients are scaled by `clip` and set to nought.
 */
export function adam(
  values: usize,
  gradient: usize,
  mean: usize,
  square: usize,
  n: i32,
  rate: f32,
  clip: f32,
  beta1: f32,
  beta2: f32,
): void {
  const b1 = f32x4.splat(beta1);
  const b2 = f32x4.splat(beta2);
  const r1 = f32x4.splat(1 - beta1);
  const r2 = f32x4.splat(1 - beta2);
  const step = f32x4.splat(rate);
  const factor = f32x4.splat(clip);
  const tiny = f32x4.splat(1e-8);
  const nought = f32x4.splat(0);
  for (let o: usize = 0; o < <usize>(n * FLOAT); o += 16) {
    const g = f32x4.mul(v128.load(gradient + o), factor);
    const m = f32x4.add(f32x4.mul(v128.load(mean + o), b1), f32x4.mul(g, r1));
    const v = f32x4.add(f32x4.mul(v128.load(square + o), b2), f32x4.mul(f32x4.mul(g, g), r2));
    v128.store(mean + o, m);
    v128.store(square + o, v);
    v128.store(gradient + o, nought);
    const change = f32x4.div(f32x4.mul(step, m), f32x4.add(f32x4.sqrt(v), tiny));
    v128.store(values + o, f32x4.sub(v128.load(values + o), change));
  }
}

/** Moves each of n running means, a multiple of 4, towards its value by the given share of the way. */
export function follow(means: usize, values: usize, n: i32, share: f32): void {
  const part = f32x4.splat(share);
  for (let o: usize = 0; o < <usize>(n * FLOAT); o += 16) {
    const mean = v128.load(means + o);
    v128.store(means + o, f32x4.add(mean, f32x4.mul(part, f32x4.sub(v128.load(values + o), mean))));
  }
}
