import { describe, expect, test } from "vitest";
import { band } from "../src/web/timeline/band.ts";
import { dayAt, placeOf, scaleOf } from "../src/web/timeline/scale.ts";
import { dayNumber } from "../src/web/timeline/ticks.ts";
import { ENTRIES } from "./web-sample-timeline.ts";

const days = (...list: string[]): number[] => list.map(dayNumber);

describe("scale", () => {
  const busy = days("2016-01-01", "2016-01-10", "2016-01-20");

  test("without silence, days are as wide as one another", () => {
    const scale = scaleOf(busy, busy[0] ?? 0, (busy[2] ?? 0) + 1);
    expect(scale.stretches).toHaveLength(1);
    expect(placeOf(dayNumber("2016-01-11"), scale)).toBeCloseTo(0.5);
  });

  test("months of silence are narrow, and told", () => {
    const all = [...busy, ...days("2019-06-01", "2019-06-20")];
    const scale = scaleOf(all, all[0] ?? 0, (all.at(-1) ?? 0) + 1);
    const silent = scale.stretches.filter((stretch) => stretch.silent);
    expect(silent).toHaveLength(1);
    expect((silent[0]?.to ?? 1) - (silent[0]?.from ?? 0)).toBeCloseTo(0.05);
    expect(scale.stretches.at(-1)?.to).toBeCloseTo(1);
  });

  test("a place leads back to its day", () => {
    const all = [...busy, ...days("2019-06-01", "2019-06-20", "2024-01-01")];
    const scale = scaleOf(all, all[0] ?? 0, (all.at(-1) ?? 0) + 1);
    for (const day of all)
      expect(Math.abs(dayAt(placeOf(day + 0.5, scale), scale) - day)).toBeLessThanOrEqual(1);
    const places = all.map((day) => placeOf(day, scale));
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });
});

describe("band", () => {
  const context = {
    published: ["2016-08-30", "2016-12-13", "2016-12-16"],
    from: "",
    to: "",
    zoom: (from: string, to: string) => `/?from=${from}&to=${to}`,
  };
  const entries = ENTRIES.filter(({ background }) => !background);

  test("a month is a bar, never a point on its first day", () => {
    const month = entries.filter(({ event }) => event === "E7");
    const markup = String(band({ ...context, entries: month })?.markup);
    expect(markup).not.toContain("<circle");
    expect(markup.match(/class="range"/g)).toHaveLength(1);
  });

  test("what is only announced is hollow", () => {
    const [visit] = entries.filter(({ event }) => event === "E2");
    if (!visit) throw new Error("no visit");
    const markup = String(band({ ...context, entries: [{ ...visit, status: "scheduled" }] })?.markup);
    expect(markup).toContain('class="point open"');
  });

  test("entries outside have no place", () => {
    const zoomed = band({ ...context, entries, from: "2016-12", to: "2016-12" });
    expect(zoomed?.placeOf(entries.find(({ event }) => event === "E1") ?? (entries[0] as never))).toBeNull();
    expect(
      zoomed?.placeOf(entries.find(({ event }) => event === "E3") ?? (entries[0] as never)),
    ).toBeGreaterThan(40);
  });

  test("thousands of entries take no more room than hundreds", () => {
    const visit = entries.find(({ event }) => event === "E2");
    const many = Array.from({ length: 5000 }, (_, index) => {
      const day = new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10);
      return {
        ...visit,
        time: { edtf: day, begin: day, end: day, precision: "day" },
      } as (typeof ENTRIES)[number];
    });
    const markup = String(band({ ...context, entries: many })?.markup);
    expect(markup.length).toBeLessThan(40_000);
  });

  test("nothing is drawn of too few days", () => {
    expect(band({ ...context, entries: [], published: ["2016-08-30"] })).toBeNull();
  });
});
