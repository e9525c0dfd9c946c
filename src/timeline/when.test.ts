import { describe, expect, it } from "vitest";
import { dateInWords, monthName, weekdayName } from "./when.ts";

describe("a date in words", () => {
  it.each([
    ["2016-12-15", "15 December 2016"],
    ["2016-12-05", "5 December 2016"],
    ["2016-12-15T10:30", "15 December 2016"],
    ["2016-12", "December 2016"],
    ["2016-12-XX", "December 2016"],
    ["2016", "2016"],
    ["2016-XX-XX", "2016"],
    ["194X", "1940s"],
    ["19XX", "1900 – 1999"],
    ["2016-21", "spring 2016"],
    ["2016-24", "winter 2016"],
    ["2016-33", "first quarter of 2016"],
    ["2016-36", "fourth quarter of 2016"],
    ["2016-40", "first half of 2016"],
    ["2016~", "about 2016"],
    ["2016-12?", "about December 2016"],
    ["2016-12-15%", "about 15 December 2016"],
    ["1945/..", "from 1945"],
    ["1945-08/", "from August 1945"],
    ["../2016-12-15", "until 15 December 2016"],
    ["/2016", "until 2016"],
    ["2016-12-12/2016-12-18", "week of 12 December 2016"],
    ["2016-12-15/2016-12-16", "15 December 2016 – 16 December 2016"],
    ["2016-12-13/2016-12-19", "13 December 2016 – 19 December 2016"],
    ["2010/2015", "2010 – 2015"],
    ["1940~/1945", "about 1940 – 1945"],
  ])("%s is %s", (edtf, words) => {
    expect(dateInWords(edtf)).toBe(words);
  });

  it.each(["2016-13", "2016-00", "soon", "2016/2017/2018", ""])("'%s' is given back as it stands", (form) => {
    expect(dateInWords(form)).toBe(form);
  });
});

it.each([
  ["2016-12-15", "Thursday"],
  ["2024-02-29", "Thursday"],
  ["2000-01-01", "Saturday"],
  ["2016-12", null],
  ["2016-12-15/2016-12-16", null],
  ["2016-12-15~", null],
  [null, null],
])("the day of the week of %s is %s", (edtf, day) => {
  expect(weekdayName(edtf)).toBe(day);
});

it.each([
  ["01", "January"],
  [12, "December"],
  ["13", undefined],
  [0, undefined],
])("month %s is %s", (month, name) => {
  expect(monthName(month)).toBe(name);
});
