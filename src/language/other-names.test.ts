import { describe, expect, it } from "vitest";
import { readPackageFile } from "../../training/package-file.ts";
import { listBits } from "./gazetteer.ts";
import { loadGazetteer, loadRules } from "./load.ts";
import type { NameRange } from "./network/name-path.ts";
import { joinFlatNames, lengthenNames, type NameSight, otherNames } from "./other-names.ts";

const gazetteer = loadGazetteer(readPackageFile, loadRules(readPackageFile));

/** A sentence whose words with a capital are proper nouns. */
function sightOf(text: string): NameSight {
  const forms = text.split(" ");
  const lists = listBits(gazetteer, forms);
  return {
    lists,
    forms,
    isProper: (index) => /^\p{Lu}/u.test(forms[index] ?? ""),
    relation: (index) => (/^Kask$/.test(forms[index] ?? "") ? "flat" : "dep"),
  };
}

function texts(sight: NameSight, names: readonly NameRange[]): string[] {
  return names.map(({ from, to, type }) => `${sight.forms.slice(from, to).join(" ")}/${type}`);
}

describe("otherNames", () => {
  it.each([
    ["he saw Titanic on Monday", ["Titanic/other"]],
    ["on Monday President spoke", []],
    ["the Russians left", []],
    ["at Wal - Mart today", ["Wal - Mart/other"]],
    ["he met Anu Kask today", ["Anu Kask/person"]],
    ["the World Trade Organization met", ["World Trade Organization/organization"]],
  ])("in %s", (text, expected) => {
    const sight = sightOf(text);
    expect(texts(sight, otherNames(sight, []))).toEqual(expected);
  });
});

describe("lengthenNames", () => {
  it.each([
    ["buys Apple Inc. shares", 1, 2, ["Apple Inc./organization"]],
    ["told AFP on Monday", 1, 2, ["AFP/organization"]],
    ["met in Tokyo Monday", 2, 3, ["Tokyo/organization"]],
  ] as const)("in %s", (text, from, to, expected) => {
    const sight = sightOf(text);
    expect(texts(sight, lengthenNames(sight, [{ from, to, type: "organization" }]))).toEqual(expected);
  });
});

describe("joinFlatNames", () => {
  it("makes one person of a name and its rest", () => {
    const sight = sightOf("said Anu Kask today");
    const parts = [
      { from: 1, to: 2, type: "place" },
      { from: 2, to: 3, type: "person" },
    ] as const;
    expect(texts(sight, joinFlatNames(sight, parts))).toEqual(["Anu Kask/person"]);
  });
});
