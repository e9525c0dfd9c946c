import { expect, test } from "vitest";
import { surplusSubjects } from "./one-subject.ts";

/** A tree written "form/head/relation", heads from 0. */
function treeOf(text: string) {
  const cells = text.split(" ").map((cell) => cell.split("/") as [string, string, string]);
  return {
    forms: cells.map(([form]) => form),
    heads: Int32Array.from(cells, ([, head]) => Number(head)),
    labels: cells.map(([, , label]) => label),
  };
}

test.each([
  ["One/3/nsubj ,/3/punct he/3/nsubj said/-1/root", [{ dependent: 0, head: 3 }]],
  ["One/2/nsubj ,/2/punct said/-1/root he/2/nsubj", [{ dependent: 0, head: 2 }]],
  ["said/-1/root he/0/nsubj ,/0/punct one/0/nsubj", [{ dependent: 3, head: 0 }]],
  ["Fact/3/nsubj is/3/cop he/3/nsubj left/-1/root", []],
  ["One/4/nsubj:outer ,/3/punct he/4/nsubj ,/3/punct said/-1/root", []],
])("in %s", (text, expected) => {
  expect(surplusSubjects(treeOf(text))).toEqual(expected);
});
