import { describe, expect, it } from "vitest";
import { dayOfUrl, findDay, givenDate } from "./day.ts";

describe("findDay", () => {
  it.each([
    ["2016-08-30T23:30:00+08:00", "2016-08-30"],
    ["2016-08-30T23:30:00.000Z", "2016-08-30"],
    ["Tue, 30 Aug 2016 10:00:00 GMT", "2016-08-30"],
    ["30 August 2016", "2016-08-30"],
    ["August 30th, 2016, 9:15 a.m.", "2016-08-30"],
    ["Sept. 3, 2019", "2019-09-03"],
    ["3 Sept 2019", "2019-09-03"],
    ["20160830T101500Z", "2016-08-30"],
    ["2016/8/3", "2016-08-03"],
    ["30.08.2016", "2016-08-30"],
    ["30/08/2016", "2016-08-30"],
    ["08/30/2016", "2016-08-30"],
    ["08/08/2016", "2016-08-08"],
    ["29 February 2024", "2024-02-29"],
  ])("%s is %s", (text, day) => expect(findDay(text)).toBe(day));

  it.each([
    ["03/04/2016"],
    ["31 June 2016"],
    ["2023-02-29"],
    ["2016-13-01"],
    ["0201-03-04"],
    ["1650-01-01"],
    ["Thursday"],
    ["1472548200"],
    ["10:15"],
    [""],
  ])("%s names no day", (text) => expect(findDay(text)).toBeNull());
});

describe("dayOfUrl", () => {
  it.each([
    ["https://courier.example/2016/08/30/visit", "2016-08-30"],
    ["https://courier.example/news/2016/8/3/visit.html", "2016-08-03"],
    ["https://courier.example/world/2016-08-30-visit", "2016-08-30"],
    ["https://courier.example/news/20160830/visit", "2016-08-30"],
    ["https://courier.example/2016/aug/30/visit", "2016-08-30"],
  ])("%s is of %s", (url, day) => expect(dayOfUrl(url)).toBe(day));

  it.each([
    ["https://courier.example/2016/08/visit"],
    ["https://courier.example/article/20169930"],
    ["https://courier.example/visit-1234567890"],
    ["https://2016-08-30.example/visit"],
    ["https://courier.example/visit?day=2016-08-30"],
  ])("%s tells no day", (url) => expect(dayOfUrl(url)).toBeNull());
});

describe("givenDate", () => {
  it.each([
    ["2016", "2016"],
    ["2016-08", "2016-08"],
    ["2016-08-30", "2016-08-30"],
    ["2016-08-30T23:59:59+09:00", "2016-08-30"],
    ["2016-08-30T10:00Z", "2016-08-30"],
  ])("takes %s", (text, date) => expect(givenDate(text, "x")).toBe(date));

  it.each([["2016-8-30"], ["30 August 2016"], ["2016-13"], ["2016-02-30"], ["0044-03-15"], ["soon"], [""]])(
    "refuses %s",
    (text) =>
      expect(() => givenDate(text, "report.txt")).toThrow(/^report\.txt: .* expected a year, month or day/),
  );
});
