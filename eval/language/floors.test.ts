import { describe, expect, it } from "vitest";
import { fallenBelow, figuresOf, raised } from "./floors.ts";

const TABLE = {
  title: "words",
  about: "F1",
  columns: ["count", "UPOS", "XPOS"],
  floors: ["UPOS"],
  rows: [
    { name: "ours", cells: ["100", 95.17, 94] },
    { name: "peer", cells: ["100", 99, 98], noFloor: true },
  ],
};

describe("floors of figures", () => {
  it("are asked of our own figures, of the columns that have one, not of peers", () => {
    expect(figuresOf([TABLE])).toEqual({ words: { ours: { UPOS: 95.17 } } });
  });

  it("are made a margin below the figures, and never lowered", () => {
    const figures = figuresOf([TABLE]);
    expect(raised({}, figures, 0.5)).toEqual({ words: { ours: { UPOS: 94.6 } } });
    expect(raised({ words: { ours: { UPOS: 95 } } }, figures, 0.5)).toEqual({
      words: { ours: { UPOS: 95 } },
    });
  });

  it("name what is below them, and what is no longer measured", () => {
    const floors = { words: { ours: { UPOS: 96, LAS: 80 } } };
    expect(fallenBelow(floors, figuresOf([TABLE]))).toEqual([
      "words, ours, UPOS: 95.17 < 96",
      "words, ours, LAS: not measured < 80",
    ]);
  });
});
