import { describe, expect, it } from "vitest";
import { bringIn } from "./lone.ts";

/** Items 0 to 4 are a story of whose reports each two are so alike; item 5 is like them as it is given. */
function groupsWith(likeness: readonly number[], within = 0.3) {
  return bringIn([[0, 1, 2, 3, 4], [5]], {
    alike: (a, b) => likeness[a === 5 ? b : a] ?? 0,
    within: () => within,
  });
}

describe("a report that stands alone", () => {
  it("goes to the story that has reports near it, though the story is wide", () => {
    expect(groupsWith([0.05, 0.05, 0.4, 0.3, 0.2])).toEqual([[0, 1, 2, 3, 4, 5]]);
  });

  it("stays where a single report is near it", () => {
    expect(groupsWith([0.6, 0.05, 0.05, 0.05, 0.05])).toEqual([[0, 1, 2, 3, 4], [5]]);
  });

  it("stays where the reports of the story are much more alike with each other", () => {
    expect(groupsWith([0.3, 0.3, 0.3, 0.3, 0.3], 0.6)).toEqual([[0, 1, 2, 3, 4], [5]]);
  });

  it("does not go to another one that stands alone, nor to a pair", () => {
    const closeness = { alike: () => 0.9, within: () => 0.9 };
    expect(bringIn([[0, 1], [2], [3]], closeness)).toEqual([[0, 1], [2], [3]]);
  });
});
