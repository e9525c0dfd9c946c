import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadDateWords } from "./date-words.ts";
import { isoOf, momentOf, readStamp, stampOfEpoch } from "./stamp.ts";

const words = loadDateWords((path) => readFileSync(new URL(`../../${path}`, import.meta.url)));

function read(text: string, language?: string): string | null {
  const stamp = readStamp(text, language === undefined ? { words } : { words, language });
  return stamp === null ? null : isoOf(stamp);
}

describe("months and zones by their tables", () => {
  it.each(words.languages.map((row) => [row.language, row] as const))("%s", (language, row) => {
    expect(read(row.example, language)).toBe(row.gives);
  });
  it.each(words.zones.map((row) => [row.zone, row] as const))("%s", (_zone, row) => {
    expect(read(row.example)).toBe(row.gives);
  });
});

describe("readStamp", () => {
  it.each([
    ["2016-08-30T23:30:00+08:00", "2016-08-30T23:30:00+08:00"],
    ["2016-08-30T23:30:00.000Z", "2016-08-30T23:30:00Z"],
    ["2016-08-30T23:30:00+0000", "2016-08-30T23:30:00+00:00"],
    ["2016-08-30 02:24:47", "2016-08-30T02:24:47"],
    ["20160830T101500Z", "2016-08-30T10:15:00Z"],
    ["Tue, 30 Aug 2016 10:00:00 GMT", "2016-08-30T10:00:00+00:00"],
    ["Tue Nov 19 21:57:01 UTC 2019", null],
    ["Published 7:07 PM EST Nov 19, 2019", "2019-11-19T19:07-05:00"],
    ["August 30, 2016 at 5 p.m.", "2016-08-30T17:00"],
    ["30.08.2016 14.05 Uhr", "2016-08-30T14:05"],
    ["Publié le 30 août 2016 à 14h05", "2016-08-30T14:05"],
    ["30 août 2016 à 14h05 (GMT+2)", "2016-08-30T14:05+02:00"],
    ["2016年8月30日 14時05分", "2016-08-30T14:05"],
    ["30 August 2016", "2016-08-30"],
    ["12 AM, August 30, 2016", "2016-08-30T00:00"],
    ["Thursday", null],
    ["10:15", null],
  ])("%s", (text, iso) => expect(read(text)).toBe(iso));

  it.each([
    ["05/10/2018", "pt-BR", "2018-10-05"],
    ["05/10/2018", "en-US", "2018-05-10"],
    ["05/10/2018", "en", null],
    ["05/10/2018", "xx", null],
    ["30. listopada 2016", "hr", "2016-10-30"],
    ["30 listopada 2016", "pl", "2016-11-30"],
  ])("%s in %s", (text, language, iso) => expect(read(text, language)).toBe(iso));

  it("leaves unread what languages read differently", () => expect(read("30 listopada 2016")).toBeNull());
});

describe("moments", () => {
  it("are told by time of day and zone together", () => {
    expect(momentOf({ day: "2016-08-30", clock: "23:30", offset: "+09:00" })).toBe(
      Date.UTC(2016, 7, 30, 14, 30),
    );
    expect(momentOf({ day: "2016-08-30", clock: "23:30" })).toBeNull();
  });
  it("may be seconds or milliseconds", () => {
    expect(stampOfEpoch(1_472_565_000)?.day).toBe("2016-08-30");
    expect(stampOfEpoch(1_472_565_000_000)).toEqual({ day: "2016-08-30", clock: "13:50:00", offset: "Z" });
    expect(stampOfEpoch(42)).toBeNull();
  });
});
