import { expect, it } from "vitest";
import { Components } from "./components.ts";

it("hangs together what is joined, in whatever order", () => {
  const components = new Components(6);
  components.join(0, 4);
  components.join(2, 3);
  components.join(3, 4);
  components.join(4, 2);
  expect([1, 2, 3, 4, 5].map((item) => components.areOne(0, item))).toEqual([false, true, true, true, false]);
  expect([0, 1, 2, 3, 4, 5].filter((item) => components.isLone(item))).toEqual([1, 5]);
});
