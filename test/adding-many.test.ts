import { describe, expect, it } from "vitest";
import { ownSource, ownStages } from "../eval/own-stages.ts";
import { chronicleOf } from "../src/chronicle.ts";
import { partOf } from "../src/link/near/part.ts";
import { type LoadedStages, loadStages } from "../src/resources.ts";
import { seededRandom, shuffle } from "../training/random.ts";

/** Days that persons give for some reports, after all have come or before: they stand elsewhere then. */
const GIVEN = new Map([
  [4650, "2012-05-03"],
  [4711, "2024-11-20"],
  [4801, "2018-02-01"],
]);

/** Short reports of many stories, old and new, with copies and some that nobody dates. */
const NUMBERS = Array.from({ length: 250 }, (_, i) => 4600 + i);

function chronicleIn(
  stages: LoadedStages,
  {
    numbers,
    batch,
    isGivenFirst,
  }: { numbers: readonly number[]; batch: () => number; isGivenFirst: boolean },
): string {
  const chronicle = chronicleOf(":memory:", stages);
  const give = () => {
    for (const [number, published] of GIVEN) chronicle.add([ownSource(number, { published })]);
  };
  if (isGivenFirst) give();
  for (let at = 0; at < numbers.length; ) {
    const size = batch();
    chronicle.add(numbers.slice(at, at + size).map((number) => ownSource(number)));
    at += size;
  }
  if (!isGivenFirst) give();
  const whole = JSON.stringify([chronicle.export(), chronicle.timelines()]);
  chronicle.close();
  return whole;
}

/** The same stages, with parts that have no more than so many reports. */
function withParts(stages: LoadedStages, most: number): LoadedStages {
  const { parts } = stages;
  if (!parts) throw new Error("no parts");
  return { ...stages, parts: { ...parts, part: (place, bonds) => partOf(place, bonds, most) } };
}

describe.each([600, 8])("a chronicle of hundreds of reports, in parts of %i at most", (most) => {
  it("is the same, whatever the order and the batches", { timeout: 240_000 }, async () => {
    const stages = withParts(ownStages(await loadStages()), most);
    const atOnce = chronicleIn(stages, {
      numbers: NUMBERS,
      batch: () => NUMBERS.length,
      isGivenFirst: false,
    });
    expect(JSON.parse(atOnce)[0].stories.length).toBeGreaterThan(50);
    for (const seed of [1, 2, 3]) {
      const random = seededRandom(seed);
      const numbers = [...NUMBERS];
      shuffle(numbers, random);
      const batch = () => 1 + Math.floor(random() ** 2 * 80);
      expect(chronicleIn(stages, { numbers, batch, isGivenFirst: seed % 2 === 0 })).toBe(atOnce);
    }
  });
});
