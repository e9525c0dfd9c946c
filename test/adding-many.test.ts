import { expect, it } from "vitest";
import { ownSource, ownStages } from "../eval/own-stages.ts";
import { chronicleOf } from "../src/chronicle.ts";
import { loadStages } from "../src/resources.ts";
import { seededRandom, shuffle } from "../training/random.ts";

/** Short reports of many stories, old and new, with copies and some that nobody dates. */
const NUMBERS = Array.from({ length: 400 }, (_, i) => 4600 + i);

it("gives the same chronicle of hundreds of reports, whatever the order and the batches", {
  timeout: 120_000,
}, async () => {
  const stages = ownStages(await loadStages());
  const chronicleIn = (numbers: readonly number[], batch: (left: number) => number): string => {
    const chronicle = chronicleOf(":memory:", stages);
    for (let at = 0; at < numbers.length; ) {
      const size = batch(numbers.length - at);
      chronicle.add(numbers.slice(at, at + size).map(ownSource));
      at += size;
    }
    const whole = JSON.stringify([chronicle.export(), chronicle.timelines()]);
    chronicle.close();
    return whole;
  };
  const atOnce = chronicleIn(NUMBERS, (left) => left);
  expect(JSON.parse(atOnce)[0].stories.length).toBeGreaterThan(50);
  for (const seed of [1, 2, 3]) {
    const random = seededRandom(seed);
    const numbers = [...NUMBERS];
    shuffle(numbers, random);
    expect(chronicleIn(numbers, () => 1 + Math.floor(random() ** 2 * 80))).toBe(atOnce);
  }
});
