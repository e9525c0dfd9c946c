import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");

/** Sizes that read simply. They warn; they do not fail. */
const BUDGET = {
  fileMedian: 80,
  file95: 300,
  fileMost: 500,
  functionMedian: 10,
  function95: 45,
  functionMost: 80,
  parameters: 3,
};

interface Measured {
  readonly where: string;
  readonly lines: number;
  readonly parameters: number;
}

function sources(): string[] {
  return readdirSync(join(ROOT, "src"), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.includes(".test"))
    .map((entry) => join(entry.parentPath, entry.name));
}

function functionsOf(file: string): Measured[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const found: Measured[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && "body" in node && node.body && ts.isBlock(node.body)) {
      const from = source.getLineAndCharacterOfPosition(node.getStart()).line;
      const to = source.getLineAndCharacterOfPosition(node.getEnd()).line;
      found.push({
        where: `${relative(ROOT, file)}:${from + 1}`,
        lines: to - from + 1,
        parameters: node.parameters.length,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

test("file and function sizes are reported", () => {
  const files = sources().map((file) => ({
    where: relative(ROOT, file),
    lines: readFileSync(file, "utf8").split("\n").length - 1,
  }));
  const functions = sources().flatMap(functionsOf);
  const lines = files.map((file) => file.lines);
  const lengths = functions.map((each) => each.lines);
  const report = [
    `files: ${files.length}, median ${quantile(lines, 0.5)} (≤ ${BUDGET.fileMedian}), p95 ${quantile(lines, 0.95)} (≤ ${BUDGET.file95})`,
    `functions: ${functions.length}, median ${quantile(lengths, 0.5)} (≤ ${BUDGET.functionMedian}), p95 ${quantile(lengths, 0.95)} (≤ ${BUDGET.function95})`,
    ...files
      .filter((file) => file.lines > BUDGET.fileMost)
      .map((file) => `over budget: ${file.where} has ${file.lines} lines`),
    ...functions
      .filter((each) => each.lines > BUDGET.functionMost)
      .map((each) => `over budget: ${each.where} has ${each.lines} lines`),
    ...functions
      .filter((each) => each.parameters > BUDGET.parameters)
      .map((each) => `over budget: ${each.where} takes ${each.parameters} parameters`),
  ];
  console.log(report.join("\n"));
  expect(files.length).toBeGreaterThan(0);
});
