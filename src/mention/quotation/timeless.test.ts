import { expect, test } from "vitest";
import { quotationsOf } from "./reading.test-data.ts";

test.each([
  ["0945 Ana Brandt of the guild tells the paper that the bridge is safe.", "Ana Brandt of the guild"],
  ["1402 A spokesman for the port says: “The bridge is safe.”", "A spokesman for the port"],
  ["14 June 2009 Court papers filed in Oslo show that the firm is in debt.", "Court papers filed in Oslo"],
  ["The bank said that in March eight ports were reporting shortages of fuel.", "eight ports"],
  ["The ministers this week endorsed the plan.", "The ministers"],
  ["In an interview on Tuesday evening Mr. Brandt said he had been told.", "Mr. Brandt"],
  [
    "Ana Berg, a spokeswoman for the Harbour Office (HO), says it is safe.",
    "Ana Berg, a spokeswoman for the Harbour Office (HO)",
  ],
])("a time is no part of who speaks: %s", (text, source) => {
  expect(quotationsOf(text).map((each) => each.source?.text)).toContain(source);
});

test.each([
  ["March told reporters she was ready.", "March"],
  ["1200 dockers said they would strike.", "1200 dockers"],
  ["Two said the bridge was safe.", "Two"],
])("what looks like a time may be a name or a number of people: %s", (text, source) => {
  expect(quotationsOf(text)[0]?.source?.text).toBe(source);
});
