import { describe, expect, it } from "vitest";
import { readPackageFile } from "../../training/package-file.ts";
import { LIST, listBits } from "./gazetteer.ts";
import { loadGazetteer, loadRules } from "./load.ts";

const gazetteer = loadGazetteer(readPackageFile, loadRules(readPackageFile));

function has(words: string, index: number, list: keyof typeof LIST): boolean {
  return ((listBits(gazetteer, words.split(" "))[index] as number) & LIST[list]) !== 0;
}

describe("listBits", () => {
  it.each([
    ["in New York City today", 1, "place", true],
    ["in New York City today", 3, "placeInside", true],
    ["a new york minute", 1, "place", false],
    ["the Russian envoy", 1, "demonym", true],
    ["the Russian envoy", 1, "place", false],
    ["in St. Petersburg", 1, "place", true],
    ["Vladimir spoke", 0, "given", true],
    ["the Defense Ministry", 2, "organization", true],
    ["on Monday", 1, "date", true],
  ] as const)("of %s at %i: %s is %s", (words, index, list, expected) => {
    expect(has(words, index, list)).toBe(expected);
  });
});
