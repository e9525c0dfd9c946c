import { expect, it } from "vitest";
import { Groups, groupBy } from "./group.ts";

it.each<[string, readonly (readonly [string, string])[], string[][]]>([
  ["nothing joined", [], [["a"], ["b"], ["c"], ["d"]]],
  ["a pair", [["b", "d"]], [["a"], ["b", "d"], ["c"]]],
  [
    "a chain",
    [
      ["a", "b"],
      ["c", "d"],
      ["d", "b"],
    ],
    [["a", "b", "c", "d"]],
  ],
  [
    "a ring",
    [
      ["a", "b"],
      ["b", "c"],
      ["c", "a"],
    ],
    [["a", "b", "c"], ["d"]],
  ],
  ["an item with itself", [["a", "a"]], [["a"], ["b"], ["c"], ["d"]]],
])("groups: %s", (_, pairs, expected) => {
  const groups = new Groups(["a", "b", "c", "d"]);
  for (const [left, right] of pairs) groups.join(left, right);
  expect(groups.all()).toEqual(expected);
  for (const group of expected)
    for (const item of ["a", "b", "c", "d"])
      expect(groups.areOne(group[0] as string, item)).toBe(group.includes(item));
});

it("gives items by key in the order in which they came", () => {
  const found = groupBy(["boat", "cat", "bread", "coal"], (word) => word[0]);
  expect([...found]).toEqual([
    ["b", ["boat", "bread"]],
    ["c", ["cat", "coal"]],
  ]);
});
