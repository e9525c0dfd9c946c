import fc from "fast-check";
import { expect, test } from "vitest";
import { bestNamePath, NAME_CLASSES, nameClass, namesOfPath } from "./name-path.ts";

const WIDTH = NAME_CLASSES + 3;

const LETTERS = ["O", ...["1", "2", "3"].flatMap((type) => ["B", "I", "L", "U"].map((part) => part + type))];

/** Whether a path of classes spells whole names, each of one type. */
function isWhole(path: Uint8Array): boolean {
  const spelt = [...path].map((found) => LETTERS[found]).join("");
  return /^(?:O|U[123]|B1(?:I1)*L1|B2(?:I2)*L2|B3(?:I3)*L3)*$/.test(spelt);
}

test("finds the best of all paths that spell whole names", () => {
  const count = 3;
  const paths: Uint8Array[] = [];
  for (let n = 0; n < NAME_CLASSES ** count; n++) {
    const path = Uint8Array.from(
      { length: count },
      (_, k) => Math.floor(n / NAME_CLASSES ** k) % NAME_CLASSES,
    );
    if (isWhole(path)) paths.push(path);
  }
  const size = count * WIDTH;
  const scores = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: size, maxLength: size });
  fc.assert(
    fc.property(scores, (list) => {
      const values = Float32Array.from(list);
      const sum = (path: Uint8Array) =>
        path.reduce((all, found, word) => all + (values[word * WIDTH + found] as number), 0);
      const best = bestNamePath({ values, width: WIDTH, count });
      expect(sum(best)).toBe(Math.max(...paths.map(sum)));
      expect(isWhole(best)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test("spells names with their kinds", () => {
  const path = Uint8Array.of(nameClass(0, "begin"), nameClass(0, "last"), 0, nameClass(2, "unit"));
  expect(namesOfPath(path)).toEqual([
    { from: 0, to: 2, type: "person" },
    { from: 3, to: 4, type: "place" },
  ]);
});
