import { expect, it } from "vitest";
import { ownSource, ownStages } from "../eval/own-stages.ts";
import { chronicleOf } from "../src/chronicle.ts";
import type { Chronicle } from "../src/model/chronicle.ts";
import { loadStages } from "../src/resources.ts";
import { seededRandom, shuffle } from "../training/random.ts";

/** Days that persons give for some reports, after all have come or before: they stand elsewhere then. */
const GIVEN = new Map([
  [4650, "2012-05-03"],
  [4711, "2024-11-20"],
  [4801, "2018-02-01"],
]);

/** Short reports of many stories, old and new, with copies and some that nobody dates. */
const NUMBERS = Array.from({ length: 400 }, (_, i) => 4600 + i);

it("gives the same chronicle of hundreds of reports, whatever the order and the batches", {
  timeout: 120_000,
}, async () => {
  const stages = ownStages(await loadStages());
  const give = (chronicle: Chronicle) => {
    for (const [number, published] of GIVEN) chronicle.add([ownSource(number, { published })]);
  };
  const chronicleIn = (numbers: readonly number[], batch: (left: number) => number): string => {
    const chronicle = chronicleOf(":memory:", stages);
    if (numbers[0] !== NUMBERS[0]) give(chronicle);
    for (let at = 0; at < numbers.length; ) {
      const size = batch(numbers.length - at);
      chronicle.add(numbers.slice(at, at + size).map((number) => ownSource(number)));
      at += size;
    }
    if (numbers[0] === NUMBERS[0]) give(chronicle);
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
