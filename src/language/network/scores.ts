import type { Matrix, Workspace } from "./kernels.ts";
import { padded } from "./kernels.ts";
import { type Parameters, parameter } from "./parameters.ts";

/** How each word looks as a dependent and as a head, for arcs and for relations; one row for each word. */
export interface Views {
  readonly dependentArc: Matrix;
  readonly headArc: Matrix;
  readonly dependentRelation: Matrix;
  readonly headRelation: Matrix;
}

/** The four views side by side, after their non-linearity. */
export function joinedViews(workspace: Workspace, parameters: Parameters, encoded: Matrix): Matrix {
  const joined = workspace.product(encoded, parameter(parameters, "view"), parameter(parameters, "viewBias"));
  workspace.kernels.leakyRelu(joined.at, joined.rows * joined.width);
  return joined;
}

/** Takes the joined views apart. */
export function splitViews(workspace: Workspace, parameters: Parameters, joined: Matrix): Views {
  const arc = parameter(parameters, "arc").width;
  const relation = parameter(parameters, "rootRelation").width;
  return {
    dependentArc: workspace.columns(joined, 0, arc),
    headArc: workspace.columns(joined, arc, arc),
    dependentRelation: workspace.columns(joined, 2 * arc, relation),
    headRelation: workspace.columns(joined, 2 * arc + relation, relation),
  };
}

const FLOAT = Float32Array.BYTES_PER_ELEMENT;

/** What of one sentence the arcs are scored with. */
export interface ArcSides {
  /** Rows of the sentence's words, from the product of their view as dependents with the arc weights. */
  readonly dependents: Matrix;
  /** The root, the words, and empty rows up to a whole number of lanes. */
  readonly heads: Matrix;
}

/** The sides of the arcs of the sentence that begins at word `start`. */
export function arcSides(
  workspace: Workspace,
  root: Matrix,
  { dependents, heads }: { readonly dependents: Matrix; readonly heads: Matrix },
  { start, count }: { readonly start: number; readonly count: number },
): ArcSides {
  const width = heads.width;
  const own = workspace.matrix(padded(count + 1), width);
  const from = heads.at + start * width * FLOAT;
  workspace.kernels.copyBlock(root.at, width, own.at, width, 1, width);
  workspace.kernels.copyBlock(from, width, own.at + width * FLOAT, width, count, width);
  return { dependents: { at: dependents.at + start * width * FLOAT, rows: count, width }, heads: own };
}

/** Scores of all heads for the words of a sentence: a row for each word, column 0 for the root. */
export function arcScores(workspace: Workspace, { dependents, heads }: ArcSides): Matrix {
  const turned = workspace.matrix(heads.width, heads.rows);
  workspace.kernels.transpose(heads.at, turned.at, heads.rows, heads.width);
  return workspace.product(dependents, turned);
}

/** Rows of the heads for `relationInput`: a word's row, or that of the root after all words. Heads count from 0. */
export function headRows(trees: readonly Int32Array[]): Int32Array {
  const count = trees.reduce((sum, heads) => sum + heads.length, 0);
  const rows = new Int32Array(count);
  let start = 0;
  for (const heads of trees) {
    heads.forEach((head, k) => {
      rows[start + k] = head < 0 ? count : start + head;
    });
    start += heads.length;
  }
  return rows;
}

/** A dependent and its head as the relations see them: their product, the dependent, the head. */
export function relationInput(
  workspace: Workspace,
  parameters: Parameters,
  views: Views,
  headRows: Int32Array,
): Matrix {
  const { dependentRelation: dependents, headRelation: heads } = views;
  const { rows, width } = dependents;
  const root = parameter(parameters, "rootRelation");
  const withRoot = workspace.matrix(rows + 1, width);
  const chosen = workspace.matrix(rows, width);
  const { kernels } = workspace;
  kernels.copyBlock(heads.at, width, withRoot.at, width, rows, width);
  kernels.copyBlock(root.at, width, withRoot.at + rows * width * FLOAT, width, 1, width);
  kernels.gatherRows(withRoot.at, workspace.integers(headRows), chosen.at, rows, width);
  const out = workspace.matrix(rows, 3 * width);
  kernels.copyBlock(dependents.at, width, out.at + width * FLOAT, 3 * width, rows, width);
  kernels.copyBlock(chosen.at, width, out.at + 2 * width * FLOAT, 3 * width, rows, width);
  const floats = workspace.floats(out);
  for (let r = 0; r < rows; r++) {
    const at = r * 3 * width;
    for (let k = 0; k < width; k++) {
      floats[at + k] = (floats[at + width + k] as number) * (floats[at + 2 * width + k] as number);
    }
  }
  return out;
}
