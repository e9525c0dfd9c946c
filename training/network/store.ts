import type { Matrix, Workspace } from "../../src/language/network/kernels.ts";
import type { Parameters } from "../../src/language/network/parameters.ts";
import { seededRandom } from "../random.ts";
import type { TrainingKernels } from "./kernels.ts";

/** Decay of the running means of gradients and of their squares. */
const BETA1 = 0.9;
const BETA2 = 0.95;

/** Gradients longer than this, all taken together, are shortened to it. */
const LONGEST_GRADIENT = 5;

/** What is learned: the values, their gradients, and what Adam remembers of them. */
export interface Store {
  readonly values: Parameters;
  readonly gradients: Parameters;
  readonly means: Parameters;
  readonly squares: Parameters;
  /** Running means of the values: steadier than the values themselves, and what is kept in the end. */
  readonly averages: Parameters;
}

type Training = Workspace<TrainingKernels>;

/** How far from nought the values of a parameter begin: uniform after Glorot and Bengio (2010), or given by name. */
function spread(name: string, [rows, width]: readonly [number, number]): number {
  if (/bias$/i.test(name)) return 0;
  if (/^(?:affix|word)$/.test(name)) return 0.25;
  if (/^root/.test(name)) return 0.2;
  if (/\.(?:input|recurrent)$/.test(name)) return Math.sqrt(6 / (rows + width / 4));
  return Math.sqrt(6 / (rows + width));
}

/** Starts the parameters at random values; the forget gates begin open. */
export function makeStore(
  workspace: Training,
  shapes: Readonly<Record<string, readonly [number, number]>>,
  seed: number,
): Store {
  const random = seededRandom(seed);
  const all = () =>
    Object.fromEntries(
      Object.entries(shapes).map(([name, [rows, width]]) => [name, workspace.matrix(rows, width)]),
    );
  const store = { values: all(), gradients: all(), means: all(), squares: all(), averages: all() };
  for (const [name, shape] of Object.entries(shapes)) {
    const floats = workspace.floats(store.values[name] as Matrix);
    const limit = spread(name, shape);
    for (let k = 0; k < floats.length; k++) floats[k] = (2 * random() - 1) * limit;
    if (/\.bias$/.test(name)) floats.fill(1, floats.length / 4, floats.length / 2);
    if (name === "word" || name === "affix") floats.fill(0, 0, shape[1]);
  }
  return store;
}

/** Share of the way that the averages go at each step, once there have been many. */
const FOLLOWING = 0.001;

/** Changes all values by one step of Adam and sets the gradients to nought. */
export function stepStore(workspace: Training, store: Store, step: number, rate: number): void {
  const { kernels } = workspace;
  let squares = 0;
  for (const { at, rows, width } of Object.values(store.gradients))
    squares += kernels.sumSquares(at, rows * width);
  const clip = Math.min(1, LONGEST_GRADIENT / (Math.sqrt(squares) + 1e-12));
  const corrected = (rate * Math.sqrt(1 - BETA2 ** step)) / (1 - BETA1 ** step);
  for (const [name, values] of Object.entries(store.values)) {
    const at = (part: Parameters) => (part[name] as Matrix).at;
    const count = values.rows * values.width;
    const { gradients, means } = store;
    kernels.adam(
      values.at,
      at(gradients),
      at(means),
      at(store.squares),
      count,
      corrected,
      clip,
      BETA1,
      BETA2,
    );
    kernels.follow(at(store.averages), values.at, count, Math.max(FOLLOWING, 1 / step));
  }
}
