import { describe, expect, it } from "vitest";
import { toBytes } from "./averaged.ts";
import { kMeans } from "./k-means.ts";

describe("kMeans", () => {
  it("joins vectors that point the same way", () => {
    const data = Float32Array.from([1, 0, 0.9, 0.1, 0, 1, 0.1, 0.9]);
    const { of } = kMeans({ width: 2, count: 4, data }, { clusters: 2, seed: 3 });
    expect(of[0]).toBe(of[1]);
    expect(of[2]).toBe(of[3]);
  });
});

describe("toBytes", () => {
  it("rounds, and cuts what a byte cannot hold", () => {
    expect([...toBytes(Float32Array.from([0.4, -0.6, 300, -300]))]).toEqual([0, -1, 127, -127]);
  });
});
