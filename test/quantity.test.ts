import { describe, expect, test } from "vitest";
import type { Quantity } from "../src/model/quantity.ts";
import { readText, rowsOf } from "./read-text.ts";

function quantityOf(sentence: string, text: string): Quantity | undefined {
  return readText(sentence).quantities.find((each) => each.text === text);
}

describe("quantity-words.tsv", () => {
  const rows = rowsOf("data/en/quantity-words.tsv").map((row) => [row.word, row] as const);
  test.each(rows)("%s", (_word, row) => {
    const found = quantityOf(row.example ?? "", row.text ?? "");
    expect(found).toBeDefined();
    if (row.kind === "at-least" || row.kind === "at-most") expect(found?.bound).toBe(row.kind);
    if (row.kind === "about") expect(found?.approximate).toBe(true);
    if (row.kind === "number") expect(found?.value).toBe(Number(row.value));
    if (row.kind === "currency") expect(found?.currency ?? "").toBe(row.value?.split("/")[1] ?? "");
  });
});

describe("quantity-tolls.tsv", () => {
  const rows = rowsOf("data/en/quantity-tolls.tsv").map((row) => [`${row.toll} ${row.words}`, row] as const);
  test.each(rows)("%s", (_words, { example = "", toll }) => {
    const figure = /\[(.*)\]/u.exec(example)?.[1] ?? "";
    expect(quantityOf(example.replace(/[[\]]/gu, ""), figure)).toMatchObject({ toll });
  });
});

test.each([
  "Two others were killed in the quake.",
  "The quake killed 12 soldiers.",
  "Of the crew, 12 of them were killed.",
  "Twelve people were killed or injured in the quake.",
  "The 12 people who died in the quake were buried.",
  "The quake killed 10 from Oslo.",
])("no toll: %s", (sentence) => {
  expect(readText(sentence).quantities.filter(({ toll }) => toll)).toEqual([]);
});

test.each([
  [
    "Between 100 and 200 people were killed.",
    "Between 100 and 200 people",
    { value: 100, to: 200, unit: "people" },
  ],
  ["The navy seized 20 to 30 boats.", "20 to 30 boats", { value: 20, to: 30, unit: "boats" }],
  ["The navy seized 20-30 boats.", "20-30 boats", { value: 20, to: 30, unit: "boats" }],
  ["The deal is worth $5.2 million.", "$5.2 million", { value: 5_200_000, unit: "dollars" }],
  [
    "The company paid 30m euros for the port.",
    "30m euros",
    { value: 30_000_000, unit: "euros", currency: "EUR" },
  ],
  ["The navy seized two dozen boats.", "two dozen boats", { value: 24, unit: "boats" }],
  ["Twenty-five ships were seized.", "Twenty-five ships", { value: 25, unit: "ships" }],
  ["Two of the islands are empty.", "Two of the islands", { value: 2, unit: "islands" }],
  ["He won 49% of the vote.", "49%", { value: 49, unit: "percent" }],
  [
    "At least 40 people were killed and more than 120 wounded.",
    "120",
    { value: 120, unit: "people", bound: "at-least" },
  ],
])("%s", (sentence, text, expected) => {
  expect(quantityOf(sentence, text)).toMatchObject(expected);
});

test("what a number without a noun counts is not guessed, and a time is no quantity", () => {
  expect(readText("The quake measured 7.8 in 2011.").quantities).toEqual([]);
});
