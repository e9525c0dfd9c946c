import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  easter,
  edtfBounds,
  isoWeek,
  mondayOfWeek,
  nthWeekday,
  parseDay,
  weekday,
} from "./calendar.ts";

describe("edtfBounds", () => {
  test.each([
    ["2016", "2016-01-01", "2016-12-31", "year"],
    ["2016-02", "2016-02-01", "2016-02-29", "month"],
    ["2016-12-15", "2016-12-15", "2016-12-15", "day"],
    ["2016-12-15T15:00", "2016-12-15", "2016-12-15", "day"],
    ["2016-12?", "2016-12-01", "2016-12-31", "month"],
    ["199X", "1990-01-01", "1999-12-31", "decade"],
    ["19XX", "1900-01-01", "1999-12-31", "range"],
    ["2016-XX", "2016-01-01", "2016-12-31", "unknown"],
    ["2016-22", "2016-06-01", "2016-08-31", "season"],
    ["2015-24", "2015-12-01", "2016-02-29", "season"],
    ["2016-35", "2016-07-01", "2016-09-30", "quarter"],
    ["2016-40", "2016-01-01", "2016-06-30", "range"],
    ["1945/..", "1945-01-01", null, "range"],
    ["../2016-08-30", null, "2016-08-30", "range"],
    ["2016-12-12/2016-12-18", "2016-12-12", "2016-12-18", "week"],
    ["2016-07/2016-09", "2016-07-01", "2016-09-30", "quarter"],
    ["2016-08-01/2016-08-31", "2016-08-01", "2016-08-31", "month"],
    ["2016-01-01/2016-08-30", "2016-01-01", "2016-08-30", "range"],
    ["1990/1999", "1990-01-01", "1999-12-31", "decade"],
    ["-0043-03-15", "-0043-03-15", "-0043-03-15", "day"],
  ])("%s is %s to %s, a %s", (edtf, begin, end, precision) => {
    expect(edtfBounds(edtf)).toEqual({ begin, end, precision });
  });

  test.each([
    "",
    "Thursday",
    "2016-13",
    "2016-02-30",
    "2016-W50",
    "../..",
    "2016-05/2015",
    "PAST_REF",
    "P2D",
  ])("%j is no date", (edtf) => expect(edtfBounds(edtf)).toBeNull());
});

describe("arithmetic", () => {
  test("days and months", () => {
    expect(addDays("2016-02-28", 2)).toBe("2016-03-01");
    expect(addDays("0045-01-01", -1)).toBe("0044-12-31");
    expect(addMonths("2016-08-31", -6)).toBe("2016-02-29");
    expect(addMonths("2016-01-15", -13)).toBe("2014-12-15");
    expect(parseDay("2015-02-29")).toBeNull();
  });

  test("weeks", () => {
    expect(weekday("2016-08-30")).toBe(2);
    expect(weekday("1969-12-28")).toBe(7);
    expect(isoWeek("2016-12-15")).toEqual({ year: 2016, week: 50 });
    expect(isoWeek("2016-01-01")).toEqual({ year: 2015, week: 53 });
    expect(isoWeek("2014-12-29")).toEqual({ year: 2015, week: 1 });
    expect(mondayOfWeek(2016, 50)).toBe("2016-12-12");
  });

  test("weekdays of a month, and Easter", () => {
    expect(nthWeekday(2016, 11, { weekday: 4, nth: 4 })).toBe("2016-11-24");
    expect(nthWeekday(2016, 5, { weekday: 1, nth: -1 })).toBe("2016-05-30");
    expect(nthWeekday(2016, 2, { weekday: 7, nth: 5 })).toBeNull();
    expect(easter(2016)).toBe("2016-03-27");
    expect(easter(1998)).toBe("1998-04-12");
  });
});
