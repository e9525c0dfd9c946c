import { expect, test } from "vitest";
import { quotationsOf } from "./reading.test-data.ts";

test.each([
  ["The storm threatens the coast."],
  ["The decision threatens the whole plan."],
  ["The deal favours exporters."],
])("what a thing does is said by nobody: %s", (text) => expect(quotationsOf(text)).toEqual([]));

test.each([
  ["The attack suggested that the army was weak.", "The attack"],
  ["The inquiry said that the bridge was unsafe.", "The inquiry"],
  ["The opposition supports exporters.", "The opposition"],
])("what is found out from a thing, and what a body says, stays: %s", (text, source) => {
  expect(quotationsOf(text)[0]?.source?.text).toBe(source);
});
