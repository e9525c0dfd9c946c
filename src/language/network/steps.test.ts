import fc from "fast-check";
import { expect, test } from "vitest";
import { inverseOrder, layOutSteps } from "./steps.ts";

const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 });

test("every word is read once in each direction", () => {
  fc.assert(
    fc.property(lengths, (list) => {
      const steps = layOutSteps(list);
      const words = Array.from({ length: steps.count }, (_, word) => word);
      for (const order of [steps.forward, steps.backward]) {
        expect([...order].sort((a, b) => a - b)).toEqual(words);
        expect(words.map((word) => order[inverseOrder(order)[word] as number])).toEqual(words);
      }
      expect(steps.active.reduce((sum, active) => sum + active, 0)).toBe(steps.count);
      expect(steps.active).toEqual([...steps.active].sort((a, b) => b - a));
    }),
  );
});

test("a word is read right after the one beside it in its sentence", () => {
  const { offsets, forward, backward } = layOutSteps([2, 3]);
  expect(offsets).toEqual([0, 2, 4]);
  expect([...forward]).toEqual([2, 0, 3, 1, 4]);
  expect([...backward]).toEqual([4, 1, 3, 0, 2]);
});
