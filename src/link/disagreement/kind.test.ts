import { expect, it } from "vitest";
import { kindOfDifference, type ToldFigure } from "./kind.ts";

const told = (
  value: number,
  outlet: string,
  day: string | null = "2030-03-01",
  more: Partial<ToldFigure["quantity"]> = {},
): ToldFigure => ({ quantity: { value, ...more }, outlet, day });

it.each<[string, ToldFigure[], string]>([
  ["two exact figures", [told(14, "Post"), told(17, "Herald")], "contradiction"],
  [
    "a rounded one and the exact",
    [told(400, "Post", null, { approximate: true }), told(412, "Herald")],
    "detail",
  ],
  [
    "one rounded too far",
    [told(300, "Post", null, { approximate: true }), told(412, "Herald")],
    "contradiction",
  ],
  [
    "at least so many, and more",
    [told(10, "Post", null, { bound: "at-least" }), told(12, "Herald")],
    "detail",
  ],
  [
    "at least so many, and fewer",
    [told(10, "Post", null, { bound: "at-least" }), told(7, "Herald")],
    "contradiction",
  ],
  ["at most so many, and fewer", [told(10, "Post", null, { bound: "at-most" }), told(7, "Herald")], "detail"],
  [
    "a figure that its outlet gave up for the other's",
    [told(14, "Post"), told(17, "Herald", "2030-03-02"), told(17, "Post", "2030-03-03")],
    "correction",
  ],
  [
    "a figure that its outlet kept",
    [told(14, "Post"), told(17, "Herald", "2030-03-02"), told(14, "Post", "2030-03-03")],
    "contradiction",
  ],
  [
    "later reports count more",
    [told(4, "Post"), told(6, "Herald", "2030-03-02"), told(9, "Post", "2030-03-03")].map((each) => ({
      ...each,
      isCountedOn: true,
    })),
    "update",
  ],
  [
    "later reports give more of what cannot grow",
    [told(4, "Post"), told(6, "Herald", "2030-03-02")],
    "contradiction",
  ],
  ["later reports count fewer", [told(6, "Post"), told(4, "Herald", "2030-03-02")], "contradiction"],
  ["reports without a day", [told(14, "Post", null), told(17, "Post", null)], "contradiction"],
])("%s", (_, figures, kind) => {
  expect(kindOfDifference(figures)).toBe(kind);
});
