import { expect, it } from "vitest";
import { report } from "../analysis.test-data.ts";
import { WORDS } from "../words.test-data.ts";
import { sketchOf } from "./sketch.ts";

/** How many topic keys two reports have in common. */
function shared(a: string, b: string): number {
  const [x, y] = [a, b].map((each, i) => {
    const [title, text = ""] = each.split(" | ");
    return new Set(sketchOf(report({ id: `r${i}`, title: title ?? "", text }), WORDS).keys.topic);
  });
  return [...(x ?? [])].filter((key) => y?.has(key)).length;
}

it("two reports of one matter are found by a name and a noun", () => {
  expect(shared("smugglers caught near Brenna | Two.", "customs tell of Brenna smugglers | Three.")).toBe(1);
});

it("or by two rare nouns that both tell of more than once, though no name is the same", () => {
  const [quay, coast] = [
    "storm wrecks quay | Mayor Olsen saw it.",
    "quay closed by storm | Captain Ritter saw it.",
  ];
  expect(shared(quay, coast)).toBe(1);
});

it("not by common nouns, nor by rare ones that are told by the way", () => {
  expect(shared("minister meets company | Olsen came.", "company sues minister | Ritter came.")).toBe(0);
  expect(shared("budget | Olsen saw storm and quay.", "election | Ritter saw storm and quay.")).toBe(0);
});
