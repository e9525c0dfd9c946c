import { expect, test } from "vitest";
import { findTimexesIn } from "../../times.ts";

/** EDTF of the first time expression of a text of 30 August 2016, a Tuesday, or of another day. */
function edtfOf(text: string, published = "2016-08-30"): string | undefined {
  return findTimexesIn(text, published)[0]?.edtf;
}

test.each([
  ["Sales fell in fiscal 2014.", "2014~"],
  ["Profit fell in the fiscal second quarter.", "2016~"],
  ["Profit fell in the quarter ended July 31.", "2016-05/2016-07"],
  ["Profit fell in its fourth quarter ended June 30.", "2016-04/2016-06"],
  ["Profit fell in the year ended March 31.", "2015-04/2016-03"],
  ["The mill burned down about two years ago.", "2014~"],
  ["The mill burned down two decades ago.", "1996~"],
  ["Little is sacred in today's world.", undefined],
  ["The ship sails around Nov. 1.", "2016-11-01~"],
  ["He came last week.", "2016-08-22/2016-08-28"],
  ["He was born in the 1960s.", "196X"],
  ["He resigned earlier this year.", "2016-01-01/2016-08-30"],
  ["He has often come.", undefined],
  ["He came recently.", undefined],
  ["He stayed for several years.", undefined],
])("%s", (text, edtf) => {
  expect(edtfOf(text)).toBe(edtf);
});

test("on the first day of a week, what was earlier in it was in the week before", () => {
  expect(edtfOf("He resigned earlier this week.")).toBe("2016-08-29/2016-08-30");
  expect(edtfOf("He resigned earlier this week.", "2016-08-29")).toBe("2016-08-22/2016-08-29");
});
