import { expect, test } from "vitest";
import { findDocumentNames } from "./document-names.ts";
import { NAME_CLASSES, nameClass } from "./name-path.ts";

/** Scores of a sentence in which each word has one class far ahead, or two close to each other. */
function sightOf(words: readonly (readonly [form: string, ...classes: number[]])[]) {
  const values = new Float32Array(words.length * NAME_CLASSES);
  words.forEach(([, ...classes], word) => {
    classes.forEach((found, rank) => {
      values[word * NAME_CLASSES + found] = rank === 0 ? 4 : 3.8;
    });
  });
  return { forms: words.map(([form]) => form), scores: { values, width: NAME_CLASSES, count: words.length } };
}

const PERSON = nameClass(0, "unit");
const PLACE = nameClass(2, "unit");

test("what is in doubt at one mention is settled by the others", () => {
  const doubtful = sightOf([["Jordan", PLACE, PERSON]]);
  const plain = sightOf([
    ["said", 0],
    ["Jordan", PERSON],
  ]);
  expect(findDocumentNames([doubtful])[0]).toEqual([{ from: 0, to: 1, type: "place" }]);
  expect(findDocumentNames([doubtful, plain])[0]).toEqual([{ from: 0, to: 1, type: "person" }]);
});

test("what is plain stands, whatever the other mentions are", () => {
  const sights = [PERSON, PLACE, PLACE].map((found) => sightOf([["Jordan", found]]));
  expect(findDocumentNames(sights).map(([name]) => name?.type)).toEqual(["person", "place", "place"]);
});
