import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readPackageFile } from "../../../training/package-file.ts";
import { seededRandom } from "../../../training/random.ts";
import { type Matrix, Workspace } from "./kernels.ts";

const random = seededRandom(3);

function filled(workspace: Workspace, rows: number, width: number): Matrix {
  const matrix = workspace.matrix(rows, width);
  const values = Float32Array.from({ length: rows * width }, () => 2 * random() - 1);
  workspace.floats(matrix).set(values);
  return matrix;
}

const start = () => new Workspace(readPackageFile("models/reading.wasm"));

describe("kernels", () => {
  it("are compiled from the sources as they stand", () => {
    const compiled = JSON.parse(readPackageFile("assembly/compiled.json").toString()) as Record<
      string,
      string
    >;
    for (const [source, hash] of Object.entries(compiled)) {
      expect(createHash("sha256").update(readPackageFile(source)).digest("hex"), source).toBe(hash);
    }
  });

  it.each([
    [1, 3, 4],
    [4, 5, 8],
    [7, 16, 20],
    [9, 1, 36],
  ])("multiply %i × %i by %i columns", (m, k, n) => {
    const workspace = start();
    const [a, b] = [filled(workspace, m, k), filled(workspace, k, n)];
    const [left, right] = [workspace.floats(a).slice(), workspace.floats(b).slice()];
    const out = workspace.floats(workspace.product(a, b));
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < n; j++) {
        let sum = 0;
        for (let x = 0; x < k; x++) sum += (left[i * k + x] as number) * (right[x * n + j] as number);
        expect(out[i * n + j]).toBeCloseTo(sum, 4);
      }
    }
  });

  it.each([1, 4, 7])("multiply %i rows by whole numbers as by floats", (m) => {
    const workspace = start();
    const [k, n] = [24, 16];
    const a = filled(workspace, m, k);
    const whole = Int16Array.from({ length: k * n }, () => Math.round((2 * random() - 1) * 32767));
    const b = workspace.matrix(k, n);
    workspace.floats(b).set(Float32Array.from(whole, (value) => value / 10000));
    const wanted = workspace.floats(workspace.product(a, b)).slice();
    const found = workspace.floats(workspace.product(a, workspace.wholeMatrix(whole, 1 / 10000, [k, n])));
    found.forEach((value, at) => {
      expect(value).toBeCloseTo(wanted[at] as number, 2);
    });
  });

  it("keeps the sums of whole numbers within their bits", () => {
    const workspace = start();
    const whole = new Int16Array(200 * 8).fill(32767);
    const ones = workspace.matrix(1, 200);
    workspace.floats(ones).fill(1);
    const product = workspace.product(ones, workspace.wholeMatrix(whole, 1 / 32767, [200, 8]));
    for (const value of workspace.floats(product)) expect(value / 200).toBeCloseTo(1, 3);
  });

  it("step a memory cell", () => {
    const workspace = start();
    const [gates, before, cells, hidden] = [16, 4, 4, 4].map((width) => filled(workspace, 1, width)) as [
      Matrix,
      Matrix,
      Matrix,
      Matrix,
    ];
    const sums = workspace.floats(gates).slice();
    const past = workspace.floats(before).slice();
    workspace.kernels.stepCell(gates.at, before.at, cells.at, hidden.at, 1, 4);
    const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
    for (let k = 0; k < 4; k++) {
      const [i, f, c, o] = [0, 4, 8, 12].map((at) => sums[at + k] as number) as [
        number,
        number,
        number,
        number,
      ];
      const cell = sigmoid(i) * Math.tanh(c) + sigmoid(f) * (past[k] as number);
      expect(workspace.floats(cells)[k]).toBeCloseTo(cell, 5);
      expect(workspace.floats(hidden)[k]).toBeCloseTo(sigmoid(o) * Math.tanh(cell), 5);
    }
  });
});

describe("Workspace", () => {
  it("gives memory back, and clears it when it is taken again", () => {
    const workspace = start();
    const first = workspace.scoped(() => filled(workspace, 3, 4));
    const second = workspace.matrix(3, 4);
    expect(second.at).toBe(first.at);
    expect([...workspace.floats(second)]).toEqual(new Array(12).fill(0));
  });

  it("grows as needed and keeps what it holds", () => {
    const workspace = start();
    const small = filled(workspace, 1, 4);
    const before = workspace.floats(small).slice();
    workspace.matrix(3000, 1000);
    expect(workspace.floats(small)).toEqual(before);
  });
});
