import { expect, it } from "vitest";
import { generality } from "./generality.ts";

it("says of a verb how little it tells: the commoner, the less", () => {
  expect(generality("have")).toBe(1);
  expect(generality("take")).toBeGreaterThan(generality("visit"));
  expect(generality("visit")).toBeGreaterThan(0);
  expect(generality("capsize")).toBe(0);
});
