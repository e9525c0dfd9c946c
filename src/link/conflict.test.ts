import { describe, expect, it } from "vitest";
import { report } from "./analysis.test-data.ts";
import { canAgree } from "./conflict.ts";
import { groups } from "./event.test-data.ts";
import { chronicleTime } from "./mention.ts";

describe("times that can be one", () => {
  it.each<[string | null, string | null, boolean]>([
    ["2030-12", "2030-12-15", true],
    ["2030", "2030-12", true],
    ["2010", "2015", false],
    ["2030-11", "2030-12", false],
    ["203X", "2035", true],
    ["2005/..", "2030-12-15", true],
    ["../2005", "2030-12-15", false],
    ["2030-12-14/2030-12-16", "2030-12-16", true],
    [null, "2030", true],
  ])("%s and %s: %s", (a, b, expected) => {
    expect(canAgree(chronicleTime(a), chronicleTime(b))).toBe(expected);
    expect(canAgree(chronicleTime(b), chronicleTime(a))).toBe(expected);
  });
});

it("tells what is done to one person from what is done to another", () => {
  const arrested = (id: string, whom: string) =>
    report({
      id,
      day: "2030-03-02",
      text: `The harbour police of Port Hale arrested ${whom} over the stolen nets.`,
      sentences: true,
      names: { [whom]: "person", "Port Hale": "place" },
      events: [{ trigger: "arrested", with: [whom], place: "Port Hale", time: "2030-03-01" }],
    });
  expect(groups(arrested("a", "Jon Dahl"), arrested("b", "Per Lind"))).toEqual([["a"], ["b"]]);
  expect(groups(arrested("a", "Jon Dahl"), arrested("b", "Dahl"))).toEqual([["a", "b"]]);
});
